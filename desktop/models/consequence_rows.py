"""What follows from the bands, as rows of a table: who, from which bands, how far it has come."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from desktop.actions.consequences import ConsequenceLine, Cut
from desktop.actions.year_standing import YearStanding
from desktop.assess.year import Annulment, Confirmation, LastBands
from desktop.models.composite_rows import DASH
from desktop.models.rows_model import Row
from desktop.store.ledger_queries import Line
from desktop.store.queries import Operator
from desktop.tally.errors import PingyiError
from desktop.tally.numbers import rounded

WAITING, CONFIRMED, OVERDUE, DONE, STALE, DISPUTED = (
    "waiting",
    "confirmed",
    "overdue",
    "done",
    "stale",
    "disputed",
)
"""How far a consequence has come."""

OPEN = frozenset({WAITING, OVERDUE, STALE, DISPUTED})
"""Somebody has something to decide."""

_TONES = {
    WAITING: "text",
    CONFIRMED: "quiet",
    OVERDUE: "bad",
    DONE: "good",
    STALE: "warn",
    DISPUTED: "bad",
}

Key = tuple[str, str]
"""The unit's code and the consequence's."""


@dataclass(frozen=True, slots=True)
class ConsequencesFound:
    """What the page shows, read in one view of the file; no rule set, no standing."""

    standing: YearStanding | None
    problem: PingyiError | None
    lines: Sequence[ConsequenceLine]
    last: LastBands | None
    sections: Sequence[str]
    """Codes of the model sections, by rank."""
    annulments: Sequence[Line[Annulment]]
    people: Sequence[Operator]
    today: str
    year_over: bool
    """Everything that counts is in: the plan's year has gone by."""

    @property
    def band_names(self) -> Mapping[str, str]:
        return {band.code: band.name for band in self.standing.rules.bands} if self.standing else {}

    @property
    def is_sealed(self) -> bool:
        return bool(self.standing and self.standing.edition.sealed)

    def states(self) -> list[str]:
        return [state_of(line, self.today) for line in self.lines]


def key_of(line: ConsequenceLine) -> Key:
    return line.unit, line.rule.code


def state_of(line: ConsequenceLine, today: str) -> str:
    """How far it has come on that day."""
    if line.confirmed is None:
        return WAITING
    if line.confirmed.is_disputed:
        return DISPUTED
    if line.stale:
        return STALE
    held = line.confirmed.value
    if held.done:
        return DONE
    return OVERDUE if held.deadline and held.deadline < today else CONFIRMED


def confirmations(
    lines: Sequence[ConsequenceLine], on: str, document: str, deadline: str, note: str
) -> list[Confirmation]:
    """Each of them by the same document; what was done already stays done."""
    return [
        Confirmation(
            line.unit,
            line.rule.code,
            on,
            document,
            deadline,
            line.confirmed.value.done if line.confirmed else "",
            note,
        )
        for line in lines
    ]


def finished(lines: Sequence[ConsequenceLine], on: str, note: str) -> list[Confirmation]:
    """What was confirmed, and is done since that day; the note stays where none is typed."""
    held = [line.confirmed.value for line in lines if line.confirmed]
    return [replace(one, done=on, note=note or one.note) for one in held]


@dataclass(frozen=True, slots=True)
class ConsequenceRows:
    """`words` gives the word for a state; `cut` marks units in the survey's top or bottom."""

    found: ConsequencesFound
    units: Mapping[str, str]
    words: Mapping[str, str]
    top: str
    bottom: str
    cut: Cut | None = None

    def rows(self, wanted: frozenset[str]) -> list[Row]:
        """Lines in the order of the standing, of those states."""
        pairs = zip(self.found.lines, self.found.states(), strict=True)
        return [self._row(line, state) for line, state in pairs if state in wanted]

    def _row(self, line: ConsequenceLine, state: str) -> Row:
        bands, held = self.found.band_names, line.confirmed.value if line.confirmed else None
        word = self.words[state]
        if held and state in (CONFIRMED, DONE):
            word = f"{word} {held.done or held.on}"
        rank, survey = self._survey(line.unit)
        texts = (
            self.units.get(line.unit, line.unit),
            bands.get(line.last, DASH),
            bands.get(line.band, DASH),
            survey,
            line.rule.text,
            word,
            held.deadline if held and held.deadline else DASH,
        )
        tone = "quiet" if state in (CONFIRMED, DONE) else "text"
        marked = "warn" if state == OVERDUE else "quiet"
        tones = ("text", "quiet", "text", "quiet", tone, _TONES[state], marked)
        sorts = (*texts[:3], rank, *texts[4:])
        return Row(key_of(line), texts, sorts, tones)

    def _survey(self, unit: str) -> tuple[int | None, str]:
        """The unit's rank in the survey, and whether it is among the first or the last."""
        if self.cut is None or unit not in self.cut.ranks:
            return None, DASH
        rank = self.cut.ranks[unit]
        first, last = unit in self.cut.top, unit in self.cut.bottom
        # among a handful of units one may be both
        mark = "" if first == last else self.top if first else self.bottom
        return rank, f"{rank} {mark}".strip()


def standing_rows(found: ConsequencesFound, units: Mapping[str, str], void: str) -> list[Row]:
    """Every unit by rank, those without valid results last: rank, unit, score, band."""
    rows = found.standing.rows if found.standing else ()
    return [
        Row(
            row.unit,
            (
                DASH if row.rank is None else str(row.rank),
                units[row.unit],
                rounded(row.score, 2),
                void if row.rank is None else row.band.name,
            ),
            (row.rank, units[row.unit], float(row.score), row.band.code),
            ("text", "text", "text", "warn") if row.rank is None else (),
        )
        for row in rows
    ]
