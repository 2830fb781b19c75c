"""What people type into the fields of a letter, and what is made of it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.letter_entry import (
    MOST_COPIES,
    CopiesTypedError,
    DayTypedError,
    TextTypedError,
    names_text,
    read_copies,
    read_letter_day,
    read_line,
    read_names,
)

TODAY = date(2006, 5, 8)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("", ()),
        (" \n ", ()),
        ("市委", ("市委",)),
        ("市委、市人大，市府, 市纪委；市院;协", ("市委", "市人大", "市府", "市纪委", "市院", "协")),
        ("各县（市、区）党委、政府", ("各县（市、区）党委", "政府")),
        ("各县(市,区)党委、政府", ("各县(市,区)党委", "政府")),
        ("各县（市、区党委、政府", ("各县（市、区党委、政府",)),
        ("甲）、乙", ("甲）", "乙")),
        ("市委、市政府\n 市人大 \n\n", ("市委、市政府", "市人大")),
        ("、市委、、", ("市委",)),
    ],
)  # fmt: skip
def test_names_stand_a_line_each_or_apart_by_marks(text, names):
    assert read_names(text) == names


def test_a_list_of_names_reads_back_as_it_was():
    for names in (("市委", "市政府"), ("A, B",), ("A、B", "C"), ("各县（市、区）", "D"), ()):
        assert read_names(names_text(names)) == names


@given(st.lists(st.text("市县区（）、，, 甲乙", min_size=1, max_size=8), max_size=4))
def test_any_names_read_back(names):
    tidy = tuple(name for name in map(read_line, names) if name)
    assert read_names(names_text(tidy)) == tidy


@pytest.mark.parametrize(
    ("text", "copies"),
    [("", None), (" ", None), ("1", 1), (" 120 ", 120), ("１２０", 120), ("999999", MOST_COPIES)],
)
def test_copies_are_a_number_or_nothing(text, copies):
    assert read_copies(text) == copies


@pytest.mark.parametrize("text", ["0", "000", "-1", "1.5", "1,000", "1000000", "12份", "²", "九"])
def test_what_is_no_number_of_copies_is_refused(text):
    with pytest.raises(CopiesTypedError):
        read_copies(text)


@pytest.mark.parametrize("text", ["2006-05-30", "2006年5月30日", "20060530", "2006.5.30", "5-30"])
def test_a_day_is_written_in_one_way(text):
    assert read_letter_day(text, TODAY) == "2006-05-30"


def test_no_day_is_no_day():
    assert read_letter_day("  ", TODAY) == ""


@pytest.mark.parametrize("text", ["2006-02-30", "2006-13-01", "tomorrow", "2006-05-3x"])
def test_what_is_no_day_is_refused(text):
    with pytest.raises(DayTypedError):
        read_letter_day(text, TODAY)


@pytest.mark.parametrize("text", ["a\u202eb", "a\u200bb", "x" * 201])
def test_what_a_letter_file_would_refuse_is_refused_while_it_is_typed(text):
    for read in (read_line, read_names):
        with pytest.raises(TextTypedError):
            read(text)
