"""The page Register: lines of papers out and back, their batches, and what is done to those."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.actions import sealing
from desktop.store import clerk_queries, paper_queries, queries
from desktop.store.survey_file import open_survey
from desktop.views import batch_acts
from tests.gui.office import PEOPLE, Office, click, enter, records, write
from tests.stations import Centre

EVERYBODY = PEOPLE | {"M01": ("supervisor", "checker")}
"""Importing is a clerk's or a checker's act: M01 is both."""


@pytest.fixture
def centre(tmp_path):
    """B001 agrees with its slip, of B002 a form is missing, nothing of B003 is keyed."""
    made = Centre(
        tmp_path / "centre", operators=EVERYBODY, batches={"B001": 1, "B002": 2, "B003": 3}
    )
    one, _ = made.stations
    one.key(1, operator="C01")
    one.key(1, batch="B002", operator="C01")
    made.merge(one, operator="Z01")
    return made


@pytest.fixture
def office(window, qtbot, centre):
    return Office(window(), qtbot, centre)


@pytest.fixture
def page(office):
    return office.page("register")


@pytest.fixture
def panel(page):
    return page.batches


def slips(office):
    return {slip.code: slip for slip in queries.slips(office.survey)}


def work(office):
    return {held.code: held for held in clerk_queries.batch_work(office.survey)}


def press(key, times=1):
    for _ in range(times):
        QTest.keyClick(QApplication.focusWidget(), key)  # type: ignore[arg-type]


def type_in(text):
    QTest.keyClicks(QApplication.focusWidget(), text)  # type: ignore[arg-type]


def select(panel, *codes):
    table = panel.list.table
    table.clearSelection()
    held = {row.key.code for row in panel.list.shown_rows()}
    assert set(codes) <= held
    panel._select(set(codes))


def choose(button, text):
    """Open a button's menu, and click the entry that says so."""
    menu = button.menu()
    menu.aboutToShow.emit()
    (action,) = (held for held in menu.actions() if held.text().startswith(text))
    action.trigger()


def channel_to(drop, choice):
    drop.setCurrentIndex(drop.findData(choice))


class TestBatches:
    def test_the_table_says_how_each_stands(self, panel, page):
        shown = [(row.texts[0], row.texts[2], row.texts[3], row.texts[5]) for row in rows(panel)]
        assert shown == [
            ("B001", "1", "1", "0 left"),
            ("B002", "2", "1", "1 left"),
            ("B003", "3", "0", "to be keyed"),
        ]
        assert page.head.state.text() == "3 batches of 6 forms; 0 handed out, 0 closed."

    def test_a_batch_is_registered_with_keys_alone(self, panel, office):
        panel.add_button.setFocus()
        enter(panel.add_button)
        assert panel.form.code.hasFocus()
        assert panel.form.code.text() == "B004"
        assert not panel.add_button.isEnabled()
        enter(panel.form.code)
        assert panel.form.channel.hasFocus()
        press(Qt.Key.Key_Down)
        press(Qt.Key.Key_Return)
        assert panel.form.forms.hasFocus()
        type_in("47")
        press(Qt.Key.Key_Return)
        assert panel.form.origin.hasFocus()
        press(Qt.Key.Key_Down)
        press(Qt.Key.Key_Return)
        office.settle()
        slip = slips(office)["B004"]
        assert (slip.channel, slip.count, slip.origin) == ("C2", 47, "A1")
        assert panel.form.isHidden()
        assert panel.add_button.isEnabled()
        assert panel.list.table.hasFocus()
        assert "B004" in office.message()

    def test_a_code_that_is_taken_keeps_what_was_typed(self, panel, office):
        click(panel.add_button)
        write(panel.form.code, "b001")
        panel.form.forms.setValue(33)
        click(panel.form.register_button)
        office.settle()
        assert "b001 is registered already" in office.message()
        assert (panel.form.code.text(), panel.form.forms.value()) == ("b001", 33)
        assert len(slips(office)) == 3

    def test_esc_puts_the_form_away(self, panel):
        click(panel.add_button)
        press(Qt.Key.Key_Escape)
        assert panel.form.isHidden()
        assert panel.list.table.hasFocus()

    def test_enter_corrects_a_slip_and_its_origin_is_kept(self, panel, office):
        click(panel.add_button)
        panel.form.origin.setCurrentIndex(2)
        click(panel.form.register_button)
        office.settle()
        select(panel, "B004")
        enter(panel.list.table)
        assert panel.form.channel.hasFocus()
        assert not panel.form.code.isEnabled()
        assert panel.form.origin.currentData() == "A2"
        panel.form.forms.setValue(48)
        click(panel.form.register_button)
        office.settle()
        slip = slips(office)["B004"]
        assert (slip.count, slip.origin) == (48, "A2")
        assert "单位" in {row.texts[0]: row for row in rows(panel)}["B004"].texts[1]

    def test_a_second_click_meanwhile_registers_once(self, panel, office):
        click(panel.add_button)
        before = records(office.centre.supervisor.path, office.centre.supervisor.home)
        click(panel.form.register_button)
        click(panel.form.register_button)
        office.settle()
        after = records(office.centre.supervisor.path, office.centre.supervisor.home)
        assert after == before + 1


