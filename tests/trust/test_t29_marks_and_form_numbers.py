"""T29: marks and form numbers outside the plan are refused at the cell and counted nowhere."""

import pytest

from desktop.tally.counting import MarkCounter
from desktop.tally.form import Form, FormNumberError, check_form, read_form_number
from desktop.tally.marks import MarksLengthError, MarkUnknownError
from tests.plans import shipped_plan

PLAN = shipped_plan("2005")
SOUND = "123" * 200


@pytest.mark.parametrize("mark", ["4", "6", "9", "?", "１", "X", "*", " ", "\t", "", "-1", "\x00"])
def test_t29_a_grade_outside_the_plan_is_refused_at_its_cell(mark):
    marks = SOUND[:7] + mark + SOUND[8:]
    with pytest.raises((MarkUnknownError, MarksLengthError)) as caught:
        check_form(PLAN, Form("B001", 1, marks))
    if len(mark) == 1:
        assert (caught.value.fields["agency"], caught.value.fields["dimension"]) == ("A002", "D3")


@pytest.mark.parametrize("cells", [0, 1, 599, 601, 1200])
def test_t29_a_form_of_other_than_600_cells_is_refused(cells):
    with pytest.raises(MarksLengthError) as caught:
        check_form(PLAN, Form("B001", 1, (SOUND * 2)[:cells]))
    assert str(caught.value).startswith(f"A form of this plan has 600 cells, not {cells}")


@pytest.mark.parametrize("cells", [599, 601])
def test_t29_a_void_form_may_be_empty_but_not_short_or_long(cells):
    check_form(PLAN, Form("B001", 1, "", "V1"))
    with pytest.raises(MarksLengthError):
        check_form(PLAN, Form("B001", 1, (SOUND * 2)[:cells], "V1"))


@pytest.mark.parametrize("marks", [SOUND[:599], SOUND + "1"])
def test_t29_the_count_itself_refuses_599_and_601_cells(marks):
    counter = MarkCounter(PLAN)
    with pytest.raises(MarksLengthError):
        counter.add(marks.encode())
    assert counter.forms == 0
    assert not any(map(any, counter.counts()))


OTHER_DIGITS = ("１７", "B001-０17", "٣", "²")
BLANKS = ("", " ", " 17", "17 ", "1 7", "17\n", "\u300017", "B001- 17", "B001 -17", "B001-")
SIGNS = ("+17", "-17", "--17", "B001--17", "B001-+17", "17.0", "1e2", "0x11", "1_7")
LETTERS = ("A", "17A", "B001", "B001-17A", "B001-017-1", "批-17", "Ｂ001-17")
OFF_THE_PAPER = ("0", "000", "B001-0", "100000", "B001-123456")


@pytest.mark.parametrize("text", [*OTHER_DIGITS, *BLANKS, *SIGNS, *LETTERS, *OFF_THE_PAPER])
def test_t29_a_form_number_of_anything_but_plain_digits_is_refused(text):
    with pytest.raises(FormNumberError) as caught:
        read_form_number(text, "B001")
    assert f'"{text}" is not a form number' in str(caught.value)
