"""What comes in under a seal, what it would wake, and what a kit changes for an open file."""

import pytest

from desktop.actions import merging
from desktop.actions.keying import key_form
from desktop.actions.ledgers import enter_line
from desktop.actions.operators import register_operator
from desktop.assess.promises import Pledge
from desktop.store import kinds, station_queries
from desktop.store.errors import SealedError, YearSealedError
from desktop.store.ledger_queries import lines
from desktop.store.ledgers import PLEDGES
from desktop.store.survey_file import SurveyFile
from desktop.tally.form import Form
from tests.plans import small_plan
from tests.stations import PIN, Centre

PLEDGE = Pledge("A2", "窗口当日办结", "当日办结率", "2006-06-30")
ONE = Form("B001", 1, "111111")


@pytest.fixture
def centre(tmp_path):
    plan = small_plan(second_keying={"percent": 0})
    return Centre(tmp_path / "centre", 2, batches={"B001": 1}, plan=plan)


def seal_count(survey: SurveyFile) -> None:
    heads = station_queries.chain_heads(survey)
    data = {"edition": 1, "heads": heads, "results": "0" * 64, "waivers": [], "second": "S02"}
    with survey.transaction():
        survey.append(kinds.SEALED, data)


def seal_year(survey: SurveyFile) -> None:
    heads = station_queries.chain_heads(survey)
    data = {
        "edition": 1, "day": "2006-12-31", "standing": "0" * 64, "heads": heads, "second": "S02",
    }  # fmt: skip
    with survey.transaction():
        survey.append(kinds.YEAR_SEALED, data)


def pledged(machine):
    with machine.open() as survey:
        enter_line(survey, PLEDGES, PLEDGE)


def test_a_source_that_is_refused_keeps_no_other_out(centre):
    """Forms that never came in are no reason to refuse a ledger's lines."""
    one, two = centre.stations
    one.key(1, batch="B001")
    package = one.pack()
    package.write_bytes(package.read_bytes()[:-40])
    pledged(two)
    with centre.opened() as survey:
        seal_count(survey)
    report = centre.merge(package, two)
    assert [held.refused is None for held in report.sources] == [False, True]
    with centre.opened() as survey:
        assert len(lines(survey, PLEDGES)) == 1


def test_forms_of_a_revoked_import_do_not_wake_under_the_seal(centre):
    (one, _) = centre.stations
    one.key(1, batch="B001")
    report = centre.merge(one)
    with centre.opened() as survey:
        merging.revoke(survey, report.identity, reason="试")
        seal_count(survey)
    pledged(one)
    before = centre.forms()
    with pytest.raises(SealedError):
        centre.merge(one)
    assert centre.forms() == before == {}


def test_a_supervisor_who_lost_his_seal_gets_it_back_with_what_it_covers(centre, tmp_path):
    """From the last kit and the stations' packages: all of it was under the seal."""
    one, _ = centre.stations
    older = centre.supervisor.copied(tmp_path / "older")
    one.key(1, batch="B001")
    centre.merge(one)
    with centre.opened() as survey:
        seal_count(survey)
    kit = centre.kit()
    centre.supervisor = older
    assert [held.refused for held in centre.merge(kit, one).sources] == [None, None]
    assert centre.forms() == {"B001-001": "valid"}
    with centre.opened(write=False) as survey:
        assert survey.is_sealed
    assert centre.supervisor.verify() == []


def test_lines_do_not_fall_asleep_under_the_years_seal(centre):
    one, _ = centre.stations
    pledged(one)
    report = centre.merge(one)
    with centre.opened() as survey:
        seal_year(survey)
        with pytest.raises(YearSealedError):
            merging.revoke(survey, report.identity, reason="试")
        assert len(lines(survey, PLEDGES)) == 1


def test_a_kit_merged_beside_an_open_file_is_known_to_it(centre):
    """An operator whom the kit brought keys at once, and his form stands."""
    one, _ = centre.stations
    with one.open() as survey:
        enter_line(survey, PLEDGES, PLEDGE)
        with centre.opened() as other:
            register_operator(other, "C07", name="新", roles=["clerk"], pin=PIN)
        merged_beside(centre, survey)
        key_form(survey, ONE, operator="C07")
        assert station_queries.ignored(survey) == []
    assert one.verify() == []


def test_the_years_seal_that_a_kit_brings_closes_an_open_file(centre):
    one, _ = centre.stations
    with one.open() as survey:
        enter_line(survey, PLEDGES, PLEDGE)
        with centre.opened() as other:
            seal_year(other)
        merged_beside(centre, survey)
        with pytest.raises(YearSealedError):
            enter_line(survey, PLEDGES, PLEDGE)


def merged_beside(centre, survey):
    kit = centre.kit()
    with survey.twin(write=True) as twin:
        merging.merge(twin, [kit])
    survey.refresh()
