"""The page Assessment: rules chosen, entries typed with keys alone, moved, settled, sealed."""

from dataclasses import replace
from fractions import Fraction

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.actions.deductions import correct_deduction, enter_deduction, move_deduction
from desktop.actions.rule_sets import choose_rules, read_rules, rules_of, shipped_rules
from desktop.actions.year_sealing import seal_year
from desktop.assess.ledger import Entry, State
from desktop.assess.points import Facts
from desktop.store import ledger_queries
from desktop.store.ledgers import DEDUCTIONS
from tests.gui.office import PEOPLE, Office, click, records
from tests.stations import PIN, Centre

EVERYBODY = PEOPLE | {"Z02": ("supervisor",)}
RULES = shipped_rules("hundred-points")
ENTRY = Entry("A1", "4-4", Facts(), "2006-03-01", "监察局", document="督查〔2006〕3号", case="甲")
COUNTED = (State.VERIFIED, State.COUNTED)


@pytest.fixture
def bare(tmp_path):
    """Nothing of the year is chosen yet."""
    return Centre(tmp_path / "centre", operators=EVERYBODY, batches={"B001": 2})


@pytest.fixture
def centre(bare):
    with bare.opened() as survey:
        choose_rules(survey, RULES, operator="Z01")
    return bare


@pytest.fixture
def office(window, qtbot, centre):
    return Office(window(), qtbot, centre)


@pytest.fixture
def page(office):
    return office.page("assessment")


def entered(centre, *entries, states=()):
    with centre.opened() as survey:
        put(survey, entries, states)


def entered_meanwhile(office, *entries, states=()):
    """By another page of the same window."""
    with office.survey.twin(write=True) as pen:
        put(pen, entries, states)
    office.window.session.go_on()
    office.settle()


def put(survey, entries, states):
    for entry in entries:
        made = enter_deduction(survey, entry, on="2006-03-02", operator="Z01")
        for state in states:
            (line,) = ledger_queries.lines(survey, DEDUCTIONS, begins=made.id)
            move_deduction(survey, line, state, on="2006-03-03", operator="Z01")


def lines(office):
    return ledger_queries.lines(office.survey, DEDUCTIONS)


def press(key, times=1, modifier=Qt.KeyboardModifier.NoModifier):
    for _ in range(times):
        QTest.keyClick(QApplication.focusWidget(), key, modifier)  # type: ignore[arg-type]


def write(line, text):
    """In the place of what stood there; Chinese comes from an input method."""
    line.setFocus()
    line.selectAll()
    spell(text)


def spell(text):
    held = QApplication.focusWidget()
    if text.isascii():
        QTest.keyClicks(held, text)  # type: ignore[arg-type]
    else:
        event = QInputMethodEvent()
        event.setCommitString(text)
        assert held
        QApplication.sendEvent(held, event)


def type_in(*texts):
    """Each text into the field that has the focus, and Enter."""
    for text in texts:
        spell(text)
        press(Qt.Key.Key_Return)


def texts(table):
    return [row.texts for row in table.shown_rows()]


def show(page, office, part):
    page.show_part(part)
    office.settle()
    return page.parts[part]


def count(centre):
    return records(centre.supervisor.path, centre.supervisor.home)


