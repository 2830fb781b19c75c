"""The overview: what stands, what comes next, when it will be done; every line leads on."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from desktop.actions.batches import register_batch
from desktop.actions.closing import close_batch
from desktop.actions.founding import declare_zero, found
from desktop.actions.keying import key_form
from desktop.actions.network import note_network
from desktop.actions.operators import register_operator
from desktop.actions.rulings import doubt_form
from desktop.actions.sealing import OBSTACLE_KINDS, seal
from desktop.actions.working import Worked, log_work
from desktop.models import network_guard
from desktop.models.acting import Acting
from desktop.models.network_guard import NetworkGuard
from desktop.store import kinds, queries
from desktop.store.errors import ReadOnlyError
from desktop.store.survey_file import open_survey, timestamp
from desktop.tally.form import Form
from desktop.tally.reconciliation import Slip
from desktop.views import overview_view
from desktop.views.errands_panel import PAGES
from desktop.views.glance_panel import GlancePanel
from desktop.views.overview_view import OverviewView
from desktop.views.page_list import page_title
from tests.gui.clerk import Clerk, focused, is_whole
from tests.gui.conftest import PIN
from tests.plans import keyed_once, small_plan

K = Qt.Key
PEOPLE = {
    "C01": ("clerk",), "C02": ("clerk",), "P01": ("checker",),
    "Z01": ("supervisor",), "J01": ("scrutineer",),
}  # fmt: skip
NOW = datetime(2006, 5, 15, 10, tzinfo=UTC).astimezone()
"""A Monday, well inside the day wherever this runs."""


class Overseer(Clerk):
    """Somebody at the overview."""

    @property
    def page(self) -> OverviewView:  # type: ignore[override]
        assert self.window.area
        page = self.window.area.stack.currentWidget()
        assert isinstance(page, OverviewView)
        return page

    def show_overview(self):
        assert self.window.area
        self.window.area.show_page("overview")

    @property
    def front(self):
        """The page in front, by its id."""
        assert self.window.area
        return self.window.area.page

    def panel(self, part):  # type: ignore[override]
        self.click(self.page.parts.buttons[part])
        panel = self.page.body.currentWidget()
        assert panel is self.page._panels[part]
        return panel

    @property
    def state(self):
        return self.page.head.state.text()

    @property
    def lines(self):
        """What the glance lists: count, text, places, page."""
        return {
            key: (line.number.text(), line.what.text(), line.where.text(), line.page.text())
            for key, line in self.glance.errands.lines.items()
        }

    @property
    def glance(self):
        panel = self.page._panels["glance"]
        assert isinstance(panel, GlancePanel)
        return panel

    def line(self, key):
        return self.glance.errands.lines[key]

    @property
    def figures(self):
        return [figure.number.text() for figure in self.page.figures.figures]

    @property
    def notes(self):
        return [figure.note.text() for figure in self.page.figures.figures]


@pytest.fixture(autouse=True)
def networks(monkeypatch):
    """Names of the interfaces that are up."""
    names: list[str] = []
    monkeypatch.setattr(network_guard, "interfaces_up", lambda: list(names))
    return names


@pytest.fixture
def survey(tmp_path, home):
    """Makes a survey file, as its founder, at NOW; `zero` False is before the zero report."""

    def make(plan=None, *, zero=True, people=(), batches=(("B001", 3),)):
        path = tmp_path / "a.pingyi"
        with found(path, plan or small_plan(), mode="drill", home=home) as made:
            if zero:
                declare_zero(made)
            for code, count in batches if zero else ():
                register_batch(made, Slip(code, "C1", count))
            for code in people:
                register_operator(made, code, name=f"{code}同志", roles=PEOPLE[code], pin=PIN)
        return path

    return make


@pytest.fixture
def overseer(window, home, qtbot):
    """Opens a survey and waits until the overview has read it."""

    def begin(path, code=""):
        held = Overseer(window())
        survey = open_survey(path, home=home, write=True, clock=lambda: NOW)
        held.session.take(survey)
        if code:
            sign_in(held, code)
        held.show_overview()
        wait(held, qtbot)
        return held

    return begin


def sign_in(held, code):
    held.session.sign_in(code, PIN)
    held.window.show_survey()


def wait(held, qtbot):
    qtbot.waitUntil(lambda: not held.page.reading.is_waiting, timeout=10_000)
    QApplication.processEvents()


def act(path, home, *acts):
    """Do something with a survey before it is opened in the window."""
    with open_survey(path, home=home, write=True) as opened:
        for do in acts:
            do(opened)


def keyed(*numbers, batch="B001", **options):
    def key(opened):
        for number in numbers:
            key_form(opened, Form(batch, number, "123123"), **options)

    return key


def worked(code, days_back, forms, seconds=7_200, presses=1_000):
    def log(opened):
        began = NOW - timedelta(days=days_back)
        counts = dict.fromkeys(("after", "fills", "corrections", "idle", "pauses"), 0)
        stretch = Worked(
            began=timestamp(began),
            ended=timestamp(began + timedelta(hours=3)),
            forms=forms,
            presses=presses,
            seconds=seconds,
            **counts,  # type: ignore[arg-type]
        )
        log_work(opened, stretch, operator=code)

    return log


def test_the_zero_report_is_the_first_errand_and_leads_on(survey, overseer, qtbot):
    held = overseer(survey(zero=False))
    assert focused() is held.page.zero.button
    assert held.state == "The zero report comes first."
    held.press(K.Key_Return)
    qtbot.waitUntil(lambda: held.state == "Keying is open; no batch is registered yet.")
    assert queries.zero_declared(held.survey)
    assert list(held.lines) == ["register", "stations"]
    qtbot.waitUntil(lambda: focused() is held.line("register"))
    held.press(K.Key_Return)
    assert held.front == "register"


def test_next_the_stations_until_there_is_one(survey, overseer):
    held = overseer(survey(batches=()))
    held.press(K.Key_Tab)
    assert focused() is held.line("stations")
    held.press(K.Key_Space)
    assert held.front == "stations"


@pytest.mark.parametrize("code", ["P01", "J01"])
def test_the_zero_report_is_the_supervisors(survey, overseer, code):
    held = overseer(survey(zero=False, people=PEOPLE), code)
    assert not held.page.zero.button.isEnabled()
    held.click(held.page.zero.button)
    assert not queries.zero_declared(held.survey)
    assert "supervisor" in held.page.zero.message.text.text()


def test_a_zero_report_that_is_refused_says_why(survey, overseer, qtbot, monkeypatch):
    held = overseer(survey(zero=False))
    with held.survey.transaction():  # as a package brings one
        fields = {"pass": 1, "void": "", "marks": "111111", "filled": "", "against": []}
        held.survey.append(kinds.FORM, {"batch": "B001", "number": 1} | fields)
    held.press(K.Key_Return)
    message = held.page.zero.message.text
    qtbot.waitUntil(lambda: bool(message.text()), timeout=10_000)
    assert not queries.zero_declared(held.survey)
    assert held.page.stack.currentWidget() is held.page.zero


def test_figures_of_a_count_on_its_way(survey, overseer, home):
    path = survey()
    void = lambda opened: key_form(  # noqa: E731
        opened, Form("B001", 2, "111111", opened.plan.void_reasons[0].code)
    )
    act(path, home, keyed(1), void)
    held = overseer(path)
    assert held.figures == ["3", "2", "0", "1", "2", "—"]  # one to key, one second keying ahead
    assert held.notes == [
        "100 issued",
        "66.6 %",
        "",
        "50.0 %",
        "1 of them a second time",
        "no work on record yet",
    ]
    assert held.state == "2 things stand against the seal."
    assert held.glance.progress.text().startswith("66 % of the forms are keyed")
    assert "2 of 3" in held.glance.bars.accessibleDescription()


@pytest.mark.parametrize("way", ["click", "key"])
def test_each_obstacle_leads_to_its_page(survey, overseer, home, way):
    path = survey()
    doubted = lambda opened: doubt_form(opened, "B001", 1, note="字迹")  # noqa: E731
    act(path, home, keyed(1), doubted)
    held = overseer(path)
    assert list(held.lines) == ["slips", "closings", "rulings"]
    assert held.lines["rulings"] == ("1", "forms wait for a ruling", "B001-001", "Rulings ›")
    assert held.lines["closings"][2] == "B001"  # not B001/1, the place that a waiver names
    assert focused() is held.line("slips")
    if way == "click":
        held.click(held.line("rulings"))
    else:
        held.press(K.Key_Tab, K.Key_Tab, K.Key_Return)
    assert held.front == "rulings"


def test_every_kind_of_obstacle_has_a_page_and_a_sentence(survey, overseer):
    held = overseer(survey())
    assert PAGES.keys() == set(OBSTACLE_KINDS) == held.glance.errands._kinds().keys()
    assert all(page_title(page) for page in PAGES.values())


def test_many_places_are_cut_short(survey, overseer):
    held = overseer(survey(batches=[(f"B{at:03d}", 2) for at in range(1, 8)]))
    assert held.lines["slips"][:3] == (
        "7",
        "batches are not keyed as their slip says",
        "B001, B002, B003 …",
    )


def test_ready_and_sealed(survey, overseer, home, qtbot):
    path = survey(keyed_once())
    act(path, home, keyed(1, 2, 3))
    held = overseer(path)
    assert held.state == "Ready to seal."
    assert list(held.lines) == ["seal"]
    acting = Acting(held.session, held.window)
    acting.start(lambda opened, _: seal(opened), lambda _: None)
    qtbot.waitUntil(lambda: held.state == "Sealed, edition 1.", timeout=10_000)
    assert list(held.lines) == ["documents"]
    assert held.figures[4:] == ["0", "—"]
    held.press(K.Key_Return)
    assert held.front == "documents"


def test_it_reads_anew_what_is_recorded_and_leaves_the_focus_where_it_is(
    survey, overseer, home, qtbot
):
    held = overseer(survey())
    held.page.parts.buttons["glance"].setFocus()
    acting = Acting(held.session, held.window)
    acting.start(lambda opened, _: keyed(1, 2)(opened), lambda _: None)
    qtbot.waitUntil(lambda: held.figures[1] == "2", timeout=10_000)
    assert focused() is held.page.parts.buttons["glance"]
    held.line("slips").setFocus()
    acting.start(lambda opened, _: keyed(3)(opened), lambda _: None)
    qtbot.waitUntil(lambda: held.figures[1] == "3", timeout=10_000)
    assert list(held.lines) == ["closings"]
    assert focused() is held.line("closings")  # the line it was on is settled


def cells(table, row):
    """A row's texts by their column's title, without hidden columns."""
    model = table.model
    return {
        model.headerData(at, Qt.Orientation.Horizontal): model.index(row, at).data()
        for at in range(model.columnCount())
        if not table.table.isColumnHidden(at)
    }


def test_the_table_by_channel(survey, overseer, home):
    path = survey(batches=(("B001", 3), ("B002", 2)))
    act(
        path,
        home,
        keyed(1, 2, 3),
        keyed(5, batch="B002"),
        lambda opened: close_batch(opened, "B001"),
    )
    held = overseer(path)
    table = held.panel("channels").table
    first, whole = cells(table, 0), cells(table, 2)
    assert first == {
        "Channel": "单位互评", "Issued": "100", "On slips": "5", "Given out": "0", "Keyed": "4",
        "Twice": "0/1", "Differ": "0", "To rule": "0", "Void": "0", "Extra": "1", "Missing": "2",
        "Closed": "1/2",
    }  # fmt: skip
    assert whole == first | {"Channel": "All channels"}
    assert cells(table, 1)["Closed"] == ""
    table.table.setFocus()
    held.press(K.Key_Return)
    assert held.front == "register"


def test_the_table_by_batch_and_those_that_are_not_closed(survey, overseer, home):
    path = survey(batches=(("B001", 3), ("B002", 2), ("B003", 1)))
    act(
        path,
        home,
        keyed(1, 2, 3),
        keyed(1, batch="B002"),
        lambda opened: close_batch(opened, "B001"),
    )
    held = overseer(path)
    panel = held.panel("batches")
    rows = [cells(panel.table, row) for row in range(panel.table.model.rowCount())]
    assert [row["Batch"] for row in rows] == ["B001", "B002", "B003"]
    assert [row["State"] for row in rows] == ["closed", "being keyed", ""]
    assert rows[0] == {
        "Batch": "B001", "Channel": "单位互评", "Station": "", "State": "closed", "Slip": "3",
        "Keyed": "3", "Twice": "0/1", "Differ": "0", "To rule": "0", "Void": "0", "Extra": "0",
        "Missing": "0",
    }  # fmt: skip
    held.click(panel.which.buttons[True])
    assert panel.table.model.rowCount() == 2
    panel.table.filter.setFocus()
    held.type("b003")
    assert cells(panel.table, 0)["Batch"] == "B003"


def with_work(survey, home, *, left=8, people=PEOPLE):
    """Two clerks key 24 forms an hour between them on each of two days; so many are left."""
    path = survey(keyed_once(), people=people, batches=(("B001", 2 + left),))
    work = [
        worked(code, back, forms) for back in (3, 4) for code, forms in (("C01", 6), ("C02", 2))
    ]
    act(path, home, keyed(1, 2, operator="C01"), *work)
    return path


def test_pace_and_forecast(survey, overseer, home):
    held = overseer(with_work(survey, home, left=9), "Z01")
    assert held.figures[5] == "16 May"  # eight a day: today and tomorrow
    assert held.notes[5] == "at the pace of 2 days"
    panel = held.panel("pace")
    assert panel.title.text() == "8 forms a day: done on 16 May"
    assert panel.basis.text() == (
        "Measured 11 May to 12 May: 2 clerks a day, 2 hours each at work. Each keys 2 forms an"
        " hour: 250 presses and 1,800 seconds a form. Left: 9 forms and 0 second keyings."
    )
    drawn = panel.chart.accessibleDescription().splitlines()
    assert drawn == ["11 May 8", "12 May 8", "15 May 8", "16 May 1"]
    assert [cells(panel.clerks, row) for row in (0, 1)] == [
        {
            "Clerk": "C01同志", "Forms": "12", "At work": "4:00", "Forms/h": "3.0",
            "Keys/form": "166.7", "Sec/form": "1200.0",
        },
        {
            "Clerk": "C02同志", "Forms": "4", "At work": "4:00", "Forms/h": "1.0",
            "Keys/form": "500.0", "Sec/form": "3600.0",
        },
    ]  # fmt: skip


def test_clerks_for_a_wished_date(survey, overseer, home):
    held = overseer(with_work(survey, home, left=9), "Z01")
    panel = held.panel("pace")
    panel.wished.setFocus()
    for typed, said in {
        "5-15": "Clerks needed to be done on 15 May: 3 (now 2 a day; 1 working days).",
        "2006-05-17": "Clerks needed to be done on 17 May: 1 (now 2 a day; 3 working days).",
        "2006-05-14": "This day is past.",
        "soon": "Write the date as 2006-05-30 or 5-30.",
    }.items():
        panel.wished.clear()
        held.type(typed)
        assert panel.answer.text() == said
    panel.wished.clear()
    assert panel.answer.text() == "Type a date to see how many clerks it takes."


@pytest.mark.parametrize(("code", "sees"), [("Z01", True), ("P01", False), ("J01", False)])
def test_only_the_supervisor_sees_anybodys_own_pace(survey, overseer, home, code, sees):
    held = overseer(with_work(survey, home), code)
    panel = held.panel("pace")
    assert panel.clerks.isVisible() is sees
    assert panel.clerks.model.rowCount() == (2 if sees else 0)
    assert panel.title.text() == "8 forms a day: done on 15 May"


def test_where_nobody_signs_in_the_station_has_the_pace(survey, overseer, home):
    path = survey(keyed_once())
    act(path, home, worked("", 1, 6))
    held = overseer(path)
    assert cells(held.panel("pace").clerks, 0)["Clerk"] == "主管"


def test_what_is_not_known_is_said_over_the_chart(survey, overseer, home):
    held = overseer(survey())
    assert held.panel("pace").title.text().startswith("No pace yet")
    assert held.panel("pace").basis.text() == ""


def test_networks_are_named_as_they_come_and_go(survey, overseer, networks, qtbot):
    held = overseer(survey())
    text = held.page.network.text
    qtbot.waitUntil(lambda: text.text() == "No network is up")
    guard = NetworkGuard.of(held.session)
    networks += ["eth0", "WLAN"]
    guard.look()
    assert (text.text(), text.property("tone")) == ("Network up: eth0, WLAN", "warn")
    networks += ["a", "b"]
    guard.look()
    assert text.text() == "Network up: eth0, WLAN, a and 1 more"
    networks.clear()
    guard.look()
    assert (text.text(), text.property("tone")) == ("No network is up", "good")


def test_where_nothing_can_be_seen_nothing_is_called_safe(survey, overseer, monkeypatch, qtbot):
    def fail():
        raise ImportError

    monkeypatch.setattr(network_guard, "interfaces_up", fail)
    text = overseer(survey()).page.network.text
    qtbot.waitUntil(lambda: text.text() == "Networks cannot be seen")
    assert text.property("tone") == "warn"


def test_sightings_on_record_are_counted_where_the_plan_allows_none(
    survey, overseer, home, networks, qtbot
):
    path = survey(small_plan(offline=True))
    act(path, home, lambda opened: note_network(opened, ["eth0"]))
    networks.append("eth0")
    held = overseer(path)
    text = held.page.network.text
    qtbot.waitUntil(lambda: text.text() == "Network up, keying waits: eth0 · 1 on record")


def test_a_file_that_cannot_be_read_says_so(survey, overseer, home, monkeypatch, qtbot):
    held = overseer(survey())

    def refuse(opened):
        raise ReadOnlyError(path=opened.path)

    monkeypatch.setattr(overview_view, "read_overview", refuse)
    held.page.activate()
    qtbot.waitUntil(lambda: bool(held.page.message.text.text()), timeout=10_000)
    assert held.page.message.isVisible()


def is_cut(text, window):
    room = text.contentsRect().width()
    is_short = not text.wordWrap() and text.fontMetrics().horizontalAdvance(text.text()) > room
    return is_short or not is_whole(text, window)


def labels(page):
    return [held for held in page.findChildren(QLabel) if held.isVisible() and held.text()]


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize(
    ("width", "height", "size", "theme"),
    [(1366, 768, 100, "light"), (1920, 1080, 150, "dark"), (1366, 768, 90, "contrast")],
)
def test_nothing_is_cut(survey, overseer, home, qtbot, width, height, size, theme, language):
    held = overseer(with_work(survey, home), "Z01")
    before, look = held.window.area, {"language": language, "theme": theme, "text_size": size}
    if (settings := replace(held.session.settings, **look)) != held.session.settings:
        held.session.choose(settings)
        qtbot.waitUntil(lambda: held.window.area not in (None, before))
    held.window.resize(width, height)
    held.show_overview()
    wait(held, qtbot)
    for part in ("glance", "channels", "batches", "pace"):
        held.panel(part)
        QTest.qWait(1)
        assert (held.window.width(), held.window.height()) == (width, height)
        assert [text.text() for text in labels(held.page) if is_cut(text, held.window)] == []
        assert not held.window.grab().isNull()
