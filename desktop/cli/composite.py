"""Commands of the composite 综合评价: `composite table`, `component`, `weights`, `import`."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from desktop.actions.composite import (
    ComponentUnknownError,
    composite_setting,
    composite_table,
    set_composite,
    set_figures,
)
from desktop.actions.figures_table import read_figures_table
from desktop.assess.composite import Component, ComponentKind, Missing, NoWeightError
from desktop.assess.year import CompositeSetting
from desktop.cli.composite_tables import say_components, say_composite
from desktop.cli.operators import as_option
from desktop.cli.screen import existing_file, json_option, say, say_json, words
from desktop.cli.year import acted_on, on_option, one_of, read_number, stood_on, writing
from desktop.store import ledger_queries
from desktop.store.ledgers import COMPOSITE
from desktop.store.survey_file import SurveyFile, open_survey
from desktop.store.verification import verified_survey


@click.group()
def composite() -> None:
    """Several channels weighed into one ranking: survey, assessment, polls, visits."""


@composite.command("table")
@click.argument("file", type=existing_file)
@click.option("--day", default="", help="The day to stand on, such as 2006-12-31; none: today.")
@click.option(
    "--what-if",
    multiple=True,
    metavar="CODE=WEIGHT",
    help="Another weight of a component, which nobody keeps; may be repeated.",
)
@json_option
def table(file: Path, day: str, what_if: tuple[str, ...], *, as_json: bool) -> None:
    """Rank the units by the composite, with what every component contributes."""
    with verified_survey(file) as survey:
        setting = composite_setting(survey)
        tried = _weighed(setting, what_if, "") if what_if else None
        on = stood_on(survey, day)
        found, plan = composite_table(survey, tried, on), survey.plan
    say_composite(plan, found, on, what_if=bool(what_if), as_json=as_json)


@composite.command("component")
@click.argument("file", type=existing_file)
@click.option("--code", required=True, help="What the component is called by, such as phone.")
@click.option("--name", help="Its name, as documents print it.")
@click.option("--kind", type=one_of(ComponentKind), help="Where its figures are from.")
@click.option("--full", help="The mark that becomes 100, such as 110 or 5.")
@click.option("--weight", help="Its weight, such as 40.")
@click.option("--remove", is_flag=True, help="Take the component out.")
@as_option
@json_option
def component(
    file: Path, code: str, operator: str, *, remove: bool, as_json: bool, **given: str | None
) -> None:
    """Add a component or change it; what is left out stays as it is."""
    with writing(file, operator) as survey:
        setting = _setting(survey)
        held = {it.code: it for it in setting.components}
        if remove:
            _known(setting, code)
            del held[code]
        else:
            held[code] = _changed(held.get(code), code, given)
        made = replace(setting, components=tuple(held.values()))
        set_composite(survey, made, operator=operator)
    say_components(made, as_json=as_json)


@composite.command("weights")
@click.argument("file", type=existing_file)
@click.argument("weights", nargs=-1, metavar="[CODE=WEIGHT]...")
@click.option("--group", default="", help="The code of the group they hold for; none: all.")
@click.option("--missing", type=one_of(Missing), help="What a missing figure does.")
@as_option
@json_option
def weights(
    file: Path,
    weights: tuple[str, ...],
    group: str,
    missing: str | None,
    operator: str,
    *,
    as_json: bool,
) -> None:
    """Set weights of components, and what a missing figure does; or show them."""
    if not (weights or missing):
        with open_survey(file) as survey:
            say_components(composite_setting(survey), as_json=as_json)
        return
    with writing(file, operator) as survey:
        made = _weighed(composite_setting(survey), weights, group)
        _check_weights(survey, made)
        made = replace(made, missing=Missing(missing)) if missing else made
        set_composite(survey, made, operator=operator)
    say_components(made, as_json=as_json)


@composite.command("import")
@click.argument("file", type=existing_file)
@click.argument("table", type=existing_file)
@click.option("--component", "code", required=True, help="The component's code.")
@click.option("--source", required=True, help="Who found these figures, and how.")
@click.option("--sample", type=int, help="How many were asked or seen.")
@on_option
@as_option
@json_option
def import_(
    file: Path, table: Path, code: str, on: str, operator: str, *, as_json: bool, **given: Any
) -> None:
    """Take a component's figures over from a workbook or CSV: all of them, or none."""
    with writing(file, operator) as survey:
        parts = {it.code: it for it in composite_setting(survey).components}
        full = parts[code].full if code in parts else None
        figures = read_figures_table(survey.plan, table, full)
        day = acted_on(survey, on)
        set_figures(survey, code, figures, date=day, operator=operator, **given)
    if as_json:
        say_json({"component": code, "figures": len(figures), "date": day, **given})
    else:
        say("Figures of {component} taken over: {count}.", component=code, count=len(figures))


def _setting(survey: SurveyFile) -> CompositeSetting:
    """What is set, or nothing yet."""
    held = ledger_queries.setting(survey, COMPOSITE)
    return held.value if held else CompositeSetting(())


def _changed(held: Component | None, code: str, given: Mapping[str, str | None]) -> Component:
    """A new component weighs 1 and has the name of its code unless something else is said."""
    one, hundred = read_number("1"), read_number("100")
    begun = held or Component(code, code, ComponentKind.OTHER, hundred, one, {}, {})
    changes: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
    for name in changes.keys() & {"full", "weight"}:
        changes[name] = read_number(changes[name])
    if "kind" in changes:
        changes["kind"] = ComponentKind(changes["kind"])
    return replace(begun, **changes)


def _weighed(setting: CompositeSetting, pairs: Sequence[str], group: str) -> CompositeSetting:
    """With other weights, in one group or wherever a group has none of its own."""
    held = {it.code: it for it in setting.components}
    for pair in pairs:
        code, equals, text = pair.partition("=")
        if not (code and equals and text):
            raise click.UsageError(words("A weight is written CODE=WEIGHT."))
        _known(setting, code)
        weight, before = read_number(text), held[code]
        own = {**before.weights, group: weight}
        held[code] = replace(before, weights=own) if group else replace(before, weight=weight)
    return replace(setting, components=tuple(held.values()))


def _check_weights(survey: SurveyFile, setting: CompositeSetting) -> None:
    """NoWeightError where every component weighs nothing in a group: nobody in it has a score."""
    for group in survey.plan.groups:
        if not any(it.weight_in(group.code) for it in setting.components):
            raise NoWeightError(group=group.code)


def _known(setting: CompositeSetting, code: str) -> None:
    known = tuple(it.code for it in setting.components)
    if code not in known:
        raise ComponentUnknownError(component=code, known=known)
