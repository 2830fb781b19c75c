"""T40: after sealing every act is refused; unsealing takes two and begins the next edition.

The year goes on under this seal, until its own: test_t40_year_sealed.
"""

import importlib
import inspect
import pkgutil
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

import desktop.actions
from desktop.actions import merging, sealing, stations
from desktop.actions.approving import approve_plan
from desktop.actions.batches import correct_batch, register_batch
from desktop.actions.closing import assign_batch, close_batch, reopen_batch
from desktop.actions.counting import count_survey
from desktop.actions.entering import Way
from desktop.actions.errors import (
    EditionUnknownError,
    NotSealedError,
    ReasonMissingError,
    SecondMissingError,
    SecondSameError,
    ZeroDeclaredError,
)
from desktop.actions.founding import declare_zero
from desktop.actions.history import HistoryRow, enter_history
from desktop.actions.importing import import_forms
from desktop.actions.issuing import Issue, correct_issue, enter_issue
from desktop.actions.keying import correct_form, key_form
from desktop.actions.network import note_network
from desktop.actions.operators import register_operator
from desktop.actions.opinions import Opinion, correct_opinion, enter_opinion
from desktop.actions.receipts import register_batches
from desktop.actions.recipients import encrypt_packages
from desktop.actions.rulings import doubt_form, rule_form
from desktop.actions.sealing import Waiver, edition_of, obstacles, seal, unseal
from desktop.actions.second_keying import key_second, rekey
from desktop.actions.totals import enter_totals
from desktop.actions.working import Worked, log_work
from desktop.cli.root import _COMMANDS, pingyi
from desktop.store import editions, kinds, opinion_queries, paper_queries
from desktop.store.admission import admission_code
from desktop.store.errors import SealedError
from desktop.store.survey_file import SurveyFile
from desktop.tally.form import Form
from desktop.tally.reconciliation import Slip
from tests.stations import PIN, Centre, Machine, record_count, tables
from tests.trust.test_t40_year_sealed import BY_GROUP, acts_of_the_year

PEOPLE = {"C01": ["clerk"], "C02": ["clerk"], "S01": ["supervisor"], "S02": ["supervisor"]}


class Sealed(Centre):
    """A centre that was sealed, and the hash of its results then."""

    sealed_hash = ""


ISSUED = Issue("C1", "issued", 100, "2006-05-01", "评议办", "某局")
WRITTEN = Opinion("B001", 1, "A1", "窗口排队久")


def built(root: Path) -> Centre:
    """B001 keyed and closed, B002 keyed and open, B003 half keyed with a form that differs."""
    centre = Centre(root, 1, batches={"B001": 2, "B002": 1, "B003": 3}, operators=PEOPLE)
    (station,) = centre.stations
    station.key(1, 2, batch="B001", operator="C01")
    station.key(1, batch="B002", operator="C01")
    station.key(1, batch="B003", operator="C01", marks="111111")
    with station.open() as survey:
        enter_opinion(survey, WRITTEN, operator="C01")
        key_second(survey, Form("B003", 1, "222222"), operator="C02")
        close_batch(survey, "B001")
    centre.merge(station)
    stranger = centre.join(centre.kit(), 8)
    stranger.pack()
    station.key(2, batch="B003", operator="C02")
    station.pack()
    cells = ",".join(f"A{agency}.D{dimension}" for agency in (1, 2, 3) for dimension in (1, 2))
    (root / "new.csv").write_text(f"form,void,{cells}\n3,,1,1,1,1,1,1\n", "utf-8")
    (root / "old.csv").write_text(f"form,void,{cells}\n1,,1,1,1,1,1,1\n", "utf-8")
    (root / "totals.csv").write_text("agency,dimension,1,2,3\nA1,D1,5,0,0\n", "utf-8")
    (root / "ranks.csv").write_text("agency,rank\nA1,1\n", "utf-8")
    with centre.opened() as survey:
        enter_issue(survey, ISSUED)
    return centre


def sealed(centre: Centre, **options: Any) -> str:
    with centre.opened() as survey:
        waivers = [Waiver(held.place, "没有办法", "S02") for held in obstacles(survey)]
        made = seal(survey, waivers, operator="S01", **options)
    return str(made.data["results"])


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Centre:
    return built(tmp_path_factory.mktemp("t40") / "centre")


