"""The page Merge: real files dropped, tried, merged and revoked, by clicks and keys."""

import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QPushButton

from desktop.actions import merging, stations
from desktop.actions.backups import set_backup
from desktop.actions.sealing import Waiver, obstacles, seal
from desktop.models import merge_work
from desktop.models.merge_desk import MergeDesk, Stage
from desktop.models.merge_files import FileState
from desktop.store import station_queries
from desktop.store.admission import admission_code
from desktop.store.keys import Home
from desktop.store.survey_file import open_survey
from desktop.views.merge_view import MergeView
from tests.gui.conftest import survey_at
from tests.open_window import press
from tests.stations import PIN, Centre, record_count

ENTER, DEL = Qt.Key.Key_Return, Qt.Key.Key_Delete
LEFT = Qt.MouseButton.LeftButton
PEOPLE = {"Z01": ["supervisor"], "Z02": ["supervisor"], "K01": ["checker"], "C01": ["clerk"]}


@pytest.fixture
def centre(tmp_path: Path) -> Centre:
    """Two stations, each with forms that were never merged."""
    made = Centre(tmp_path / "centre", 2, batches={"B001": 10}, operators=PEOPLE)
    made.stations[0].key(1, 2, 3, operator="C01")
    made.stations[1].key(3, 4, operator="C01", marks="333333")
    return made


@pytest.fixture
def home(centre: Centre) -> Home:
    return centre.supervisor.home


@pytest.fixture
def stick(tmp_path: Path, centre: Centre) -> Path:
    """The newest package of each station."""
    folder = tmp_path / "stick"
    folder.mkdir()
    for station in centre.stations:
        shutil.copy(station.pack(), folder)
    return folder


class Supervisor:
    """Somebody before the page."""

    def __init__(self, window, qtbot):
        self.window, self._qtbot = window, qtbot

    @property
    def page(self) -> MergeView:
        page = self.window.area.stack.currentWidget()
        assert isinstance(page, MergeView)
        return page

    @property
    def desk(self) -> MergeDesk:
        return self.page.desk

    @property
    def told(self) -> str:
        return self.page.message.text.text()

    @property
    def remarks(self) -> str:
        return "\n".join(held.text for held in self.page.merge.remarks.shown)

    def drop(self, *paths: Path) -> None:
        """Drag files over the page and let go; wait until they were tried."""
        self.let_go(*paths)
        self.rest()

    def let_go(self, *paths: Path) -> None:
        held = QMimeData()
        held.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        action, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
        enter = QDragEnterEvent(QPoint(9, 9), action, held, LEFT, none)
        QApplication.sendEvent(self.page, enter)
        assert enter.isAccepted()
        QApplication.sendEvent(self.page, QDropEvent(QPointF(9, 9), action, held, LEFT, none))

    def rest(self) -> None:
        """Until nothing is under way or being read."""
        page = self.page

        def is_quiet() -> bool:
            busy = page.desk.is_busy or page.ledger.acting.is_busy
            return not (busy or page.reading.is_waiting)

        self._qtbot.waitUntil(is_quiet, timeout=20_000)
        QApplication.processEvents()  # what is shown a turn later

    def click(self, widget) -> None:
        assert widget.isVisible()
        QTest.mouseClick(widget, LEFT)
        self.rest()

    def go(self) -> None:
        """What comes next with the files."""
        self.click(self.page.go)

    def rows(self) -> list[dict[str, str]]:
        """The table of files as it is seen, by title and row."""
        return seen(self.page.merge.files.table.table)

    def ledger_rows(self) -> list[dict[str, str]]:
        return seen(self.page.ledger.table.table)

    def show_ledger(self) -> None:
        self.click(self.page.parts.buttons["imports"])

    def press_remark(self, offer: str) -> None:
        buttons = self.page.merge.remarks.findChildren(QPushButton)
        self.click(next(held for held in buttons if held.text() == offer))

    @property
    def state(self) -> dict[str, str]:
        return {row["File"]: row["State"] for row in self.rows()}


def seen(table) -> list[dict[str, str]]:
    model = table.model()
    columns = [at for at in range(model.columnCount()) if not table.isColumnHidden(at)]
    return [
        {
            model.headerData(at, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole): (
                model.index(row, at).data()
            )
            for at in columns
        }
        for row in range(model.rowCount())
    ]


