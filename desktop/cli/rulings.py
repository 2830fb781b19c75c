"""Commands of doubts and differences: `differences`, `conflicts`, `rule`."""

from pathlib import Path
from typing import Any

import click

from desktop.actions.forms_file import read_forms
from desktop.actions.rulings import find_head, kept, rule_form
from desktop.actions.second_keying import blind_forms
from desktop.cli.operators import as_option, sign_in_as
from desktop.cli.screen import existing_file, json_option, say, say_json, say_table, words
from desktop.store import form_queries, station_queries
from desktop.store.form_queries import OpenForm
from desktop.store.survey_file import SurveyFile, open_survey
from desktop.tally.form import Form, form_name, read_form_name
from desktop.tally.keyings import RULING_QUEUE, Keying
from desktop.tally.marks import cell_name


@click.command()
@click.argument("file", type=existing_file)
@json_option
def differences(file: Path, *, as_json: bool) -> None:
    """List cells that their first keyer keys again, blind: nothing that was keyed is shown."""
    with open_survey(file) as survey:
        plan = survey.plan
        rows = [
            (
                form_name(held.batch, held.number),
                held.operator,
                [".".join(cell_name(plan, cell)) for cell in held.cells],
            )
            for held in blind_forms(survey)
        ]
    if as_json:
        keys = ("form", "operator", "cells")
        say_json([dict(zip(keys, row, strict=True)) for row in rows])
    elif rows:
        heads = [words(head) for head in ("Form", "Operator", "Cells")]
        shown = [(form, who, " ".join(cells) or words("whole form")) for form, who, cells in rows]
        say_table("To be keyed again", heads, shown)
    else:
        say("No form is to be keyed again.")


@click.command()
@click.argument("file", type=existing_file)
@json_option
def conflicts(file: Path, *, as_json: bool) -> None:
    """List the forms that wait for a ruling, with everything keyed of them."""
    with open_survey(file) as survey:
        held = [form for form in form_queries.open_forms(survey) if form.stage in RULING_QUEUE]
        names = station_queries.station_names(survey)
        plan = survey.plan
    if as_json:
        say_json([_form_json(form) for form in held])
        return
    if not held:
        say("Nothing waits for a ruling.")
        return
    heads = [words(head) for head in ("Form", "Kind", "Record", "Station", "Operator", "Content")]
    rows = []
    for form in held:
        for head in form.heads:
            shown = _content(plan, form, head)
            station = names.get(head.station, head.station[:8])
            who = (head.record[:12], station, head.operator)
            rows.append((form.name, words(form.stage.value), *who, shown))
        for record, note in form.doubts:
            rows.append((form.name, words(form.stage.value), record[:12], "", "", note))
    say_table("Ruling queue", heads, rows)


def _form_json(form: OpenForm) -> dict[str, Any]:
    return {
        "form": form.name,
        "kind": form.stage.value,
        "records": [
            {
                "id": head.record,
                "station": head.station,
                "operator": head.operator,
                "pass": head.pass_number,
                "void": head.void,
                "marks": head.marks,
            }
            for head in form.heads
        ],
        "doubts": [{"id": record, "note": note} for record, note in form.doubts],
    }


def _content(plan: Any, form: OpenForm, head: Keying) -> str:
    """The void reason, or the cells in which the keyings of the form differ."""
    if head.void:
        return words("void {reason}").format(reason=head.void)
    others = [held.marks for held in form.heads if not held.void]
    cells = [at for at in range(len(head.marks)) if len({marks[at] for marks in others}) > 1]
    shown = [f"{'.'.join(cell_name(plan, at))}={head.marks[at]}" for at in cells[:6]]
    more = [words("and {count} more").format(count=len(cells) - 6)] if len(cells) > 6 else []
    return " ".join(shown + more) or words("valid")


@click.command()
@click.argument("file", type=existing_file)
@click.argument("form")
@click.option("--keep", default="", help="The record that says what the paper shows.")
@click.option(
    "--move",
    multiple=True,
    metavar="RECORD=FORM",
    help="The record of another paper, and the form number it gets; may be repeated.",
)
@click.option("--paper", type=existing_file, help="A forms file with what the paper shows.")
@click.option("--no-paper", is_flag=True, help="There is no such paper.")
@click.option("--reason", required=True, help="Why, in a few words.")
@click.option("--second", required=True, help="The second person, who keyed nothing of it.")
@as_option
@json_option
def rule(file: Path, form: str, *, as_json: bool, **said: Any) -> None:
    """Settle a form by its paper: two people, neither of whom keyed in its batch."""
    ways = sum(map(bool, (said["keep"], said["paper"], said["no_paper"])))
    if ways > 1 or not (ways or said["move"]):
        raise click.UsageError(words("Say one of --keep, --paper and --no-paper."))
    batch, number = read_form_name(form)
    who = {name: said[name] for name in ("reason", "second", "operator")}
    with open_survey(file, write=True) as survey:
        sign_in_as(survey, said["operator"])
        held = form_queries.open_form(survey, batch, number)
        outcomes = [
            *_kept(held, said["keep"]),
            *_moved(held, said["move"]),
            *_shown(survey, held, said["paper"]),
        ]
        made = rule_form(survey, batch, number, outcomes, **who)
    if as_json:
        say_json({"form": form, "ruling": made.id, "forms": [o.name for o in outcomes]})
    else:
        say("Form {form} is ruled on; what was keyed stays on record.", form=form)


def _kept(held: OpenForm, record: str) -> list[Form]:
    return [kept(held, find_head(held, record))] if record else []


def _moved(held: OpenForm, moves: tuple[str, ...]) -> list[Form]:
    pairs = [each.partition("=") for each in moves]
    return [kept(held, find_head(held, old), read_form_name(new)) for old, _, new in pairs]


def _shown(survey: SurveyFile, held: OpenForm, paper: Path | None) -> list[Form]:
    return read_forms(survey.plan, held.batch, paper, number=held.number) if paper else []