def rows(panel):
    return panel.list.shown_rows()


class TestStations:
    def test_nothing_is_handed_out_until_a_station_is_chosen(self, panel, office):
        select(panel, "B001")
        panel.hand_button.setFocus()
        press(Qt.Key.Key_Up, 3)
        office.settle()
        assert work(office)["B001"].station is None

    def test_every_selected_batch_goes_and_stays_selected(self, panel, office):
        select(panel, "B001", "B003")
        choose(panel.hand_button, "S2")
        office.settle()
        held = work(office)
        assert held["B001"].station == held["B003"].station is not None
        assert held["B002"].station is None
        assert "B001 B003 to S2" in office.message()
        office.until(lambda: [one.code for one in panel.chosen] == ["B001", "B003"])

    def test_what_is_there_already_is_not_recorded_again(self, panel, office):
        select(panel, "B001")
        choose(panel.hand_button, "S1")
        office.settle()
        office.until(lambda: panel.chosen[0].station)
        before = records(office.centre.supervisor.path, office.centre.supervisor.home)
        choose(panel.hand_button, "S1")
        office.settle()
        assert "not there yet" in office.message()
        assert records(office.centre.supervisor.path, office.centre.supervisor.home) == before


class TestClosing:
    def test_what_agrees_is_closed_and_what_does_not_stays_asked_about(self, panel, office):
        select(panel, "B001", "B002", "B003")
        choose(panel.more_button, "Close")
        question = panel.acts.question
        assert question.title.text() == "Close B001 B002 B003"
        assert question.text.hasFocus()
        enter(question.text)
        office.settle()
        assert [code for code, held in work(office).items() if held.closed] == ["B001"]
        assert "closed B001" in office.message()
        assert "B002 B003" in office.message()
        assert question.isVisible()
        write(question.text, "lost")
        enter(question.text)
        office.settle()
        assert all(held.closed for held in work(office).values())
        assert question.isHidden()

    def test_it_is_done_to_what_was_selected_when_it_was_asked(self, panel, office):
        select(panel, "B001")
        choose(panel.more_button, "Close")
        select(panel, "B002")
        enter(panel.acts.question.text)
        office.settle()
        assert [code for code, held in work(office).items() if held.closed] == ["B001"]

    def test_a_closed_batch_is_opened_again_with_a_reason(self, panel, office):
        select(panel, "B001")
        choose(panel.more_button, "Close")
        enter(panel.acts.question.text)
        office.settle()
        office.until(lambda: panel.chosen[0].closed)
        choose(panel.more_button, "Open again")
        click(panel.acts.question.act_button)
        office.settle()
        assert "reason" in office.message()
        assert work(office)["B001"].closed
        write(panel.acts.question.text, "one more came")
        enter(panel.acts.question.text)
        office.settle()
        assert not work(office)["B001"].closed

    def test_esc_puts_the_question_away(self, panel, office):
        select(panel, "B001")
        choose(panel.more_button, "Close")
        press(Qt.Key.Key_Escape)
        assert panel.acts.question.isHidden()
        assert not work(office)["B001"].closed

    def test_nothing_to_do_is_said(self, panel, office):
        select(panel, "B001")
        choose(panel.more_button, "Open again")
        assert "closed" in office.message()
        assert panel.acts.question.isHidden()


HEADER = "form,void,A1.D1,A1.D2,A2.D1,A2.D2,A3.D1,A3.D2\n"


