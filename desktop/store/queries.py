"""What the survey file holds, as plain values; reading never writes."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any

from desktop.store.kinds import RecordId
from desktop.store.survey_file import SurveyFile
from desktop.tally.counting import Source, Totals, TotalsRow
from desktop.tally.form import FormState
from desktop.tally.marks import MarkCounts
from desktop.tally.plan import Plan
from desktop.tally.reconciliation import (
    FormStanding,
    ReconciliationRow,
    Slip,
    reconcile_batch,
)

_NONE: tuple[str, Iterator[Any]] = ("", iter(()))


def zero_declared(survey: SurveyFile) -> bool:
    """Whether the zero report stands, so that keying is open."""
    return survey.db.execute("SELECT 1 FROM zero LIMIT 1").fetchone() is not None


def keying_records(survey: SurveyFile) -> list[tuple[str, str]]:
    """Id and kind of every record that a zero report must not find."""
    return survey.db.execute(
        "SELECT id, kind FROM record WHERE kind IN"
        " ('form.keyed', 'form.doubted', 'form.ruled', 'totals.entered')"
    ).fetchall()


@dataclass(frozen=True, slots=True)
class Operator:
    """Somebody who signs in: a code, a name, roles, and the scrypt hash of a PIN."""

    record: RecordId
    code: str
    name: str
    roles: frozenset[str]
    salt: str
    pin: str


def operators(survey: SurveyFile) -> list[Operator]:
    """Every operator as last registered, in order of code."""
    rows = survey.db.execute(
        "SELECT record, operator, name, roles, salt, pin FROM operator ORDER BY operator, record"
    )
    return [
        Operator(RecordId(record), code, name, frozenset(roles.split()), salt, pin)
        for record, code, name, roles, salt, pin in rows.fetchall()
    ]


def slip(survey: SurveyFile, batch: str) -> Slip | None:
    """A registered batch, or None."""
    row = survey.db.execute(
        "SELECT code, channel, count, origin FROM batch WHERE code = ? ORDER BY record LIMIT 1",
        (batch,),
    ).fetchone()
    return Slip(*row) if row else None


def slips(survey: SurveyFile) -> list[Slip]:
    """Every registered batch in order of code; of two registrations the smaller record stands."""
    rows = survey.db.execute(
        "SELECT code, channel, count, origin, min(record) FROM batch GROUP BY code ORDER BY code"
    )
    return [Slip(*row[:4]) for row in rows.fetchall()]


def batch_heads(survey: SurveyFile, batch: str) -> list[RecordId]:
    """The registrations that a correction of this slip replaces."""
    rows = survey.db.execute("SELECT record FROM batch WHERE code = ? ORDER BY record", (batch,))
    return [RecordId(record) for (record,) in rows.fetchall()]


def marks_by_source(
    survey: SurveyFile, *, apart: bool | None = None
) -> Iterator[tuple[Source, bytes]]:
    """Marks of every valid form with its channel, and its origin where own forms count apart.

    `apart` names the origin, or none, whatever the plan says of own forms.
    """
    query = "SELECT batch, CAST(marks AS BLOB) FROM head WHERE counts = 1"
    return _with_source(survey, query, apart)


def marks_keyed_once(survey: SurveyFile) -> Iterator[tuple[Source, bytes]]:
    """As `marks_by_source`, of those forms alone that nobody keyed a second time or ruled on."""
    query = (
        "SELECT batch, CAST(marks AS BLOB) FROM head JOIN form USING (batch, number)"
        " WHERE counts = 1 AND stage IN ('single', 'awaiting')"
    )
    return _with_source(survey, query)


def _with_source(
    survey: SurveyFile, query: str, apart: bool | None = None
) -> Iterator[tuple[Source, bytes]]:
    if apart is None:
        apart = survey.plan.scoring.exclude_self
    sources = {slip.code: (slip.channel, slip.origin if apart else None) for slip in slips(survey)}
    for batch, marks in survey.db.conn.execute(query):
        if source := sources.get(batch):  # none where nobody registered the batch
            yield source, marks


def valid_forms(survey: SurveyFile) -> Iterator[tuple[str, int, bytes]]:
    """Batch, number and marks of every valid form."""
    query = "SELECT batch, number, CAST(marks AS BLOB) FROM head WHERE counts = 1"
    return iter(survey.db.conn.execute(query))


def void_forms(survey: SurveyFile) -> list[tuple[str, int, str]]:
    """Batch, number and reason of every void form, by batch and number."""
    return survey.db.execute(
        "SELECT batch, number, void FROM form WHERE state = 'void' ORDER BY batch, number"
    ).fetchall()


def settled_forms(survey: SurveyFile) -> Iterator[tuple[str, int, str, str]]:
    """Batch, number, void reason and marks of every settled form, by batch and number."""
    query = (
        "SELECT batch, number, form.void, marks FROM form JOIN head USING (batch, number)"
        " WHERE counts > 0 ORDER BY batch, number"
    )
    return iter(survey.db.conn.execute(query))


def batch_rows(survey: SurveyFile) -> Iterator[ReconciliationRow]:
    """Every registered batch against its slip; one batch's numbers in memory at a time."""
    query = "SELECT batch, number, state, void FROM form ORDER BY batch, number"
    keyed = groupby(survey.db.conn.execute(query), key=itemgetter(0))
    batch, forms = next(keyed, _NONE)
    for held in slips(survey):
        while batch and batch < held.code:  # forms whose batch nobody registered
            batch, forms = next(keyed, _NONE)
        if batch == held.code:
            yield reconcile_batch(survey.plan, held, map(_standing, forms))
            batch, forms = next(keyed, _NONE)
        else:
            yield reconcile_batch(survey.plan, held, ())


def totals(survey: SurveyFile) -> list[Totals]:
    """Counts taken over from outside, in order of channel and source."""
    rows = survey.db.execute(
        "SELECT channel, source, rows, record FROM totals ORDER BY channel, source, record"
    )
    return [
        Totals(channel, source, _totals_rows(survey.plan, text), record)
        for channel, source, text, record in rows.fetchall()
    ]


def _standing(row: tuple[Any, ...]) -> FormStanding:
    _, number, state, void = row
    return FormStanding(number, FormState(state), void)


def _totals_rows(plan: Plan, text: str) -> tuple[TotalsRow, ...]:
    return tuple(_totals_row(plan, row) for row in json.loads(text))


def _totals_row(plan: Plan, row: dict[str, Any]) -> TotalsRow:
    counts = MarkCounts(
        tuple(row["counts"][grade.code] for grade in plan.grades),
        row["blank"],
        row["dont_know"],
        row["invalid"],
        row["not_applicable"],
    )
    return TotalsRow(row["agency"], row["dimension"], counts, row["forms"])
