"""Forms that are not simply settled: conflicts, differences, doubts, second keyings due."""

from dataclasses import dataclass

from desktop.store import queries
from desktop.store.form_projection import form_heads
from desktop.store.kinds import RecordId
from desktop.store.survey_file import SurveyFile
from desktop.tally.form import form_name
from desktop.tally.keyings import OPEN, FormStage, Keying, own_second_keyings
from desktop.tally.second_keying import drawn_numbers


@dataclass(frozen=True, slots=True)
class OpenForm:
    """A form that waits for somebody, with every record that has a say."""

    batch: str
    number: int
    stage: FormStage
    heads: tuple[Keying, ...]
    doubts: tuple[tuple[RecordId, str], ...]
    """Flags 疑难 with what was noted."""

    @property
    def name(self) -> str:
        return form_name(self.batch, self.number)


def open_forms(survey: SurveyFile) -> list[OpenForm]:
    """Forms that count as nothing until somebody acts, by batch and number."""
    marks = ", ".join("?" * len(OPEN))
    query = (
        "SELECT batch, number FROM form"  # noqa: S608  placeholders alone
        f" WHERE stage IN ({marks}) ORDER BY batch, number"
    )
    places = survey.db.execute(query, [stage.value for stage in OPEN]).fetchall()
    return [open_form(survey, *place) for place in places]


def open_form(survey: SurveyFile, batch: str, number: int) -> OpenForm:
    """A form with its heads, whatever its stage; SINGLE where nothing is known of it."""
    row = survey.db.execute(
        "SELECT stage FROM form WHERE batch = ? AND number = ?", (batch, number)
    ).fetchone()
    doubts = survey.db.execute(
        "SELECT record, note FROM doubt WHERE batch = ? AND number = ? ORDER BY record",
        (batch, number),
    ).fetchall()
    stage = FormStage(row[0]) if row else FormStage.SINGLE
    return OpenForm(batch, number, stage, tuple(keyings(survey, batch, number)), tuple(doubts))


def keyings(survey: SurveyFile, batch: str, number: int) -> list[Keying]:
    """The heads of a form: rulings (pass 0), first keyings, second keyings, each by id."""
    return form_heads(survey.db, batch, number)


def has_keyed(survey: SurveyFile, batch: str, operator: str) -> bool:
    """Whether this operator ever keyed a form of the batch, replaced since or not.

    Without an operator it is asked of this station, where nobody signed in.
    """
    found = survey.db.execute(
        "SELECT 1 FROM keyer WHERE batch = ? AND operator = ? AND (? <> '' OR station = ?) LIMIT 1",
        (batch, operator, operator, survey.station),
    )
    return found.fetchone() is not None


def drawing(survey: SurveyFile, batch: str) -> tuple[str, int] | None:
    """Seed and percent of the batch's second keying, or None; of two the smaller record stands."""
    row = survey.db.execute(
        "SELECT seed, percent FROM drawing WHERE batch = ? ORDER BY record LIMIT 1", (batch,)
    ).fetchone()
    return (str(row[0]), int(row[1])) if row else None


def drawn(survey: SurveyFile, batch: str) -> tuple[int, ...]:
    """Form numbers of a batch to be keyed a second time; empty before the drawing."""
    found, slip = drawing(survey, batch), queries.slip(survey, batch)
    if found is None or slip is None:
        return ()
    return drawn_numbers(found[0], batch, slip.count, found[1])


def awaiting(survey: SurveyFile, batch: str) -> tuple[int, ...]:
    """Drawn numbers that were keyed once, and by nobody else a second time yet."""
    return tuple(
        number for number in drawn(survey, batch) if _awaits(keyings(survey, batch, number))
    )


def _awaits(heads: list[Keying]) -> bool:
    first = [head for head in heads if head.pass_number == 1]
    second = [head for head in heads if head.pass_number == 2]
    ruled = any(head.pass_number == 0 for head in heads)
    return bool(first) and not ruled and len(own_second_keyings(first, second)) == len(second)


def is_closed(survey: SurveyFile, batch: str) -> bool:
    """Whether a closing of the batch stands."""
    found = survey.db.execute(
        "SELECT 1 FROM closing WHERE batch = ? AND kind = 'closed' LIMIT 1", (batch,)
    )
    return found.fetchone() is not None


def closing_heads(survey: SurveyFile, batch: str) -> list[RecordId]:
    """Closings and reopenings that the next one replaces."""
    rows = survey.db.execute("SELECT record FROM closing WHERE batch = ? ORDER BY record", (batch,))
    return [RecordId(record) for (record,) in rows.fetchall()]


def assigned_station(survey: SurveyFile, batch: str) -> str | None:
    """The station that the supervisor gave the batch to; of two the smaller record stands."""
    row = survey.db.execute(
        "SELECT station FROM assignment WHERE batch = ? ORDER BY record LIMIT 1", (batch,)
    ).fetchone()
    return str(row[0]) if row else None


def assignment_heads(survey: SurveyFile, batch: str) -> list[RecordId]:
    rows = survey.db.execute(
        "SELECT record FROM assignment WHERE batch = ? ORDER BY record", (batch,)
    )
    return [RecordId(record) for (record,) in rows.fetchall()]


def notices(survey: SurveyFile) -> list[str]:
    """Forms that were keyed more than once in a pass, alike: counted once."""
    rows = survey.db.execute(
        "SELECT batch, number FROM form WHERE notice = 1 ORDER BY batch, number"
    )
    return [form_name(*row) for row in rows.fetchall()]


def unregistered_batches(survey: SurveyFile) -> list[str]:
    """Batches with forms and without a slip: their forms are not counted."""
    rows = survey.db.execute(
        "SELECT DISTINCT batch FROM form WHERE batch NOT IN (SELECT code FROM batch) ORDER BY batch"
    )
    return [batch for (batch,) in rows.fetchall()]