class TestRules:
    @pytest.fixture
    def office(self, window, qtbot, bare):
        return Office(window(), qtbot, bare)

    def test_an_empty_year_says_what_comes_first_and_enter_does_it(self, page, office):
        assert "No rule set" in page.head.state.text()
        assert page.empty.use_button.hasFocus()
        press(Qt.Key.Key_Return)
        office.settle()
        assert rules_of(office.survey) == RULES
        assert page.stack.currentWidget() is page.parts["standing"]
        assert "freezes" in office.message()

    def test_the_rules_are_looked_at_first_and_an_edited_copy_is_chosen(
        self, page, office, tmp_path, monkeypatch
    ):
        path = tmp_path / "细则.json"
        click(page.empty.other_button)
        office.settle()
        panel = page.parts["rules"]
        assert len(panel.list.shown_rows()) == 28
        assert "Not chosen" in panel.state.text()
        monkeypatch.setattr(panel.acts, "_choose_copy", lambda *_: str(path))
        click(panel.copy_button)
        office.until(path.exists)
        assert read_rules(path) == RULES
        path.write_text(path.read_text("utf-8").replace('"points": "4"', '"points": "6"'), "utf-8")
        monkeypatch.setattr(panel.acts, "_choose_file", lambda *_: str(path))
        panel.choose_button.menu().actions()[-1].trigger()
        office.settle()
        assert rules_of(office.survey).rule("1-1a").points == 6
        assert "Chosen" in panel.state.text()

    def test_a_set_with_a_mistake_is_refused(self, page, office, tmp_path, monkeypatch):
        path = tmp_path / "细则.json"
        path.write_text("{}", "utf-8")
        panel = show(page, office, "rules")
        monkeypatch.setattr(panel.acts, "_choose_file", lambda *_: str(path))
        panel.choose_button.menu().actions()[-1].trigger()
        office.settle()
        assert "not sound" in office.message()

    def test_a_clerk_is_told_who_chooses(self, window, qtbot, centre):
        office = Office(window(), qtbot, centre, "C01")
        page = office.page("assessment")
        assert [page.tabs.tabText(at) for at in range(page.tabs.count())] == ["Enter", "Ledger"]


def test_what_is_entered_twice_is_to_be_decided(page, office):
    entered_meanwhile(office, ENTRY, replace(ENTRY, date="2006-03-04"), ENTRY)
    panel = show(page, office, "waiting")
    (row,) = [row for row in panel.list.shown_rows() if row.texts[0] == "entered twice"]
    twins = [line.id for line in lines(office) if line.value.date == ENTRY.date]
    assert sorted(row.key.lines) == sorted(twins)
    assert row.texts[1] == "单位1"


def test_points_and_bands_of_the_rules_can_be_read(page, office):
    panel = show(page, office, "rules")
    points = {row[2] for row in texts(panel.list)}
    assert {"at most -30", "-10～-20/件次", "-2/人次"} <= points
    assert "优秀: 90 and above; 良好: 80 to below 90; " in panel.bands.text()


def test_the_first_entry_freezes_the_rules(page, office, centre):
    entered_meanwhile(office, ENTRY)
    panel = show(page, office, "rules")
    assert "Frozen" in panel.state.text()
    assert not panel.choose_button.isEnabled()


