"""T14: what an unknown, suspended or overstepping station hands over is refused whole."""

import shutil

import pytest

from desktop.actions.errors import CodeWrongError, RoleMissingError
from desktop.actions.keying import key_form
from desktop.actions.merging import merge
from desktop.actions.stations import admit, suspend
from desktop.assess.ledger_data import to_value
from desktop.store import kinds, station_queries
from desktop.store.admission import admission_code
from desktop.store.authority import FOUNDER_ONLY
from desktop.tally.form import Form
from tests import year_lines
from tests.stations import Centre, record_count, tables

ANY = "aa" * 32
DATA = {
    kinds.ADMITTED: {"station": ANY, "name": "x"},
    kinds.SUSPENDED: {"station": ANY, "reason": "x"},
    kinds.OPERATOR: {
        "operator": "S09", "name": "x", "roles": ["supervisor"], "salt": "00", "pin": "00",
    },
    kinds.ASSIGNED: {"batch": "B001", "station": ANY},
    kinds.RULED: {"batch": "B001", "number": 1, "outcomes": [], "reason": "x", "second": "y"},
    kinds.TOTALS: {"channel": "C1", "source": "x", "rows": []},
    kinds.MERGED: {"sources": []},
    kinds.REVOKED: {"import": ANY, "reason": "x"},
    kinds.RECIPIENT: {"key": ANY, "name": "x"},
    kinds.SEALED: {"edition": 1, "heads": [], "results": ANY, "waivers": [], "second": ""},
    kinds.UNSEALED: {"edition": 1, "reason": "x", "second": "y"},
    kinds.ISSUE: {
        "channel": "C1", "way": "issued", "forms": 5, "on": "2006-05-08", "giver": "x",
        "taker": "y", "signed": "", "note": "",
    },
    kinds.APPROVED: {"plan": ANY, "names": ["x"]},
    kinds.HISTORY: {
        "year": 2004, "source": "x", "rows": [{"agency": "A1", "rank": 1, "score": ""}],
    },
    kinds.YEAR_SEALED: {
        "edition": 1, "day": year_lines.DAY, "standing": ANY, "second": "S02",
        "heads": [{"station": ANY, "incarnation": 1, "last": 1, "head": ANY}],
    },
    kinds.YEAR_UNSEALED: {"edition": 1, "reason": "x", "second": "S02"},
    **{
        kind: {"line": "", "value": to_value(value)}
        for kind, value in (
            (kinds.RULES, year_lines.RULES),
            (kinds.HOLIDAYS, year_lines.HOLIDAYS),
            (kinds.TERMS, year_lines.TERMS),
            (kinds.COMPOSITE, year_lines.COMPOSITE),
            (kinds.BANDS, year_lines.BANDS),
            (kinds.CONSEQUENCE, year_lines.CONFIRMATION),
            (kinds.ANNULLED, year_lines.ANNULMENT),
        )
    },
}  # fmt: skip


@pytest.fixture
def centre(tmp_path):
    return Centre(tmp_path, 1, operators={"S01": ["supervisor"], "C01": ["clerk"]})


def standing(centre):
    with centre.opened(write=False) as survey:
        return record_count(survey), tables(survey), centre.hash()


def refused(centre, *sources):
    """The one refusal of a merge, which names its file and leaves everything as it was."""
    before = standing(centre)
    report = centre.merge(*sources)
    assert report.identity is None
    assert standing(centre) == before
    (source,) = report.sources
    assert str(source.path) in str(source.refused)
    return str(source.refused)


@pytest.mark.parametrize("as_file", [True, False])
def test_t14_an_unknown_station(centre, as_file):
    stranger = centre.join(centre.kit(), 8)
    stranger.key(1)
    said = refused(centre, stranger.path if as_file else stranger.pack())
    with stranger.open() as survey:
        assert f"station {admission_code(survey.station)} was not admitted" in said