@pytest.fixture
def at_merge(window, centre, home, qtbot):
    """Opens the page on the supervisor's file."""

    def begin(code: str = "Z01") -> Supervisor:
        made = window()
        made.session.take(survey_at(centre.supervisor.path, home))
        return merge_page(made, code, qtbot)

    return begin


def merge_page(window, code: str, qtbot) -> Supervisor:
    """Signed in, and on the page; what the first page reads has arrived."""
    press(code, ENTER, PIN, ENTER)
    window.session.readings.drain()
    QApplication.processEvents()
    with qtbot.waitActive(window):
        window.activateWindow()
    window.area.show_page("merge")
    supervisor = Supervisor(window, qtbot)
    supervisor.rest()
    return supervisor


def stored(centre: Centre) -> tuple[int, int]:
    """Records and imports in the supervisor's file."""
    with centre.opened(write=False) as survey:
        return record_count(survey), len(station_queries.imports(survey))


class TestTrying:
    def test_dropped_packages_are_verified_and_tried_and_nothing_is_stored(
        self, at_merge, centre, stick
    ):
        before = stored(centre)
        supervisor = at_merge()
        supervisor.drop(*sorted(stick.iterdir()))
        assert supervisor.desk.stage is Stage.SHOWN
        first, second = sorted(supervisor.rows(), key=lambda row: row["Station"])
        assert (first["Station"], first["New"], first["Unsettled"]) == ("S1", "4", "0")
        assert (second["Station"], second["New"], second["Unsettled"]) == ("S2", "3", "1")
        assert "B001-003" in supervisor.remarks
        (batch,) = seen(supervisor.page.merge.batches.table.table)
        assert (batch["Before"], batch["After"]) == ("0", "4")
        assert (batch["Slip"], batch["Missing"], batch["Extra"]) == ("10", "6", "0")
        assert stored(centre) == before

    def test_before_the_trial_each_file_says_whose_it_is(self, at_merge, centre, stick):
        supervisor = at_merge("K01")  # may not merge, so the trial is refused
        supervisor.drop(*sorted(stick.iterdir()))
        assert supervisor.desk.stage is Stage.LISTED
        (row, _) = sorted(supervisor.rows(), key=lambda row: row["Station"])
        with centre.stations[0].open() as station:
            assert row["Admission code"] == admission_code(station.key.station)
        assert (row["Incarnation"], row["Records"], row["State"]) == ("1", "4", "Verified")

    def test_every_package_of_a_stick_is_taken_by_keys_alone(self, at_merge, stick):
        supervisor = at_merge()
        page = supervisor.page
        assert page.merge.take.stick.box.hasFocus()
        page.merge.take.stick.offer([])
        press(Qt.Key.Key_End, Qt.Key.Key_Tab, str(stick), ENTER)
        supervisor.rest()
        assert len(supervisor.rows()) == 2
        assert supervisor.desk.stage is Stage.SHOWN

    def test_progress_comes_from_the_records_that_are_verified(self, at_merge, stick, monkeypatch):
        monkeypatch.setattr(merge_work, "_BEAT", 0)
        supervisor = at_merge()
        told: list[Any] = []
        shares: list[Any] = []
        supervisor.desk.file_changed.connect(told.append)
        supervisor.desk.acting.progressed.connect(lambda *at: shares.append(at))
        (path, *_) = sorted(stick.iterdir())
        supervisor.drop(path)
        assert [(held.verified, held.records) for held in told[:-1]] == [
            (at, 4) for at in range(1, told[-1].records + 1)
        ]
        assert told[-1].state is FileState.SOUND
        assert shares[-1] == (8, 8)
        assert shares[-1][0] == 2 * told[-1].records

    def test_a_station_file_is_taken_as_a_package_is(self, at_merge, centre):
        supervisor = at_merge()
        supervisor.drop(centre.stations[0].path)
        (row,) = supervisor.rows()
        assert (row["File"], row["Station"], row["New"]) == ("a.pingyi", "S1", "4")

    def test_a_file_is_left_out_and_the_merge_tried_without_it(self, at_merge, stick):
        supervisor = at_merge()
        supervisor.drop(*sorted(stick.iterdir()))
        table = supervisor.page.merge.files.table.table
        table.setFocus()
        press(DEL)
        supervisor.rest()
        assert len(supervisor.rows()) == 1
        assert supervisor.desk.stage is Stage.SHOWN
        assert len(supervisor.desk.report.sources) == 1