class TestEntry:
    @pytest.fixture
    def panel(self, page, office):
        return show(page, office, "entry")

    def test_an_entry_is_typed_with_keys_alone_and_the_next_begins(self, panel, office):
        assert panel.form.unit.line.hasFocus()
        type_in("单位2", "4.4")
        assert panel.form.lines["count"].hasFocus()
        type_in("3")
        assert panel.points.text() == "-6"
        assert "单位2 stands at 100.00" in panel.told.text()
        type_in("2006-5-9")
        assert panel.form.office.hasFocus()
        press(Qt.Key.Key_Down)
        type_in("", "督查〔2006〕5号", "乙", "上班打牌")
        office.settle()
        (line,) = lines(office)
        entry = line.value
        assert (entry.unit, entry.rule, entry.facts.count) == ("A2", "4-4", 3)
        assert (entry.date, entry.office, entry.case) == ("2006-05-09", "人大工委", "乙")
        assert (entry.document, entry.text, entry.state) == (
            "督查〔2006〕5号",
            "上班打牌",
            "draft",
        )
        assert "Saved as a draft: 单位2" in office.message()
        assert panel.form.unit.line.hasFocus()
        assert panel.form.unit.line.text() == ""
        assert panel.form.lines["date"].text() == "2006-5-9"
        type_in("1", "4.5")
        press(Qt.Key.Key_Return, 2)
        assert panel.form.office.currentText() == "人大工委"
        office.until(panel.latest.shown_rows)
        assert texts(panel.latest) == [("单位2", "四.4", "-6", "draft")]

    @pytest.mark.parametrize(
        ("rule", "typed", "points"),
        [
            ("2-1", {"count": "2", "due": "10"}, "-6"),
            ("3-2c", {"rate": "12"}, "-4"),
            ("6-1", {"rate": "87.4", "source": "调查队"}, "-2"),
            ("5-1", {"amount": "12", "reason": "影响大", "approver": "书记"}, "-12"),
        ],
    )
    def test_a_rule_asks_for_what_it_needs_alone(self, panel, office, rule, typed, points):
        form = panel.form
        form.unit.show_code("A1")
        form.rule.show_code(rule)
        asked = form.fields.shown()
        always = {"date", "office", "document", "case", "text"}
        assert asked - always == set(typed) | ({"count"} if rule == "5-1" else set())
        for name, text in typed.items():
            write(form.lines[name], text)
        assert panel.points.text() == points
        press(Qt.Key.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)
        office.settle()
        (line,) = lines(office)
        assert line.value.rule == rule
        assert (line.value.source, line.value.reason) == (
            typed.get("source", ""),
            typed.get("reason", ""),
        )

    def test_nothing_is_saved_without_unit_or_rule_or_with_a_wrong_day(self, panel, office):
        click(panel.save_button)
        assert "No unit" in office.message()
        assert panel.form.unit.line.hasFocus()
        type_in("A1")
        click(panel.save_button)
        assert "No rule" in office.message()
        assert panel.form.rule.line.hasFocus()
        type_in("4.4")
        write(panel.form.lines["date"], "2006-02-30")
        click(panel.save_button)
        assert "2006-02-30" in office.message()
        assert panel.form.lines["date"].hasFocus()
        write(panel.form.lines["count"], "1.5")
        click(panel.save_button)
        assert "1.5" in office.message()
        assert lines(office) == []

    def test_what_the_act_refuses_keeps_what_was_typed(self, panel, office):
        panel.form.unit.show_code("A1")
        panel.form.rule.show_code("5-1")
        write(panel.form.lines["amount"], "12")
        click(panel.save_button)
        office.settle()
        assert "who approved it" in office.message()
        assert panel.form.lines["amount"].text() == "12"
        write(panel.form.lines["amount"], "9")
        assert panel.points.text() == "—"
        assert "10 to 20" in panel.told.text()

    def test_another_rule_on_the_case_is_warned_of(self, panel, page, office, centre):
        entered_meanwhile(office, ENTRY)
        panel.form.unit.show_code("A1")
        panel.form.rule.show_code("4-6")
        write(panel.form.lines["case"], "甲")
        assert panel.double.isVisible()
        assert "4-4" in panel.double.text()
        write(panel.form.lines["case"], "乙")
        assert not panel.double.isVisible()

    def test_a_file_is_named_with_its_hash_and_not_kept(self, panel, office, tmp_path, monkeypatch):
        path = tmp_path / "通报.pdf"
        path.write_bytes(b"abc")
        row = panel.form.attachments
        monkeypatch.setattr(row, "_choose", lambda *_: str(path))
        click(row.add_button)
        office.until(lambda: row.files)
        panel.form.unit.show_code("A1")
        panel.form.rule.show_code("4-4")
        click(panel.save_button)
        office.settle()
        (held,) = lines(office)[0].value.attachments
        assert held.name == "通报.pdf"
        assert held.sha256.startswith("ba7816bf")
        assert row.files == ()

    def test_a_draft_is_corrected_and_esc_gives_it_up(self, panel, page, office, centre):
        entered_meanwhile(office, ENTRY)
        panel.latest.table.setFocus()
        press(Qt.Key.Key_Return)
        assert "is corrected" in panel.title.text()
        press(Qt.Key.Key_Escape)
        assert panel.title.text() == "A new entry"
        panel.latest.table.setFocus()
        press(Qt.Key.Key_Return)
        assert panel.form.lines["text"].hasFocus()
        type_in("网上炒股")
        office.settle()
        (line,) = lines(office)
        assert (line.value.text, line.value.case) == ("网上炒股", "甲")
        assert "Corrected" in office.message()

    def test_a_second_press_meanwhile_saves_once(self, panel, office):
        panel.form.unit.show_code("A1")
        panel.form.rule.show_code("4-4")
        click(panel.save_button)
        click(panel.save_button)
        office.settle()
        assert len(lines(office)) == 1


