"""CSV files: forms exactly as the import reads them, counts that no spreadsheet computes."""

import csv
from io import BytesIO
from itertools import repeat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.report.csv_files import forms_file, guarded, unguarded
from tests.plans import small_plan
from tests.unit.report.samples import HOSTILE, ZH, blank_forms, hostile_plan, material, written


def rows(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_forms_are_in_the_import_format(tmp_path):
    path = written(material(), tmp_path, "forms")
    assert path.read_bytes().startswith(b"\xef\xbb\xbfform,void,A1.D1,A1.D2,A2.D1,")
    heading, *forms = rows(path)
    assert heading[2:] == [f"A{a}.D{d}" for a in (1, 2, 3) for d in (1, 2)]
    assert forms[1] == ["B001-002", "", *"121312"]
    assert forms[2] == ["B001-003", "V1", *"333333"]
    assert forms[5] == ["B002-002", "", *"1023x-"]
    assert forms[6] == ["B002-003", "V3", *[""] * 6]


def test_forms_are_streamed():
    made = material(small_plan(1, 1), [], forms=lambda: repeat(("B001", 1, "", "1"), 10_000))
    sizes = []

    class Sink(BytesIO):
        def write(self, content):
            sizes.append(len(content))

    forms_file(made, ZH)(Sink())
    assert sum(sizes) > 120_000
    assert max(sizes) < 20_000


def test_counts_hold_every_channel_agency_and_dimension(tmp_path):
    heading, *found = rows(written(material(), tmp_path, "counts"))
    assert heading == [
        "渠道代码", "单位代码", "单位", "评议内容代码", "满意", "基本满意", "不满意",
        "未填", "不了解", "无效格", "不适用", "单项得分",
    ]  # fmt: skip
    assert len(found) == 2 * 3 * 2
    assert found[0] == ["C1", "A1", "单位1", "D1", "3", "0", "0", "0", "0", "0", "0", "22.0000"]
    assert found[-1] == ["C2", "A3", "单位3", "D2", "0", "0", "1", "0", "0", "0", "1", "11.0000"]


def test_hostile_names_are_guarded_and_come_back(tmp_path):
    plan = hostile_plan()
    _, *found = rows(written(material(plan, blank_forms(plan)), tmp_path, "counts"))
    names = {row[2] for row in found}
    assert not any(name.startswith(("=", "+", "-", "@")) for name in names)
    assert {unguarded(name) for name in names} == {name[:200] for name in HOSTILE}


@given(st.text())
def test_a_guard_is_taken_off_without_a_trace(text):
    assert unguarded(guarded(text)) == text
    assert not guarded(text).startswith(("=", "+", "-", "@", "\t", "\r"))


@pytest.mark.parametrize("plain", ["市教育局", "", "A-1", "3=3"])
def test_ordinary_names_are_left_alone(plain):
    assert guarded(plain) == plain