class TestRefusing:
    def test_a_station_that_is_not_admitted_offers_its_code_and_the_page_for_it(
        self, at_merge, centre, stick
    ):
        stranger = centre.join(centre.kit(), 8)
        supervisor = at_merge()
        supervisor.drop(*stick.iterdir(), stranger.pack())
        with stranger.open() as survey:
            code = admission_code(survey.key.station)
        assert sorted(supervisor.state.values()) == ["Not admitted", "Verified", "Verified"]
        assert "S8 was not admitted" in supervisor.remarks
        assert code in supervisor.remarks
        assert len(supervisor.desk.report.sources) == 2
        area = supervisor.window.area
        (admit,) = supervisor.page.merge.remarks.findChildren(QPushButton)
        QTest.mouseClick(admit, LEFT)
        assert area.page == "stations"

    def test_a_station_admitted_meanwhile_is_merged_with_the_others(self, at_merge, centre, stick):
        stranger = centre.join(centre.kit(), 8)
        package = stranger.pack()
        supervisor = at_merge()
        supervisor.drop(stick, package)
        assert supervisor.state[package.name] == "Not admitted"
        area, session = supervisor.window.area, supervisor.window.session
        area.show_page("stations")
        with stranger.open() as survey:
            code = admission_code(survey.key.station)
        with session.opened.twin(write=True) as pen:
            stations.admit(pen, package, code=code, operator="Z01")
        session.go_on()
        area.show_page("merge")
        supervisor.rest()
        supervisor.rest()  # the ledger first, then the files
        assert supervisor.state[package.name] == "Verified"
        assert len(supervisor.desk.report.sources) == 3

    def test_what_is_no_sound_package_is_named_and_the_others_are_merged(
        self, at_merge, centre, stick
    ):
        (sound, _) = sorted(stick.iterdir())
        damaged = stick / "DAMAGED.pyp"
        content = bytearray(sound.read_bytes())
        content[len(content) // 2] ^= 1
        damaged.write_bytes(content)
        letter, empty = stick / "LETTER.pyp", stick / "EMPTY.pyp"
        letter.write_text("尊敬的评议办：", "utf-8")
        empty.write_bytes(b"")
        supervisor = at_merge()
        supervisor.drop(stick)
        refused = {name for name, state in supervisor.state.items() if state == "Refused"}
        assert refused == {"DAMAGED.pyp", "LETTER.pyp", "EMPTY.pyp"}
        assert "it is no package of Pingyi" in supervisor.remarks
        assert "it is empty" in supervisor.remarks
        assert str(damaged) in supervisor.remarks
        supervisor.go()
        assert supervisor.desk.stage is Stage.DONE
        assert stored(centre)[1] == 1

    def test_an_empty_stick_and_one_that_is_not_there(self, at_merge, tmp_path):
        (tmp_path / "empty").mkdir()
        supervisor = at_merge()
        supervisor.drop(tmp_path / "empty")
        assert supervisor.told == f"There is no package on {tmp_path / 'empty'}."
        assert not supervisor.desk.files
        supervisor.page.merge.take.stick.offer([])
        supervisor.page.merge.take.take_all()
        assert "no stick" in supervisor.told

    def test_the_same_file_twice_and_the_same_bytes_under_another_name(self, at_merge, stick):
        (path, *_) = sorted(stick.iterdir())
        shutil.copy(path, stick / "COPY.pyp")
        supervisor = at_merge()
        supervisor.drop(path)
        supervisor.drop(path)
        assert supervisor.told == f"In the list already: {path.name}"
        supervisor.drop(stick / "COPY.pyp")
        assert supervisor.state["COPY.pyp"] == "Same as another"
        assert len(supervisor.desk.report.sources) == 1

    def test_while_something_is_under_way_nothing_else_is_taken(self, at_merge, stick):
        first, second = sorted(stick.iterdir())
        supervisor = at_merge()
        supervisor.let_go(first)
        supervisor.let_go(second)
        assert "One thing at a time" in supervisor.told
        supervisor.rest()
        assert [row["File"] for row in supervisor.rows()] == [first.name]

    def test_another_surveys_package_is_refused(self, at_merge, tmp_path, stick):
        other = Centre(tmp_path / "other", 1, mode="drill")
        supervisor = at_merge()
        supervisor.drop(*stick.iterdir(), other.stations[0].pack())
        assert "it belongs to another survey" in supervisor.remarks
        assert len(supervisor.desk.report.sources) == 2

    def test_only_a_supervisor_merges(self, at_merge, centre, stick):
        before = stored(centre)
        supervisor = at_merge("K01")
        supervisor.drop(stick)
        assert supervisor.told.startswith("K01 may not do this")
        assert set(supervisor.state.values()) == {"Verified"}
        supervisor.go()
        assert "K01 may not do this" in supervisor.told
        assert stored(centre) == before

    def test_after_sealing_nothing_is_merged_or_revoked(self, at_merge, centre, stick):
        centre.merge(centre.stations[0])
        with centre.opened() as survey:
            waivers = [Waiver(held.place, "了结", "Z02") for held in obstacles(survey)]
            seal(survey, waivers, operator="Z01", second="Z02")
        before = stored(centre)
        supervisor = at_merge()
        supervisor.drop(stick)
        assert "is sealed" in supervisor.told
        assert supervisor.desk.stage is Stage.LISTED
        supervisor.show_ledger()
        supervisor.click(supervisor.page.ledger.revoke_button)
        press("nobody", ENTER)
        supervisor.rest()
        assert "is sealed" in supervisor.told
        assert supervisor.page.ledger.reason.text() == "nobody"
        assert stored(centre) == before

    def test_a_copy_that_is_only_viewed_merges_nothing(
        self, window, centre, stick, tmp_path, qtbot
    ):
        made = window()
        path = shutil.copy(centre.supervisor.path, tmp_path / "copy.pingyi")
        made.session.take(open_survey(Path(path), home=Home(tmp_path / "elsewhere")))
        supervisor = merge_page(made, "Z01", qtbot)
        supervisor.drop(stick)
        assert "can only be viewed" in supervisor.told
        assert set(supervisor.state.values()) == {"Verified"}


class TestMerging:
    def test_what_was_shown_is_stored_once_and_receipted(self, at_merge, centre, stick):
        supervisor = at_merge()
        supervisor.drop(stick)
        assert supervisor.page.go.text() == "Merge"
        supervisor.page.go.setFocus()
        press(ENTER)
        supervisor.rest()
        assert supervisor.desk.stage is Stage.DONE
        with centre.opened(write=False) as survey:
            (held,) = station_queries.imports(survey)
            assert next(survey.records_of("package.merged")).header.operator == "Z01"
        assert held.record[:12] in supervisor.remarks
        assert f"record {supervisor.window.session.opened.tip.seq}" in standing(supervisor)
        (receipt,) = stick.glob("PY*-R*.pyp")
        assert f"Receipt written: {receipt.name}" in supervisor.remarks
        assert centre.forms() == {
            "B001-001": "valid",
            "B001-002": "valid",
            "B001-003": "unsettled",
            "B001-004": "valid",
        }
        with centre.stations[0].open() as survey:
            assert merging.merge(survey, [receipt]).sources[0].refused is None

    def test_a_double_click_merges_once(self, at_merge, centre, stick):
        supervisor = at_merge()
        supervisor.drop(stick)
        QTest.mouseClick(supervisor.page.go, LEFT)
        QTest.mouseDClick(supervisor.page.go, LEFT)
        supervisor.desk.merge()
        supervisor.rest()
        assert supervisor.desk.stage is Stage.DONE
        assert stored(centre)[1] == 1

    def test_the_same_stick_again_brings_nothing_and_records_nothing(self, at_merge, centre, stick):
        supervisor = at_merge()
        supervisor.drop(stick)
        supervisor.go()
        supervisor.go()
        assert not supervisor.desk.files
        after = stored(centre)
        supervisor.drop(stick)
        assert set(supervisor.state.values()) == {"Nothing new"}
        supervisor.go()
        assert supervisor.desk.stage is Stage.DONE
        assert "brought nothing new" in supervisor.remarks
        assert stored(centre) == after

    def test_a_file_changed_since_the_trial_is_told_and_tried_anew(self, at_merge, centre, stick):
        before = stored(centre)
        supervisor = at_merge()
        supervisor.drop(stick)
        centre.stations[0].key(7, operator="C01")
        (old,) = [held for held in stick.iterdir() if held.name == packed_name(supervisor, "S1")]
        old.write_bytes(centre.stations[0].pack().read_bytes())
        supervisor.go()
        assert f"changed or are gone: {old.name}" in supervisor.told
        assert supervisor.desk.stage is Stage.SHOWN
        assert "5" in [row["New"] for row in supervisor.rows()]
        assert stored(centre) == before

    def test_a_stick_pulled_after_the_trial_is_told_and_nothing_is_stored(
        self, at_merge, centre, stick
    ):
        before = stored(centre)
        supervisor = at_merge()
        supervisor.drop(stick)
        stick.rename(stick.with_name("pulled"))
        supervisor.go()
        assert "changed or are gone" in supervisor.told
        assert set(supervisor.state.values()) == {"Refused"}
        assert supervisor.desk.stage is Stage.LISTED
        assert supervisor.desk.report is None
        assert stored(centre) == before

    def test_a_stick_pulled_before_the_receipt_undoes_nothing(
        self, at_merge, centre, stick, monkeypatch
    ):
        write, away = merging.write_receipts, stick.with_name("pulled")

        def pull_first(survey, folders):
            stick.rename(away)
            return write(survey, folders)

        supervisor = at_merge()
        supervisor.drop(stick)
        with monkeypatch.context() as pulling:
            pulling.setattr(merging, "write_receipts", pull_first)
            supervisor.go()
        assert supervisor.desk.stage is Stage.DONE
        assert f"The merge stands, but {stick} takes no receipt" in supervisor.remarks
        assert stored(centre)[1] == 1
        away.rename(stick)
        supervisor.press_remark("Write the receipt again")
        assert list(stick.glob("PY*-R*.pyp"))
        assert "takes no receipt" not in supervisor.remarks

    @pytest.mark.parametrize("after", [1, 2, 6, 12])
    def test_a_merge_that_is_cancelled_stores_nothing(
        self, at_merge, centre, stick, monkeypatch, after
    ):
        before = stored(centre)
        supervisor = at_merge()
        supervisor.drop(stick)
        cancel_after(supervisor, monkeypatch, after)
        supervisor.go()
        assert supervisor.desk.stage is Stage.LISTED
        assert supervisor.page.go.text() == "Verify"
        assert set(supervisor.state.values()) == {"Verified"}
        assert stored(centre) == before
        assert not list(stick.glob("PY*-R*.pyp"))

    @pytest.mark.parametrize("after", [1, 3, 6, 9, 20])
    def test_a_trial_that_is_cancelled_leaves_the_list(
        self, at_merge, centre, stick, monkeypatch, after
    ):
        before = stored(centre)
        supervisor = at_merge()
        cancel_after(supervisor, monkeypatch, after)
        supervisor.drop(stick)
        assert supervisor.desk.stage is Stage.LISTED
        assert supervisor.desk.report is None
        assert len(supervisor.rows()) == 2
        assert "Being verified" not in supervisor.state.values()
        monkeypatch.undo()
        supervisor.go()
        assert supervisor.desk.stage is Stage.SHOWN  # type: ignore[comparison-overlap]
        assert stored(centre) == before  # type: ignore[unreachable]

    def test_a_full_disk_is_told_in_a_sentence(self, at_merge, centre, stick):
        resource = pytest.importorskip("resource", reason="Windows limits no file's size")
        before, path = stored(centre), centre.supervisor.path
        supervisor = at_merge()
        supervisor.drop(stick)
        limits = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size - 8192, limits[1]))
        try:
            supervisor.go()
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        assert "cannot be written" in supervisor.told
        assert supervisor.desk.stage is Stage.LISTED
        assert stored(centre) == before
        supervisor.go()
        supervisor.go()
        assert supervisor.desk.stage is Stage.DONE  # type: ignore[comparison-overlap]

    def test_a_backup_is_taken_first(self, at_merge, centre, stick, tmp_path):
        (tmp_path / "backups").mkdir()
        with centre.opened() as survey:
            set_backup(survey, tmp_path / "backups")
        for held in (tmp_path / "backups").iterdir():
            held.unlink()
        supervisor = at_merge()
        supervisor.drop(stick)
        supervisor.go()
        (backup,) = (tmp_path / "backups").iterdir()
        assert str(backup) in supervisor.remarks
        with open_survey(backup, home=Home(tmp_path / "elsewhere")) as survey:
            assert not station_queries.imports(survey)

    def test_a_backup_that_fails_is_told_and_stops_nothing(self, at_merge, centre, stick, tmp_path):
        (tmp_path / "backups").mkdir()
        with centre.opened() as survey:
            set_backup(survey, tmp_path / "backups")
        shutil.rmtree(tmp_path / "backups")
        supervisor = at_merge()
        supervisor.drop(stick)
        supervisor.go()
        assert supervisor.desk.stage is Stage.DONE
        assert f"{tmp_path / 'backups'} is no folder" in supervisor.remarks