class TestStanding:
    @pytest.fixture
    def centre(self, centre):
        entered(centre, ENTRY, replace(ENTRY, rule="1-1a", office="市委办公室"), states=COUNTED)
        entered(centre, replace(ENTRY, unit="A2", case="乙"))
        return centre

    def test_units_stand_by_rank_with_points_by_chapter(self, page):
        panel = page.parts["standing"]
        assert [row[0:2] for row in texts(panel.list)] == [
            ("1", "单位2"),
            ("1", "单位3"),
            ("3", "单位1"),
        ]
        last = texts(panel.list)[-1]
        assert last[3:] == ("-4", "", "", "-2", "", "", "94.00", "94.00", "优秀")
        assert panel.counts.text().startswith("优秀 3")

    def test_an_earlier_day_is_typed_and_today_comes_back(self, page, office):
        panel = page.parts["standing"]
        write(panel.day, "2006-03-02")
        press(Qt.Key.Key_Return)
        office.settle()
        assert {row[-2] for row in texts(panel.list)} == {"100.00"}
        click(panel.today_button)
        office.settle()
        assert texts(panel.list)[-1][-2] == "94.00"
        write(panel.day, "nonsense")
        press(Qt.Key.Key_Return)
        assert "nonsense" in office.message()

    def test_enter_opens_the_sheet_and_its_entries_lead_to_the_ledger(self, page, office):
        panel = page.parts["standing"]
        panel.list.select("A1")
        panel.list.table.setFocus()
        press(Qt.Key.Key_Return)
        sheet = page.parts["sheet"]
        assert page.stack.currentWidget() is sheet
        assert sheet.name.text() == "单位1"
        assert [row[3] for row in texts(sheet.counted)] == ["-4", "-2"]
        assert "score 94.00" in sheet.facts.text()
        sums = [row.texts for row in sheet.by_office.model.shown()]
        assert sums == [("市委办公室", "-4"), ("监察局", "-2")]
        sheet.counted.table.setFocus()
        press(Qt.Key.Key_Return)
        (line,) = page.parts["ledger"].chosen
        assert line.value.rule == "1-1a"

    def test_entries_that_do_not_count_stand_apart(self, page, office):
        page.show_unit("A2")
        sheet = page.parts["sheet"]
        assert texts(sheet.counted) == []
        assert [row[0] for row in texts(sheet.others)] == ["draft"]
        press(Qt.Key.Key_PageDown)
        assert sheet.name.text() == "单位3"

    def test_what_counts_only_later_says_from_when(self, page, office):
        page.show_unit("A1")
        page.show_day("2006-03-02")
        office.settle()
        sheet = page.parts["sheet"]
        assert [row[0] for row in texts(sheet.others)] == ["counts from 03-03"] * 2

    def test_the_row_under_the_cursor_is_told_in_full(self, page, office):
        page.show_unit("A1")
        sheet = page.parts["sheet"]
        sheet.counted.table.setFocus()
        rule = RULES.rule("1-1a")
        assert sheet.detail.rule.text() == f"{rule.section}  {rule.text}  (1 × 4 points (by 件次))"
        press(Qt.Key.Key_Down)
        assert RULES.rule("4-4").text in sheet.detail.rule.text()
        page.show_unit("A2")
        assert "draft 2006-03-02" in sheet.detail.text.text()

    def test_what_is_to_be_decided_leads_to_the_entries(self, page, office):
        click(page.parts["standing"].waiting_button)
        panel = page.parts["waiting"]
        assert [row[0] for row in texts(panel.list)] == ["two rules, one case", "not decided"]
        panel.list.table.setFocus()
        press(Qt.Key.Key_Return)
        held = {line.value.rule for line in page.parts["ledger"].chosen}
        assert held == {"4-4", "1-1a"}

    def test_below_nothing_the_unfloored_sum_is_shown(self, page, office, centre):
        grave = replace(ENTRY, rule="5-4", office="公安局", facts=Facts(count=12))
        entered_meanwhile(office, grave, states=COUNTED)
        assert texts(page.parts["standing"].list)[-1][-3:] == ("-26.00", "0.00", "不合格")
        page.show_unit("A1")
        assert "-26.00" in page.parts["sheet"].floor.text()


