"""Last year's bands as they are typed: unit, band, and what became of merged and renamed units."""

from collections.abc import Mapping, Sequence

from desktop.assess.year import LastBands
from desktop.models.typed_values import plain_text
from desktop.tally.errors import PingyiError
from desktop.tally.plan import Plan
from desktop.tally.texts import folded

FORMER, BAND, NOW = range(3)

Cells = tuple[str, str, str]


class BandTypedError(PingyiError):
    message = '"{text}" is no band of the rule set: write one of {bands}.'


class UnitTypedError(PingyiError):
    message = '"{text}" is no unit of this plan: write its name or code.'


class FormerUnitError(PingyiError):
    message = '"{text}" is no unit of this plan: write beside it which unit it is now.'


class FormerTwiceError(PingyiError):
    message = '"{text}" stands in row {first} already: take one of them out.'


class YearTypedError(PingyiError):
    message = '"{text}" is no year before {year}: write it as {example}.'


def typed_bands(
    plan: Plan, bands: Mapping[str, str], rows: Sequence[Sequence[str]], year: int, source: str
) -> LastBands:
    """What the rows say; one without a band says nothing. `bands`: names by code.

    BandTypedError, UnitTypedError, FormerUnitError and FormerTwiceError have `row` and `column`.
    """
    reader = _Reader(plan, bands)
    for at, row in enumerate(rows):
        reader.read(at, row)
    return LastBands(year, source.strip(), reader.bands, reader.successors)


def written_bands(plan: Plan, bands: Mapping[str, str], held: LastBands | None) -> list[Cells]:
    """Rows as `typed_bands` reads them; before anything is on record, every unit of the plan."""
    names = {agency.code: agency.name for agency in plan.agencies}
    if held is None:
        return [(name, "", "") for name in names.values()]
    return [
        (
            names.get(unit, unit),
            bands.get(band, band),
            names.get(held.successors.get(unit, ""), ""),
        )
        for unit, band in held.bands.items()
    ]


def typed_year(text: str, plan: Plan) -> int:
    """YearTypedError for what is no year before the plan's."""
    plain = plain_text(text).removesuffix("年")
    if not (plain.isascii() and plain.isdecimal() and 1900 <= int(plain) < plan.year):
        raise YearTypedError(text=text.strip()[:20], year=plan.year, example=plan.year - 1)
    return int(plain)


class _Reader:
    def __init__(self, plan: Plan, bands: Mapping[str, str]) -> None:
        self.bands: dict[str, str] = {}
        self.successors: dict[str, str] = {}
        self._rows: dict[str, int] = {}
        self._names = tuple(bands.values())
        self._bands = {folded(text): code for code, name in bands.items() for text in (name, code)}
        self._units = {
            folded(text): held.code
            for held in plan.agencies
            for text in (held.short, held.name, held.code)
            if text
        }

    def read(self, at: int, row: Sequence[str]) -> None:
        former, band, now = row
        if not band.strip():
            return
        code = self._bands.get(folded(band))
        if code is None:
            names = " / ".join(self._names)
            raise BandTypedError(row=at, column=BAND, text=band[:20], bands=names)
        unit = self._former(at, former, moved=bool(now.strip()))
        if unit in self._rows:
            first = self._rows[unit] + 1
            raise FormerTwiceError(row=at, column=FORMER, text=former[:40], first=first)
        self._rows[unit] = at
        self.bands[unit] = code
        if now.strip() and (successor := self._now(at, now)) != unit:
            self.successors[unit] = successor

    def _former(self, at: int, text: str, *, moved: bool) -> str:
        """Today's code where the plan has it; a unit that is gone keeps what it was called."""
        unit = self._units.get(folded(text))
        if unit is None and not (moved and text.strip()):
            raise FormerUnitError(row=at, column=FORMER, text=text[:40])
        return unit or text.strip()

    def _now(self, at: int, text: str) -> str:
        unit = self._units.get(folded(text))
        if unit is None:
            raise UnitTypedError(row=at, column=NOW, text=text[:40])
        return unit