class TestFiles:
    @pytest.fixture
    def office(self, window, qtbot, centre):
        return Office(window(), qtbot, centre, "M01")

    @pytest.fixture
    def forms(self, panel, tmp_path, monkeypatch):
        path = tmp_path / "表.csv"
        monkeypatch.setattr(panel.acts, "_choose_forms", lambda *_: str(path))
        return path

    def test_forms_are_imported_into_the_batch_that_is_selected(self, panel, office, forms):
        forms.write_text(HEADER + "1,,1,1,1,1,1,1\n2,,2,2,2,2,2,2\n", encoding="utf-8")
        select(panel, "B003")
        choose(panel.more_button, "Import")
        office.settle()
        assert work(office)["B003"].keyed == 2
        assert "2 forms in B003" in office.message()

    def test_a_bad_line_keeps_all_off(self, panel, office, forms):
        forms.write_text(HEADER + "1,,1,1,1,1,1,1\n2,,9,2,2,2,2,2\n", encoding="utf-8")
        select(panel, "B003")
        choose(panel.more_button, "Import")
        office.settle()
        assert "表.csv" in office.message()
        assert work(office)["B003"].keyed == 0

    def test_an_import_that_is_stopped_leaves_nothing(self, panel, office, forms, monkeypatch):
        forms.write_text(HEADER + "1,,1,1,1,1,1,1\n", encoding="utf-8")
        whole = batch_acts.import_forms  # type: ignore[attr-defined]

        def stopped(survey, path, *, progress, **options):
            def stop(done):
                panel.acts.acting._job.cancel()
                progress(done)

            return whole(survey, path, progress=stop, **options)

        monkeypatch.setattr(batch_acts, "import_forms", stopped)
        select(panel, "B003")
        choose(panel.more_button, "Import")
        office.settle()
        assert "Stopped" in office.message()
        assert work(office)["B003"].keyed == 0

    def test_one_batch_is_meant(self, panel, office, forms):
        select(panel, "B001", "B003")
        choose(panel.more_button, "Import")
        assert office.message() == "Select one batch."

    def test_counts_are_taken_over_and_replaced(self, panel, office, tmp_path, monkeypatch):
        path = tmp_path / "汇总.csv"
        monkeypatch.setattr(panel.acts, "_choose_totals", lambda *_: str(path))
        question = panel.acts.question
        for votes, replaces in ((5, False), (6, False), (6, True)):
            path.write_text(f"agency,dimension,1,2,3\nA1,D1,{votes},1,1\n", encoding="utf-8")
            choose(panel.more_button, "Take over")
            channel_to(question.channel, "C2")
            question.replaces.setChecked(replaces)
            write(question.text, "survey team")
            enter(question.text)
            office.settle()
        (held,) = queries.totals(office.survey)
        assert (held.channel, held.source) == ("C2", "survey team")
        assert held.rows[0].counts.grades[0] == 6
        assert "汇总.csv" in office.message()

    def test_a_source_known_already_is_refused_and_stays_to_be_ticked(
        self, panel, office, tmp_path, monkeypatch
    ):
        path = tmp_path / "汇总.csv"
        path.write_text("agency,dimension,1,2,3\nA1,D1,5,1,1\n", encoding="utf-8")
        monkeypatch.setattr(panel.acts, "_choose_totals", lambda *_: str(path))
        for _ in range(2):
            choose(panel.more_button, "Take over")
            write(panel.acts.question.text, "team")
            enter(panel.acts.question.text)
            office.settle()
        assert panel.acts.question.isVisible()
        assert panel.acts.question.text.text() == "team"
        click(panel.acts.question.cancel_button)
        assert panel.acts.question.isHidden()


class TestRegister:
    def fill(self, page, way="issued", forms="120"):
        issues = page.issues
        issues.channel.setFocus()
        press(Qt.Key.Key_Return)
        channel_to(issues.way, way)
        press(Qt.Key.Key_Return)
        assert issues.forms.hasFocus()
        type_in(forms)
        press(Qt.Key.Key_Return)
        type_in("2006-05-08")
        press(Qt.Key.Key_Return)
        for text in ("office", "school", "", "first"):
            type_in(text)
            press(Qt.Key.Key_Return)

    def lines(self, office):
        return [
            (line.way, line.forms, line.on, line.giver, line.taker, line.note)
            for line in paper_queries.issues(office.survey)
        ]

    def test_a_line_is_entered_with_keys_alone(self, page, office):
        assert "Nothing is entered" in page.issues.hint.text()
        self.fill(page)
        office.settle()
        assert self.lines(office) == [("issued", 120, "2006-05-08", "office", "school", "first")]
        assert office.message() == "The line is on record."
        assert page.issues.channel.hasFocus()
        assert page.issues.giver.text() == ""
        office.until(lambda: page.issues.list.model.rowCount() == 1)
        assert "120" in page.issues.warnings.text()

    def test_a_date_that_is_none_is_refused_and_nothing_is_lost(self, page, office):
        self.fill(page)
        office.settle()
        write(page.issues.day, "2006-02-30")
        write(page.issues.giver, "a")
        write(page.issues.taker, "b")
        click(page.issues.enter_button)
        office.settle()
        assert "2006-02-30" in office.message()
        assert (page.issues.day.text(), page.issues.taker.text()) == ("2006-02-30", "b")
        assert len(self.lines(office)) == 1

    def test_enter_on_a_line_corrects_it_and_esc_gives_it_up(self, page, office):
        self.fill(page)
        office.settle()
        office.until(lambda: page.issues.list.model.rowCount() == 1)
        page.issues.list.table.setFocus()
        press(Qt.Key.Key_Return)
        assert page.issues.forms.hasFocus()
        assert page.issues.enter_button.text() == "Correct"
        assert page.issues.giver.text() == "office"
        press(Qt.Key.Key_Escape)
        assert page.issues.enter_button.text() == "Enter"
        assert page.issues.giver.text() == ""
        assert page.issues.list.table.hasFocus()
        press(Qt.Key.Key_Return)
        type_in("110")
        click(page.issues.enter_button)
        office.settle()
        assert [line[1] for line in self.lines(office)] == [110]

    def test_a_line_with_no_forms_is_taken_back(self, page, office):
        self.fill(page)
        office.settle()
        office.until(lambda: page.issues.list.model.rowCount() == 1)
        page.issues.list.table.setFocus()
        press(Qt.Key.Key_Return)
        type_in("0")
        click(page.issues.enter_button)
        office.settle()
        assert self.lines(office) == []

    def test_a_receipt_is_bundled_into_batches(self, page, office, panel):
        self.fill(page)
        office.settle()
        assert not page.issues.bundle_button.isEnabled()
        self.fill(page, way="returned", forms="100120")
        office.settle()
        office.until(lambda: page.issues.list.model.rowCount() == 2)
        page.issues.list.table.selectRow(1)
        click(page.issues.bundle_button)
        assert panel.form.forms.value() == 100120
        panel.form.forms.setValue(120)
        panel.form.bundle.setValue(50)
        click(panel.form.register_button)
        office.settle()
        held = slips(office)
        assert [held[code].count for code in ("B004", "B005", "B006")] == [50, 50, 20]
        assert "B004 to B006" in office.message()


