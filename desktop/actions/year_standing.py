"""The year's standing on a day, its hash, and what stands against closing the year."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from desktop.actions.deductions import check_entry, today
from desktop.actions.rule_sets import rules_mark, rules_of
from desktop.assess.ledger import Entry, State, double_rules, twins
from desktop.assess.rule_set import RuleSet
from desktop.assess.rule_set_reading import rule_set_to_json
from desktop.assess.standing import UnitStanding, standing
from desktop.assess.year import Annulment
from desktop.store import ledger_queries
from desktop.store.canonical import content_hash
from desktop.store.editions import Edition
from desktop.store.ledger_queries import Line
from desktop.store.ledgers import ANNULMENTS, DEDUCTIONS
from desktop.store.survey_file import SurveyFile
from desktop.tally.errors import PingyiError, Problem
from desktop.tally.numbers import ratio_text

_LAST = "9998-12-31"


class RulesOtherError(PingyiError):
    message = "it was entered under another rule set: correct it, or withdraw it and enter it anew"


@dataclass(frozen=True, slots=True)
class YearStanding:
    """Every unit by rank on the day, and what the figures rest on."""

    day: str
    rules: RuleSet
    rows: Sequence[UnitStanding]
    entries: Sequence[Line[Entry]]
    """All lines of the ledger, counted or not."""
    disputed: Sequence[Line[Entry]]
    """Counted as nothing until somebody settles them."""
    unsound: Sequence[Problem]
    """Entries that another laptop put on record and this rule set does not allow."""
    crossed: Sequence[Problem]
    """Cases where two rules meet, and what stands twice."""
    void: Sequence[Annulment]
    edition: Edition
    """Sealed: this is the standing that the year was sealed with, and not that of another day."""

    @property
    def problems(self) -> Sequence[Problem]:
        """What somebody should look into."""
        return [*self.unsound, *self.crossed]

    @property
    def hash(self) -> str:
        """SHA-256 over the canonical standing: the same hash is the same standing."""
        return content_hash(standing_json(self))


def year_standing(survey: SurveyFile, day: str = "") -> YearStanding:
    """Computed from the ledger as it stands, never stored; RulesMissingError.

    `day` such as 2006-06-30 gives the standing of that day; without it, of the day the year was
    sealed on or, while it is open, of all that is counted.
    """
    rules, entries = rules_of(survey), ledger_queries.lines(survey, DEDUCTIONS)
    edition, mark = ledger_queries.year_edition(survey), rules_mark(rules)
    closed = ledger_queries.year_closed_on(survey) if edition.sealed else ""
    day = day or closed or _LAST
    void = standing_annulments(survey, day)
    wrong = {line.id: fault for line in entries if (fault := _fault(rules, mark, line))}
    sound = [line.value for line in entries if not line.is_disputed and line.id not in wrong]
    units = {agency.code: agency.parent for agency in survey.plan.agencies}
    return YearStanding(
        day,
        rules,
        standing(rules, units, sound, day, {held.unit for held in void}),
        entries,
        disputed=[line for line in entries if line.is_disputed],
        unsound=[Problem(line[:8], fault.message, fault.fields) for line, fault in wrong.items()],
        crossed=[*double_rules(sound), *twins(sound)],
        void=void,
        edition=replace(edition, sealed=edition.sealed and day == closed),
    )


def standing_day(survey: SurveyFile, given: str = "") -> str:
    """The day that is meant: the one given, that of the year's seal, or while it is open today."""
    if given or not ledger_queries.year_edition(survey).sealed:
        return given or today(survey)
    return ledger_queries.year_closed_on(survey)


def standing_annulments(survey: SurveyFile, day: str) -> list[Annulment]:
    """What is void on the day."""
    held = ledger_queries.settled(survey, ANNULMENTS)
    return [one for one in held if one.is_void(day)]


def standing_json(found: YearStanding) -> dict[str, Any]:
    """What the hash is taken over (docs/FORMAT.md): fractions in lowest terms, units by rank."""
    return {
        "day": found.day,
        "rules": content_hash(rule_set_to_json(found.rules)),
        "units": [
            {
                "unit": row.unit,
                "rank": row.rank,
                "score": ratio_text(row.score),
                "unfloored": ratio_text(row.unfloored),
                "band": row.band.code,
                "entries": len(row.lines),
            }
            for row in found.rows
        ],
        "void": [held.unit for held in found.void],
    }


def undecided(found: YearStanding) -> list[Line[Entry]]:
    """Entries that are neither counted nor withdrawn: they stand against the year's seal."""
    ended = (State.COUNTED, State.WITHDRAWN)
    return [held for held in found.entries if held.is_disputed or held.value.state not in ended]


def _fault(rules: RuleSet, mark: str, line: Line[Entry]) -> PingyiError | None:
    if line.value.rules != mark:
        return RulesOtherError()
    try:
        check_entry(rules, line.value)
    except PingyiError as fault:
        return fault
    return None
