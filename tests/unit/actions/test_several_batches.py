"""One act on many batches: what is refused for one stops none of the others."""

import pytest

from desktop.actions.closing import close_batch
from desktop.actions.errors import BatchUnevenError, ReasonMissingError, RoleMissingError
from desktop.actions.several_batches import assign_batches, close_batches, reopen_batches
from desktop.actions.writing import FileUnwritableError, refusal_named
from desktop.store import clerk_queries, kinds
from tests.gui.office import PEOPLE
from tests.stations import Centre


@pytest.fixture
def survey(tmp_path):
    """B001 and B003 agree with their slips, of B002 a form is missing."""
    centre = Centre(tmp_path / "c", 1, operators=PEOPLE, batches={"B001": 1, "B002": 2, "B003": 1})
    (station,) = centre.stations
    for batch in ("B001", "B002", "B003"):
        station.key(1, batch=batch, operator="C01")
    centre.merge(station)
    with centre.opened() as made:
        yield made


def closed(survey):
    return [held.code for held in clerk_queries.batch_work(survey) if held.closed]


def test_the_third_is_closed_though_the_second_is_refused(survey):
    outcome = close_batches(survey, ["B001", "B002", "B003"], operator="Z01")
    assert (outcome.done, outcome.refused) == (("B001", "B003"), ("B002",))
    assert isinstance(outcome.error, BatchUnevenError)
    assert closed(survey) == ["B001", "B003"]


def test_a_reason_is_for_those_that_disagree_alone(survey):
    outcome = close_batches(survey, ["B001", "B002"], reason="表已遗失", operator="Z01")
    assert (outcome.done, outcome.error) == (("B001", "B002"), None)
    reasons = {held.data["batch"]: held.data["reason"] for held in survey.records_of(kinds.CLOSED)}
    assert reasons == {"B001": "", "B002": "表已遗失"}


def test_what_is_open_already_is_named_and_the_others_are_reopened(survey):
    close_batch(survey, "B003", operator="Z01")
    outcome = reopen_batches(survey, ["B001", "B003"], reason="补录", operator="Z01")
    assert (outcome.done, outcome.refused) == (("B003",), ("B001",))
    assert closed(survey) == []


def test_without_a_reason_nothing_is_reopened(survey):
    close_batch(survey, "B003", operator="Z01")
    with pytest.raises(ReasonMissingError):
        reopen_batches(survey, ["B003"], reason=" ", operator="Z01")
    assert closed(survey) == ["B003"]


def test_every_batch_goes_to_the_station(survey):
    told = []
    outcome = assign_batches(
        survey, ["B001", "B003"], "S1", operator="Z01", progress=lambda *at: told.append(at)
    )
    assert outcome.done == ("B001", "B003")
    assert told == [(0, 2), (1, 2)]
    given = {held.code: held.station for held in clerk_queries.batch_work(survey)}
    assert given["B002"] is None
    assert given["B001"] == given["B003"] is not None


@pytest.mark.parametrize("who", ["J01", "C01"])
def test_without_the_role_nothing_is_done(survey, who):
    with pytest.raises(RoleMissingError):
        assign_batches(survey, ["B001"], "S1", operator=who)
    with pytest.raises(RoleMissingError):
        reopen_batches(survey, ["B001"], reason="x", operator=who)


def test_a_refusal_of_the_system_names_its_file_or_the_one_that_was_meant(tmp_path):
    target = tmp_path / "没有" / "表.csv"
    with pytest.raises(FileUnwritableError, match="没有"), refusal_named(tmp_path):
        target.write_bytes(b"")
    with pytest.raises(FileUnwritableError, match="OSError"), refusal_named(target):
        raise OSError
