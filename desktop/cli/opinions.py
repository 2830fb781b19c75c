"""Commands of the opinions 意见建议: `opinion add`, `correct`, `list`."""

from pathlib import Path
from typing import Any

import click

from desktop.actions.opinion_errors import AgencyUnknownError
from desktop.actions.opinions import Opinion, correct_opinion, enter_opinion, standing_opinion
from desktop.cli.operators import as_option, sign_in_as
from desktop.cli.screen import existing_file, json_option, say, say_json, say_table, words
from desktop.store.opinion_queries import WHOLE_SURVEY, OpinionLine, opinions
from desktop.store.records import Record
from desktop.store.survey_file import SurveyFile, open_survey
from desktop.tally.form import form_name, read_form_name
from desktop.tally.plan import Plan

_HEADS = ("Record", "Form", "Agency", "Opinion", "Operator")


@click.group()
def opinion() -> None:
    """What people wrote on their forms: read, sorted by agency, never counted."""


@opinion.command()
@click.argument("file", type=existing_file)
@click.option("--form", required=True, help="The form it stands on, such as B001-017.")
@click.option("--agency", default=WHOLE_SURVEY, help="The agency's code; none: the whole survey.")
@click.option("--text", required=True, help="What is written there, up to 2,000 characters.")
@as_option
@json_option
def add(file: Path, form: str, agency: str, text: str, operator: str, *, as_json: bool) -> None:
    """Key an opinion; the form itself need not be keyed yet."""
    batch, number = read_form_name(form)
    with open_survey(file, write=True) as survey:
        sign_in_as(survey, operator)
        made = enter_opinion(survey, Opinion(batch, number, agency, text), operator=operator)
        plan = survey.plan
    _say_opinion(plan, made, as_json=as_json)


@opinion.command()
@click.argument("file", type=existing_file)
@click.argument("record")
@click.option("--form", default="", help="The form it stands on, if that was wrong.")
@click.option("--agency", default="", help="The code of the agency, if that was wrong.")
@click.option("--whole", is_flag=True, help="It is about the survey as a whole.")
@click.option("--text", default="", help="The text as it ought to be.")
@click.option("--take-back", is_flag=True, help="There is no such opinion.")
@as_option
@json_option
def correct(file: Path, record: str, operator: str, *, as_json: bool, **given: Any) -> None:
    """Put an opinion in the place of another, or take that one back."""
    _check_choice(**given)
    with open_survey(file, write=True) as survey:
        sign_in_as(survey, operator)
        line = standing_opinion(survey, record)
        changed = _changed(line, **given)
        made = correct_opinion(survey, line.record, changed, operator=operator)
        plan = survey.plan
    _say_opinion(plan, made, as_json=as_json)


def _check_choice(*, agency: str, whole: bool, text: str, take_back: bool, **_: str) -> None:
    if whole and agency:
        raise click.UsageError(words("Write either --agency or --whole, not both."))
    if take_back and text:
        raise click.UsageError(words("Write either a text or --take-back, not both."))


def _changed(
    line: OpinionLine, *, form: str, agency: str, whole: bool, text: str, take_back: bool
) -> Opinion:
    """The opinion as it stands, but for what was given."""
    batch, number = read_form_name(form) if form else (line.batch, line.number)
    about = WHOLE_SURVEY if whole else agency or line.agency
    return Opinion(batch, number, about, "" if take_back else text or line.text)


def _say_opinion(plan: Plan, made: Record, *, as_json: bool) -> None:
    data = made.data
    form = form_name(data["batch"], data["number"])
    if as_json:
        fields = {"agency": data["agency"], "text": data["text"]}
        say_json({"record": made.id, "form": form, **fields})
    elif data["text"]:
        about = _about(plan, data["agency"])
        say("Opinion {record} on {form}, {agency}.", record=made.id[:12], form=form, agency=about)
    else:
        say("The opinion on {form} is taken back.", form=form)


def _about(plan: Plan, agency: str) -> str:
    names = {held.code: held.name for held in plan.agencies}
    return names[agency] if agency else words("the survey as a whole")


@opinion.command("list")
@click.argument("file", type=existing_file)
@click.option("--agency", default="", help="Those on this agency alone, by its code.")
@json_option
def list_opinions(file: Path, agency: str, *, as_json: bool) -> None:
    """List the opinions by form."""
    with open_survey(file) as survey:
        lines, plan = _wanted(survey, agency), survey.plan
    if as_json:
        say_json({"opinions": list(map(_line_json, lines))})
    elif not lines and agency:
        say("Nobody has keyed an opinion on {agency}.", agency=_about(plan, agency))
    elif not lines:
        say("Nobody has keyed an opinion yet: key one with `pingyi opinion add`.")
    else:
        rows = [
            (line.record[:12], line.form, _about(plan, line.agency), line.text, line.operator)
            for line in lines
        ]
        say_table("Opinions", [words(head) for head in _HEADS], rows)


def _wanted(survey: SurveyFile, agency: str) -> list[OpinionLine]:
    if agency and agency not in {held.code for held in survey.plan.agencies}:
        raise AgencyUnknownError(agency=agency)
    return [line for line in opinions(survey) if not agency or line.agency == agency]


def _line_json(line: OpinionLine) -> dict[str, object]:
    names = ("record", "agency", "text", "station", "operator", "at")
    return {"form": line.form} | {name: getattr(line, name) for name in names}
