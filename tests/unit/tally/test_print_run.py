"""A run of numbered forms: which numbers it prints, and which it refuses."""

import pytest

from desktop.tally.errors import PingyiError
from desktop.tally.form import BatchCodeError, FormNumberError, read_form_name
from desktop.tally.print_run import (
    MOST_FORMS,
    PrintRun,
    RunChannelError,
    RunReversedError,
    RunTooLongError,
    check_run,
)
from tests.plans import small_plan

PLAN = small_plan()


def test_a_run_names_its_forms_as_they_are_keyed():
    run = PrintRun("B117", 98, 101, "C1")
    assert list(run.names()) == ["B117-098", "B117-099", "B117-100", "B117-101"]
    assert run.count == 4
    assert [read_form_name(name) for name in run.names()] == [("B117", at) for at in range(98, 102)]


@pytest.mark.parametrize(
    "run",
    [
        PrintRun("B001", 1, 1, "C1"),
        PrintRun("b1", 99_999, 99_999, "C2"),
        PrintRun("ABCDEFGHJKLM3456", 1, MOST_FORMS, "C1"),
    ],
)
def test_a_run_within_the_limits_is_taken(run):
    check_run(PLAN, run)


@pytest.mark.parametrize(
    ("run", "error", "said"),
    [
        (PrintRun("B001", 5, 4, "C1"), RunReversedError, "from 5 back to 4"),
        (PrintRun("B001", 0, 4, "C1"), FormNumberError, '"0" is not a form number'),
        (PrintRun("B001", 1, 100_000, "C1"), FormNumberError, '"100000" is not a form number'),
        (PrintRun("B001", 100_001, 100_002, "C1"), FormNumberError, "100001"),
        (PrintRun("B 001", 1, 2, "C1"), BatchCodeError, "B 001"),
        (PrintRun("", 1, 2, "C1"), BatchCodeError, "not a batch code"),
        (PrintRun("B001", 1, 2, "C9"), RunChannelError, "use one of C1 C2"),
        (PrintRun("B001", 11, 11 + MOST_FORMS, "C1"), RunTooLongError, "such as 11 to 10010"),
    ],
)
def test_a_run_that_cannot_be_is_refused_with_its_remedy(run, error, said):
    with pytest.raises(error) as refused:
        check_run(PLAN, run)
    assert isinstance(refused.value, PingyiError)
    assert said in str(refused.value)