class TestLedger:
    @pytest.fixture
    def centre(self, centre):
        second = replace(ENTRY, unit="A2", rule="4-2", office="办公室")
        entered(centre, ENTRY, second, replace(ENTRY, unit="A3"))
        return centre

    @pytest.fixture
    def panel(self, page, office):
        return show(page, office, "ledger")

    def test_many_are_moved_at_once_and_those_that_cannot_stay(self, panel, office):
        panel.list.table.selectAll()
        write(panel.day, "2006-04-01")
        click(panel.moves[State.VERIFIED])
        office.settle()
        assert {line.value.state for line in lines(office)} == {State.VERIFIED}
        office.until(lambda: len(panel.chosen) == 3)
        click(panel.moves[State.COUNTED])
        office.settle()
        held = {line.value.unit: line.value for line in lines(office)}
        assert [held[unit].state for unit in ("A1", "A2", "A3")] == [
            State.COUNTED,
            State.VERIFIED,
            State.COUNTED,
        ]
        assert held["A1"].states[State.COUNTED] == "2006-04-01"
        assert "2 entries now: counted. 1 stayed" in office.message()
        assert "circular" in office.message()

    def test_withdrawing_is_asked_once_and_esc_does_nothing(self, panel, office):
        panel.list.table.selectRow(0)
        click(panel.moves[State.WITHDRAWN])
        question = panel.acts.question
        assert question.cancel_button.hasFocus()
        press(Qt.Key.Key_Escape)
        assert question.isHidden()
        click(panel.moves[State.WITHDRAWN])
        click(question.act_button)
        office.settle()
        assert sum(line.value.state is State.WITHDRAWN for line in lines(office)) == 1

    def test_a_choice_of_states_leaves_some(self, panel, office, page, centre):
        (first, *_) = lines(office)
        panel.show_entries((first.id,))
        click(panel.moves[State.VERIFIED])
        office.settle()
        panel.state.setCurrentIndex(panel.state.findData(State.VERIFIED))
        assert [row[0] for row in texts(panel.list)] == ["verified"]
        panel.state.setCurrentIndex(panel.state.findData("waits"))
        assert len(texts(panel.list)) == 3

    def test_enter_corrects_and_what_counts_is_refused(self, panel, page, office):
        panel.list.table.setFocus()
        panel.list.table.selectRow(0)
        unit = panel.chosen[0].value.unit
        press(Qt.Key.Key_Return)
        form = page.parts["entry"].form
        assert page.stack.currentWidget() is page.parts["entry"]
        assert form.unit.chosen.code == unit
        assert form.lines["text"].hasFocus()

    def test_nothing_selected_is_said(self, panel, office):
        panel.list.table.clearSelection()
        click(panel.moves[State.VERIFIED])
        assert "Select" in office.message()

    def test_the_ledger_goes_out_and_comes_in_again(self, panel, office, tmp_path, monkeypatch):
        path = tmp_path / "台账.xlsx"
        monkeypatch.setattr(panel.acts, "_choose_book", lambda *_: str(path))
        monkeypatch.setattr(panel.acts, "_choose_table", lambda *_: str(path))
        export = panel.acts._menu.actions()[-1]
        export.trigger()
        office.settle()
        assert path.exists()
        assert "Saved" in office.message()
        panel.acts._menu.actions()[1].trigger()
        office.settle()
        assert "台账.xlsx" in office.message()  # all of it stands there already
        assert len(lines(office)) == 3

    def test_entries_of_a_table_come_in_as_drafts(self, panel, office, tmp_path, monkeypatch):
        path = tmp_path / "表.csv"
        text = "单位,细则,数量,日期,依据提供单位,案件\nA3,4-5,2,2006-06-01,监察局,丙\n"
        path.write_text(text, "utf-8")
        monkeypatch.setattr(panel.acts, "_choose_table", lambda *_: str(path))
        panel.acts._menu.actions()[1].trigger()
        office.settle()
        assert "1 entry imported" in office.message()
        assert any(line.value.rule == "4-5" for line in lines(office))


def test_the_surveys_rates_become_drafts_and_say_that_it_is_open(window, qtbot, rated):
    office = Office(window(), qtbot, rated)
    page = office.page("assessment")
    panel = show(page, office, "ledger")
    link = panel.acts._menu.actions()[0]
    assert "still open" in link.text()
    link.trigger()
    office.settle()
    assert {line.value.rule for line in lines(office)} == {"6-1"}
    assert all(line.value.facts.rate == Fraction(0) for line in lines(office))
    assert "still open" in office.message()