def copied(centre: Centre, root: Path) -> Sealed:
    shutil.copytree(centre.root, root)
    made = object.__new__(Sealed)
    made.__dict__ = centre.__dict__ | {
        "root": root,
        "supervisor": Machine(root / "supervisor"),
        "stations": [Machine(root / "station-1")],
    }
    return made


@pytest.fixture
def centre(before: Centre, tmp_path: Path) -> Sealed:
    made = copied(before, tmp_path / "centre")
    made.sealed_hash = sealed(made)
    return made


@pytest.fixture
def open_centre(before: Centre, tmp_path: Path) -> Centre:
    return copied(before, tmp_path / "centre")


Act = Callable[[SurveyFile, Path], object]
STRETCH = Worked(
    began="2006-05-08T01:00:00Z", ended="2006-05-08T02:00:00Z", after=1, forms=1, presses=6,
    fills=0, corrections=0, seconds=3600, idle=0, pauses=0,
)  # fmt: skip


def form(number: int, batch: str = "B003") -> Form:
    return Form(batch, number, "111111")


def stick(root: Path, number: int) -> Path:
    return max((root / f"station-{number}" / "stick").iterdir())


def first_import(survey: SurveyFile) -> str:
    (identity, *_) = survey.db.execute("SELECT record FROM import").fetchone()
    return str(identity)


def first_line(survey: SurveyFile) -> str:
    return paper_queries.issues(survey)[0].record


def first_opinion(survey: SurveyFile) -> str:
    return opinion_queries.opinions(survey)[0].record


def code(root: Path) -> str:
    with Machine(root / "station-8").open() as survey:
        return admission_code(survey.key.station)


def imported(name: str, way: Way, operator: str) -> Act:
    return lambda survey, root: import_forms(
        survey, root / name, batch="B003", way=way, operator=operator
    )


ACTS: dict[str, Act] = {
    "register_batch": lambda survey, root: register_batch(survey, Slip("B009", "C1", 3)),
    "register_batches": lambda survey, root: register_batches(survey, [Slip("B010", "C1", 3)]),
    "correct_batch": lambda survey, root: correct_batch(survey, Slip("B003", "C1", 4)),
    "assign_batch": lambda survey, root: assign_batch(survey, "B002", "S1"),
    "close_batch": lambda survey, root: close_batch(survey, "B002"),
    "reopen_batch": lambda survey, root: reopen_batch(survey, "B001", reason="再来"),
    "key_form": lambda survey, root: key_form(survey, form(3), operator="C01"),
    "correct_form": lambda survey, root: correct_form(survey, form(1, "B002"), operator="C01"),
    "key_second": lambda survey, root: key_second(survey, form(1, "B002"), operator="C02"),
    "rekey": lambda survey, root: rekey(survey, form(1), operator="C01"),
    "doubt_form": lambda survey, root: doubt_form(survey, "B003", 3, note="看不清"),
    "rule_form": lambda survey, root: rule_form(
        survey, "B003", 1, [form(1)], reason="纸上如此", second="S02", operator="S01"
    ),
    "import_forms new": imported("new.csv", Way.NEW, "C01"),
    "import_forms correct": imported("old.csv", Way.CORRECT, "C01"),
    "import_forms second": imported("new.csv", Way.SECOND, "C02"),
    "import_forms again": imported("old.csv", Way.AGAIN, "C01"),
    "log_work": lambda survey, root: log_work(survey, STRETCH, operator="C01"),
    "enter_totals": lambda survey, root: enter_totals(
        survey, root / "totals.csv", channel="C1", source="某局"
    ),
    "register_operator": lambda survey, root: register_operator(
        survey, "C09", name="新", roles=["clerk"], pin=PIN
    ),
    "admit": lambda survey, root: stations.admit(survey, stick(root, 8), code=code(root)),
    "suspend": lambda survey, root: stations.suspend(survey, "S1", reason="丢失"),
    "merge": lambda survey, root: merging.merge(survey, [stick(root, 1)]),
    "merge dry": lambda survey, root: merging.merge(survey, [stick(root, 1)], dry_run=True),
    "revoke": lambda survey, root: merging.revoke(survey, first_import(survey)),
    "enter_issue": lambda survey, root: enter_issue(survey, ISSUED),
    "correct_issue": lambda survey, root: correct_issue(survey, first_line(survey), ISSUED),
    "approve_plan": lambda survey, root: approve_plan(survey, ["张三"]),
    "enter_history": lambda survey, root: enter_history(
        survey, 2004, "通报", [HistoryRow("A1", 1)]
    ),
    "note_network": lambda survey, root: note_network(survey, ["eth0"], operator="C01"),
    "enter_opinion": lambda survey, root: enter_opinion(survey, WRITTEN, operator="C01"),
    "correct_opinion": lambda survey, root: correct_opinion(
        survey, first_opinion(survey), WRITTEN, operator="C01"
    ),
    "encrypt_packages": lambda survey, root: encrypt_packages(survey, len),
    "seal": lambda survey, root: seal(
        survey, [Waiver(held.place, "算了", "S02") for held in obstacles(survey)], operator="S01"
    ),
}
"""Every act, in a way that is granted before the seal."""

