"""通报表彰 and 通报批评: the units of the best and of the worst band, and what follows for them."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from desktop.assess.documents import YearLetter
from desktop.assess.standing import UnitStanding
from desktop.report.circular_opening import closed
from desktop.report.circular_parts import Opening, Part
from desktop.report.imprint import Naming
from desktop.report.table import Column, Kind, Table, row
from desktop.report.year_facts import rule_name
from desktop.report.year_letter_parts import Draft, consequence_rows, write_letter
from desktop.report.year_look import year_room
from desktop.report.year_parts import band_range, day_name, mark
from desktop.tally.plan import Band
from desktop.words import Words

_MAIN = 3
"""How many rules a circular of criticism names of a unit."""
_COMMENDED, _CRITICISED = "commend", "criticise"
"""Codes of the consequences that the circulars carry out, where a rule set has them."""


def write_commendation(
    made: YearLetter,
    path: Path,
    *,
    naming: Naming,
    words: Words,
    editable: bool = False,
) -> Path:
    """Of the `announced` units: a PDF or, if `editable`, a docx; the path written.

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
    """As `write_commendation`, of those of the worst band."""
    draft = Draft(made, naming, words)
    document = words("Circular of criticism")
    return write_letter(draft, _criticised, path, document, editable=editable)


def announced(made: YearLetter, *, commends: bool) -> list[UnitStanding]:
    """Ranked units of the best or the worst band for which somebody confirmed it, by rank.

    Confirmed is the commendation or the criticism or, in a rule set of other consequences, any.
    """
    rules, code = made.assessment.year.rules, _COMMENDED if commends else _CRITICISED
    band = rules.bands[0 if commends else -1].code
    known = any(it.code == code and it.band == band for it in rules.consequences)
    rows = (it for it in made.consequences.rows if it.is_confirmed)
    units = {it.unit for it in rows if not known or it.rule.code == code}
    return [it for it in made.assessment.in_band(band) if it.unit in units]


def _commended(draft: Draft) -> Iterator[Part]:
    words, band = draft.words, draft.held.year.rules.bands[0]
    title = words("Circular commending the units assessed {band} in {year}")
    text = words(
        "By the rules “{rules}” and the standing of {day}, the units listed here, {count} in all, "
        "assessed {band} ({range}) in {year}, are commended hereby."
    )
    yield from _circular(draft, band, title, text, commends=True)


def _criticised(draft: Draft) -> Iterator[Part]:
    words, band = draft.words, draft.held.year.rules.bands[-1]
    title = words("Circular criticising the units assessed {band} in {year}")
    text = words(
        "By the rules “{rules}” and the standing of {day}, the units listed here, {count} in all, "
        "assessed {band} ({range}) in {year}, are criticised hereby."
    )
    yield from _circular(draft, band, title, text, commends=False)


def _circular(draft: Draft, band: Band, title: str, text: str, *, commends: bool) -> Iterator[Part]:
    words, year, found = draft.words, draft.held.year, announced(draft.made, commends=commends)
    named = {"band": band.name, "year": year.year, "range": band_range(band, words)}
    named |= {"rules": year.rules.name, "day": day_name(year.day, words), "count": len(found)}
    yield from draft.opened(title.format(**named))
    yield draft.address(draft.letter.issue_to, words("all units assessed"))
    if found:
        yield draft.body(text.format(**named))
        yield from _units(draft, band, found, reasons=not commends)
        yield Opening(words("What is asked of all units, to be completed by the office"))
    else:
        nobody = words("Of no unit assessed {band} ({range}) in {year} is a circular confirmed.")
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
        *([Column(words("Mostly for"), Kind.NAME)] if reasons else []),
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
    """The rules that took most, with their points: who does not have the rule set reads it too."""
    sums = held.by_rule()
    found = sorted((it for it in sums if sums[it] < 0), key=lambda it: sums[it])[:_MAIN]
    text = draft.words("{section} {rule} ({points})")
    rules, told = draft.held.year.rules, draft.told
    named = (
        text.format(section=rule.section, rule=rule_name(rule), points=told.points(sums[rule.code]))
        for rule in map(rules.rule, found)
    )
    vetoes = [f"{it.rule.section} {rule_name(it.rule)}" for it in held.lines if it.rule.band]
    return "\n".join([*dict.fromkeys(vetoes), *named])