def test_a_disputed_entry_is_settled_with_both_versions_in_sight(window, qtbot, centre):
    station = centre.stations[0]
    entered(centre, ENTRY)
    centre.tell(station)
    for opened, text in ((centre.opened, "甲说"), (station.open, "乙说")):
        with opened() as survey:
            (line,) = ledger_queries.lines(survey, DEDUCTIONS)
            correct_deduction(survey, line, replace(ENTRY, text=text), operator="Z01")
    centre.merge(station, operator="Z01")
    office = Office(window(), qtbot, centre)
    page = office.page("assessment")
    (line,) = lines(office)
    assert line.is_disputed
    page.show_entries((line.id,))
    press(Qt.Key.Key_Return)
    panel = page.parts["entry"]
    assert panel.dispute.isVisible()
    assert panel.dispute.buttons[0].hasFocus()
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return)
    chosen = panel.form.lines["text"].text()
    assert chosen == line.others[0].text
    press(Qt.Key.Key_Return)
    office.settle()
    (after,) = lines(office)
    assert not after.is_disputed
    assert after.value.text == chosen
    assert after.value.states == line.value.states
    assert panel.dispute.isHidden()


class TestSeal:
    @pytest.fixture
    def centre(self, centre):
        entered(centre, ENTRY)
        return centre

    def test_obstacles_lead_to_the_entry_then_two_people_seal_and_unseal(self, page, office):
        panel = show(page, office, "seal")
        assert "1 thing" in panel.state.text()
        click(panel.seal_button)
        assert "Settle" in office.message()
        assert panel.list.table.hasFocus()
        press(Qt.Key.Key_Return)
        ledger = page.parts["ledger"]
        assert len(ledger.chosen) == 1
        write(ledger.day, "2006-04-01")
        for state in COUNTED:
            click(ledger.moves[state])
            office.settle()
        panel = show(page, office, "seal")
        for day, said in (("2006-03-31", "1 thing"), ("2006-12-31", "Nothing stands")):
            write(panel.day, day)
            press(Qt.Key.Key_Return)
            office.settle()
            assert said in panel.state.text()
        click(panel.seal_button)
        self.sign(panel, "Z02")
        office.settle()
        assert ledger_queries.year_edition(office.survey).sealed
        assert "edition 1" in page.head.state.text()
        assert panel.seal_button.isHidden()
        click(panel.unseal_button)
        write(panel.signing.reason, "漏计一件")
        self.sign(panel, "Z02")
        office.settle()
        assert not ledger_queries.year_edition(office.survey).sealed
        assert "edition 2" in office.message()

    def test_what_stands_against_it_is_summed_and_told_by_unit(self, page, office):
        later = (replace(ENTRY, unit=unit, case=unit) for unit in ("A3", "A2"))
        entered_meanwhile(office, *later, states=COUNTED)
        panel = show(page, office, "seal")
        lit = panel.seal_button
        write(panel.day, "2006-03-02")
        press(Qt.Key.Key_Return)
        office.settle()
        assert panel.state.text() == (
            "3 things stand against the year's seal. Not decided: 1."
            " Changing after 2006-03-02: 2; choose a later day."
        )
        assert [row[0] for row in texts(panel.list)] == ["单位1", "单位2", "单位3"]
        assert all(row[2].startswith("四.4  ") for row in texts(panel.list))
        assert lit.property("primary") is False
        (line,) = [line for line in lines(office) if line.value.unit == "A1"]
        with office.survey.twin(write=True) as pen:
            move_deduction(pen, line, State.WITHDRAWN, on="2006-03-02", operator="Z01")
        office.window.session.go_on()
        office.settle()
        write(panel.day, "2006-12-31")
        press(Qt.Key.Key_Return)
        office.settle()
        assert lit.property("primary") is True

    def sign(self, panel, who):
        second = panel.signing.second
        second.person.setCurrentIndex(second.person.findData(who))
        write(second.pin, PIN)
        press(Qt.Key.Key_Return)

    def test_a_wrong_pin_seals_nothing(self, page, office):
        (line,) = lines(office)
        page.show_entries((line.id,))
        write(page.parts["ledger"].day, "2006-04-01")
        for state in COUNTED:
            click(page.parts["ledger"].moves[state])
            office.settle()
        panel = show(page, office, "seal")
        write(panel.day, "2006-12-31")
        press(Qt.Key.Key_Return)
        office.settle()
        click(panel.seal_button)
        panel.signing.second.person.setCurrentIndex(1)
        write(panel.signing.second.pin, "0000")
        press(Qt.Key.Key_Return)
        office.settle()
        assert panel.signing.isVisible()
        assert not ledger_queries.year_edition(office.survey).sealed


