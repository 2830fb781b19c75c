"""The tables of the daily report that tell who did what on the day, and what is left to settle."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from desktop.report.figures import DASH, count_text
from desktop.report.fonts import printable
from desktop.report.table import Block, Column, Kind, Table, row
from desktop.report.work_looks import daily_look
from desktop.tally.day_rows import DailyReport, DayImport, DayPerson
from desktop.tally.forecast import Pace
from desktop.tally.numbers import rounded
from desktop.words import Words

_PLACES = 3
"""Named of each obstacle, as in the window; its page lists them all."""

KINDS = {
    "gaps": "{count} runs of a station's records never came",
    "unregistered": "{count} batches were keyed without a slip",
    "slips": "{count} batches are not keyed as their slip says",
    "closings": "{count} batches are keyed and not closed",
    "second": "{count} batches wait for second keyings",
    "differing": "{count} forms are back with their first keyer",
    "rulings": "{count} forms wait for a ruling",
}
"""By `actions.sealing.OBSTACLE_KINDS`."""


def people_table(report: DailyReport, words: Words) -> Table:
    """Every station with its people and their sum, then all of them together."""
    look = daily_look()
    columns = [
        Column(words("Station"), Kind.TEXT, limit=look.station, tall=True),
        Column(words("Entry clerk"), Kind.TEXT, limit=look.person),
        Column(words("first keying")),
        Column(words("second keying")),
        Column(words("keyed again")),
        Column(words("Key presses")),
        Column(words("At work")),
        Column(words("Forms/h")),
    ]
    blocks = [
        _station(name, list(people), words)
        for name, people in groupby(report.people, lambda held: held.station)
    ]
    if len(blocks) > 1:
        whole = ("", *_figures(report.people, report.today))
        blocks.append(row(words("Total"), *whole, strong=True))
    return Table(columns, blocks, keys=2)


def _station(name: str, people: Sequence[DayPerson], words: Words) -> Block:
    named = printable(name)
    rows = [
        (named, printable(held.name) or words("nobody signed in"), *_figures([held], held.pace))
        for held in people
    ]
    if len(people) > 1:
        rows.append((named, words("Subtotal"), *_figures(people, _together(people))))
    return Block(tuple(rows))


def _together(people: Iterable[DayPerson]) -> Pace | None:
    held = [one.pace for one in people if one.pace]
    if not held:
        return None
    return Pace(
        sum(pace.forms for pace in held),
        sum(pace.presses for pace in held),
        sum(pace.seconds for pace in held),
    )


def _figures(people: Sequence[DayPerson], pace: Pace | None) -> list[str]:
    counts = (
        sum(held.first for held in people),
        sum(held.second for held in people),
        sum(held.again for held in people),
    )
    return [*(f"{count:,}" for count in counts), *_pace(pace)]


def _pace(pace: Pace | None) -> list[str]:
    if pace is None:
        return [DASH] * 3
    speed = pace.forms_per_hour
    shown = DASH if speed is None else rounded(speed, 1)
    return [f"{pace.presses:,}", clock_text(pace.seconds), shown]


def clock_text(seconds: int) -> str:
    """`3:05`: hours and whole minutes."""
    return f"{seconds // 3600}:{seconds // 60 % 60:02d}"


def import_table(report: DailyReport, words: Words) -> Table:
    columns = [
        Column(words("Clock time"), Kind.CODE),
        Column(words("Act"), Kind.TEXT),
        Column(words("Packages")),
        Column(words("Stations"), Kind.NAME, limit=daily_look().list),
        Column(words("New records")),
        Column(words("Done by"), Kind.TEXT, limit=daily_look().person),
    ]
    return Table(columns, [_import(held, words) for held in report.imports])


def _import(held: DayImport, words: Words) -> Block:
    stations = words(", ").join(map(printable, held.stations)) or DASH
    if held.revoked:
        why = words("{what} ({why})").format(what=stations, why=printable(held.reason))
        done, told = words("import revoked"), why
    else:
        done, told = words("merged"), stations
    person = printable(held.operator) or DASH
    return row(
        f"{held.at:%H:%M}", done, count_text(held.packages), told, f"{held.records:,}", person
    )


def network_table(report: DailyReport, words: Words) -> Table:
    look = daily_look()
    columns = [
        Column(words("Clock time"), Kind.CODE),
        Column(words("Station"), Kind.TEXT, limit=look.station),
        Column(words("Signed in"), Kind.TEXT, limit=look.person),
        Column(words("Network"), Kind.NAME, limit=look.list),
    ]
    return Table(
        columns,
        [
            row(
                f"{held.at:%H:%M}",
                printable(held.station),
                printable(held.operator) or DASH,
                words(", ").join(map(printable, held.interfaces)),
            )
            for held in report.networks
        ],
    )


def obstacle_table(report: DailyReport, words: Words) -> Table:
    """A row a kind, with the first places of it."""
    columns = [
        Column(words("What is not settled"), Kind.TEXT),
        Column(words("Where it is"), Kind.NAME, limit=daily_look().list),
    ]
    return Table(
        columns,
        [
            row(
                words(KINDS[held.kind]).format(count=f"{held.count:,}"), _places(held.places, words)
            )
            for held in report.obstacles
        ],
    )


def _places(places: Sequence[str], words: Words) -> str:
    shown = words(", ").join(map(printable, places[:_PLACES]))
    return words("{places} and others").format(places=shown) if len(places) > _PLACES else shown
