"""Lines of the ledgers: begun, changed, disputed, settled; under either seal."""

from dataclasses import replace
from fractions import Fraction
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from desktop.actions.ledgers import change_line, enter_line, put_setting
from desktop.assess.ledger import Entry, State
from desktop.assess.ledger_data import to_value
from desktop.assess.points import Facts
from desktop.assess.promises import Pledge
from desktop.assess.rule_set_reading import read_rule_set
from desktop.assets import resource
from desktop.store import kinds
from desktop.store.errors import BadRecordError, SealedError, YearSealedError
from desktop.store.ledger_queries import lines, setting, settled
from desktop.store.ledgers import DEDUCTIONS, PLEDGES, RULES
from desktop.store.survey_file import SurveyFile
from tests.stations import Centre

ENTRY = Entry(
    "A1", "1-1a", Facts(count=2, rate=Fraction(437, 5)), "2006-03-01", "市委办公室",
    text="未按时报送", states={State.DRAFT: "2006-03-02"},
)  # fmt: skip
PLEDGE = Pledge("A2", "窗口当日办结", "当日办结率", "2006-06-30")


@pytest.fixture
def centre(tmp_path: Path) -> Centre:
    return Centre(tmp_path / "centre", 2, batches={"B001": 1})


def rules():
    return read_rule_set(resource("assess", "hundred-points.json").read_text("utf-8"))


def said(survey: SurveyFile) -> list[tuple[str, object, bool]]:
    return [(line.id, line.value, line.is_disputed) for line in lines(survey, DEDUCTIONS)]


def test_a_line_is_read_as_it_was_written(centre):
    with centre.opened() as survey:
        made = enter_line(survey, DEDUCTIONS, ENTRY)
        put_setting(survey, RULES, rules())
        (line,) = lines(survey, DEDUCTIONS)
        held = setting(survey, RULES)
    assert (line.id, line.heads, line.value) == (made.id, (made.id,), ENTRY)
    assert held
    assert held.value == rules()


def test_a_change_keeps_the_line_and_replaces_what_it_said(centre):
    with centre.opened() as survey:
        made = enter_line(survey, PLEDGES, PLEDGE)
        for text in ("当日", "两日"):
            (line,) = lines(survey, PLEDGES)
            change_line(survey, PLEDGES, line, replace(PLEDGE, text=text))
        (line,) = lines(survey, PLEDGES)
    assert line.id == made.id
    assert line.value.text == "两日"


def test_two_changes_apart_are_a_dispute_until_one_settles_it(centre):
    first, _ = centre.stations
    with first.open() as survey:
        enter_line(survey, DEDUCTIONS, ENTRY)
    centre.merge(first)
    with centre.opened() as survey:
        (line,) = lines(survey, DEDUCTIONS)
        change_line(survey, DEDUCTIONS, line, replace(ENTRY, text="甲"))
    with first.open() as survey:
        (line,) = lines(survey, DEDUCTIONS)
        change_line(survey, DEDUCTIONS, line, replace(ENTRY, text="乙"))
    centre.merge(first)
    with centre.opened() as survey:
        (line,) = lines(survey, DEDUCTIONS)
        assert line.is_disputed
        assert {line.value.text, *(held.text for held in line.others)} == {"甲", "乙"}
        assert settled(survey, DEDUCTIONS) == []
        change_line(survey, DEDUCTIONS, line, replace(ENTRY, text="丙"))
        assert settled(survey, DEDUCTIONS) == [replace(ENTRY, text="丙")]


def test_a_draft_takes_back_nothing_that_was_decided(centre):
    with centre.opened() as survey:
        enter_line(survey, DEDUCTIONS, ENTRY)
        (line,) = lines(survey, DEDUCTIONS)
        decided = replace(ENTRY, text="计入")
        change_line(survey, DEDUCTIONS, line, decided, kind=kinds.DEDUCTION_DECIDED)
        (line,) = lines(survey, DEDUCTIONS)
        change_line(survey, DEDUCTIONS, line, replace(ENTRY, text="又是草稿"))
        (line,) = lines(survey, DEDUCTIONS)
        assert line.is_disputed
        change_line(survey, DEDUCTIONS, line, decided, kind=kinds.DEDUCTION_DECIDED)
        assert settled(survey, DEDUCTIONS) == [decided]


STATED = {State.DRAFT: "2006-03-02", State.VERIFIED: "2006-03-03", State.COUNTED: "2006-03-04"}


@pytest.mark.parametrize(
    ("kind", "states"),
    [
        (kinds.DEDUCTION, (State.VERIFIED,)),
        (kinds.DEDUCTION, (State.DRAFT, State.COUNTED)),
        (kinds.DEDUCTION_VERIFIED, (State.DRAFT, State.VERIFIED, State.COUNTED)),
    ],
)
def test_a_kind_of_record_takes_an_entry_as_far_as_whoever_may_sign_it(centre, kind, states):
    value = replace(ENTRY, states={state: STATED[state] for state in states})
    with centre.opened() as survey, pytest.raises(BadRecordError, match="only a supervisor"):
        enter_line(survey, DEDUCTIONS, value, kind=kind)


