"""Keying waits while a network is up that the plan forbids: no key is taken, nothing is lost."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from desktop.actions.closing import close_batch
from desktop.actions.keying import key_form
from desktop.actions.sealing import seal
from desktop.models import network_guard
from desktop.models.network_guard import NetworkGuard
from desktop.store import kinds, paper_queries
from desktop.tally.form import Form
from desktop.views.second_keying_view import SecondKeyingView
from tests.gui.clerk import Clerk, focused
from tests.gui.conftest import PIN, survey_at
from tests.plans import small_plan

K = Qt.Key
OFFLINE = small_plan(offline=True, second_keying={"percent": 100})
PEOPLE = {"C01": ("clerk",), "C02": ("clerk",), "S01": ("supervisor",)}


@pytest.fixture(autouse=True)
def networks(monkeypatch):
    """Names of the interfaces that are up."""
    names: list[str] = []
    monkeypatch.setattr(network_guard, "interfaces_up", lambda: list(names))
    return names


@pytest.fixture
def change(networks):
    """Networks come or go while somebody is at the window."""

    def change(clerk, *names):
        networks[:] = names
        NetworkGuard.of(clerk.session).look()

    return change


def sightings(clerk):
    return [seen.interfaces for seen in paper_queries.networks_seen(clerk.survey)]


def make_anew(clerk, qtbot):
    """Another theme: every page is made again."""
    before = clerk.window.area
    clerk.session.choose(replace(clerk.session.settings, theme="dark"))
    qtbot.waitUntil(lambda: clerk.window.area is not before)


def drain(clerk):
    clerk.session.await_check()
    for runner in clerk.session.runners:
        runner.drain()


def test_a_network_stops_keying_and_the_form_goes_on_after_it(at_work, change, qtbot):
    clerk = at_work(OFFLINE)
    clerk.open()
    clerk.type("123")
    change(clerk, "WLAN")
    page = clerk.page
    assert page.stack.currentWidget() is page.offline
    assert page.offline.title.text() == "Keying waits: switch off the network WLAN"
    assert focused() is page.offline
    clerk.type("111")
    clerk.press(K.Key_Return, K.Key_Return, K.Key_Escape, K.Key_F10)
    assert (clerk.marks, clerk.form.number) == ("123···", 1)
    assert list(clerk.survey.records_of(kinds.FORM)) == []
    change(clerk)
    assert page.stack.currentWidget() is page.table
    clerk.type("19")
    assert clerk.marks == "123133"
    clerk.finish()
    assert len(list(clerk.survey.records_of(kinds.FORM))) == 1


def test_the_form_is_kept_for_a_crash_meanwhile(at_work, change, home):
    clerk = at_work(OFFLINE)
    clerk.open()
    clerk.type("12")
    change(clerk, "WLAN")
    drain(clerk)
    assert home.journal(clerk.survey.id, "keying-station").read()["marks"].startswith("12")


def test_each_appearance_goes_on_record_once(at_work, change, qtbot):
    clerk = at_work(OFFLINE)
    change(clerk, "WLAN")
    qtbot.waitUntil(lambda: sightings(clerk) == [("WLAN",)], timeout=10_000)
    change(clerk, "WLAN")
    clerk.go_to("settings")
    clerk.go_to("keying")
    change(clerk, "WLAN", "eth0")
    qtbot.waitUntil(lambda: sightings(clerk) == [("WLAN",), ("eth0",)], timeout=10_000)
    assert "WLAN, eth0" in clerk.page.offline.title.text()
    change(clerk)
    change(clerk, "eth0")
    qtbot.waitUntil(lambda: len(sightings(clerk)) == 3, timeout=10_000)
    drain(clerk)
    assert sightings(clerk)[2:] == [("eth0",)]


def test_it_goes_on_record_in_the_name_of_whoever_works(at_work, change, qtbot):
    clerk = at_work(OFFLINE, operators=PEOPLE, batch="")
    clerk.session.sign_in("C02", PIN)
    clerk.window.show_survey()
    change(clerk, "WLAN")
    qtbot.waitUntil(lambda: bool(sightings(clerk)), timeout=10_000)
    (seen,) = paper_queries.networks_seen(clerk.survey)
    assert seen.operator == "C02"


def test_a_network_that_was_up_before_is_found_when_the_page_opens(at_work, networks, change):
    networks.append("eth0")
    clerk = at_work(OFFLINE, batch="")
    assert clerk.page.stack.currentWidget() is focused() is clerk.page.offline
    change(clerk)
    assert focused() is clerk.page.chooser.code
    clerk.take_batch()
    clerk.open()
    clerk.type("9")


def test_what_comes_while_another_page_is_in_front_is_met_on_return(at_work, change):
    clerk = at_work(OFFLINE)
    clerk.open()
    clerk.type("1")
    clerk.go_to("settings")
    change(clerk, "eth0")
    assert clerk.window.area.page == "settings"
    drain(clerk)
    assert sightings(clerk) == []
    clerk.go_to("keying")
    assert clerk.page.stack.currentWidget() is focused() is clerk.page.offline
    clerk.go_to("settings")
    change(clerk)
    clerk.go_to("keying")
    assert clerk.page.stack.currentWidget() is clerk.page.table
    clerk.type("2")
    assert clerk.marks == "12····"


def test_a_page_made_anew_meanwhile_finds_the_form_when_it_goes_on(at_work, change, qtbot):
    clerk = at_work(OFFLINE)
    clerk.open()
    clerk.type("12")
    change(clerk, "eth0")
    make_anew(clerk, qtbot)
    assert clerk.page.stack.currentWidget() is clerk.page.offline
    change(clerk)
    assert clerk.marks == "12····"
    clerk.type("3")
    assert clerk.marks == "123···"


def test_no_batch_is_closed_meanwhile(at_work, change):
    clerk = at_work(OFFLINE, batches=(("B001", 1),))
    clerk.open()
    clerk.type("777")
    clerk.finish()
    change(clerk, "eth0")
    clerk.press(K.Key_F10)
    assert list(clerk.survey.records_of(kinds.CLOSED)) == []
    change(clerk)
    clerk.press(K.Key_F10)
    assert len(list(clerk.survey.records_of(kinds.CLOSED))) == 1


def test_other_plans_let_every_network_be(at_work, networks):
    networks.append("eth0")
    clerk = at_work(small_plan())
    assert clerk.session.findChild(NetworkGuard) is None
    clerk.open()
    clerk.type("1")
    assert clerk.marks == "1·····"


def test_a_sealed_survey_says_that_it_takes_no_record(at_work, change, qtbot):
    clerk = at_work(OFFLINE, batch="", batches=())
    seal(clerk.survey)
    change(clerk, "WLAN")
    message = clerk.page.offline.message.text
    qtbot.waitUntil(lambda: bool(message.text()), timeout=10_000)
    assert sightings(clerk) == []
    assert clerk.page.stack.currentWidget() is clerk.page.offline


@pytest.fixture
def second_keyer(window, file, home):
    """C02 before the papers of B001, which C01 keyed."""

    def begin():
        path = file(OFFLINE, operators=PEOPLE, batches=(("B001", 2),))
        with survey_at(path, home) as survey:
            for number in (1, 2):
                key_form(survey, Form("B001", number, "111111"), operator="C01")
            close_batch(survey, "B001", operator="C01")
        clerk = Clerk(window())
        clerk.session.take(survey_at(path, home))
        clerk.session.sign_in("C02", PIN)
        clerk.window.show_survey()
        clerk.go_to("second")
        return clerk

    return begin


def keyed(page):
    assert page.desk.form
    return "".join(page.desk.form.marks).strip()


def test_second_keying_waits_too(second_keyer, change, qtbot):
    clerk = second_keyer()
    page = clerk.window.area.stack.currentWidget()
    assert isinstance(page, SecondKeyingView)
    page.open_batch("B001")
    clerk.open()
    clerk.type("12")
    change(clerk, "WLAN")
    assert page.stack.currentWidget() is page.offline
    clerk.type("33")
    assert keyed(page) == "12"
    qtbot.waitUntil(lambda: sightings(clerk) == [("WLAN",)], timeout=10_000)
    clerk.go_to("keying")
    clerk.go_to("second")
    assert page.stack.currentWidget() is focused() is page.offline
    drain(clerk)
    assert sightings(clerk) == [("WLAN",)]
    change(clerk)
    assert page.stack.currentWidget() is page.table
    clerk.type("3")
    assert keyed(page) == "123"


def test_second_keying_opens_where_it_was_left_once_the_network_is_gone(
    second_keyer, change, qtbot
):
    clerk = second_keyer()
    page = clerk.window.area.stack.currentWidget()
    page.open_batch("B001")
    clerk.open()
    clerk.type("12")
    clerk.go_to("settings")
    change(clerk, "WLAN")
    make_anew(clerk, qtbot)
    clerk.go_to("second")
    page = clerk.window.area.stack.currentWidget()
    assert page.stack.currentWidget() is focused() is page.offline
    change(clerk)
    assert keyed(page) == "12"
