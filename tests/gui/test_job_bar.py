"""The bar of long work and the head of a page."""

import threading
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from desktop.models.acting import Acting
from desktop.views.job_bar import JobBar
from desktop.views.page_head import PageHead
from desktop.views.parts import button
from desktop.views.theme import load_theme
from tests.gui.clerk import is_whole

SOON = 10


@pytest.fixture
def window(qtbot):
    made = QWidget()
    QVBoxLayout(made)
    qtbot.addWidget(made)
    made.resize(900, 300)
    made.show()
    return made


@pytest.fixture
def acting(place, file, window):
    return Acting(place(file()).session, window)


@pytest.fixture
def bar(acting, window):
    made = JobBar(acting, "Merging", window)
    window.layout().addWidget(made)
    return made


@pytest.fixture
def gates():
    """Events that the work waits for one after the other."""
    made = [threading.Event() for _ in range(3)]
    yield made
    for event in made:
        event.set()


def steps(gates):
    def work(_, job):
        for at, gate in enumerate(gates):
            gate.wait(SOON)
            job.report(at + 1, 3)

    return work


def state(bar):
    held: QProgressBar = bar.bar
    return held.value(), held.maximum()


def test_what_takes_long_shows_a_bar_with_its_progress_and_goes_away_again(
    bar, acting, gates, qtbot
):
    assert not bar.isVisible()
    acting.labour(steps(gates), lambda _: None)
    assert not bar.isVisible()
    qtbot.waitUntil(bar.isVisible)
    assert (bar.text.text(), bar.bar.accessibleName()) == ("Merging", "Merging")
    assert bar.bar.maximum() == 0  # it moves by itself while nothing is known
    gates[0].set()
    qtbot.waitUntil(lambda: state(bar) == (1, 3))
    bar.say("Counting")
    assert (bar.text.text(), bar.bar.accessibleName()) == ("Counting", "Counting")
    for gate in gates:
        gate.set()
    qtbot.waitUntil(lambda: not bar.isVisible())


def test_what_ends_at_once_shows_no_bar(bar, acting, qtbot):
    assert 100 <= bar._patience.interval() <= 200
    acting.labour(lambda *_: None, lambda _: None)
    qtbot.waitUntil(lambda: not acting.is_busy)
    assert not bar._patience.isActive()
    assert not bar.isVisible()


def test_cancel_stops_the_work_and_says_meanwhile_that_it_does(bar, acting, gates, qtbot):
    stopped = []
    acting.cancelled.connect(lambda: stopped.append(bar.isVisible()))
    acting.labour(steps(gates), lambda _: stopped.append("done"))
    qtbot.waitUntil(bar.isVisible)
    assert bar.stop_button.text() == "Cancel"
    QTest.mouseClick(bar.stop_button, Qt.MouseButton.LeftButton)
    assert bar.stop_button.text() == "Stopping…"
    gates[0].set()
    qtbot.waitUntil(lambda: bool(stopped))
    assert stopped == [False]
    acting.labour(steps(gates[1:]), lambda _: None)
    assert bar.stop_button.text() == "Cancel"
    acting.cancel()
    gates[1].set()
    qtbot.waitUntil(lambda: not acting.is_busy)


def test_the_bar_stops_with_the_keyboard_too(bar, acting, gates, qtbot):
    with qtbot.waitActive(bar.window()):
        bar.window().activateWindow()
    acting.labour(steps(gates), lambda _: None)
    qtbot.waitUntil(bar.isVisible)
    bar.stop_button.setFocus()
    QTest.keyClick(bar.stop_button, Qt.Key.Key_Space)
    with qtbot.waitSignal(acting.cancelled):
        gates[0].set()


def test_the_head_says_the_title_the_state_and_what_can_be_done(window, qtbot):
    theme = load_theme("light", 100)
    head = PageHead("Seal", theme, window)
    actions = [button("Verify"), button("Seal", primary=True)]
    danger = button("Unseal", danger=True)
    for action in actions:
        head.add(action)
    head.add(danger, apart=True)
    window.layout().addWidget(head)
    head.say("3 differences block sealing.", "warn")
    qtbot.waitUntil(lambda: danger.x() > 0)
    assert head.title.text() == "Seal"
    assert (head.state.text(), head.state.property("tone")) == (
        "3 differences block sealing.",
        "warn",
    )
    gaps = [two.x() - one.geometry().right() for one, two in pairwise([*actions, danger])]
    assert gaps[1] > 2 * gaps[0] > 0
    assert danger.geometry().right() >= window.width() - 30


def test_a_long_state_wraps_and_pushes_no_action_out(window, qtbot):
    head = PageHead("Seal", load_theme("light", 100), window)
    action = button("Seal")
    head.add(action)
    window.layout().addWidget(head)
    head.say("one thing after the other stands against the seal " * 6)
    qtbot.wait(20)
    assert window.width() == 900
    assert is_whole(action, window)
    assert 0 < action.x() - head.state.geometry().right() < 20
    assert head.state.height() >= head.state.heightForWidth(head.state.width())
    head.say("Ready.")
    assert head.state.property("tone") == "quiet"
