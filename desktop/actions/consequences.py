"""What follows from the year's bands: each line is confirmed by somebody (RULES.md §6)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction

from desktop.actions.bands_table import check_year
from desktop.actions.counting import count_survey
from desktop.actions.ledgers import change_line, enter_line, put_setting
from desktop.actions.rule_sets import rules_of
from desktop.actions.rulings import check_second
from desktop.actions.stations import read_reason
from desktop.actions.year_standing import (
    YearStanding,
    standing_annulments,
    standing_day,
    year_standing,
)
from desktop.assess.consequences import consequences, last_bands, mixed_units
from desktop.assess.rule_set import ConsequenceRule
from desktop.assess.standing import UnitStanding
from desktop.assess.steps import not_before
from desktop.assess.year import Annulment, Confirmation, LastBands
from desktop.store import ledger_queries
from desktop.store.ledger_queries import Line
from desktop.store.ledgers import ANNULMENTS, BANDS, CONFIRMATIONS
from desktop.store.records import Record
from desktop.store.survey_file import SurveyFile
from desktop.tally.errors import PingyiError
from desktop.tally.ranking import competition_ranks, cut_off


class BandUnknownError(PingyiError):
    message = "Last year's band {band} of {unit} is none of the rule set: {bands}."


class ConsequenceUnknownError(PingyiError):
    message = "{rule} does not follow for {unit} from its band: look at the list again."


class AnnulledTwiceError(PingyiError):
    message = "The results of {unit} are void already."


@dataclass(frozen=True, slots=True)
class ConsequenceLine:
    """One consequence for one unit; `confirmed` is None until somebody did."""

    unit: str
    last: str
    """Last year's band, or "" where none is known."""
    band: str
    rule: ConsequenceRule
    confirmed: Line[Confirmation] | None
    stale: bool = False
    """It was confirmed and does not follow any more: an entry was withdrawn, or one was added."""


def import_bands(survey: SurveyFile, bands: LastBands, *, operator: str = "") -> Record:
    """Last year's bands with the table of merged and renamed units.

    BandYearError, BandUnknownError.
    """
    check_year(survey, bands.year)
    known = {band.code: band.name for band in rules_of(survey).bands}
    for unit, band in bands.bands.items():
        if band not in known:
            raise BandUnknownError(band=band, unit=unit, bands=" / ".join(known.values()))
    return put_setting(survey, BANDS, bands, operator=operator)


def former_bands(survey: SurveyFile) -> Mapping[str, str]:
    """Last year's band by today's code."""
    held = ledger_queries.setting(survey, BANDS)
    if held is None:
        return {}
    units = [agency.code for agency in survey.plan.agencies]
    return last_bands(held.value.bands, held.value.successors, units)


def units_of_mixed_bands(survey: SurveyFile) -> list[str]:
    """Merged units, by today's code, that have no band of last year: their parts had several."""
    held = ledger_queries.setting(survey, BANDS)
    units = [agency.code for agency in survey.plan.agencies]
    return mixed_units(held.value.bands, held.value.successors, units) if held else []


def consequence_lines(
    survey: SurveyFile, found: YearStanding | None = None
) -> list[ConsequenceLine]:
    """What follows, unit by unit in order of rank; void units have none. RulesMissingError.

    From the standing that is given, or that of today; after the year's seal, that of its day.
    """
    now = found or year_standing(survey, standing_day(survey))
    last = former_bands(survey)
    bands = {row.unit: row.band.code for row in now.rows if row.rank is not None}
    vertical = {agency.code for agency in survey.plan.agencies if agency.vertical}
    follows = consequences(now.rules, bands, last, vertical)
    held = {
        (line.value.unit, line.value.rule): line
        for line in ledger_queries.lines(survey, CONFIRMATIONS)
        if line.is_disputed or not line.value.withdrawn
    }
    lines = [
        ConsequenceLine(
            one.unit,
            last.get(one.unit, ""),
            bands[one.unit],
            one.rule,
            held.pop((one.unit, one.rule.code), None),
        )
        for one in follows
    ]
    rules = {rule.code: rule for rule in now.rules.consequences}
    return lines + [
        ConsequenceLine(
            unit, last.get(unit, ""), bands.get(unit, ""), rules[rule], line, stale=True
        )
        for (unit, rule), line in held.items()
        if rule in rules
    ]