OTHERWISE = {
    "declare_zero": "once, whether sealed or not",
    "unseal": "what a seal is for",
    "sign_in": "is no act; under a seal five wrong PINs lock and record nothing (T45)",
    "confirmed": "signs in a second person, and is no act either",
    "restart": "a path, not an open survey; tested below",
    "join": "makes another file",
    "found": "makes another file",
    "open_trial": "makes another file",
    "assign_batches": "one act after the other, each in the list",
    "close_batches": "one act after the other, each in the list",
    "reopen_batches": "one act after the other, each in the list",
    "enter_form": "is one of four acts that stand in the list",
}
CARRY = {"make_kit", "pack", "package_chain", "write_receipts", "set_backup", "auto_backup"}
"""They write copies elsewhere and record nothing."""


def recording_functions() -> set[str]:
    """Functions of desktop.actions that reach `SurveyFile.append`, by their source."""
    found = {}
    for module in pkgutil.iter_modules(desktop.actions.__path__):
        held = importlib.import_module(f"desktop.actions.{module.name}")
        for name, function in inspect.getmembers(held, inspect.isfunction):
            if function.__module__ == held.__name__:
                found[name] = inspect.getsource(function)
    reach = {name for name, text in found.items() if "survey.append(" in text}
    while more := {
        name
        for name, text in found.items()
        if name not in reach and any(f"{known}(" in text for known in reach)
    }:
        reach |= more
    return {name for name in reach if not name.startswith(("_", "append_"))}


def test_t40_the_list_of_acts_is_whole():
    known = {name.split()[0] for name in ACTS} | OTHERWISE.keys() | CARRY | acts_of_the_year()
    # these reach a survey's pen in the room below
    reached = recording_functions() | {"merge", "write_receipts", "make_kit", "pack"}
    assert reached - known == set()


@pytest.mark.parametrize("name", ACTS)
def test_t40_every_act_is_granted_before_the_seal(open_centre, name):
    with open_centre.opened() as survey:
        before = record_count(survey)
        ACTS[name](survey, open_centre.root)
        assert record_count(survey) > before or name == "merge dry"


@pytest.mark.parametrize("name", ACTS)
def test_t40_every_act_is_refused_after_it(centre, name):
    with centre.opened() as survey:
        before = record_count(survey), tables(survey)
        with pytest.raises(SealedError, match="unseal it first"):
            ACTS[name](survey, centre.root)
        assert (record_count(survey), tables(survey)) == before
    assert centre.supervisor.verify() == []
    assert centre.hash() == centre.sealed_hash


def test_t40_the_zero_report_stands_once(centre):
    with centre.opened() as survey, pytest.raises(ZeroDeclaredError):
        declare_zero(survey)


AT_STATIONS = (
    "register_batch", "correct_batch", "close_batch", "key_form", "correct_form", "key_second",
    "rekey", "doubt_form", "import_forms new", "import_forms correct", "import_forms second",
    "import_forms again", "log_work", "note_network",
    "enter_opinion", "correct_opinion",
)  # fmt: skip


@pytest.mark.parametrize("name", AT_STATIONS)
def test_t40_stations_are_sealed_by_the_kit(centre, name):
    (station,) = centre.stations
    assert centre.tell(station).sources[0].refused is None
    with station.open() as survey:
        before = record_count(survey), tables(survey)
        with pytest.raises(SealedError):
            ACTS[name](survey, centre.root)
        assert (record_count(survey), tables(survey)) == before
    assert station.verify() == []


def test_t40_a_station_goes_on_with_the_kit_of_the_unsealing(centre):
    (station,) = centre.stations
    centre.tell(station)
    with centre.opened() as survey:
        unseal(survey, reason="漏了一批", second="S02", operator="S01")
    centre.tell(station)
    station.key(3, batch="B003", operator="C01")
    centre.merge(station)
    assert "B003-003" in centre.forms()


