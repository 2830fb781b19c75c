import pytest

from desktop.actions.errors import OperatorUnknownError
from desktop.actions.network import note_network
from desktop.store.paper_queries import networks_seen
from desktop.store.verification import verify_survey
from tests.stations import Centre, record_count
from tests.surveys import founded


@pytest.fixture
def survey(tmp_path):
    with founded(tmp_path / "a.pingyi") as survey:
        yield survey


def test_what_was_up_goes_on_record_once_a_name_in_order(survey):
    record = note_network(survey, ["wlan0", "以太网 2", "wlan0"])
    assert record
    (seen,) = networks_seen(survey)
    assert seen.interfaces == ("wlan0", "以太网 2")
    assert (seen.station, seen.record) == (survey.station, record.id)


@pytest.mark.parametrize("names", [[], [""], ["  ", "\n"]])
def test_where_nothing_was_up_nothing_is_recorded(survey, names):
    before = record_count(survey)
    assert note_network(survey, names) is None
    assert record_count(survey) == before


def test_a_name_from_the_system_is_made_fit_for_the_record(survey):
    note_network(survey, ["eth\x000\u200b ", "e\u0301", "x" * 300])
    assert networks_seen(survey)[0].interfaces == ("eth0", "x" * 200, "é")
    assert verify_survey(survey.path) == []


def test_any_role_notes_it_at_any_station_and_a_merge_carries_it(tmp_path):
    roles = ("clerk", "checker", "supervisor", "scrutineer")
    centre = Centre(tmp_path, 1, operators={role: [role] for role in roles})
    (station,) = centre.stations
    with station.open() as survey:
        for role in roles:
            note_network(survey, ["eth0"], operator=role)
        with pytest.raises(OperatorUnknownError):
            note_network(survey, ["eth0"], operator="nobody")
    centre.merge(station)
    with centre.opened(write=False) as survey:
        assert [seen.operator for seen in networks_seen(survey)] == list(roles)
    assert centre.supervisor.verify() == []