def test_an_empty_register_says_what_to_do(window, qtbot, file, home):
    path = file(batches=())
    held = window()
    held.session.take(open_survey(path, home=home, write=True))
    office = Office.__new__(Office)
    office.window, office.qtbot = held, qtbot
    page = office.page("register")
    assert page.head.state.text().startswith("No batch yet")
    click(page.batches.add_button)
    assert page.batches.form.code.text() == "B001"


class EveryAct:
    """Each act of the page in turn; `told` is what was said to it."""

    def __init__(self, page, office, tmp_path, monkeypatch):
        self.page, self.office, self.panel = page, office, page.batches
        self.told = []
        forms, totals = tmp_path / "f.csv", tmp_path / "t.csv"
        forms.write_text(HEADER + "1,,1,1,1,1,1,1\n", encoding="utf-8")
        totals.write_text("agency,dimension,1,2,3\nA1,D1,5,1,1\n", encoding="utf-8")
        monkeypatch.setattr(self.panel.acts, "_choose_forms", lambda *_: str(forms))
        monkeypatch.setattr(self.panel.acts, "_choose_totals", lambda *_: str(totals))
        for act in (self.slips, self.stations, self.files, self.lines):
            act()

    def done(self):
        self.office.settle()
        self.told.append(self.office.message())
        self.page.message.tell(None)

    def answer(self, text):
        write(self.panel.acts.question.text, text)
        enter(self.panel.acts.question.text)
        self.done()
        assert self.panel.acts.question.text.text() == text  # nothing typed is lost

    def slips(self):
        click(self.panel.add_button)
        click(self.panel.form.register_button)
        self.done()
        assert self.panel.form.code.text() == "B004"
        select(self.panel, "B001")
        self.panel.correct()
        click(self.panel.form.register_button)
        self.done()

    def stations(self):
        choose(self.panel.hand_button, "S1")
        self.done()
        choose(self.panel.more_button, "Close")
        self.answer("x")

    def files(self):
        select(self.panel, "B003")
        choose(self.panel.more_button, "Import")
        self.done()
        choose(self.panel.more_button, "Take over")
        self.answer("team")

    def lines(self):
        for field in (self.page.issues.giver, self.page.issues.taker):
            write(field, "x")
        click(self.page.issues.enter_button)
        self.done()
        assert self.page.issues.taker.text() == "x"


def count(centre):
    return records(centre.supervisor.path, centre.supervisor.home)


def test_without_the_role_every_act_is_refused(window, qtbot, centre, tmp_path, monkeypatch):
    office = Office(window(), qtbot, centre, "J01")
    page, before = office.page("register"), count(centre)
    told = EveryAct(page, office, tmp_path, monkeypatch).told
    assert all("J01" in said for said in told), told
    assert count(centre) == before


def test_after_sealing_every_act_is_refused(window, qtbot, centre, tmp_path, monkeypatch):
    with centre.opened() as survey:
        waivers = [sealing.Waiver(p.place, "缺", "J01") for p in sealing.obstacles(survey)]
        sealing.seal(survey, waivers=waivers, second="J01", operator="Z01")
    office = Office(window(), qtbot, centre, "M01")
    page, before = office.page("register"), count(centre)
    told = EveryAct(page, office, tmp_path, monkeypatch).told
    assert all("sealed" in said for said in told), told
    assert count(centre) == before
