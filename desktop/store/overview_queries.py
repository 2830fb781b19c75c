"""Where the count stands, batch by batch and channel by channel: aggregates, no form by itself."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import astuple, dataclass
from functools import lru_cache
from typing import Self

from desktop.store.paper_queries import issued_by_channel
from desktop.store.survey_file import SurveyFile
from desktop.tally.second_keying import drawn_numbers


@dataclass(frozen=True, slots=True)
class Counts:
    """Forms of a batch, or of many, as far as each has come; the names follow GLOSSARY.md."""

    registered: int = 0
    """On the slips."""
    handed_out: int = 0
    """Of these, in batches that were given to a station."""
    keyed: int = 0
    """Of any standing, void and extra ones too."""
    void: int = 0
    extra: int = 0
    """Keyed under numbers beyond the slip."""
    missing: int = 0
    """Numbers of the slip that nobody keyed."""
    left: int = 0
    """Of these, in batches that are not closed: a closing says that the others have no paper."""
    second_keyed: int = 0
    """Drawn, and keyed a second time by somebody else, or ruled on."""
    second_due: int = 0
    """Drawn and keyed once."""
    second_ahead: int = 0
    """The plan's share of batches whose second keying is not drawn yet."""
    differing: int = 0
    """Back with the first keyer."""
    ruling: int = 0
    """Waiting for a ruling."""
    batches: int = 0
    closed: int = 0
    """Batches."""

    def __add__(self, other: Self) -> Self:
        pairs = zip(astuple(self), astuple(other), strict=True)
        return type(self)(*(one + another for one, another in pairs))

    @property
    def second(self) -> int:
        """Second keyings that were drawn and whose form is there."""
        return self.second_keyed + self.second_due


@dataclass(frozen=True, slots=True)
class BatchProgress:
    code: str
    channel: str
    origin: str | None
    station: str | None
    """Whom the supervisor gave it to, or None."""
    counts: Counts

    @property
    def is_closed(self) -> bool:
        return bool(self.counts.closed)


@dataclass(frozen=True, slots=True)
class ChannelProgress:
    """What went out and came back by the issue register, and how far it has come since."""

    code: str
    name: str
    issued: int | None
    """The plan's figure where the register says nothing; None where nobody counted."""
    returned: int | None
    """None where the register says nothing."""
    counts: Counts


Numbers = Mapping[str, set[int]]

# a seed and a slip draw the same numbers for ever, and hashing them is half of an overview
_drawn = lru_cache(maxsize=4096)(drawn_numbers)

_OWN = (
    "CASE WHEN one.operator <> '' OR other.operator <> '' THEN one.operator = other.operator"
    " ELSE one.station = other.station END"
)
"""`tally.keyings.same_person`."""


def batch_progress(survey: SurveyFile) -> list[BatchProgress]:
    """Every registered batch, by code; of two registrations the smaller record stands."""
    forms, closed, given = _forms(survey), _closed(survey), _given(survey)
    second = _second_keyings(survey)
    rows = survey.db.execute(
        "SELECT code, channel, count, origin, min(record) FROM batch GROUP BY code ORDER BY code"
    )
    found = []
    for code, channel, count, origin, _ in rows.fetchall():
        station = given.get(code)
        keyed, void, extra, differing, ruling = forms.get(code, (0, 0, 0, 0, 0))
        missing = count - (keyed - extra)
        done, due, ahead = second.get(code, (0, 0, _share(survey, count)))
        counts = Counts(
            registered=count,
            handed_out=count if station else 0,
            keyed=keyed,
            void=void,
            extra=extra,
            missing=missing,
            left=0 if code in closed else missing,
            second_keyed=done,
            second_due=due,
            second_ahead=ahead,
            differing=differing,
            ruling=ruling,
            batches=1,
            closed=int(code in closed),
        )
        found.append(BatchProgress(code, channel, origin, station, counts))
    return found


