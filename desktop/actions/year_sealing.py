"""Seal the year: its standing is put on record, and every ledger is closed (RULES.md §6)."""

from collections.abc import Iterator

from desktop.actions.authority import check_may
from desktop.actions.errors import ObstaclesError, SecondMissingError
from desktop.actions.proposals import outdated_rates
from desktop.actions.rulings import check_second
from desktop.actions.stations import read_reason
from desktop.actions.year_standing import YearStanding, undecided, year_standing
from desktop.assess.ledger import Entry, State
from desktop.store import kinds, ledger_queries, station_queries
from desktop.store.errors import YearSealedError
from desktop.store.ledgers import ANNULMENTS
from desktop.store.records import Record
from desktop.store.survey_file import SurveyFile
from desktop.tally.errors import PingyiError, Problem


class YearOpenError(PingyiError):
    message = "The year of {path} is not sealed: there is nothing to unseal."


def year_obstacles(survey: SurveyFile, day: str = "") -> list[Problem]:
    """What stands against the year's seal on the day, or on any, each at the line it concerns.

    RulesMissingError.
    """
    return list(_obstacles(survey, day or "9999-12-31"))


def seal_year(survey: SurveyFile, day: str, *, second: str, operator: str = "") -> Record:
    """Close the year on this day, such as 2006-12-31, by two people.

    ObstaclesError lists what is open; YearSealedError, SecondMissingError and the errors of
    `check_second`.
    """
    check_may(survey, operator, kinds.YEAR_SEALED)
    # as for the count's seal, nothing another program writes comes between standing and seal
    with survey.transaction():
        edition = ledger_queries.year_edition(survey)
        if edition.sealed:
            raise YearSealedError(path=survey.path)
        if found := year_obstacles(survey, day):
            raise ObstaclesError(found, path=survey.path)
        fields = {
            "edition": edition.number,
            "day": day,
            "standing": year_standing(survey, day).hash,
            "heads": station_queries.chain_heads(survey),
            "second": _second(survey, second, operator),
        }
        parents = ledger_queries.year_heads(survey)
        return survey.append(kinds.YEAR_SEALED, fields, parents=parents, operator=operator)


def unseal_year(survey: SurveyFile, *, reason: str, second: str, operator: str = "") -> int:
    """Open the year again, by two people and for a reason; the edition that begins.

    YearOpenError, ReasonMissingError, SecondMissingError and the errors of `check_second`.
    """
    check_may(survey, operator, kinds.YEAR_UNSEALED)
    edition = ledger_queries.year_edition(survey)
    if not edition.sealed:
        raise YearOpenError(path=survey.path)
    fields = {
        "edition": edition.number,
        "reason": read_reason(reason),
        "second": _second(survey, second, operator),
    }
    parents = ledger_queries.year_heads(survey)
    with survey.transaction():
        survey.append(kinds.YEAR_UNSEALED, fields, parents=parents, operator=operator)
    return edition.number + 1


def _second(survey: SurveyFile, second: str, operator: str) -> str:
    if not second.strip():
        raise SecondMissingError
    return check_second(survey, second, operator)


def _counts(entry: Entry, day: str = "9999-12-31") -> bool:
    return entry.state_on(day) is State.COUNTED


def _obstacles(survey: SurveyFile, day: str) -> Iterator[Problem]:
    found = year_standing(survey)
    yield from _of_entries(found, day)
    for line in outdated_rates(survey):
        message = "its rate is not that of the survey any more: withdraw it and link again"
        yield Problem(line.id[:8], message)
    for annulled in ledger_queries.settled(survey, ANNULMENTS):
        if annulled.is_void(day) != annulled.is_void():
            message = "its results change after the day of the seal: seal later"
            yield Problem(annulled.unit, message)
    yield from found.unsound
    for disputed in ledger_queries.disputed(survey):
        yield Problem(disputed[:8], "two computers say different things of this line")


def _of_entries(found: YearStanding, day: str) -> Iterator[Problem]:
    """Entries that nobody has decided on, and those that count differently after the day."""
    for line in undecided(found):
        if not line.is_disputed:
            message = "this entry is {state}: count it or withdraw it"
            yield Problem(line.id[:8], message, {"state": line.value.state})
    for line in found.entries:
        entry = line.value
        if not line.is_disputed and _counts(entry, day) != _counts(entry):
            message = "this entry is {state} from {on} on, after the day of the seal: seal later"
            on = entry.states.get(entry.state, "")
            yield Problem(line.id[:8], message, {"state": entry.state, "on": on})