def test_t40_a_station_that_lost_records_does_not_restart_under_a_seal(centre, tmp_path):
    (station,) = centre.stations
    centre.tell(station)
    mark = station.home.high_water(sealed_id(centre))
    folder = station.home.root / "surveys" / sealed_id(centre)
    with (folder / "high-water.txt").open("a") as file:
        file.write(f"{mark.incarnation} {mark.seq + 5} {'ab' * 32}\n")
    held = []
    for _ in range(2):  # the first attempt leaves no lock behind
        with pytest.raises(SealedError) as caught:
            stations.restart(station.path, reason="硬盘坏了", home=station.home)
        held.append(caught)


def sealed_id(centre):
    with centre.opened(write=False) as survey:
        return survey.id


LINE = [
    "--channel", "C1", "--way", "issued", "--count", "1", "--on", "2006-05-01", "--giver", "x",
    "--taker", "y",
]  # fmt: skip
COMMANDS = {
    "zero": ["zero", "FILE"],
    "batch add": ["batch", "add", "FILE", "--code", "B009", "--channel", "C1", "--count", "3"],
    "batch correct": [
        "batch", "correct", "FILE", "--code", "B003", "--channel", "C1", "--count", "4",
    ],
    "batch assign": ["batch", "assign", "FILE", "--code", "B002", "--station", "S1"],
    "batch close": ["batch", "close", "FILE", "--code", "B002"],
    "batch reopen": ["batch", "reopen", "FILE", "--code", "B001", "--reason", "x"],
    "import": ["import", "FILE", "new.csv", "--batch", "B003"],
    "import correct": ["import", "FILE", "old.csv", "--batch", "B003", "--correct", "--as", "C01"],
    "import second": ["import", "FILE", "new.csv", "--batch", "B003", "--second"],
    "import again": ["import", "FILE", "old.csv", "--batch", "B003", "--again", "--as", "C01"],
    "totals": ["totals", "FILE", "totals.csv", "--channel", "C1", "--source", "x"],
    "doubt": ["doubt", "FILE", "B003-003", "--note", "x"],
    "rule": [
        "rule", "FILE", "B003-001", "--no-paper", "--reason", "x", "--second", "S02", "--as", "S01",
    ],
    "operator add": [
        "operator", "add", "FILE", "--code", "C09", "--name", "x", "--role", "clerk",
    ],
    "admit": ["admit", "FILE", "STRANGER", "--code", "CODE"],
    "suspend": ["suspend", "FILE", "S1", "--reason", "x"],
    "merge": ["merge", "FILE", "PACKAGE"],
    "merge dry": ["merge", "FILE", "PACKAGE", "--dry-run"],
    "revoke": ["revoke", "FILE", "IMPORT"],
    "encrypt": ["encrypt", "FILE", "--recovery", "recovery.txt"],
    "issue add": ["issue", "add", "FILE", *LINE],
    "issue correct": ["issue", "correct", "FILE", "ISSUED", *LINE],
    "approve": ["approve", "FILE", "--name", "x"],
    "opinion add": ["opinion", "add", "FILE", "--form", "B001-001", "--text", "x"],
    "opinion correct": ["opinion", "correct", "FILE", "OPINION", "--take-back"],
    "history": ["history", "FILE", "ranks.csv", "--year", "2004", "--source", "x"],
    "seal": ["seal", "FILE", "--as", "S01"],
}  # fmt: skip
READING = {
    "archive", "backup", "conflicts", "differences", "errors", "identical", "kit", "log", "pack",
    "plan", "questionnaire", "reconcile", "recover", "report", "results", "self-test", "stability",
    "stations", "verify",
}  # fmt: skip
OTHER_COMMANDS = {
    "window": "its acts are those above; its pages are tested with it",
    "demo": "another file", "join": "another file", "new": "another file",
    "rebuild": "makes the tables again from the records", "restart": "tested above",
    "unseal": "what a seal is for",
}  # fmt: skip


def test_t40_nobody_writes_between_the_count_and_its_seal(open_centre, monkeypatch):
    counted = []

    def count(survey):
        other = sqlite3.connect(survey.path, timeout=0)
        with closing(other), pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
        counted.append(count_survey(survey))
        return counted[-1]

    monkeypatch.setattr(sealing, "count_survey", count)
    assert sealed(open_centre) == counted[-1].hash