def standing(supervisor: Supervisor) -> str:
    """The line at the foot of the window."""
    return " ".join(held.text() for held in supervisor.window.area.standing.findChildren(QLabel))


def packed_name(supervisor: Supervisor, station: str) -> str:
    return next(row["File"] for row in supervisor.rows() if row["Station"] == station)


def cancel_after(supervisor: Supervisor, monkeypatch, steps: int) -> None:
    """Cancel at this step of the work, on its own thread: small files are done before a click."""
    monkeypatch.setattr(merge_work, "_BEAT", 0)
    told: list[int] = []

    def count(*_: object) -> None:
        told.append(1)
        if len(told) == steps:
            supervisor.desk.stop()

    session = supervisor.window.session
    for runner in (session.jobs, session.labours):

        def start(job, start=runner.start) -> None:
            job.progressed.connect(count, Qt.ConnectionType.DirectConnection)
            start(job)

        monkeypatch.setattr(runner, "start", start)


class TestLedger:
    @pytest.fixture
    def merged(self, centre) -> str:
        identity = centre.merge(*centre.stations).identity
        assert identity
        return identity  # type: ignore[no-any-return]

    def test_an_import_is_listed_with_all_that_it_took(self, at_merge, merged):
        supervisor = at_merge()
        supervisor.show_ledger()
        (row,) = supervisor.ledger_rows()
        assert row["Records"] == "7"
        assert row["Stations"] == "S1 S2"
        assert row["Files"].startswith("2: PY")
        assert row["State"] == "Stands"
        assert row["Import"] == merged[:12]
        assert merged in supervisor.page.ledger.detail.text()

    def test_an_import_is_revoked_with_a_reason_and_brought_back(self, at_merge, centre, merged):
        supervisor = at_merge()
        supervisor.show_ledger()
        ledger = supervisor.page.ledger
        assert not ledger.reason.isVisible()
        supervisor.click(ledger.revoke_button)
        press(ENTER)
        supervisor.rest()
        assert "A reason is needed" in supervisor.told
        press("mistaken", ENTER)
        supervisor.rest()
        assert supervisor.told == f"Import {merged[:12]} is revoked; batches that changed: 1."
        (change,) = seen(ledger.changes.table.table)
        assert (change["Before"], change["After"]) == ("4", "0")
        assert centre.forms() == {}
        (row,) = supervisor.ledger_rows()
        assert row["State"].endswith(": mistaken")
        assert not ledger.revoke_button.isVisible()
        supervisor.click(ledger.restore_button)
        press("after all")
        supervisor.click(ledger.confirm_button)
        assert "counts again" in supervisor.told
        (change,) = seen(ledger.changes.table.table)
        assert (change["Before"], change["After"]) == ("0", "4")
        assert len(centre.forms()) == 4
        assert supervisor.ledger_rows()[0]["State"] == "Stands"

    def test_a_second_press_meanwhile_revokes_once(self, at_merge, centre, merged):
        supervisor = at_merge()
        supervisor.show_ledger()
        ledger = supervisor.page.ledger
        supervisor.click(ledger.revoke_button)
        press("mistaken")
        QTest.mouseClick(ledger.confirm_button, LEFT)
        QTest.mouseClick(ledger.confirm_button, LEFT)
        supervisor.rest()
        with centre.opened(write=False) as survey:
            assert len(list(survey.records_of("import.revoked"))) == 1

    def test_only_a_supervisor_revokes_and_what_was_typed_stays(self, at_merge, centre, merged):
        supervisor = at_merge("K01")
        supervisor.show_ledger()
        ledger = supervisor.page.ledger
        supervisor.click(ledger.revoke_button)
        press("mistaken", ENTER)
        supervisor.rest()
        assert "K01 may not do this" in supervisor.told
        assert ledger.reason.isVisible()
        assert ledger.reason.text() == "mistaken"
        assert len(centre.forms()) == 4

    def test_a_question_is_taken_back(self, at_merge, merged):
        supervisor = at_merge()
        supervisor.show_ledger()
        ledger = supervisor.page.ledger
        supervisor.click(ledger.revoke_button)
        press("mistaken")
        supervisor.click(ledger.cancel_button)
        assert not ledger.reason.isVisible()
        assert supervisor.ledger_rows()[0]["State"] == "Stands"

    def test_a_merge_shows_in_the_ledger_at_once(self, at_merge, stick):
        supervisor = at_merge()
        supervisor.show_ledger()
        assert supervisor.ledger_rows() == []
        assert supervisor.page.ledger.detail.text() == "Nothing was merged yet."
        supervisor.drop(stick)
        assert supervisor.page.go.isVisible()
        supervisor.go()
        supervisor.show_ledger()
        assert [row["Merged by"] for row in supervisor.ledger_rows()] == ["Z01 Z01"]


