"""How fast it goes and when it will be done, in the rows of a table: no more than was measured."""

from fractions import Fraction

from desktop.report.circular_opening import day_text
from desktop.report.table import Block, Column, Kind, Table, row
from desktop.report.work_looks import daily_look
from desktop.tally.day_rows import DailyReport
from desktop.tally.forecast import Forecast, Lack, Measured
from desktop.tally.numbers import rounded
from desktop.words import Words


def forecast_table(report: DailyReport, words: Words) -> Table:
    """What is left, the pace of this day and of the last ones, and the day of the last form."""
    columns = [
        Column(words("Item"), Kind.TEXT),
        Column(words("Content"), Kind.NAME, limit=daily_look().list),
    ]
    held = report.forecast
    rows = [
        row(words("Still to be keyed"), _left(held, words)),
        row(words("Pace of this day"), _today(report, words)),
    ]
    if held.measured and held.measured.pace.forms:
        rows.append(row(words("Pace of the last days"), _measured(held.measured, words)))
    return Table(columns, [*rows, _finish(held, words)])


def _left(held: Forecast, words: Words) -> str:
    if Lack.SLIPS in held.lacks:
        return words("no batch is registered")
    if held.is_done:
        return words("nothing is left")
    text = words("{first} forms and {second} second keyings")
    return text.format(first=f"{held.left.first:,}", second=f"{held.left.second:,}")


def _today(report: DailyReport, words: Words) -> str:
    pace = report.today
    if pace is None:
        return words("no work on record yet")
    text = words("{forms} forms by {people} people; each {speed} forms an hour at work")
    speed = number(pace.forms_per_hour or Fraction())
    return text.format(forms=f"{pace.forms:,}", people=report.clerks, speed=speed)


def _measured(held: Measured, words: Words) -> str:
    text = words(
        "{forms} forms a day, measured on {count} days of work ({first} to {last}): {clerks} "
        "clerks a day, {hours} hours each"
    )
    return text.format(
        forms=number(held.forms_per_day),
        count=len(held.days),
        first=day_text(held.days[0].isoformat(), words),
        last=day_text(held.days[-1].isoformat(), words),
        clerks=number(held.clerks),
        hours=number(held.hours),
    )


def _finish(held: Forecast, words: Words) -> Block:
    return row(words("Done on"), finish_text(held, words), strong=True)


def finish_text(held: Forecast, words: Words) -> str:
    """The day, or why there is none."""
    if held.is_done:
        return words("nothing is left")
    if held.finish is None:
        return _lacking(held, words)
    day = day_text(held.finish.isoformat(), words)
    if Lack.LITTLE in held.lacks:
        return words("{day} (rough: under 2 hours measured)").format(day=day)
    return day


def _lacking(held: Forecast, words: Words) -> str:
    if Lack.SLIPS in held.lacks:
        return words("no batch is registered")
    if Lack.WORK in held.lacks:
        return words("no pace: work comes on record once a clerk signs out and packs it up")
    if Lack.FORMS in held.lacks:
        return words("no pace: work is on record, and not one form was finished in it")
    return words("more than ten years at this pace")


def number(value: Fraction) -> str:
    """One decimal below a hundred, none above it or where it is a whole number."""
    whole = value.denominator == 1 or value >= 100
    return f"{int(rounded(value, 0)):,}" if whole else rounded(value, 1)
