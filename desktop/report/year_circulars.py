"""通报表彰 and 通报批评: the units of the best and of the worst band, and what follows for them."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from desktop.assess.documents import YearLetter
from desktop.assess.standing import UnitStanding
from desktop.report.circular_opening import closed
from desktop.report.circular_parts import Opening, Part
from desktop.report.imprint import Naming
from desktop.report.table import Column, Kind, Table, row
from desktop.report.year_letter_parts import Draft, consequence_rows, write_letter
from desktop.report.year_look import year_room
from desktop.report.year_parts import band_range, day_name, mark
from desktop.tally.plan import Band
from desktop.words import Words

_MAIN = 3
"""How many sections a circular of criticism names of a unit."""


def write_commendation(
    made: YearLetter,
    path: Path,
    *,
    naming: Naming,
    words: Words,
    editable: bool = False,
) -> Path:
    """Of the units in the best band: a PDF or, if `editable`, a docx; the path written.

    GlyphMissingError, CharacterRefusedError: nothing was written.
    """
    draft = Draft(made, naming, words)
    document = words("Circular of commendation")
    return write_letter(draft, _commended, path, document, editable=editable)


def write_criticism(
    made: YearLetter,
    path: Path,
    *,
    naming: Naming,
    words: Words,
    editable: bool = False,
) -> Path:
    """Of the units in the worst band; otherwise as `write_commendation`."""
    draft = Draft(made, naming, words)
    document = words("Circular of criticism")
    return write_letter(draft, _criticised, path, document, editable=editable)


def _commended(draft: Draft) -> Iterator[Part]:
    words, band = draft.words, draft.held.year.rules.bands[0]
    title = words("Circular commending the units assessed {band} in {year}")
    text = words(
        "By the rules “{rules}” and the standing of {day}, these units are assessed {band} "
        "({range}) in {year}, {count} in all. They are commended hereby."
    )
    yield from _circular(draft, band, title, text, reasons=False)


def _criticised(draft: Draft) -> Iterator[Part]:
    words, band = draft.words, draft.held.year.rules.bands[-1]
    title = words("Circular criticising the units assessed {band} in {year}")
    text = words(
        "By the rules “{rules}” and the standing of {day}, these units are assessed {band} "
        "({range}) in {year}, {count} in all. They are criticised hereby."
    )
    yield from _circular(draft, band, title, text, reasons=True)


def _circular(draft: Draft, band: Band, title: str, text: str, *, reasons: bool) -> Iterator[Part]:
    words, year, found = draft.words, draft.held.year, draft.held.in_band(band.code)
    named = {"band": band.name, "year": year.year, "range": band_range(band, words)}
    named |= {"rules": year.rules.name, "day": day_name(year.day, words), "count": len(found)}
    yield from draft.opened(title.format(**named))
    yield draft.address(draft.letter.issue_to, words("all units assessed"))
    if found:
        yield draft.body(text.format(**named))
        yield from _units(draft, band, found, reasons=reasons)
        yield Opening(words("What is asked of all units, to be completed by the office"))
    else:
        nobody = words("No unit is assessed {band} ({range}) in {year}.")
        yield draft.body(nobody.format(**named))
    yield closed(words("This is hereby made known."), draft.letter, words)
    yield draft.colophon()


def _units(
    draft: Draft, band: Band, found: Sequence[UnitStanding], *, reasons: bool
) -> Iterator[Part]:
    words = draft.words
    yield draft.heading(words("The units"))
    title = words("Units assessed {band}").format(band=band.name)
    yield draft.table(title, _unit_table(draft, found, reasons=reasons))
    following = consequence_rows(draft, [it.unit for it in found])
    if following.blocks:
        yield draft.heading(words("What follows"))
        yield draft.table(words("What follows from the assessment"), following)


def _unit_table(draft: Draft, found: Sequence[UnitStanding], *, reasons: bool) -> Table:
    """Groups give way to reasons: a page has no room for both."""
    words, told = draft.words, draft.told
    last = {held.unit: held.last for held in draft.consequences.rows}
    grouped, known = told.several_groups and not reasons, any(last.values())
    columns = [
        Column(words("Rank"), Kind.CODE),
        Column(words("Agency"), Kind.NAME),
        *([Column(words("Group"), Kind.TEXT, limit=year_room("group"))] if grouped else []),
        Column(words("Score")),
        *([Column(words("Band last year"), Kind.CODE)] if known else []),
        *([Column(words("Mostly for"), Kind.TEXT, limit=year_room("reasons"))] if reasons else []),
    ]
    blocks = [
        row(
            str(it.rank),
            told.unit(it.unit),
            *([told.group(it.unit)] if grouped else []),
            mark(it.score),
            *([told.band(last.get(it.unit, ""))] if known else []),
            *([_mostly(draft, it)] if reasons else []),
        )
        for it in found
    ]
    return Table(columns, blocks)


def _mostly(draft: Draft, held: UnitStanding) -> str:
    """The sections that took most, with their points."""
    sums = held.by_rule()
    found = sorted((it for it in sums if sums[it] < 0), key=lambda it: sums[it])[:_MAIN]
    text = draft.words("{section} ({points})")
    rules, told = draft.held.year.rules, draft.told
    named = (
        text.format(section=rules.rule(it).section, points=told.points(sums[it])) for it in found
    )
    vetoes = [line.rule.section for line in held.lines if line.rule.band]
    return "\n".join([*vetoes, *named])
