"""Tables of agencies as offices keep them: what is understood, and what is said of the rest."""

import pytest

from desktop.actions.agency_table import applied, cells_of_text, understand
from desktop.tally.plan_draft import draft_value, empty_plan
from desktop.tally.plan_draft_findings import look_into
from tests.plans import plan_value

SHEET = """\
2005年被评单位名单

序号\t单位名称\t简称\t类别\t是否垂直管理\t主管单位
1\t市教育局\t教育局\t政府部门\t否\t
2\t市税务局\t\t垂直部门\t是\t
3\t招生考试院\t\t政府部门\t\t教育局
"""


def read(text, value=None, **options):
    return understand(cells_of_text(text), value or empty_plan(), **options)


def meanings(found):
    return [column.meaning for column in found.columns]


def rows(found, *keys):
    return [tuple(agency[key] for key in keys) for agency in found.agencies]


def said(found):
    return [(held.place, held.message.format(**held.fields)) for held in found.problems]


def test_names_alone_get_codes():
    found = read("市教育局\n市公安局\n\n市财政局\n")
    assert rows(found, "code", "name") == [
        ("A001", "市教育局"), ("A002", "市公安局"), ("A003", "市财政局"),
    ]  # fmt: skip
    assert found.rows == (1, 2, 4)
    assert found.header is None
    assert not found.problems


def test_a_sheet_with_a_title_and_chinese_heads():
    found = read(SHEET)
    assert found.header == 3
    assert meanings(found) == [None, "name", "short", "group", "vertical", "parent"]
    assert [held["name"] for held in found.groups] == ["政府部门", "垂直部门"]
    assert rows(found, "code", "group", "vertical", "parent") == [
        ("A001", "G1", False, None), ("A002", "G2", True, None), ("A003", "G1", False, "A001"),
    ]  # fmt: skip
    assert not found.problems


def test_english_heads_in_any_order():
    found = read("Group\tCode\tName\tVertical\nOffices\tX1\tWater Board\tyes\n")
    assert meanings(found) == ["group", "code", "name", "vertical"]
    assert rows(found, "code", "name", "vertical") == [("X1", "Water Board", True)]


def test_without_heads_columns_are_known_by_what_they_hold():
    found = read("1\t市教育局\t政府\n2\t市公安局\t政府\n3\t市妇联\t党群\n4\t市工会\t党群\n")
    assert meanings(found) == [None, "name", "group"]
    coded = read("A7\t市教育局\nA8\t市公安局\n")
    assert rows(coded, "code") == [("A7",), ("A8",)]


def test_merged_cells_of_groups_go_on_downwards():
    found = read("类别\t单位\n政府部门\t甲局\n\t乙局\n党群部门\t丙办\n\t丁办\n")
    assert rows(found, "group") == [("G1",), ("G1",), ("G2",), ("G2",)]


@pytest.mark.parametrize(
    ("row", "word"),
    [
        ("A9\t\t", "has no name"),
        ("A9\t甲局\t", "stands there already, as A1"),
        ("A1\t新局\t", 'the code "A1" stands there already'),
        ("甲\t新局\t", "cannot be a code"),
        ("A9\t" + "长" * 201 + "\t", "longer than 200"),
        ("A9\t新局\t也许", "does not say whether"),
    ],
)
def test_what_is_not_taken_is_said_with_its_row(row, word):
    found = read(f"代码\t单位\t垂直管理\nA1\t甲局\t\n{row}\n")
    assert [place for place, _ in said(found)] == ["3"]
    assert word in said(found)[0][1]
    assert ("A1", "甲局") in rows(found, "code", "name")


def test_a_supervising_unit_that_is_not_there_is_said():
    found = read("单位\t主管单位\n甲局\t无名局\n")
    assert "无名局" in said(found)[0][1]
    assert rows(found, "parent") == [(None,)]


def test_codes_that_come_later_are_given_to_nobody_else():
    found = read("代码\t单位\n\t甲局\nA001\t乙局\n")
    assert rows(found, "code") == [("A002",), ("A001",)]
    assert not found.problems


def test_a_person_may_say_what_a_column_holds():
    found = read("甲局\t第一局\n乙局\t第二局\n", meanings=["short", "name"])
    assert rows(found, "name", "short") == [("第一局", "甲局"), ("第二局", "乙局")]


def test_groups_are_known_by_name_or_code():
    value = draft_value(plan_value())[0]
    found = read("单位\t类别\n甲\tG1\n乙\t政府部门\n", value)
    assert rows(found, "group") == [("G1",), ("G1",)]
    assert not found.groups


def test_added_agencies_come_after_those_that_are_there():
    value = draft_value(plan_value())[0]
    found = read("单位2\n新单位\n", value, add=True)
    assert found.twins == ("单位2",)
    assert rows(found, "name") == [("新单位",)]
    added = applied(value, found, add=True)
    assert [held["name"] for held in added["agencies"]][-2:] == ["单位3", "新单位"]
    assert look_into(added).plan


def test_replaced_agencies_take_their_groups_along():
    value = draft_value(plan_value())[0]
    replaced = applied(value, read("单位\t类别\n甲\t新类\n", value), add=False)
    assert [held["name"] for held in replaced["groups"]] == ["新类"]
    assert look_into(replaced).plan


def test_quoted_cells_and_invisible_characters_are_read_as_they_are_seen():
    found = read('单位\t简称\n"甲\n局"\t\u200b甲\u00a0\n')
    assert rows(found, "name", "short") == [("甲 局", "甲")]


@pytest.mark.parametrize("text", ["", "\n\n", "\t\t\n"])
def test_nothing_gives_nothing(text):
    assert read(text).agencies == ()
