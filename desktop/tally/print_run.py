"""A run of numbered forms to be printed: which numbers of which batch, by which channel."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.tally.errors import PingyiError
from desktop.tally.form import FormNumberError, check_batch_code, form_name
from desktop.tally.plan import Plan

MOST_FORMS = 10_000
"""Forms of one file, the most that was measured: 40,000 pages of 2005 in 115 MB of memory."""
_LAST_NUMBER = 99_999


class RunReversedError(PingyiError):
    message = "The forms run from {first} back to {last}: give the smaller number first."


class RunTooLongError(PingyiError):
    message = (
        "{count} forms are too many for one file: print at most {most} at a time, "
        "such as {first} to {last}."
    )


class RunChannelError(PingyiError):
    message = 'The plan lists no channel "{channel}": use one of {known}.'


@dataclass(frozen=True, slots=True)
class PrintRun:
    """Numbers `first` to `last` of a batch, both printed; `channel` is its code in the plan."""

    batch: str
    first: int
    last: int
    channel: str

    @property
    def count(self) -> int:
        return self.last - self.first + 1

    def name(self, number: int) -> str:
        return form_name(self.batch, number)

    def names(self) -> Iterator[str]:
        """`B001-017` and so on, in order."""
        return map(self.name, range(self.first, self.last + 1))


def check_run(plan: Plan, run: PrintRun) -> None:
    """BatchCodeError, FormNumberError, RunReversedError, RunTooLongError, RunChannelError."""
    check_batch_code(run.batch)
    for number in (run.first, run.last):
        if not 1 <= number <= _LAST_NUMBER:
            raise FormNumberError(text=number)
    if run.first > run.last:
        raise RunReversedError(first=run.first, last=run.last)
    if run.count > MOST_FORMS:
        last = run.first + MOST_FORMS - 1
        raise RunTooLongError(count=run.count, most=MOST_FORMS, first=run.first, last=last)
    known = [held.code for held in plan.channels]
    if run.channel not in known:
        raise RunChannelError(channel=run.channel, known=" ".join(known))
