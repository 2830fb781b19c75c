"""Commands that settle the year: `assess rules`, `link`, `seal`, `unseal`."""

from pathlib import Path

import click

from desktop.actions.proposals import link_survey
from desktop.actions.rule_sets import (
    SHIPPED,
    choose_rules,
    read_rules,
    rules_of,
    rules_text,
    shipped_rules,
)
from desktop.actions.writing import refusal_named
from desktop.actions.year_sealing import seal_year, unseal_year, year_obstacles
from desktop.assess.rule_set import Rule, RuleKind, RuleSet
from desktop.assess.rule_set_reading import rule_set_to_json
from desktop.cli.operators import as_option
from desktop.cli.screen import (
    existing_file,
    json_option,
    problem_json,
    say,
    say_json,
    say_problems,
    say_table,
    words,
)
from desktop.cli.year import acted_on, day_of, heads, on_option, shown, writing
from desktop.cli.year_targets import new_file
from desktop.files import write_whole
from desktop.store.survey_file import open_survey

_HEADS = (
    "Rule code",
    "Section",
    "Rule text",
    "Unit of counting",
    "Evidence office",
    "Points added or deducted",
)


@click.command("rules")
@click.argument("file", type=existing_file)
@click.option("--choose", type=click.Choice(SHIPPED), help="Take a rule set that is shipped.")
@click.option("--from", "source", type=existing_file, help="Take an edited copy, as JSON.")
@click.option("--copy", type=existing_file, help="Write the rule set here, to be edited.")
@as_option
@json_option
def rules(
    file: Path,
    choose: str | None,
    source: Path | None,
    copy: Path | None,
    operator: str,
    *,
    as_json: bool,
) -> None:
    """Choose the year's rule set, or show it; the first entry freezes it."""
    if choose and source:
        raise click.UsageError(words("Write either --choose or --from, not both."))
    if copy:
        new_file(copy)
    if choose or source:
        held = shipped_rules(choose) if choose else read_rules(source or Path())
        with writing(file, operator) as survey:
            choose_rules(survey, held, operator=operator)
    else:
        with open_survey(file) as survey:
            held = rules_of(survey)
    if copy:
        with refusal_named(copy.parent):
            text = rules_text(held).encode()
            write_whole(copy, lambda file: file.write(text))
    _say_rules(held, copy, as_json=as_json)


def _say_rules(held: RuleSet, copy: Path | None, *, as_json: bool) -> None:
    if as_json:
        say_json(rule_set_to_json(held))
        return
    rows = [
        (
            rule.code,
            rule.section,
            rule.text,
            rule.unit,
            words(", ").join(rule.offices),
            _points(rule),
        )
        for rule in held.rules
    ]
    say_table(held.name, heads(*_HEADS), rows, numbers=5)
    if copy:
        say("Written: {path}", path=copy)


def _points(rule: Rule) -> str | None:
    """For each, from the least to the most, or at most; with a sign where they are deducted."""
    least, most = (shown(it if rule.adds else -it) for it in (rule.least, rule.points))
    match rule.kind:
        case RuleKind.DISCRETIONARY:
            return words("{least} to {most}").format(least=least, most=most)
        case RuleKind.PROPORTION:
            return words("up to {most}").format(most=most)
        case RuleKind.VETO:
            return None
        case _:
            return most


@click.command("link")
@click.argument("file", type=existing_file)
@click.option(
    "--windows",
    multiple=True,
    metavar="GROUP",
    help="The code of a group of service windows, which have a rule of their own; may be repeated.",
)
@on_option
@as_option
@json_option
def link(file: Path, windows: tuple[str, ...], on: str, operator: str, *, as_json: bool) -> None:
    """Draft a deduction for every unit whose satisfaction rate is below the rule's line."""
    with writing(file, operator) as survey:
        day = acted_on(survey, on)
        found = link_survey(survey, day, windows=windows, operator=operator)
    if as_json:
        drafts = {unit: record.id for unit, record in found.drafts.items()}
        say_json({"drafts": drafts, "present": list(found.present), "sealed": found.sealed})
        return
    say("Entered as drafts: {count}.", count=len(found.drafts))
    if found.present:
        units = words(", ").join(found.present)
        say("They have such an entry already: {units}.", units=units)
    if not found.sealed:
        say("The survey is not sealed: these are the rates of the day, and the drafts say so.")


@click.command("seal")
@click.argument("file", type=existing_file)
@click.option("--second", default="", help="The second person, who seals with you.")
@click.option("--check", is_flag=True, help="Only say what stands against it.")
@on_option
@as_option
@json_option
def seal(file: Path, second: str, on: str, operator: str, *, check: bool, as_json: bool) -> None:
    """Seal the year: its standing goes on record, and every ledger is closed."""
    if check:
        _say_obstacles(file, on, as_json=as_json)
        return
    with writing(file, operator) as survey:
        made = seal_year(survey, acted_on(survey, on), second=second, operator=operator)
    fields = {"edition": made.data["edition"], "day": made.data["day"]}
    if as_json:
        say_json({"seal": made.id, "hash": made.data["standing"], **fields})
    else:
        say("The year is sealed on {day}, edition {edition}.", **fields)
        say("Hash of the year's standing {hash}", hash=made.data["standing"])


def _say_obstacles(file: Path, on: str, *, as_json: bool) -> None:
    with open_survey(file) as survey:
        found = year_obstacles(survey, day_of(survey, on))
    if as_json:
        say_json({"obstacles": list(map(problem_json, found))})
    elif found:
        say("Against the seal of the year:")
        say_problems(found)
    else:
        say("Nothing stands against the seal of the year.")


@click.command("unseal")
@click.argument("file", type=existing_file)
@click.option("--reason", required=True, help="Why, in a few words.")
@click.option("--second", required=True, help="The second person who answers for it.")
@as_option
@json_option
def unseal(file: Path, reason: str, second: str, operator: str, *, as_json: bool) -> None:
    """Open a sealed year again: its next edition begins."""
    with writing(file, operator) as survey:
        number = unseal_year(survey, reason=reason, second=second, operator=operator)
    if as_json:
        say_json({"file": str(file), "edition": number})
    else:
        say("The year is open again, edition {edition}.", edition=number)