class TestStandings:
    def test_how_far_each_station_is(self, at_merge, centre):
        centre.merge(centre.stations[0])
        supervisor = at_merge()
        rows = {row["Station"]: row for row in seen(supervisor.page.merge.stations.table.table)}
        assert (rows["S1"]["Records here"], rows["S1"]["Last record"]) == ("4", "4")
        assert "2006" not in rows["S1"]["Merged at"]
        assert rows["S1"]["Merged at"] != "—"
        assert (rows["S2"]["Records here"], rows["S2"]["Merged at"]) == ("0", "—")
        assert supervisor.page.head.state.text() == "Nothing has come yet from: S2"


class TestPage:
    def test_a_page_made_anew_shows_the_trial_and_merges_it(self, at_merge, centre, stick):
        supervisor = at_merge()
        supervisor.drop(stick)
        session = supervisor.window.session
        session.choose(replace(session.settings, text_size=110))
        supervisor.rest()
        assert [row["New"] for row in supervisor.rows()] == ["4", "3"]
        supervisor.go()
        assert supervisor.desk.stage is Stage.DONE
        assert stored(centre)[1] == 1

    def test_another_survey_begins_with_an_empty_list(self, at_merge, centre, stick, tmp_path):
        supervisor = at_merge()
        supervisor.let_go(stick)
        desk = supervisor.desk
        other = Centre(tmp_path / "other", 1, mode="drill")
        survey = open_survey(other.supervisor.path, home=Home(tmp_path / "elsewhere"))
        supervisor.window.session.take(survey)
        QTest.qWait(50)
        assert desk.files == []
        assert desk.stage is Stage.LISTED

    @pytest.mark.parametrize("when", ["trial", "merge"])
    def test_the_merge_report_is_saved(self, at_merge, stick, tmp_path, qtbot, when):
        supervisor = at_merge()
        supervisor.drop(stick)
        if when == "merge":
            supervisor.go()
        path = tmp_path / "report.pdf"
        answer_file_dialog(path)
        QTest.mouseClick(supervisor.page.papers.save_button, LEFT)
        qtbot.waitUntil(lambda: supervisor.told == f"Saved: {path}")
        assert path.read_bytes().startswith(b"%PDF")

    def test_files_are_chosen_in_the_systems_dialog(self, at_merge, stick):
        (path, *_) = sorted(stick.iterdir())
        supervisor = at_merge()
        answer_file_dialog(path)
        QTest.mouseClick(supervisor.page.merge.take.choose_button, LEFT)
        supervisor.rest()
        assert [row["File"] for row in supervisor.rows()] == [path.name]

    @pytest.mark.parametrize("size", [90, 100])
    def test_everything_has_room_on_a_small_screen(self, at_merge, stick, size):
        supervisor = at_merge()
        session = supervisor.window.session
        session.choose(replace(session.settings, text_size=size))
        supervisor.rest()
        supervisor.drop(stick)
        needed = supervisor.window.minimumSizeHint()
        assert (needed.width() <= 1366, needed.height() <= 768) == (True, True), needed


def answer_file_dialog(path: Path) -> None:
    """Type a name into the file dialog that is about to open."""

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QFileDialog):
            QTimer.singleShot(20, answer)
            return
        field = dialog.findChild(QLineEdit, "fileNameEdit")
        assert field
        field.setText(str(path))
        dialog.accept()

    QTimer.singleShot(20, answer)
