"""One survey that two archives keyed into their files: the second file as a second keying."""

from dataclasses import replace

import pytest

from desktop.tally.error_rates import Comparison, error_rates, rate_text
from desktop.tally.keyings import FormStage, Keying, differing_cells, standing
from desktop.tally.second_keying import drawn_numbers
from tests.reference.real_data import INSTITUTIONS, rows_of

FORMS, CELLS = 1974, 25_662


@pytest.fixture(scope="module")
def pairs(shared_data):
    """Marks of the first and of the second file, form by form in row order."""
    main = rows_of(shared_data / "gss_confidence_1972_2012" / "responses.csv")
    copy = rows_of(shared_data / "gss_confidence_2012_second_copy" / "responses.csv")
    first = [marks_of(row) for row in main if row["year"] == "2012"]
    return list(zip(first, map(marks_of, copy), strict=True))


def marks_of(row):
    return "".join(row[name] or "0" for name in INSTITUTIONS)


def keyings(number, first, second):
    return (
        Keying(f"{number:05}a", 1, "S1", "norc", "", first),
        Keying(f"{number:05}b", 2, "S2", "poliscidata", "", second),
    )


def test_every_form_agrees(pairs):
    for number, (first, second) in enumerate(pairs, 1):
        main, copy = keyings(number, first, second)
        found = standing([main], [copy], [], [], drawn=True)
        assert found.stage is FormStage.AGREED
        assert (found.content, found.counted) == (("", first), f"{number:05}a")
        assert differing_cells(first, second) == ()
    assert len(pairs) == FORMS


def compared(pairs):
    return [
        Comparison("Y2012", "norc", "poliscidata", ("", first), ("", second), ("", second))
        for first, second in pairs
    ]


def test_no_cell_differs(pairs):
    rates = error_rates(compared(pairs)).overall
    assert (rates.cells.errors, rates.cells.trials) == (0, CELLS)
    assert (rates.forms.errors, rates.forms.trials) == (0, FORMS)
    assert rate_text(rates.cells) == "0.00 ‰ (0.00–0.14)"


def test_a_row_that_slips_by_one_would_be_found(pairs):
    """The second file moved down by one form: the comparison is no rubber stamp."""
    seconds = [second for _, second in pairs]
    slipped = list(zip([first for first, _ in pairs], seconds[1:] + seconds[:1], strict=True))
    assert error_rates(compared(slipped)).overall.cells.errors > CELLS // 4


def test_one_wrong_mark_of_a_drawn_tenth_is_found(pairs):
    drawn = drawn_numbers("20060508", "Y2012", FORMS, 10)
    share = compared([pairs[number - 1] for number in drawn])
    marks = share[7].first[1]
    share[7] = replace(share[7], first=("", ("2" if marks[0] == "1" else "1") + marks[1:]))
    rates = error_rates(share).overall
    assert (rates.cells.errors, rates.forms.errors, rates.forms.trials) == (1, 1, 198)