@pytest.mark.parametrize("as_file", [True, False])
def test_t14_a_suspended_station(centre, as_file):
    (station,) = centre.stations
    station.key(1)
    centre.merge(station)
    with centre.opened() as survey:
        suspend(survey, "S1", reason="丢失")
    station.key(2)
    assert "suspended" in refused(centre, station.path if as_file else station.pack())
    assert list(centre.forms()) == ["B001-001"]  # what came in stays
    centre.admit(station)
    centre.merge(station)
    assert len(centre.forms()) == 2


@pytest.mark.parametrize("as_file", [True, False])
@pytest.mark.parametrize("kind", sorted(FOUNDER_ONLY))
def test_t14_a_station_that_signs_what_the_supervisor_alone_may(centre, kind, as_file):
    (station,) = centre.stations
    with station.open() as survey, survey.transaction():
        survey.append(kind, DATA[kind])
    said = refused(centre, station.path if as_file else station.pack())
    assert "only the supervisor's station may record this" in said


def test_t14_the_list_above_is_whole():
    assert DATA.keys() == FOUNDER_ONLY


def test_t14_a_stranger_in_a_station_s_file(centre, tmp_path):
    """A file that holds an admitted and an unknown station's records is refused whole."""
    other = Centre(tmp_path / "other", 2, operators={"S01": ["supervisor"]})
    one, two = other.stations
    one.key(1)
    two.key(2)
    other.merge(one, two)
    with other.opened() as survey:
        suspend(survey, "S2", reason="丢失")
        assert len(station_queries.chain_heads(survey)) == 3
    receiver = Centre(tmp_path / "receiver", 0)
    shutil.rmtree(receiver.supervisor.folder)
    shutil.copytree(other.supervisor.folder, receiver.supervisor.folder)
    assert "suspended" in refused(receiver, other.supervisor.path)


def test_t14_an_operator_without_the_role_is_kept_and_left_aside(centre):
    (station,) = centre.stations
    centre.tell(station)
    with station.open() as survey:
        with pytest.raises(RoleMissingError):
            key_form(survey, Form("B001", 1, "111111"), operator="S01")
        fields = {"batch": "B001", "number": 1, "pass": 1, "void": "", "marks": "111111"}
        for operator in ("S01", "C77"):
            with survey.transaction():
                data = fields | {"filled": "", "against": []}
                survey.append(kinds.FORM, data, operator=operator)
    assert centre.merge(station).sources[0].new == 3
    assert centre.forms() == {}
    with centre.opened(write=False) as survey:
        assert sorted(reason for _, reason in station_queries.ignored(survey)) == [
            "its operator is not registered",
            "its operator lacks the role for it",
        ]
    assert centre.supervisor.verify() == []


def test_t14_one_bad_source_keeps_no_good_one_out(centre):
    (station,) = centre.stations
    station.key(1)
    stranger = centre.join(centre.kit(), 8)
    stranger.key(2)
    report = centre.merge(stranger, station)
    assert [bool(source.refused) for source in report.sources] == [True, False]
    assert list(centre.forms()) == ["B001-001"]
    assert centre.supervisor.verify() == []


def test_t14_a_wrong_code_admits_nobody(centre):
    stranger = centre.join(centre.kit(), 8)
    (station,) = centre.stations
    with station.open() as survey:
        code = admission_code(survey.station)
    with centre.opened() as survey, pytest.raises(CodeWrongError):
        admit(survey, stranger.pack(), code=code)
    assert "not admitted" in refused(centre, stranger)


def test_t14_a_station_takes_the_supervisor_s_packages_and_its_own_alone(tmp_path):
    centre = Centre(tmp_path, 2)
    one, two = centre.stations
    two.key(2)
    package = two.pack()
    with one.open() as survey:
        before = record_count(survey)
        (source,) = merge(survey, [package]).sources
        assert "its own alone" in str(source.refused)
        assert record_count(survey) == before
