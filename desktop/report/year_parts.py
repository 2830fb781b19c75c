"""What the documents of the year have in common: what their pages name, points, bands, units."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from desktop.assess.documents import Row, Year, band_name
from desktop.assess.ledger import State
from desktop.report.figures import DASH
from desktop.report.fonts import printable
from desktop.report.imprint import Imprint, Naming, edition_text
from desktop.report.sections import Sections
from desktop.report.theme import Theme
from desktop.tally.numbers import number_text, rounded
from desktop.tally.plan import Band
from desktop.words import Words

_DECIMALS = 2
_STATES = {
    State.DRAFT: "a draft",
    State.VERIFIED: "entry verified",
    State.CIRCULARISED: "entry circularised",
    State.COUNTED: "entry counted",
    State.WITHDRAWN: "entry withdrawn",
}


def year_imprint(naming: Naming, year: Year, document: str, words: Words) -> Imprint:
    """Names the rule set and how the year stands; hangs on its standing where there is one."""
    found = naming.imprint(document, words)
    sealed = words("sealed") if year.sealed else words("not sealed")
    edition = edition_text(naming.mode, year.edition, words)
    rule = words("Rule set: {rules}; standing of {day}")
    proof = found.proof
    if year.standing:
        proof = words("Hash of the year's standing (SHA-256)"), year.standing
    return replace(
        found,
        standing=words(" | ").join((edition, sealed)),
        rule=rule.format(rules=year.rules.name, day=year.day),
        proof=proof,
    )


def begun_year(imprint: Imprint, year: Year, theme: Theme, words: Words) -> Sections:
    """A sheet with its titles and the day; of `theme`, its portrait page."""
    sections = Sections(theme.portrait.room, theme, words)
    sections.title(
        (imprint.title, "survey"),
        (imprint.document, "title"),
        (as_of(year, words), "sign"),
        (imprint.standing, "body"),
    )
    return sections


def as_of(year: Year, words: Words) -> str:
    """The year and the day it is told as of, below a title."""
    text = words("Year {year}; as of {day}")
    return text.format(year=year.year, day=day_name(year.day, words))


def day_name(day: str, words: Words) -> str:
    """`2006年5月30日`."""
    year, month, number = map(int, day.split("-"))
    text = words("{year}-{month:02}-{day:02}")
    return text.format(year=year, month=month, day=number)


def mark(value: Fraction | None) -> str:
    """A score as printed: two decimals, half up."""
    return DASH if value is None else rounded(value, _DECIMALS)


def said(text: str) -> str:
    """What somebody typed, or a dash."""
    return typed(text) or DASH


def typed(text: str) -> str:
    """What somebody typed on one line or several, with the code of what no font draws."""
    return "\n".join(map(printable, text.strip().split("\n")))


def one_line(text: str) -> str:
    """For headings of columns, which break lines themselves."""
    return said(" ".join(text.split("\n")))


def state_name(state: State, words: Words) -> str:
    return words(_STATES[state])


def band_range(band: Band, words: Words) -> str:
    """`80分及以上，不满90分`."""
    low, high = ("" if bound is None else number_text(bound) for bound in (band.lower, band.upper))
    if not low and not high:
        return words("every score")
    if not high:
        return words("{low} and above").format(low=low)
    if not low:
        return words("below {high}").format(high=high)
    return words("{low} to below {high}").format(low=low, high=high)


def bands_sentence(year: Year, words: Words) -> str:
    """Explicit bounds, and that they are read on what was not rounded (RULES.md §6)."""
    text = words("{code}: {name}")
    bands = (text.format(code=band.name, name=band_range(band, words)) for band in year.rules.bands)
    return words(
        "Bands are read on the score before rounding, not on the figure printed: {bands}."
    ).format(bands=words("; ").join(bands))


@dataclass(frozen=True, slots=True)
class Told:
    """Names and signs as the year's documents print them."""

    year: Year
    words: Words

    @property
    def deducts_only(self) -> bool:
        """Then points are printed without a sign, as deductions."""
        return not any(rule.adds for rule in self.year.rules.rules)

    @property
    def points_title(self) -> str:
        if self.deducts_only:
            return self.words("Points deducted")
        return self.words("Points added or deducted")

    def points(self, value: Fraction | None) -> str:
        """Of a set that only deducts, what is deducted; else with its sign."""
        if value is None:
            return DASH
        if self.deducts_only:
            return mark(-value)
        return f"+{mark(value)}" if value > 0 else mark(value)

    def unit(self, code: str) -> str:
        held = self.year.units.get(code)
        return held.name if held else printable(code)

    def named(self, code: str) -> str:
        """A unit inside a sentence or a title: on one line."""
        return " ".join(self.unit(code).split("\n"))

    def group(self, code: str) -> str:
        held = self.year.units.get(code)
        return held.group if held else DASH

    def band(self, code: str) -> str:
        return band_name(self.year.rules, code) or said(code)

    @property
    def several_groups(self) -> bool:
        return len({unit.group for unit in self.year.units.values()}) > 1


def dispute_lines(rows: Sequence[Row[Any]], words: Words) -> list[str]:
    """Names the lines that two computers say different things of."""
    if not any(row.is_disputed for row in rows):
        return []
    numbers = words(", ").join(row.number for row in rows if row.is_disputed)
    text = words("In dispute, counted as nothing until somebody settles them: {lines}.")
    return [text.format(lines=numbers)]
