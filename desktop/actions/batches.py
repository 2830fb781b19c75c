"""Register a batch from its slip, or correct what was copied wrongly."""

from collections.abc import Collection, Sequence

from desktop.actions.authority import check_may
from desktop.actions.errors import (
    BatchCountError,
    BatchExistsError,
    BatchUnknownError,
    ChannelUnknownError,
    OriginUnknownError,
)
from desktop.store import kinds, queries
from desktop.store.kinds import RecordId
from desktop.store.survey_file import SurveyFile
from desktop.tally.form import check_batch_code
from desktop.tally.reconciliation import Slip


def register_batch(survey: SurveyFile, slip: Slip, *, operator: str = "") -> None:
    """Put a slip on record; refused where the code is taken or the plan does not know a part."""
    check_slip(survey, slip, operator, {held.code for held in queries.slips(survey)})
    with survey.transaction():
        append_slip(survey, slip, (), operator)


def correct_batch(survey: SurveyFile, slip: Slip, *, operator: str = "") -> None:
    """Put a corrected slip in the place of the one on record; BatchUnknownError."""
    check_slip(survey, slip, operator)
    check_registered(survey, slip.code)
    with survey.transaction():
        append_slip(survey, slip, queries.batch_heads(survey, slip.code), operator)


def check_slip(
    survey: SurveyFile, slip: Slip, operator: str, taken: Collection[str] = frozenset()
) -> None:
    """Raise unless the slip may be put on record under a code that is not among those `taken`."""
    check_may(survey, operator, kinds.BATCH)
    check_batch_code(slip.code)
    check_channel(survey, slip.channel)
    if not 1 <= slip.count <= 99999:
        raise BatchCountError(count=slip.count)
    if slip.origin is not None and slip.origin not in {a.code for a in survey.plan.agencies}:
        raise OriginUnknownError(origin=slip.origin)
    if slip.code.casefold() in {code.casefold() for code in taken}:
        raise BatchExistsError(batch=slip.code)


def append_slip(
    survey: SurveyFile, slip: Slip, replaced: Sequence[RecordId], operator: str
) -> None:
    """Put a slip that was checked on record, inside the caller's transaction."""
    fields = {name: getattr(slip, name) for name in ("code", "channel", "count", "origin")}
    survey.append(kinds.BATCH, fields, parents=replaced, operator=operator)


def check_channel(survey: SurveyFile, channel: str) -> None:
    """ChannelUnknownError unless the plan lists the channel."""
    known = [held.code for held in survey.plan.channels]
    if channel not in known:
        raise ChannelUnknownError(channel=channel, known=" ".join(known))


def check_registered(survey: SurveyFile, batch: str) -> None:
    """BatchUnknownError unless the batch's slip is on record."""
    if queries.slip(survey, batch) is None:
        raise BatchUnknownError(batch=batch)