WRITTEN = {
    "a number that is not the shortest": {"points": "2.50"},
    "a number that is no text": {"points": 2},
    "a day as the calendar of weeks": {"due": "2006-W10-1"},
    "a unit of another plan": {"unit": "A9"},
    "a field more": {"more": ""},
}


@pytest.mark.parametrize("change", WRITTEN.values(), ids=WRITTEN)
def test_a_line_that_no_program_writes_is_not_appended(centre, change):
    kind, value = kinds.PLEDGE, to_value(PLEDGE)
    if "points" in change:
        kind, value = kinds.RULES, to_value(rules())
    (value["rules"][0] if kind == kinds.RULES else value).update(change)
    with centre.opened() as survey, survey.transaction(), pytest.raises(BadRecordError):
        survey.append(kind, {"line": "", "value": value})


@pytest.mark.parametrize(
    "change", [{"day": "2006-13-01"}, {"edition": 0}, {"heads": []}, {"standing": "x"}]
)
def test_a_seal_of_the_year_says_what_a_seal_may_say(centre, change):
    with centre.opened() as survey, survey.transaction(), pytest.raises(BadRecordError):
        survey.append(kinds.YEAR_SEALED, year_seal(survey) | change)


@pytest.mark.parametrize("line", ["x", "A" * 64, "ab" * 33])
def test_a_line_is_named_by_an_id(centre, line):
    data = {"line": line, "value": to_value(PLEDGE)}
    with centre.opened() as survey, survey.transaction(), pytest.raises(BadRecordError):
        survey.append(kinds.PLEDGE, data, parents=[survey.id])


def test_a_line_is_never_replaced_by_another(centre):
    with centre.opened() as survey:
        one = enter_line(survey, PLEDGES, PLEDGE)
        other = enter_line(survey, PLEDGES, replace(PLEDGE, unit="A1"))
        with survey.transaction():
            foreign = {"line": other.id, "value": other.data["value"]}
            survey.append(kinds.PLEDGE, foreign, parents=[one.id])
        assert {line.id for line in lines(survey, PLEDGES)} == {one.id, other.id}


def test_the_order_of_merging_does_not_matter(centre):
    first, second = centre.stations
    for station, unit in ((first, "A1"), (second, "A2")):
        with station.open() as survey:
            enter_line(survey, DEDUCTIONS, replace(ENTRY, unit=unit))
            (line,) = lines(survey, DEDUCTIONS)
            change_line(survey, DEDUCTIONS, line, replace(ENTRY, unit=unit, text="改"))
    found = []
    for order in permutations(centre.stations):
        with centre.opened() as survey:
            before = said(survey)
        centre.merge(*order)
        with centre.opened() as survey:
            found.append(said(survey))
        assert before in ([], found[-1])
    assert found[0] == found[1]
    assert len(found[0]) == 2


def year_seal(survey: SurveyFile) -> dict[str, Any]:
    heads = [{"station": survey.station, "incarnation": 1, "last": 1, "head": survey.id}]
    day = {"edition": 1, "day": "2006-12-31"}
    return day | {"standing": "0" * 64, "heads": heads, "second": "S02"}


def seal_year(survey: SurveyFile) -> None:
    with survey.transaction():
        survey.append(kinds.YEAR_SEALED, year_seal(survey))


def seal_count(survey: SurveyFile) -> None:
    data = {"edition": 1, "heads": [], "results": "0" * 64, "waivers": [], "second": "S02"}
    with survey.transaction():
        survey.append(kinds.SEALED, data)


def test_the_ledgers_go_on_under_the_counts_seal(centre):
    with centre.opened() as survey:
        seal_count(survey)
        enter_line(survey, DEDUCTIONS, ENTRY)
        assert len(lines(survey, DEDUCTIONS)) == 1
    with centre.stations[0].open() as survey:
        enter_line(survey, DEDUCTIONS, ENTRY)
    centre.merge(centre.stations[0])
    with centre.opened() as survey:
        assert len(lines(survey, DEDUCTIONS)) == 2


def test_a_form_does_not_come_in_under_the_counts_seal(centre):
    with centre.opened() as survey:
        seal_count(survey)
    centre.stations[0].key(1, batch="B001")
    with pytest.raises(SealedError):
        centre.merge(centre.stations[0])


def test_the_years_seal_closes_the_ledgers(centre):
    with centre.stations[0].open() as survey:
        enter_line(survey, DEDUCTIONS, ENTRY)
    with centre.opened() as survey:
        seal_year(survey)
        with pytest.raises(YearSealedError):
            enter_line(survey, DEDUCTIONS, ENTRY)
    with pytest.raises(YearSealedError):
        centre.merge(centre.stations[0])
    with centre.opened() as survey:
        assert lines(survey, DEDUCTIONS) == []
