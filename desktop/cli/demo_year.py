"""The demo's year: kept after the seal, in the same file, and what is told of it."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from desktop.actions.complaints import complaints_due
from desktop.actions.consequences import consequence_lines
from desktop.actions.sample_centre import SCRUTINEER, SUPERVISOR, Centre
from desktop.actions.sample_year import ENTRIES, Amounts, SampleYear, sample_year
from desktop.actions.sample_year_run import Keeper, Progress, run_year
from desktop.actions.year_standing import YearStanding
from desktop.assess.ledger import State
from desktop.assess.standing import UnitStanding
from desktop.cli.screen import say, say_table, words
from desktop.tally.numbers import rounded

_FORMS = 11436
"""Forms of the whole job; a smaller demo keeps a smaller year."""
_EDGE = 5
"""Units shown from either end of the standing."""
_DECIMALS = 2
_CLERK = "C01"
"""Of the station that keeps complaints and findings."""


@dataclass(frozen=True, slots=True)
class YearOutcome:
    """A kept year; `late` are complaints and findings whose day had passed by its last one."""

    year: SampleYear
    standing: YearStanding
    names: Mapping[str, str]
    late: tuple[int, int]
    consequences: int
    confirmed: int
    sizes: tuple[int, int]
    """Bytes of the survey file before the year and after it."""


def demo_year(centre: Centre, forms: int) -> SampleYear:
    """The year beside so many forms."""
    amounts = Amounts.of(max(1, ENTRIES * min(forms, _FORMS) // _FORMS))
    return sample_year(centre.plan, seed=centre.seed, amounts=amounts)


def keep_year(centre: Centre, year: SampleYear, progress: Progress) -> YearOutcome:
    """The first station keeps complaints and findings; its package is merged under the seal."""
    survey, before = centre.survey, centre.survey.path.stat().st_size
    standing = run_year(
        year,
        Keeper(survey, SUPERVISOR),
        progress,
        station=Keeper(centre.stations[0], _CLERK),
        stick=centre.stick,
        second=SCRUTINEER,
    )
    follows = consequence_lines(survey, standing)
    return YearOutcome(
        year,
        standing,
        {agency.code: agency.name for agency in centre.plan.agencies},
        _late(centre, year),
        len(follows),
        sum(held.confirmed is not None for held in follows),
        (before, survey.path.stat().st_size),
    )


def _late(centre: Centre, year: SampleYear) -> tuple[int, int]:
    complaints = complaints_due(centre.survey, date.fromisoformat(year.day))
    findings = sum(held.is_overdue(year.day) for held in year.findings)
    return sum(held.overdue for held in complaints), findings


def year_json(outcome: YearOutcome) -> dict[str, object]:
    year, standing = outcome.year, outcome.standing
    return {
        "day": standing.day,
        "entries": len(standing.entries),
        "counted": _counted(standing),
        "complaints": len(year.complaints),
        "findings": len(year.findings),
        "pledges": len(year.pledges),
        "requests": len(year.requests),
        "bands": dict(_bands(standing)),
        "top": [row.unit for row in _ranked(standing)[:_EDGE]],
        "bottom": [row.unit for row in _ranked(standing)[-_EDGE:]],
        "void": [held.unit for held in standing.void],
        "overdue_complaints": outcome.late[0],
        "overdue_findings": outcome.late[1],
        "consequences": outcome.consequences,
        "confirmed": outcome.confirmed,
        "bytes_before": outcome.sizes[0],
        "bytes": outcome.sizes[1],
        "hash": standing.hash,
    }


def say_year(outcome: YearOutcome) -> None:
    ranked = _ranked(outcome.standing)
    _say_edge("Top of the year's assessment", outcome, ranked[:_EDGE])
    _say_edge("Bottom of the year's assessment", outcome, ranked[-_EDGE:])
    names = {band.code: band.name for band in outcome.standing.rules.bands}
    counts = _bands(outcome.standing)
    rows = [(names[code], counts[code]) for code in names]
    say_table("Units by band", [words("Band"), words("Units")], rows, numbers=1)
    _say_lines(outcome)
    before, after = (size / 1e6 for size in outcome.sizes)
    message = "Survey file: {size} MB, of which the year's ledgers take {year} MB."
    say(message, size=f"{after:.1f}", year=f"{after - before:.1f}")
    say("Hash of the year's standing {hash}", hash=outcome.standing.hash)


def _say_edge(title: str, outcome: YearOutcome, rows: list[UnitStanding]) -> None:
    heads = [words(head) for head in ("Rank", "Agency", "Band", "Score")]
    cells = [
        (row.rank, outcome.names[row.unit], row.band.name, rounded(row.score, _DECIMALS))
        for row in rows
    ]
    say_table(title, heads, cells, numbers=3)


def _say_lines(outcome: YearOutcome) -> None:
    year, standing = outcome.year, outcome.standing
    message = "Entries of the year: {entries}, of which {counted} count on {day}."
    say(message, entries=len(standing.entries), counted=_counted(standing), day=standing.day)
    message = "Complaints: {complaints}, overdue: {late}; findings: {findings}, overdue: {found}."
    late, found = outcome.late
    cases = {"complaints": len(year.complaints), "findings": len(year.findings)}
    say(message, late=late, found=found, **cases)
    message = "Pledges: {pledges}; requests: {requests}; consequences: {all}, confirmed: {some}."
    kept = {"pledges": len(year.pledges), "requests": len(year.requests)}
    say(message, all=outcome.consequences, some=outcome.confirmed, **kept)


def _bands(standing: YearStanding) -> Counter[str]:
    """Units that have a rank, by the code of their band."""
    return Counter(row.band.code for row in _ranked(standing))


def _ranked(standing: YearStanding) -> list[UnitStanding]:
    return [row for row in standing.rows if row.rank is not None]


def _counted(standing: YearStanding) -> int:
    states = (line.value.state_on(standing.day) for line in standing.entries)
    return sum(state is State.COUNTED for state in states)
