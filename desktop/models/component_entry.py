"""One component of the composite as it is typed, and the settings it makes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from desktop.assess.composite import Component, ComponentKind
from desktop.assess.year import CompositeSetting
from desktop.models.typed_values import plain_text, typed_day, typed_number, typed_text
from desktop.tally.errors import PingyiError
from desktop.tally.numbers import number_text

COMPUTED = frozenset({ComponentKind.SURVEY, ComponentKind.ASSESSMENT})
"""Their figures come from this file."""


class SampleTypedError(PingyiError):
    message = '{name}: "{text}" is no number of people; write a whole number, or leave it empty.'


class FigureTypedError(PingyiError):
    message = '{unit}: "{text}" is no figure from 0 to {full}; mend it, or leave it empty.'


@dataclass(frozen=True, slots=True)
class ComponentTexts:
    """What stands in the fields; `titles` are the fields' names, to say which one is wrong."""

    name: str
    kind: ComponentKind
    full: str
    weight: str
    weights: Mapping[str, str]
    """By the group's code; empty where the common weight holds."""
    source: str
    day: str
    sample: str
    titles: Mapping[str, str]

    def component(self, before: Component | None, code: str, today: date) -> Component:
        """NumberTypedError, DayUnreadError, SampleTypedError, TextMissingError."""
        titles = self.titles
        figures = before.figures if before and self.kind not in COMPUTED else {}
        return Component(
            before.code if before else code,
            typed_text(titles["name"], self.name),
            self.kind,
            typed_number(titles["full"], self.full),
            typed_number(titles["weight"], self.weight),
            {
                group: typed_number(titles["weights"], text)
                for group, text in self.weights.items()
                if text.strip()
            },
            figures,
            self.source.strip(),
            typed_day(titles["date"], self.day, today),
            self._sample(),
        )

    def _sample(self) -> int | None:
        plain = plain_text(self.sample).replace(",", "")
        if plain and not (plain.isascii() and plain.isdecimal()):
            raise SampleTypedError(name=self.titles["sample"], text=self.sample.strip()[:30])
        return int(plain) if plain else None


def free_code(setting: CompositeSetting | None, kind: ComponentKind) -> str:
    """A code that no component has: of its kind, and numbered from the second on."""
    taken = {held.code for held in setting.components} if setting else set()
    codes = (str(kind), *(f"{kind}-{at}" for at in range(2, len(taken) + 3)))
    return next(code for code in codes if code not in taken)


def with_component(setting: CompositeSetting | None, made: Component) -> CompositeSetting:
    """In the place of the one with its code, or after all others."""
    if setting is None:
        return CompositeSetting((made,))
    codes = [held.code for held in setting.components]
    if made.code not in codes:
        return replace(setting, components=(*setting.components, made))
    return replace(
        setting,
        components=tuple(made if held.code == made.code else held for held in setting.components),
    )


def without_component(setting: CompositeSetting, code: str) -> CompositeSetting:
    return replace(
        setting, components=tuple(held for held in setting.components if held.code != code)
    )


def with_weights(
    setting: CompositeSetting, weights: Mapping[str, Fraction], group: str = ""
) -> CompositeSetting:
    """Other weights by the component's code: of one group, or of all that have no own ones."""
    return replace(
        setting,
        components=tuple(
            _weighed(held, weights.get(held.code), group) for held in setting.components
        ),
    )


def _weighed(held: Component, weight: Fraction | None, group: str) -> Component:
    if weight is None:
        return held
    if group:
        return replace(held, weights={**held.weights, group: weight})
    return replace(held, weight=weight)


def typed_figures(rows: Sequence[tuple[str, str]], full: Fraction) -> Mapping[str, Fraction]:
    """Figures by the unit's code, of pairs of code and text; FigureTypedError has the row."""
    found = {}
    for at, (unit, text) in enumerate(rows):
        if text.strip():
            found[unit] = _figure(at, unit, text, full)
    return found


def _figure(at: int, unit: str, text: str, full: Fraction) -> Fraction:
    wrong = FigureTypedError(row=at, unit=unit, text=text.strip()[:30], full=number_text(full))
    try:
        figure = typed_number(unit, text)
    except PingyiError:
        raise wrong from None
    if not 0 <= figure <= full:
        raise wrong
    return figure