def test_t40_the_list_of_commands_is_whole():
    known = {name.split()[0] for name in COMMANDS} | READING | OTHER_COMMANDS.keys() | {*BY_GROUP}
    assert set(_COMMANDS) - known == set()


@pytest.mark.parametrize("name", COMMANDS)
def test_t40_every_writing_command_is_refused(centre, name, monkeypatch):
    monkeypatch.setenv("PINGYI_HOME", str(centre.supervisor.home.root))
    monkeypatch.setenv("PINGYI_PIN", PIN)
    monkeypatch.setenv("PINGYI_NEW_PIN", PIN)
    with centre.opened(write=False) as survey:
        identity, before = first_import(survey), (record_count(survey), tables(survey))
        line, opinion = first_line(survey), first_opinion(survey)
    root = centre.root
    places = {
        "FILE": centre.supervisor.path, "PACKAGE": stick(root, 1), "STRANGER": stick(root, 8),
        "CODE": code(root), "IMPORT": identity, "ISSUED": line,
        "OPINION": opinion,
    }  # fmt: skip
    files = ("new.csv", "old.csv", "totals.csv", "ranks.csv", "recovery.txt")
    places |= {file: root / file for file in files}
    words = [str(places.get(word, word)) for word in COMMANDS[name]]
    result = CliRunner().invoke(pingyi, words)
    wanted = ZeroDeclaredError if name == "zero" else SealedError
    assert isinstance(result.exception, wanted), (result.output, result.exception)
    with centre.opened(write=False) as survey:
        assert (record_count(survey), tables(survey)) == before


def test_t40_what_records_nothing_still_works(centre, tmp_path):
    kit = centre.kit()
    joined = centre.join(kit, 5)
    with joined.open() as survey:
        assert survey.is_sealed
    assert centre.supervisor.pack().exists()
    with centre.opened() as survey:
        assert merging.write_receipts(survey, [tmp_path])[1] == []


def test_t40_unsealing_takes_two_people_and_a_reason(centre):
    with centre.opened() as survey:
        before = record_count(survey)
        for second, reason, error in (
            ("", "x", SecondMissingError),
            ("S01", "x", SecondSameError),
            ("S02", " ", ReasonMissingError),
        ):
            with pytest.raises(error):
                unseal(survey, reason=reason, second=second, operator="S01")
        assert record_count(survey) == before
        assert unseal(survey, reason="漏了一批", second="S02", operator="S01") == 2
        with pytest.raises(NotSealedError):
            unseal(survey, reason="漏了一批", second="S02", operator="S01")
        (record,) = survey.records_of(kinds.UNSEALED)
        assert record.data == {"edition": 1, "reason": "漏了一批", "second": "S02"}
        assert editions.edition(survey) == editions.Edition(2, sealed=False)
    assert centre.supervisor.verify() == []


def test_t40_each_edition_stays_readable_as_it_was_sealed(centre):
    first, hashes = centre.sealed_hash, []
    with centre.opened() as survey:
        unseal(survey, reason="漏了一批", second="S02", operator="S01")
        correct_form(survey, form(1, "B002"), operator="C01")
        rule_form(survey, "B003", 1, [form(1)], reason="纸上如此", second="S02", operator="S01")
        merging.revoke(survey, first_import(survey))
    second = sealed(centre)
    assert second != first
    with centre.opened() as survey:
        unseal(survey, reason="撤错了", second="S02", operator="S01")
        for number in (1, 2):
            with edition_of(survey, number) as shown:
                assert editions.edition(shown) == editions.Edition(number, sealed=True)
                hashes.append(count_survey(shown).hash)
        with pytest.raises(EditionUnknownError):
            edition_of(survey, 3)
        assert editions.edition(survey) == editions.Edition(3, sealed=False)
        assert hashes == [first, second]
        assert count_survey(survey).hash == second
    assert centre.supervisor.verify() == []


def test_t40_the_seal_names_every_chain_and_the_results(centre):
    with centre.opened(write=False) as survey:
        (made,) = survey.records_of(kinds.SEALED)
        assert made.data["results"] == count_survey(survey).hash
        rows = survey.db.execute(
            "SELECT station, incarnation, max(seq) FROM record GROUP BY station, incarnation"
        ).fetchall()
        named = {(run["station"], run["incarnation"], run["last"]) for run in made.data["heads"]}
        own = (survey.founder, 1, made.header.seq)
        assert named == {row for row in rows if row != own} | {(survey.founder, 1, own[2] - 1)}
