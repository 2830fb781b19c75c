"""One act on every batch of a selection: what is refused for one batch stops none of the others."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desktop.actions.authority import check_may
from desktop.actions.closing import assign_batch, close_batch, reopen_batch
from desktop.actions.errors import (
    BatchClosedError,
    BatchOpenError,
    BatchUnevenError,
    OverrideError,
)
from desktop.store import kinds
from desktop.store.survey_file import SurveyFile
from desktop.tally.errors import PingyiError

Progress = Callable[[int, int], None]
"""Told how many are done, of how many; may raise to stop. What is done by then is on record."""

_OF_ONE = (BatchUnevenError, BatchClosedError, BatchOpenError, OverrideError)
"""Refusals that say something of one batch; any other ends the work."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """Codes of the batches it was done to; those it was refused for, and why the first was."""

    done: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    error: PingyiError | None = None


def assign_batches(
    survey: SurveyFile,
    codes: Sequence[str],
    station: str,
    *,
    operator: str = "",
    progress: Progress = lambda done, total: None,
) -> Outcome:
    """Hand every batch to a station. The errors of `assign_batch`."""
    check_may(survey, operator, kinds.ASSIGNED)
    return _each(
        codes, lambda code: assign_batch(survey, code, station, operator=operator), progress
    )


def close_batches(
    survey: SurveyFile,
    codes: Sequence[str],
    *,
    reason: str = "",
    operator: str = "",
    progress: Progress = lambda done, total: None,
) -> Outcome:
    """Close every batch that agrees with its slip; with a reason, those that do not as well.

    A batch that agrees is closed without the reason. RoleMissingError, SealedError.
    """
    check_may(survey, operator, kinds.CLOSED)
    agreeing = _each(codes, lambda code: close_batch(survey, code, operator=operator), progress)
    if not (agreeing.refused and reason.strip()):
        return agreeing
    others = _each(
        agreeing.refused,
        lambda code: close_batch(survey, code, reason=reason, operator=operator),
        progress,
    )
    return Outcome(agreeing.done + others.done, others.refused, others.error)


def reopen_batches(
    survey: SurveyFile,
    codes: Sequence[str],
    *,
    reason: str,
    operator: str = "",
    progress: Progress = lambda done, total: None,
) -> Outcome:
    """Open every batch again that is closed. The errors of `reopen_batch`."""
    check_may(survey, operator, kinds.REOPENED)
    return _each(
        codes,
        lambda code: reopen_batch(survey, code, reason=reason, operator=operator),
        progress,
    )


def _each(codes: Sequence[str], act: Callable[[str], object], progress: Progress) -> Outcome:
    done: list[str] = []
    refused: dict[str, PingyiError] = {}
    for at, code in enumerate(codes):
        progress(at, len(codes))
        try:
            act(code)
        except _OF_ONE as error:
            refused[code] = error
        else:
            done.append(code)
    return Outcome(tuple(done), tuple(refused), next(iter(refused.values()), None))
