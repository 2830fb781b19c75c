"""What a clerk sees of the work: the batches at this station, and the forms of one of them."""

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.store import form_queries, queries
from desktop.store.survey_file import SurveyFile
from desktop.tally.form import FormState
from desktop.tally.keyings import FormStage


@dataclass(frozen=True, slots=True)
class BatchWork:
    """A batch against its slip, in counts of forms."""

    code: str
    channel: str
    count: int
    keyed: int
    """Forms of any standing, void and extra ones too."""
    void: int
    extra: int
    """Numbers beyond the slip."""
    closed: bool
    station: str | None
    """Whom the supervisor gave it to, or None."""

    @property
    def left(self) -> int:
        return self.count - (self.keyed - self.extra)


@dataclass(frozen=True, slots=True)
class FormLine:
    """A form of a batch, as the list beside the grid shows it."""

    number: int
    state: FormState
    stage: FormStage
    void: str


def batch_work(survey: SurveyFile) -> list[BatchWork]:
    """Every registered batch, by code."""
    keyed, closed, given = _keyed(survey), _closed(survey), _assigned(survey)
    return [
        BatchWork(
            slip.code,
            slip.channel,
            slip.count,
            *keyed.get(slip.code, (0, 0, 0)),
            slip.code in closed,
            given.get(slip.code),
        )
        for slip in queries.slips(survey)
    ]


def is_here(survey: SurveyFile, batch: BatchWork) -> bool:
    """Whether the batch may be keyed at this station: given to it, or to nobody."""
    return batch.station in (None, survey.station)


def form_lines(survey: SurveyFile, batch: str) -> list[FormLine]:
    """Every form of a batch of which something is known, by number."""
    rows = survey.db.execute(
        "SELECT number, state, stage, void FROM form WHERE batch = ? ORDER BY number", (batch,)
    )
    return [
        FormLine(number, FormState(state), FormStage(stage), void)
        for number, state, stage, void in rows.fetchall()
    ]


def second_keying_due(survey: SurveyFile) -> Mapping[str, tuple[int, ...]]:
    """Numbers drawn and keyed once, by batch; batches with none are left out."""
    found = {slip.code: form_queries.awaiting(survey, slip.code) for slip in queries.slips(survey)}
    return {batch: numbers for batch, numbers in found.items() if numbers}


def last_saved(survey: SurveyFile) -> tuple[str, int] | None:
    """Batch and number of the form that this station put on record last."""
    # the plus keeps SQLite from the station's index: the newest records are read backwards
    row = survey.db.execute(
        "SELECT json_extract(body, '$.data.batch'), json_extract(body, '$.data.number')"
        " FROM record WHERE kind = 'form.keyed' AND +station = ? ORDER BY number DESC LIMIT 1",
        (survey.station,),
    ).fetchone()
    return (str(row[0]), int(row[1])) if row else None


def _keyed(survey: SurveyFile) -> Mapping[str, tuple[int, int, int]]:
    rows = survey.db.execute(
        "SELECT form.batch, count(*), sum(form.state = 'void'), sum(form.number > slip.count)"
        " FROM form JOIN (SELECT code, count, min(record) FROM batch GROUP BY code) AS slip"
        " ON slip.code = form.batch GROUP BY form.batch"
    )
    return {batch: (keyed, void, extra) for batch, keyed, void, extra in rows.fetchall()}


def _closed(survey: SurveyFile) -> frozenset[str]:
    rows = survey.db.execute("SELECT batch FROM closing WHERE kind = 'closed'").fetchall()
    return frozenset(batch for (batch,) in rows)


def _assigned(survey: SurveyFile) -> Mapping[str, str]:
    rows = survey.db.execute("SELECT batch, station, min(record) FROM assignment GROUP BY batch")
    return {batch: station for batch, station, _ in rows.fetchall()}
