"""Totals taken over from outside: by channel and source, with the forms each source states."""

from desktop.report.sheet import Field, Line, Sheet
from desktop.report.table import Column, Kind, Table, row
from desktop.report.theme import column_room
from desktop.tally.counting import Totals
from desktop.tally.results import Results
from desktop.words import Words


def totals_table(results: Results, words: Words) -> Table:
    """A row for every source of every channel."""
    channel, source, *figures = _headings(words)
    columns = [
        Column(channel, Kind.TEXT, limit=column_room("channel")),
        Column(source, Kind.NAME),
        *(Column(figure, Kind.CODE) for figure in figures),
    ]
    return Table(columns, [row(*map(str, held)) for held in _rows(results, words)])


def totals_sheet(results: Results, words: Words) -> Sheet:
    channel, source, *figures = _headings(words)
    fields = [Field("channel", channel), Field("source", source)]
    fields += [Field(f"figure{at}", title, thousands=True) for at, title in enumerate(figures)]
    about = words("Counts made outside and joined to the votes of their channel.")
    lines = [Line(row) for row in _rows(results, words)]
    return Sheet(words("Totals taken over"), about, fields, lines, keys=2)


def _headings(words: Words) -> list[str]:
    return [
        words("Channel"),
        words("Source"),
        words("Agencies"),
        words("Forms stated"),
        words("Votes taken over"),
    ]


def _rows(results: Results, words: Words) -> list[list[str | int]]:
    names = {channel.code: channel.name for channel in results.plan.channels}
    return [
        [
            names[held.channel],
            held.source,
            len({row.agency for row in held.rows}),
            _stated(held, words),
            sum(row.counts.votes for row in held.rows),
        ]
        for held in results.totals
    ]


def _stated(totals: Totals, words: Words) -> str | int:
    """The number of forms a source states; a span where its agencies have different ones."""
    stated = {row.agency: row.forms for row in totals.rows}
    known = sorted({forms for forms in stated.values() if forms})
    if not known:
        return words("not stated")
    if len(known) == 1 and all(stated.values()):
        return known[0]
    span = words("{first} to {last}").format(first=known[0], last=known[-1])
    text = span if len(known) > 1 else str(known[0])
    part = words("{forms} (not for every agency)")
    return text if all(stated.values()) else part.format(forms=text)
