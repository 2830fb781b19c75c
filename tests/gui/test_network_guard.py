"""Which networks count, and that each appearance is told and given out once."""

import subprocess
import sys

import pytest
from PySide6.QtNetwork import QHostAddress, QNetworkAddressEntry, QNetworkInterface

from desktop.models import network_guard
from desktop.models.network_guard import NetworkGuard
from desktop.session import Session

FLAG = QNetworkInterface.InterfaceFlag
UP = FLAG.IsUp | FLAG.IsRunning


class Card:
    """A network card as Qt describes one."""

    def __init__(self, flags, *addresses, name="eth0", human=""):
        self._flags, self._addresses, self._name, self._human = flags, addresses, name, human

    def flags(self):
        return self._flags

    def name(self):
        return self._name

    def humanReadableName(self):
        return self._human

    def addressEntries(self):
        entries = [QNetworkAddressEntry() for _ in self._addresses]
        for entry, address in zip(entries, self._addresses, strict=True):
            entry.setIp(QHostAddress(address))
        return entries


@pytest.fixture
def cards(monkeypatch):
    held: list[Card] = []
    monkeypatch.setattr(QNetworkInterface, "allInterfaces", staticmethod(lambda: held))
    return held


@pytest.mark.parametrize(
    ("card", "counts"),
    [
        (Card(UP, "192.168.1.7"), True),
        (Card(UP, "fe80::1", "2001:db8::1"), True),
        (Card(UP | FLAG.IsPointToPoint, "10.8.0.2"), True),
        (Card(UP | FLAG.IsLoopBack, "127.0.0.1"), False),
        (Card(UP | FLAG.IsLoopBack, "10.1.1.1"), False),
        (Card(FLAG.IsUp, "192.168.1.7"), False),
        (Card(FLAG.IsRunning, "192.168.1.7"), False),
        (Card(UP, "169.254.10.1", "fe80::1"), False),
        (Card(UP), False),
    ],
)
def test_an_interface_that_leads_out(cards, card, counts):
    cards.append(card)
    assert bool(network_guard.interfaces_up()) is counts


def test_interfaces_go_by_the_name_that_people_see(cards):
    cards += [Card(UP, "10.0.0.1", human="以太网 2"), Card(UP, "10.0.0.2", name="wlan0")]
    assert network_guard.interfaces_up() == ["以太网 2", "wlan0"]


def test_this_machines_own_interfaces_can_be_read():
    assert all(isinstance(name, str) for name in network_guard.interfaces_up())


@pytest.fixture
def names(qapp):
    return []


@pytest.fixture
def guard(qapp, names):
    made = NetworkGuard(lambda: list(names), qapp)
    yield made
    made.deleteLater()


def test_a_change_is_told_once(guard, names):
    told: list[tuple[str, ...]] = []
    guard.changed.connect(told.append)
    for up in ([], ["a"], ["a"], ["a", "b"], [], []):
        names[:] = up
        guard.look()
    assert told == [("a",), ("a", "b"), ()]


def test_each_appearance_is_given_out_once(guard, names):
    def taken(*up, survey="S"):
        names[:] = up
        guard.look()
        return guard.take_untold(survey)

    assert taken() == ()
    assert taken("a") == ("a",)
    assert taken("a") == ()
    assert taken("a", "b") == ("b",)
    assert taken("b") == ()
    assert taken("a", "b") == ("a",)
    assert taken("a", "b", survey="T") == ("a", "b")


def test_a_system_without_the_library_is_blind_and_says_so(qapp):
    def fail():
        raise ImportError("libgssapi_krb5.so.2")

    guard = NetworkGuard(fail, qapp)
    assert not guard.is_blind
    guard.look()
    assert (guard.is_blind, guard.names) == (True, ())
    guard.deleteLater()


def test_it_looks_by_itself(guard, names, qtbot, monkeypatch):
    monkeypatch.setattr(network_guard, "_LOOK", 5)
    guard.begin()
    names.append("a")
    with qtbot.waitSignal(guard.changed, timeout=2000):
        pass
    assert guard.names == ("a",)


def test_a_session_has_one_guard(qapp, home, monkeypatch):
    monkeypatch.setattr(network_guard, "interfaces_up", lambda: ["a"])
    session = Session(home, qapp)
    guard = NetworkGuard.of(session)
    assert guard.names == ("a",)
    assert NetworkGuard.of(session) is guard
    session.deleteLater()


def test_the_window_starts_without_the_network_library():
    script = (
        "import sys, desktop.app, desktop.views.keying_view, desktop.views.overview_view\n"
        "sys.exit('PySide6.QtNetwork' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