def confirm_consequence(
    survey: SurveyFile, confirmation: Confirmation, *, operator: str = ""
) -> Record:
    """Confirm what follows, or change what was confirmed: its document, its deadline, done.

    ConsequenceUnknownError where it does not follow.
    """
    (made,) = confirm_consequences(survey, [confirmation], operator=operator)
    return made


def confirm_consequences(
    survey: SurveyFile, confirmations: Sequence[Confirmation], *, operator: str = ""
) -> list[Record]:
    """Confirm them all, or none of them; the standing they follow from is computed once.

    ConsequenceUnknownError where one does not follow, or is named a second time; StepDayError.
    """
    with survey.transaction():
        lines = {(held.unit, held.rule.code): held for held in consequence_lines(survey)}
        made = []
        for one in confirmations:
            held = lines.pop((one.unit, one.rule), None)
            if held is None:
                raise ConsequenceUnknownError(rule=one.rule, unit=one.unit)
            made.append(_confirm(survey, held, one, operator))
        return made


def _confirm(
    survey: SurveyFile, held: ConsequenceLine, confirmation: Confirmation, operator: str
) -> Record:
    days = held.rule.days
    made = confirmation
    if days and not made.deadline:
        until = date.fromisoformat(made.on) + timedelta(days=days)
        made = replace(made, deadline=until.isoformat())
    for day in filter(None, (made.deadline, made.done)):
        not_before(day, made.on)
    if held.confirmed:
        return change_line(survey, CONFIRMATIONS, held.confirmed, made, operator=operator)
    return enter_line(survey, CONFIRMATIONS, made, operator=operator)


def withdraw_confirmation(
    survey: SurveyFile, line: Line[Confirmation], reason: str, on: str, *, operator: str = ""
) -> Record:
    """Take a confirmation back, say of what follows no more; where it follows, it waits again.

    ReasonMissingError, StepDayError for a day before the confirmation.
    """
    day = not_before(on, line.value.on)
    withdrawn = replace(line.value, withdrawn=day, note=read_reason(reason))
    return change_line(survey, CONFIRMATIONS, line, withdrawn, operator=operator)


def annul_results(
    survey: SurveyFile, unit: str, reason: str, on: str, *, second: str, operator: str = ""
) -> Record:
    """Declare a unit's results void 作废, by two people; the others rank without it.

    AnnulledTwiceError, ReasonMissingError, the errors of `check_second`, LineWrongError.
    """
    if any(held.unit == unit for held in standing_annulments(survey, "9998-12-31")):
        raise AnnulledTwiceError(unit=unit)
    second = check_second(survey, second, operator)
    annulment = Annulment(unit, read_reason(reason), on, second)
    return enter_line(survey, ANNULMENTS, annulment, operator=operator)


def restore_results(
    survey: SurveyFile, line: Line[Annulment], reason: str, on: str, *, operator: str = ""
) -> Record:
    """Take an annulment back; ReasonMissingError, StepDayError for a day before it."""
    day = not_before(on, line.value.on)
    restored = replace(line.value, withdrawn=day, note=read_reason(reason))
    return change_line(survey, ANNULMENTS, line, restored, operator=operator)


def model_sections(survey: SurveyFile, standing: YearStanding) -> list[UnitStanding]:
    """先进科室: sections, which stand below another unit of the plan, in the best band, by rank."""
    sections = {agency.code for agency in survey.plan.agencies if agency.parent}
    best = standing.rules.bands[0].code
    return [
        row
        for row in standing.rows
        if row.unit in sections and row.band.code == best and row.rank is not None
    ]


@dataclass(frozen=True, slots=True)
class Cut:
    """The survey's ranks without units whose results are void; ties at the edges are all in."""

    ranks: Mapping[str, int]
    top: Sequence[str]
    bottom: Sequence[str]


def survey_cut(survey: SurveyFile) -> Cut:
    """The survey's first and last by code, beside the consequences; its results stay sealed."""
    void = {held.unit for held in standing_annulments(survey, "9998-12-31")}
    agencies = count_survey(survey).agencies
    strengths = {
        one.code: (Fraction(-one.rank),)
        for one in agencies
        if one.rank is not None and one.code not in void
    }
    ranks = competition_ranks(strengths)
    top, bottom = cut_off(survey.plan.cut, ranks)
    return Cut(ranks, top, bottom)