def channel_progress(survey: SurveyFile, batches: Iterable[BatchProgress]) -> list[ChannelProgress]:
    """Every channel of the plan with its batches added up, in the plan's order."""
    held: dict[str, Counts] = defaultdict(Counts)
    for batch in batches:
        held[batch.channel] += batch.counts
    register = issued_by_channel(survey)
    found = []
    for channel in survey.plan.channels:
        issued, returned = register.get(channel.code, (None, None))
        out = issued or channel.issued  # a register may hold what came back alone
        progress = held[channel.code]
        found.append(ChannelProgress(channel.code, channel.name, out, returned or None, progress))
    return found


def total(batches: Iterable[BatchProgress]) -> Counts:
    """All of them added up."""
    return sum((batch.counts for batch in batches), Counts())


def _forms(survey: SurveyFile) -> Mapping[str, tuple[int, int, int, int, int]]:
    """By batch: forms keyed, void, extra, differing, and waiting for a ruling."""
    rows = survey.db.execute(
        "SELECT form.batch, count(*), sum(state = 'void'), sum(number > slip.count),"
        " sum(stage = 'differing'), sum(stage IN ('conflict', 'disputed', 'doubtful'))"
        " FROM form JOIN (SELECT code, count, min(record) FROM batch GROUP BY code) AS slip"
        " ON slip.code = form.batch GROUP BY form.batch"
    )
    return {batch: counts for batch, *counts in rows.fetchall()}


def _closed(survey: SurveyFile) -> frozenset[str]:
    rows = survey.db.execute("SELECT batch FROM closing WHERE kind = 'closed'").fetchall()
    return frozenset(batch for (batch,) in rows)


def _given(survey: SurveyFile) -> Mapping[str, str]:
    rows = survey.db.execute("SELECT batch, station, min(record) FROM assignment GROUP BY batch")
    return {batch: station for batch, station, _ in rows.fetchall()}


def _second_keyings(survey: SurveyFile) -> Mapping[str, tuple[int, int, int]]:
    """By drawn batch: second keyings done, due, and none ahead; as `form_queries.awaiting` says."""
    rows = survey.db.execute(
        "SELECT batch, seed, percent, slip.count, min(drawing.record) FROM drawing JOIN"
        " (SELECT code, count, min(record) FROM batch GROUP BY code) AS slip ON slip.code = batch"
        " GROUP BY batch"
    )
    settled, once = _settled(survey), _keyed_once(survey)
    found = {}
    for batch, seed, percent, count, _ in rows.fetchall():
        drawn = _drawn(seed, batch, count, percent)
        done = settled[batch].intersection(drawn)
        found[batch] = (len(done), len(once[batch].intersection(drawn) - done), 0)
    return found


def _settled(survey: SurveyFile) -> Numbers:
    """Forms with a ruling, or with a second keying that is not their first keyer's own."""
    rows = survey.db.execute(
        "SELECT batch, number FROM head AS one WHERE pass = 0 OR pass = 2 AND NOT EXISTS"  # noqa: S608
        " (SELECT 1 FROM head AS other WHERE other.batch = one.batch"
        " AND other.number = one.number AND other.pass = 1)"
        " OR pass = 2 AND EXISTS (SELECT 1 FROM head AS other WHERE other.batch = one.batch"
        f" AND other.number = one.number AND other.pass = 1 AND NOT ({_OWN}))"
    )
    return _by_batch(rows.fetchall())


def _keyed_once(survey: SurveyFile) -> Numbers:
    """Forms with a keying: those of which something is known, but for doubts alone."""
    rows = survey.db.execute(
        "SELECT batch, number FROM form EXCEPT SELECT batch, number FROM doubt WHERE NOT EXISTS"
        " (SELECT 1 FROM head WHERE head.batch = doubt.batch AND head.number = doubt.number)"
    )
    return _by_batch(rows.fetchall())


def _by_batch(rows: Iterable[tuple[str, int]]) -> Numbers:
    held: dict[str, set[int]] = defaultdict(set)
    for batch, number in rows:
        held[batch].add(number)
    return held


def _share(survey: SurveyFile, count: int) -> int:
    """How many of a slip's numbers a draw by the plan would take."""
    return -(-count * survey.plan.second_keying_percent // 100)
