"""What was recorded around the count: register, approvals, earlier years, networks seen."""

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.store import kinds
from desktop.store.kinds import RecordId
from desktop.store.projection import standing_records
from desktop.store.survey_file import SurveyFile


@dataclass(frozen=True, slots=True)
class IssueLine:
    """A line of the issue register; `way` is `issued` or `returned`, `on` such as 2005-12-31."""

    record: RecordId
    channel: str
    way: str
    forms: int
    on: str
    giver: str
    taker: str
    signed: str
    """Who signed for it, or ""."""
    note: str
    station: str
    operator: str
    at: str


def issues(survey: SurveyFile) -> list[IssueLine]:
    """Every line that stands and is not taken back, by day and then as entered."""
    records = standing_records(survey.db, kinds.ISSUE)
    lines = [
        IssueLine(
            r.id, **r.data, station=r.header.station, operator=r.header.operator, at=r.header.at
        )
        for r in records
        if r.data["forms"]
    ]
    return sorted(lines, key=lambda line: line.on)


def issued_by_channel(survey: SurveyFile) -> Mapping[str, tuple[int, int]]:
    """Forms issued and returned by the register, of every channel with a line in it."""
    found: dict[str, tuple[int, int]] = {}
    for line in issues(survey):
        issued, returned = found.get(line.channel, (0, 0))
        if line.way == "issued":
            found[line.channel] = (issued + line.forms, returned)
        else:
            found[line.channel] = (issued, returned + line.forms)
    return found


@dataclass(frozen=True, slots=True)
class Approval:
    """People who approved the plan, as one record names them."""

    record: RecordId
    names: tuple[str, ...]
    at: str
    operator: str


def approvals(survey: SurveyFile) -> list[Approval]:
    """Every approval of this survey's plan, in the order they were recorded."""
    return [
        Approval(record.id, tuple(record.data["names"]), record.header.at, record.header.operator)
        for record in standing_records(survey.db, kinds.APPROVED)
        if record.data["plan"] == survey.plan_hash
    ]


@dataclass(frozen=True, slots=True)
class EarlierYear:
    """Where the ranks of an earlier year were taken from, and when."""

    record: RecordId
    year: int
    source: str
    ranks: Mapping[str, tuple[int | None, str]]
    at: str
    operator: str


def earlier_years(survey: SurveyFile) -> list[EarlierYear]:
    """One entry a year, in order; of two for one year the smaller record stands."""
    found: dict[int, EarlierYear] = {}
    for record in sorted(standing_records(survey.db, kinds.HISTORY), key=lambda r: r.id):
        data, header = record.data, record.header
        ranks = {row["agency"]: (row["rank"], row["score"]) for row in data["rows"]}
        year = data["year"]
        entry = EarlierYear(record.id, year, data["source"], ranks, header.at, header.operator)
        found.setdefault(year, entry)
    return [found[year] for year in sorted(found)]


def history(survey: SurveyFile) -> Mapping[int, Mapping[str, tuple[int | None, str]]]:
    """Rank (None where there was none) and printed score by year and agency."""
    return {entry.year: entry.ranks for entry in earlier_years(survey)}


def history_heads(survey: SurveyFile, year: int) -> list[RecordId]:
    """The entries of a year that a new one replaces."""
    found = standing_records(survey.db, kinds.HISTORY)
    return sorted(record.id for record in found if record.data["year"] == year)


@dataclass(frozen=True, slots=True)
class NetworkSeen:
    """Networks that were up on a machine."""

    record: RecordId
    interfaces: tuple[str, ...]
    station: str
    operator: str
    at: str


def networks_seen(survey: SurveyFile) -> list[NetworkSeen]:
    """Every sighting, station by station in the order of its chain."""
    return [
        NetworkSeen(
            record.id,
            tuple(record.data["interfaces"]),
            record.header.station,
            record.header.operator,
            record.header.at,
        )
        for record in standing_records(survey.db, kinds.NETWORK)
    ]
