"""A file that will not open: what may help is offered there, and nothing else."""

import sqlite3
from contextlib import closing

import pytest

from desktop.store.verification import verify_survey
from tests.gui.office import click, enter
from tests.stations import Centre


@pytest.fixture
def centre(tmp_path):
    made = Centre(tmp_path / "centre", 1)
    made.stations[0].key(1, 2)
    return made


@pytest.fixture
def machine(centre):
    return centre.stations[0]


@pytest.fixture
def opened(window, qtbot, machine):
    """The start page of this machine, asked to open its file."""

    def begin():
        made = window()
        made.session.home = machine.home
        made.start.open_panel.open(machine.path)
        return made

    return begin


def lose_a_record(machine):
    """An older copy of the file comes back from a backup."""
    content = machine.path.read_bytes()
    machine.key(3)
    machine.path.write_bytes(content)


def test_a_file_that_lacks_records_goes_on_as_a_new_incarnation(opened, machine, qtbot):
    lose_a_record(machine)
    window = opened()
    panel = window.start.open_panel.rescue
    assert panel.isVisible()
    enter(panel.reason)
    qtbot.waitUntil(lambda: "reason" in window.start.message.text.text().lower())
    panel.reason.setText("硬盘故障，由备份恢复")
    enter(panel.reason)
    qtbot.waitUntil(lambda: window.session.survey is not None, timeout=10_000)
    assert window.session.opened.tip.incarnation == 2
    window.session.close()
    assert verify_survey(machine.path, home=machine.home) == []


def test_tables_that_do_not_follow_are_made_again(opened, machine, qtbot):
    with closing(sqlite3.connect(machine.path)) as db:
        db.execute("UPDATE form SET state = 'void'")
        db.commit()
    window = opened()
    qtbot.waitUntil(lambda: window.session.survey is None, timeout=10_000)
    panel = window.start.open_panel.rescue
    qtbot.waitUntil(panel.isVisible)
    assert not panel.reason.isVisible()
    click(panel.button)
    qtbot.waitUntil(lambda: window.session.survey is not None, timeout=10_000)
    window.session.close()
    assert verify_survey(machine.path, home=machine.home) == []


def test_a_record_that_was_changed_is_past_mending_here(opened, machine, qtbot):
    content = machine.path.read_bytes()
    at = content.index(b'"marks":"222222"') + 9
    machine.path.write_bytes(content[:at] + b"3" + content[at + 1 :])
    window = opened()
    qtbot.waitUntil(lambda: window.session.survey is None, timeout=10_000)
    qtbot.waitUntil(lambda: "verification" in window.start.message.text.text())
    assert not window.start.open_panel.rescue.isVisible()


def test_what_is_no_survey_is_offered_nothing(window, tmp_path):
    path = tmp_path / "a.pingyi"
    path.write_bytes(b"no survey")
    made = window()
    made.start.open_panel.open(path)
    assert not made.start.open_panel.rescue.isVisible()
