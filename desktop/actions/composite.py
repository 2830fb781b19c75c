"""The composite of the year: components from this file and from workbooks (RULES.md §7)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from desktop.actions.counting import count_survey
from desktop.actions.ledgers import put_setting
from desktop.actions.year_standing import standing_annulments, year_standing
from desktop.assess.composite import Component, ComponentKind, CompositeLine, composite
from desktop.assess.year import CompositeSetting
from desktop.store import editions, ledger_queries
from desktop.store.ledgers import COMPOSITE
from desktop.store.records import Record
from desktop.store.survey_file import SurveyFile
from desktop.tally.errors import Phrase, PingyiError
from desktop.tally.numbers import number_text

_LAST = "9998-12-31"


class CompositeMissingError(PingyiError):
    message = "No components are set for the composite: name them with their weights first."


class ComponentUnknownError(PingyiError):
    message = "The composite has no component {component}: it has {known}."


class ComponentComputedError(PingyiError):
    message = "The figures of {component} are computed from this file: none are taken over."


class ComponentWrongError(PingyiError):
    message = "Component {component} cannot stand so: {reason}."


class FigureWrongError(PingyiError):
    message = (
        "{component} gives {unit} the figure {figure}, which is below 0 or above the full mark "
        "{full}: mend it."
    )


@dataclass(frozen=True, slots=True)
class CompositeTable:
    """Every unit by rank, and the components with the figures they were computed from."""

    setting: CompositeSetting
    """Figures of the survey and the assessment filled in from this file."""
    lines: Sequence[CompositeLine]
    survey_sealed: bool


def set_composite(survey: SurveyFile, setting: CompositeSetting, *, operator: str = "") -> Record:
    """Components in the place of those before; ComponentWrongError."""
    _check(survey, setting)
    return put_setting(survey, COMPOSITE, setting, operator=operator)


def set_figures(
    survey: SurveyFile,
    code: str,
    figures: Mapping[str, Fraction],
    *,
    source: str,
    date: str,
    sample: int | None = None,
    operator: str = "",
) -> Record:
    """Figures of one component in the place of those before, with where they come from.

    ComponentUnknownError, ComponentComputedError, CompositeMissingError, ComponentWrongError.
    """
    setting = composite_setting(survey)
    found = next((held for held in setting.components if held.code == code), None)
    if found is None:
        known = tuple(held.code for held in setting.components)
        raise ComponentUnknownError(component=code, known=known)
    if found.kind in (ComponentKind.SURVEY, ComponentKind.ASSESSMENT):
        raise ComponentComputedError(component=found.name)
    made = replace(found, figures=dict(figures), source=source, date=date, sample=sample)
    parts = tuple(made if held.code == code else held for held in setting.components)
    return set_composite(survey, replace(setting, components=parts), operator=operator)


def composite_setting(survey: SurveyFile) -> CompositeSetting:
    """CompositeMissingError."""
    held = ledger_queries.setting(survey, COMPOSITE)
    if held is None:
        raise CompositeMissingError
    return held.value


def composite_table(
    survey: SurveyFile, setting: CompositeSetting | None = None, day: str = _LAST
) -> CompositeTable:
    """The ranking on a day, by what is set or, as a what-if that nobody keeps, by `setting`.

    Units whose results are void have no line. CompositeMissingError, ComponentWrongError,
    NoWeightError, RulesMissingError where the assessment is a component.
    """
    chosen = setting or composite_setting(survey)
    _check(survey, chosen)
    filled = replace(
        chosen, components=tuple(_filled(survey, held, day) for held in chosen.components)
    )
    _check(survey, filled)
    void = {held.unit for held in standing_annulments(survey, day)}
    groups = {one.code: one.group for one in survey.plan.agencies if one.code not in void}
    lines = composite(filled.components, groups, filled.missing)
    return CompositeTable(filled, lines, editions.edition(survey).sealed)


def _filled(survey: SurveyFile, component: Component, day: str) -> Component:
    match component.kind:
        case ComponentKind.SURVEY:
            return replace(component, figures=_survey_figures(survey))
        case ComponentKind.ASSESSMENT:
            rows = year_standing(survey, day).rows
            return replace(component, figures={row.unit: row.score for row in rows})
        case _:
            return component


def _survey_figures(survey: SurveyFile) -> Mapping[str, Fraction]:
    agencies = count_survey(survey).agencies
    return {one.code: one.score for one in agencies if one.score is not None}


def _check(survey: SurveyFile, setting: CompositeSetting) -> None:
    """ComponentWrongError or FigureWrongError for the first that cannot stand."""
    units = {one.code for one in survey.plan.agencies}
    groups = {one.code for one in survey.plan.groups}
    seen: set[str] = set()
    for held in setting.components:
        if reason := _fault(held, units, groups, seen):
            raise ComponentWrongError(component=held.name or held.code, reason=Phrase(reason))
        for unit, figure in held.figures.items():
            if not 0 <= figure <= held.full:
                raise FigureWrongError(
                    component=held.name, unit=unit, figure=number_text(figure), full=held.full
                )
        seen.add(held.code)


def _fault(held: Component, units: set[str], groups: set[str], seen: set[str]) -> str:
    if not held.code or not held.name.strip() or held.code in seen:
        return "its code or name is missing, or stands twice"
    if held.full <= 0:
        return "its full mark must be above 0"
    if held.weight < 0 or any(weight < 0 for weight in held.weights.values()):
        return "a weight must not be below 0"
    if not held.weights.keys() <= groups:
        return "it has a weight for a group that the plan does not have"
    if not held.figures.keys() <= units:
        return "it has a figure for a unit that the plan does not have"
    return "its sample must be 1 or more" if held.sample is not None and held.sample < 1 else ""
