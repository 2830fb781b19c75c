"""What the commands of the year share: days, units, lines of a ledger, and words for codes."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from fractions import Fraction
from pathlib import Path
from typing import Any

import click

from desktop.actions.deductions import check_days, today
from desktop.actions.history_file import agencies_called
from desktop.actions.opinion_errors import AgencyUnknownError
from desktop.actions.paper_errors import DateWrongError
from desktop.actions.year_standing import standing_day
from desktop.actions.year_tables import may_be_share, number_in
from desktop.assess.ledger_data import to_value
from desktop.cli.operators import sign_in_as
from desktop.cli.screen import Command, say, say_json, say_table, words
from desktop.cli.year_words import code_words
from desktop.store.ledger_queries import Line
from desktop.store.records import Record
from desktop.store.survey_file import SurveyFile, open_survey
from desktop.tally.errors import PingyiError
from desktop.tally.issuing import is_date
from desktop.tally.numbers import rounded
from desktop.tally.plan import Plan
from desktop.tally.texts import folded

_DECIMALS, _SHORT = 2, 24
LINE = 8
"""So many digits of a line's id tell it apart for people."""


class NumberWrongError(PingyiError):
    message = '"{text}" is no number: write one such as 87.4.'


class ShareTypedError(PingyiError):
    message = 'Write "{text}" in per cent with its sign, such as 87.4%: it may be meant as a share.'


on_option = click.option("--on", default="", help="The day, such as 2006-05-31; none: today.")
unit_option = click.option("--unit", default="", help="The unit's code or name; none: all of them.")


@contextmanager
def writing(file: Path, operator: str) -> Iterator[SurveyFile]:
    """The survey to write to, with whoever acts signed in."""
    with open_survey(file, write=True) as survey:
        sign_in_as(survey, operator)
        yield survey


def day_of(survey: SurveyFile, text: str) -> str:
    """The day that was given, or today; DateWrongError."""
    if text and not is_date(text):
        raise DateWrongError(text=text)
    return text or today(survey)


def acted_on(survey: SurveyFile, text: str) -> str:
    """The day that something is put on record for; DateWrongError, DayAheadError."""
    day = day_of(survey, text)
    check_days(survey, day)
    return day


def stood_on(survey: SurveyFile, text: str) -> str:
    """The day to stand on: as given, of the year's seal, or today; DateWrongError."""
    return standing_day(survey, day_of(survey, text) if text else "")


def unit_names(plan: Plan) -> Mapping[str, str]:
    """By code."""
    return {agency.code: agency.name for agency in plan.agencies}


def unit_called(plan: Plan, text: str) -> str:
    """The code of the one unit that has this code or name, "" of ""; AgencyUnknownError."""
    codes = agencies_called(plan).get(folded(text), set()) if text else {""}
    if len(codes) != 1:
        raise AgencyUnknownError(agency=text)
    return min(codes)


def read_number(text: str) -> Fraction:
    """NumberWrongError."""
    try:
        return number_in(text)
    except ValueError:
        raise NumberWrongError(text=text) from None


def read_rate(text: str) -> Fraction:
    """In per cent; 0.874 may be a share, and is asked back: NumberWrongError, ShareTypedError."""
    rate = read_number(text)
    if may_be_share(text):
        raise ShareTypedError(text=text)
    return rate


def shown(value: Fraction | None) -> str | None:
    """A score or points for people: two decimals."""
    return None if value is None else rounded(value, _DECIMALS)


def heads(*names: str) -> list[str]:
    return [words(name) for name in names]


def line_json(line: Line[Any], **more: object) -> dict[str, object]:
    """A line of any ledger with its own fields and who put it so."""
    value: dict[str, object] = to_value(line.value)
    held = {
        "line": line.id,
        "disputed": line.is_disputed,
        "station": line.station,
        "operator": line.operator,
        "at": line.at,
    }
    return value | held | more


def short(line: Line[Any]) -> str:
    """What people call a line by, with a sign where it is disputed."""
    return line.id[:LINE] + (" !" if line.is_disputed else "")


def shortened(text: str) -> str:
    """The beginning of a text on one line, enough to tell it from others."""
    line = " ".join(text.split())
    return line if len(line) <= _SHORT else line[: _SHORT - 1] + "…"


def say_line(message: str, made: Record, *, as_json: bool, **fields: object) -> None:
    """That a line is on record; `message` says what of it, and may name `{line}`."""
    line = made.data["line"] or made.id
    if as_json:
        say_json({"line": line, "record": made.id, **fields})
    else:
        say(message, line=line[:LINE], **fields)


def say_lines(
    name: str,
    held: Sequence[Mapping[str, object]],
    titles: Sequence[str],
    rows: Sequence[Sequence[object]],
    nothing: str,
    *,
    as_json: bool,
) -> None:
    """Lines of a ledger as a table, or under its name in small letters as JSON."""
    if as_json:
        say_json({name.lower(): held})
    elif rows:
        say_table(name, heads(*titles), rows)
    else:
        say(nothing)


def due_text(day: str, *, is_overdue: bool) -> str:
    """A last day, with a word where it has passed."""
    return words("{day}, overdue").format(day=day) if is_overdue else day


def stated(
    survey: SurveyFile, given: Mapping[str, Any], days: Collection[str] = ()
) -> dict[str, Any]:
    """The options that were given, by name: a unit by its code, and `days` of the calendar.

    AgencyUnknownError, DateWrongError.
    """
    held = {name: value for name, value in given.items() if value is not None}
    for name in days:
        day_of(survey, held.get(name, ""))
    if "unit" in held:
        held["unit"] = unit_called(survey.plan, held["unit"])
    return held


def say_step(message: str, made: Record, step: str, *, as_json: bool) -> None:
    """That a line went a step further; `message` names `{line}` and `{state}`."""
    say_line(message, made, as_json=as_json, state=step if as_json else code_words(step))


def one_of(codes: Iterable[str]) -> click.Choice[str]:
    """Codes as the ledgers write them, where click would ask for an enumeration's names."""
    return click.Choice([str(code) for code in codes])


def with_options(*options: Callable[[Any], Any]) -> Callable[[Command], Command]:
    """Several options as one decorator, in the order given."""

    def add(command: Command) -> Command:
        for option in reversed(options):
            command = option(command)
        return command

    return add