class EveryAct:
    """Each act of the page in turn; `told` is what was said to it."""

    def __init__(
        self, page, office, tmp_path, monkeypatch, states=(State.VERIFIED, State.WITHDRAWN)
    ):
        self.page, self.office, self.states = page, office, states
        self.told = []
        path = tmp_path / "表.csv"
        text = "单位,细则,数量,日期,依据提供单位,案件\nA3,4-5,2,2006-06-01,监察局,丙\n"
        path.write_text(text, "utf-8")
        self.enter()
        ledger = show(page, office, "ledger")
        monkeypatch.setattr(ledger.acts, "_choose_table", lambda *_: str(path))
        self.move(ledger)
        for action in ledger.acts._menu.actions()[:2]:
            action.trigger()
            self.done()

    def done(self):
        self.office.settle()
        self.told.append(self.office.message())
        self.page.message.tell(None)

    def enter(self):
        panel = show(self.page, self.office, "entry")
        panel.form.unit.show_code("A1")
        panel.form.rule.show_code("4-4")
        click(panel.save_button)
        self.done()
        assert panel.form.rule.chosen.code == "4-4"  # nothing typed is lost

    def move(self, ledger):
        for state in self.states:
            ledger.list.table.selectRow(0)
            click(ledger.moves[state])
            if ledger.acts.question.isVisible():
                click(ledger.acts.question.act_button)
            self.done()


@pytest.fixture
def rated(centre):
    """Units whose rates would make drafts."""
    centre.stations[0].key(1, 2, marks="333333", operator="C01")
    centre.merge(centre.stations[0], operator="Z01")
    return centre


def test_without_the_role_every_act_is_refused(window, qtbot, rated, tmp_path, monkeypatch):
    centre = rated
    entered(centre, ENTRY)
    office = Office(window(), qtbot, centre, "J01")
    page, before = office.page("assessment"), count(centre)
    told = EveryAct(page, office, tmp_path, monkeypatch).told
    assert all("J01" in said for said in told), told
    assert count(centre) == before


def test_after_the_years_seal_every_act_is_refused(window, qtbot, rated, tmp_path, monkeypatch):
    centre = rated
    entered(centre, ENTRY, states=(State.VERIFIED, State.COUNTED))
    with centre.opened() as survey:
        seal_year(survey, "2006-12-31", second="Z02", operator="Z01")
    office = Office(window(), qtbot, centre)
    page, before = office.page("assessment"), count(centre)
    told = EveryAct(page, office, tmp_path, monkeypatch, (State.WITHDRAWN,)).told
    assert all("sealed" in said for said in told), told
    assert count(centre) == before


def test_a_clerk_types_and_is_refused_what_a_supervisor_decides(window, qtbot, centre):
    office = Office(window(), qtbot, centre, "C01")
    page = office.page("assessment")
    panel = page.parts["entry"]
    panel.form.unit.show_code("A1")
    panel.form.rule.show_code("4-4")
    click(panel.save_button)
    office.settle()
    assert len(lines(office)) == 1
    ledger = show(page, office, "ledger")
    ledger.list.table.selectRow(0)
    click(ledger.moves[State.VERIFIED])
    office.settle()
    assert "C01" in office.message()
    assert lines(office)[0].value.state is State.DRAFT


def test_selection_and_filter_stay_when_something_is_recorded(page, office, centre):
    entered_meanwhile(office, ENTRY, replace(ENTRY, unit="A2"))
    panel = show(page, office, "ledger")
    flag = QItemSelectionModel.SelectionFlag
    for at in (0, 1):
        index = panel.list.model.index(at, 0)
        panel.list.table.selectionModel().select(index, flag.Select | flag.Rows)
    entered_meanwhile(office, replace(ENTRY, unit="A3"))
    assert {line.value.unit for line in panel.chosen} == {"A1", "A2"}
    assert len(panel.list.shown_rows()) == 3
