"""The year's workbook: formulas recompute what is listed, and what is changed is noticed."""

import shutil
from pathlib import Path

import pytest

from desktop.report.ledger_workbook import write_ledger_workbook
from desktop.report.year_workbook import write_year_workbook
from tests.unit.assess.samples import shipped
from tests.unit.report.samples import HOSTILE, ZH
from tests.unit.report.sheets import EN, named
from tests.unit.report.test_workbook_opens import alike, opened, without_results
from tests.unit.report.workbooks import loaded
from tests.unit.report.years import assessment, book, city, entry, units, year

OFFICE = pytest.mark.skipif(
    shutil.which("soffice") is None,
    reason="LibreOffice is not installed: scripts/office-programs.sh installs it",
)


def added_points():
    """A set that adds points too, has a cap above and a veto."""
    held = year(shipped("added-points"))
    lines = (
        entry("A001", "B2", count=4),
        entry("A002", "C1", rate="93.3"),
        entry("A003", "D1"),
        entry("A004", "A1", count=40),
    )
    return book(assessment(*lines, of=held))


MADE = {"small": book, "a city's": lambda: book(city(30, 400)), "added": added_points}


def written(made, folder: Path, words=ZH, **changes) -> Path:
    return write_year_workbook(made, folder, **named(words=words, **changes))


@pytest.fixture(scope="module")
def paths(tmp_path_factory) -> dict[str, Path]:
    """One for every kind of year, and one in English; their names are plain."""
    folder = tmp_path_factory.mktemp("written")
    found = {
        name: written(made(), folder / f"{at}.xlsx") for at, (name, made) in enumerate(MADE.items())
    }
    return found | {"English": written(book(), folder / "en.xlsx", EN)}


@pytest.fixture(scope="module")
def computed(paths, tmp_path_factory):
    again = [without_results(path) for path in paths.values()]
    return opened(tmp_path_factory.mktemp("computed"), *again)


NAMES = [*MADE, "English"]


def test_the_ledger_keeps_a_rule_s_section_apart_from_its_text(tmp_path):
    made = assessment(entry("A001", "2-3"))
    path = tmp_path / "台账.xlsx"
    write_ledger_workbook(made.year, made.entries, path, **named())
    texts = {cell for row in loaded(path).worksheets[0].iter_rows(values_only=True) for cell in row}
    assert "二 超过承诺时限办结的" in texts


@OFFICE
@pytest.mark.parametrize("name", NAMES)
def test_what_is_computed_anew_is_what_is_kept_in_the_file(name, paths, computed):
    kept = loaded(paths[name], data_only=True)
    anew = computed[f"{paths[name].stem}x"]
    assert set(kept.sheetnames) == set(anew)
    for sheet in kept:
        for row, found in zip(sheet.iter_rows(values_only=True), anew[sheet.title], strict=True):
            assert all(map(alike, row, found)), (sheet.title, row, found)


@OFFICE
@pytest.mark.parametrize("name", NAMES)
def test_the_checks_computed_anew_add_up_to_zero_without_an_error(name, paths, computed):
    anew = computed[f"{paths[name].stem}x"]
    *rows, last = anew["核对" if "核对" in anew else "Checks"]
    assert last[-1] == "0"
    assert {row[-1] for row in rows[1:]} == {"0"}
    cells = {cell for sheet in anew.values() for row in sheet for cell in row}
    assert not [cell for cell in cells if cell.startswith(("#", "Err:"))]


# a sheet, the heading of what is changed in its first line, and what must notice it
BROKEN = {
    "a score": ("考评排名", "得分", "复算得分（按上下限），与表列得分之差。"),
    "a rank": ("考评排名", "名次", "复算得分更高的单位数加1，与名次之差。"),
    "a band": (
        "考评排名",
        "档次",
        "复算得分是否在所列档次的界限之内（在内计0；一票否决的除外）。",
    ),
    "a chapter": ("考评排名", "一", "各章分值之和与合计之差。"),
    "an entry": (
        "扣分台账",
        "计入（1）或不计（0）",
        "起始分加计入各条分值，与表列未封底得分之差。",
    ),
    "a count": ("档次", "单位数", "排名表中该档次的单位数，与表列单位数之差。"),
    "a rule": ("考评细则", "条数", "台账中计入的条数和分值，与本条所列之差。"),
    "a finding": (
        "明察暗访问题",
        "逾期（1）",
        "已反馈、未整改、期限早于截止日期的，与本行逾期标记之差。",
    ),
    "a composite score": ("综合评价表", "综合得分", "各项加权得分之和与综合得分之差。"),
}  # fmt: skip


@pytest.fixture(scope="module")
def changed(tmp_path_factory):
    folder, paths = tmp_path_factory.mktemp("changed"), []
    for at, (sheet, heading, _) in enumerate(BROKEN.values()):
        path = written(book(), folder / f"{at}.xlsx")
        held = loaded(path)
        column = [cell.value for cell in held[sheet][1]].index(heading) + 1
        cell = held[sheet].cell(2, column)
        # a text, or decimals that never end: those are formulas
        cell.value = 1 if isinstance(cell.value, str) else cell.value + 1
        held.save(path)
        paths.append(path)
    return opened(folder, *paths)


@OFFICE
@pytest.mark.parametrize("what", BROKEN)
def test_a_changed_figure_is_noticed(what, changed):
    *rows, last = changed[str(list(BROKEN).index(what))]["核对"]
    assert BROKEN[what][-1] in {row[1] for row in rows[1:] if row[-1] != "0"}
    assert float(last[-1]) > 0


def test_the_ledgers_stand_whole_with_numbers_as_numbers(tmp_path):
    held = loaded(written(book(), tmp_path), data_only=True)
    assert held.sheetnames == [
        "说明", "考评排名", "档次", "扣分台账", "明察暗访问题", "投诉件", "双优承诺", "诉求",
        "综合评价表", "评价项目", "考评结果运用事项", "考评细则", "核对",
    ]  # fmt: skip
    first, *rows = held["扣分台账"].iter_rows(values_only=True)
    points, counts = first.index("分值（负数为扣分）"), first.index("计入（1）或不计（0）")
    found = {row[0]: (row[points], row[counts]) for row in rows}
    assert len(found) == 8
    assert sum(p for p, counted in found.values() if counted) == pytest.approx(-9.2857142857 - 53)


def test_strange_texts_stay_texts(tmp_path):
    made = assessment(
        *(entry("A001", "4-6", text=text, case=text) for text in HOSTILE),
        of=year(units=units(*HOSTILE)),
    )
    held = loaded(written(book(made), tmp_path))
    cells = [cell for sheet in held for row in sheet.iter_rows() for cell in row]
    shown = {cell.value for cell in cells if cell.data_type == "s"}
    assert set(HOSTILE) <= shown


def test_empty_ledgers_say_so(tmp_path):
    made = book(assessment(of=year()))
    bare = type(made)(made.assessment, made.findings, made.complaints, made.consequences)
    held = loaded(written(bare, tmp_path))
    assert held["双优承诺"].cell(2, 1).value == "（无）"
    assert "综合评价表" not in held.sheetnames


def test_a_drill_says_so_on_every_page(tmp_path):
    held = loaded(written(book(), tmp_path, mode="drill"))
    assert all("演练" in sheet.oddHeader.left.text for sheet in held)
