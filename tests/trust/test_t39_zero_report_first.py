"""T39: nothing is keyed before the zero report, and it stands on a truly empty file alone."""

import pytest

from desktop.actions.batches import register_batch
from desktop.actions.entering import Way
from desktop.actions.errors import NotEmptyError, ZeroDeclaredError, ZeroMissingError
from desktop.actions.founding import declare_zero, found
from desktop.actions.importing import import_forms
from desktop.actions.keying import correct_form, key_form
from desktop.actions.rulings import doubt_form
from desktop.actions.second_keying import key_second
from desktop.actions.stations import make_kit
from desktop.actions.totals import enter_totals
from desktop.store import kinds
from desktop.tally.form import Form
from desktop.tally.reconciliation import Slip
from tests.plans import small_plan
from tests.stations import Centre, record_count, tables

FORM = {
    "batch": "B001", "number": 7, "pass": 1, "void": "", "marks": "111111", "filled": "",
    "against": [],
}  # fmt: skip
LEFT_OVER = {
    kinds.FORM: FORM,
    kinds.TOTALS: {"channel": "C1", "source": "某局", "rows": []},
    kinds.RULED: {
        "batch": "B001", "number": 7, "outcomes": [], "reason": "没有", "second": "乙",
    },
    kinds.DOUBTED: {"batch": "B001", "number": 7, "note": "看不清"},
}  # fmt: skip


@pytest.fixture
def survey(tmp_path):
    with found(tmp_path / "a.pingyi", small_plan(), mode="official") as made:
        register_batch(made, Slip("B001", "C1", 5))
        yield made


def acts(folder):
    form = Form("B001", 1, "111111")
    return {
        "key": lambda survey: key_form(survey, form),
        "correct": lambda survey: correct_form(survey, form),
        "doubt": lambda survey: doubt_form(survey, "B001", 1, note="看不清"),
        "key a second time": lambda survey: key_second(survey, form),
        "totals": lambda survey: enter_totals(survey, folder / "t.csv", channel="C1", source="x"),
        "kit": lambda survey: make_kit(survey, folder / "kit.pyp"),
    } | {
        f"import {way}": lambda survey, way=way: import_forms(
            survey, folder / "f.csv", batch="B001", way=way
        )
        for way in Way
    }


@pytest.mark.parametrize("act", acts(None))
def test_t39_nothing_is_keyed_before_the_zero_report(survey, tmp_path, act):
    (tmp_path / "f.csv").write_text("form,void,A1.D1\n", "utf-8")
    (tmp_path / "t.csv").write_text("agency,dimension\n", "utf-8")
    before = record_count(survey), tables(survey)
    with pytest.raises(ZeroMissingError, match="no zero report"):
        acts(tmp_path)[act](survey)
    assert (record_count(survey), tables(survey)) == before
    assert not (tmp_path / "kit.pyp").exists()


@pytest.mark.parametrize("kind", LEFT_OVER)
def test_t39_a_left_over_record_is_named(survey, kind):
    with survey.transaction():
        left = survey.append(kind, LEFT_OVER[kind])
    with pytest.raises(NotEmptyError) as caught:
        declare_zero(survey)
    assert left.id in str(caught.value)
    assert kind in str(caught.value)
    assert list(survey.records_of(kinds.ZERO)) == []
    with pytest.raises(ZeroMissingError):
        key_form(survey, Form("B001", 1, "111111"))


def test_t39_a_form_left_over_at_a_merge_is_named(tmp_path):
    """Records do not come back to a file that has no zero report yet."""
    centre = Centre(tmp_path, 1, batches={"B001": 5})
    centre.stations[0].key(1)
    centre.merge(centre.stations[0])
    with centre.opened() as survey:
        with pytest.raises(ZeroDeclaredError):
            declare_zero(survey)
        assert len(list(survey.records_of(kinds.ZERO))) == 1


def test_t39_on_an_empty_file_it_opens_the_keying_once(survey):
    declare_zero(survey)
    key_form(survey, Form("B001", 1, "111111"))
    with pytest.raises(ZeroDeclaredError):
        declare_zero(survey)


def test_t39_a_station_keys_under_the_supervisor_s_zero_report(tmp_path):
    centre = Centre(tmp_path, 1)
    with centre.stations[0].open() as survey:
        (zero,) = survey.records_of(kinds.ZERO)
        assert zero.header.station == survey.founder
        with pytest.raises(ZeroDeclaredError):
            declare_zero(survey)
    centre.stations[0].key(1)
