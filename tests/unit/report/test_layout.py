"""Lines, strips and columns: nothing is lost, nothing runs off the page."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.report.columns import parts
from desktop.report.fonts import text_width
from desktop.report.lines import broken
from desktop.report.strips import Strip, gap, pages
from desktop.report.table import Column, Kind, Table, row
from desktop.report.table_strips import table_strips
from desktop.report.theme import document_theme


@given(st.text("市教育局，。（）ab-1 \n", max_size=80), st.floats(2.5, 12))
def test_breaking_keeps_every_character_and_the_width(text, room):
    lines = broken(text, room)
    assert "".join(lines) == text.replace("\n", "")
    assert all(text_width(line.rstrip(" ")) <= room + 0.001 for line in lines)


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("市教育局，好", 4, ("市教育", "局，好")),
        ("市（教育）局", 2, ("市", "（教", "育）", "局")),
        ("B001-003、B001-004", 6, ("B001-003、", "B001-004")),
        ("甲\n乙", 9, ("甲", "乙")),
        ("甲乙 丙丁", 2, ("甲乙 ", "丙丁")),
    ],
)
def test_lines_break_as_chinese_print_does(text, room, lines):
    assert broken(text, room) == lines


def strip(height, name="", *, keep=False, repeat=()):
    return Strip(height, lambda _pen, _x, _top: name, keep=keep, repeat=repeat)


def names(page):
    return [held.draw(None, 0, 0) for held in page]


def test_what_is_kept_together_moves_together_and_heads_are_repeated():
    head = strip(10, "head")
    stack = [strip(60, "text"), strip(10, "title", keep=True), strip(40, "row", repeat=(head,))]
    assert [names(page) for page in pages(stack, 100)] == [["text"], ["title", "row"]]
    rows = [strip(40, f"row{at}", repeat=(head,)) for at in range(4)]
    assert [names(page) for page in pages([strip(20, "title"), *rows], 100)] == [
        ["title", "row0", "row1"],
        ["head", "row2", "row3"],
    ]


def cut(height, name):
    def split(room):
        return strip(room, f"{name} above"), strip(height - room, f"{name} below")

    return Strip(height, lambda _pen, _x, _top: name, repeat=(strip(10, "head"),), split=split)


def test_only_what_no_page_holds_is_cut_and_its_rest_goes_on_below_a_head():
    stack = [strip(70, "text"), cut(85, "row")]
    assert [names(page) for page in pages(stack, 100)] == [["text"], ["head", "row"]]
    stack = [strip(20, "title", keep=True), cut(140, "row")]
    assert [names(page) for page in pages(stack, 100)] == [
        ["title", "row above"],
        ["head", "row below"],
    ]


def test_a_loose_strip_is_cut_rather_than_leave_half_a_page_white():
    stack = [strip(60, "text"), strip(10, "title", keep=True), replace(cut(80, "row"), loose=True)]
    assert [names(page) for page in pages(stack, 100)] == [
        ["text", "title", "row above"],
        ["head", "row below"],
    ]


def test_white_space_vanishes_at_the_head_of_a_page():
    stack = [strip(95, "text"), gap(10), strip(40, "more")]
    assert [names(page) for page in pages(stack, 100)] == [["text"], ["more"]]


def test_neither_head_nor_a_single_row_is_left_alone():
    table = Table([Column("单位")], [row(f"{at}") for at in range(5)])
    strips = table_strips(table, 300, document_theme(), lambda _part, _of, _again: [])
    assert [held.keep for held in strips] == [True, True, False, False, True, False]
    assert all(held.loose for held in strips[1:])


def test_a_table_too_wide_falls_into_parts_with_the_keys_in_each():
    groups = [f"渠道{at // 3}" for at in range(30)]
    columns = [Column("单位", Kind.NAME), *(Column("得分", group=group) for group in groups)]
    table = Table(columns, [row("市教育局", *["100.0000"] * 30)])
    divided = parts(table, 500, document_theme())
    assert len(divided) > 1
    assert [at for part in divided for at in part.columns if at] == list(range(1, 31))
    for part in divided:
        assert part.columns[0] == 0
        assert sum(part.widths) == pytest.approx(500)
        # the columns of a channel stay side by side
        assert len(part.columns) % 3 == 1
