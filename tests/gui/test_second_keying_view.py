"""The page Second keying: others' papers and one's own come back, blind at every step."""

import pytest
from PySide6.QtCore import QAbstractListModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QLabel, QLineEdit, QPushButton, QWidget

from desktop.actions.closing import close_batch
from desktop.actions.keying import key_form
from desktop.actions.rulings import rule_form
from desktop.actions.second_keying import key_second
from desktop.models.due_list_model import DueRole
from desktop.models.form_table_model import FormRole
from desktop.store import form_queries, kinds
from desktop.tally.form import Form
from desktop.tally.keyings import RULING_QUEUE, UNKEYED, FormStage
from desktop.views.second_keying_view import SecondKeyingView
from tests.gui.clerk import Clerk, focused
from tests.gui.conftest import PIN, drop, survey_at
from tests.plans import small_plan
from tests.stations import record_count

K = Qt.Key
PEOPLE = {
    "C01": ("clerk",), "C02": ("clerk",), "C03": ("checker",),
    "S01": ("supervisor",), "W01": ("scrutineer",),
}  # fmt: skip
FIRST = ("33323332", "11111111", "22222222")
"""What C01, C01 and C02 keyed first of B001."""


class SecondClerk(Clerk):
    """Somebody at the page Second keying."""

    @property
    def area(self):
        assert self.window.area
        return self.window.area

    @property
    def page(self) -> SecondKeyingView:  # type: ignore[override]
        assert self.window.area
        page = self.window.area.stack.currentWidget()
        assert isinstance(page, SecondKeyingView)
        return page

    def sign_in(self, code):
        self.window.sign_in.code.setFocus()
        self.window.sign_in.code.selectAll()
        self.type(code)
        self.press(K.Key_Return)
        self.type(PIN)
        self.press(K.Key_Return)
        if "second" in self.area.rail.buttons:
            self.area.show_page("second")

    def change_to(self, code):
        self.click(self.area.top.sign_out_button)
        self.sign_in(code)

    @property
    def due(self):
        return rows(self.page.chooser.due)

    @property
    def again(self):
        return rows(self.page.chooser.again)

    @property
    def papers(self):
        """The list beside the form: name to state."""
        model = self.page.papers.papers
        indexes = [model.index(row) for row in range(model.rowCount())]
        return {index.data(): index.data(DueRole.STATE) for index in indexes}

    def stage(self, number, batch="B001"):
        return form_queries.open_form(self.survey, batch, number).stage

    def key(self, keys, number=""):
        self.open(number)
        self.type(keys)
        self.finish()


def rows(held):
    model = held.model
    return [
        tuple(model.index(row, column).data() for column in range(model.columnCount()))
        for row in range(model.rowCount())
    ]


def plan():
    reasons = [{"code": "R1", "name": "空白"}]
    return small_plan(4, 2, second_keying={"percent": 100}, void_reasons=reasons)


@pytest.fixture
def clerk(window, file, home):
    """B001 keyed by C01, C01 and C02, closed, every number drawn; nobody is signed in."""
    path = file(plan(), operators=PEOPLE)
    with survey_at(path, home) as survey:
        for number, marks in enumerate(FIRST, 1):
            who = "C02" if number == 3 else "C01"
            key_form(survey, Form("B001", number, marks), operator=who)
        close_batch(survey, "B001", operator="S01")
    clerk = SecondClerk(window())
    clerk.session.take(survey_at(path, home))
    return clerk


def seen(area):
    """Every text of every widget, shown or not, and all that its models tell."""
    texts = set()
    for widget in area.findChildren(QWidget):
        texts |= {widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()}
        if isinstance(widget, QLabel | QLineEdit | QPushButton):
            texts.add(widget.text())
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            texts |= told(widget.model())
    return texts


def told(model):
    roles = [*Qt.ItemDataRole, *range(Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 8)]
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    found = {
        str(model.index(row, column).data(role))
        for row in range(model.rowCount())
        for column in range(columns)
        for role in roles
    }
    return found - {"None"}


def marks_shown(clerk):
    model = clerk.panel.grid.form_model
    return "".join(
        model.data(model.cell_index(cell), FormRole.MARK) for cell in range(clerk.form.size)
    )


def test_both_lists_say_what_waits_for_this_person(clerk):
    clerk.sign_in("C02")
    assert clerk.due == [("B001", "001 002", "2")]
    assert clerk.page.chooser.due.count.text() == "2"
    assert clerk.again == []
    assert focused() is clerk.page.chooser.code
    clerk.change_to("C01")
    assert clerk.due == [("B001", "003", "1")]


def test_a_batch_keyed_first_by_oneself_alone_is_not_offered(clerk):
    clerk.sign_in("C01")
    clerk.take_batch("B001")
    clerk.key("8888")
    clerk.press(K.Key_Escape)
    assert clerk.due == []
    assert clerk.page.chooser.due.empty.isVisible()
    assert not clerk.page.chooser.due.table.isVisible()


def test_an_equal_second_keying_settles_the_form(clerk):
    clerk.sign_in("C02")
    clerk.press(K.Key_Return, K.Key_Return)
    clerk.listen()
    assert clerk.panel.number.text() == "B001-001"
    clerk.key("33323332")
    assert clerk.stage(1) is FormStage.AGREED
    assert clerk.papers == {"001": "done", "002": "due"}
    assert clerk.panel.number.text() == "B001-002"
    record = list(clerk.survey.records_of(kinds.FORM))[-1]
    assert (record.data["pass"], record.header.operator) == (2, "C02")
    assert clerk.survey.tip.seq == record.header.seq


def test_after_saving_nothing_says_whether_the_keyings_agree(clerk):
    clerk.sign_in("C02")
    clerk.take_batch("B001")
    after = []
    for number, keys in ((1, "33323332"), (2, "11112222")):
        clerk.key(keys)
        name = f"B001-{number:03d}"
        after.append((clerk.message.replace(name, "?").split(".")[0], clerk.papers[name[-3:]]))
    assert [clerk.stage(1), clerk.stage(2)] == [FormStage.AGREED, FormStage.DIFFERING]
    assert after == [("? is saved", "done")] * 2
    assert clerk.sounds.count("saved") == 2
    assert "Esc" in clerk.message
    clerk.press(K.Key_Escape)
    assert (clerk.due, clerk.again) == ([], [])
    clerk.take_batch("B001")
    assert clerk.papers == {"001": "done", "002": "done"}


def test_nothing_of_the_first_keying_is_anywhere_while_a_paper_is_keyed_again(clerk):
    clerk.sign_in("C02")
    clerk.take_batch("B001")
    clerk.open()
    clerk.type("11")
    assert marks_shown(clerk) == "11" + UNKEYED * 6
    texts = seen(clerk.area)
    assert "3" not in texts
    assert not any("不满意" in text for text in texts)
    assert not any("C01" in text for text in texts)


def test_what_differs_comes_back_blind_with_these_cells_alone(clerk):
    clerk.sign_in("C02")
    clerk.take_batch("B001")
    clerk.key("33323332", "1")
    clerk.key("13111131", "2")
    clerk.change_to("C01")
    assert clerk.again == [("B001-002", "2")]
    clerk.page.chooser.again.table.setFocus()
    clerk.press(K.Key_Return)
    assert clerk.marks == "1·1111·1"
    assert (clerk.form.cursor, clerk.papers) == (1, {"B001-002": "open"})
    assert marks_shown(clerk) == "1 1111 1"
    texts = seen(clerk.area)
    assert "3" not in texts
    assert not any("C02" in text or "不满意" in text for text in texts)


def test_cells_that_agree_refuse_every_key(clerk):
    clerk.sign_in("C02")
    clerk.take_batch("B001")
    clerk.key("12111131", "2")
    clerk.change_to("C01")
    clerk.page.open_again("B001-002")
    clerk.listen()
    clerk.press(K.Key_Left)
    clerk.type("3")
    assert (clerk.marks, clerk.number, clerk.sounds[-1]) == ("1·1111·1", "W18", "low")


def test_keyed_again_alike_the_form_is_settled(clerk):
    clerk.sign_in("C02")
    clerk.take_batch("B001")
    clerk.key("12111131", "2")
    clerk.change_to("C01")
    clerk.page.open_again("B001-002")
    clerk.type("23")
    clerk.finish()
    assert clerk.stage(2) is FormStage.AGREED
    assert clerk.message.startswith("B001-002 is saved.")
    assert clerk.papers == {"B001-002": "done"}


def test_keyed_again_differently_it_goes_to_the_ruling_queue(clerk):
    clerk.sign_in("C02")
    clerk.take_batch("B001")
    clerk.key("12111131", "2")
    clerk.change_to("C01")
    clerk.page.open_again("B001-002")
    clerk.type("21")
    clerk.finish()
    assert clerk.stage(2) is FormStage.DISPUTED
    assert clerk.stage(2) in RULING_QUEUE
    clerk.press(K.Key_Escape)
    assert clerk.again == []


def test_where_one_keying_is_void_the_whole_form_comes_back(clerk):
    clerk.sign_in("C02")
    clerk.take_batch("B001")
    clerk.key("v1", "2")
    clerk.change_to("C01")
    assert clerk.again == [("B001-002", "all")]
    clerk.page.open_again("B001-002")
    assert clerk.marks == "·" * 8
    assert not any("空白" in text for text in seen(clerk.area))


def test_a_form_keyed_first_by_oneself_is_refused_before_anything_is_keyed(clerk):
    clerk.sign_in("C01")
    clerk.take_batch("B001")
    before = record_count(clerk.survey)
    assert clerk.panel.number.text() == "B001-003"
    clerk.open("1")
    assert (clerk.number, clerk.desk.form, clerk.sounds) == ("F31", None, ["warn"])
    assert clerk.papers == {"003": "due"}
    assert record_count(clerk.survey) == before


def test_a_form_keyed_a_second_time_is_not_keyed_a_third(clerk):
    clerk.sign_in("C02")
    clerk.take_batch("B001")
    clerk.key("33323332", "1")
    clerk.open("1")
    assert clerk.number == "W33"
    clerk.press(K.Key_Return)
    assert (clerk.number, clerk.desk.form) == ("F32", None)


def test_what_was_not_drawn_is_asked_for_twice(clerk):
    key_form(clerk.survey, Form("B002", 1, "11111111"), operator="C01")
    clerk.sign_in("C02")
    assert clerk.due == [("B001", "001 002", "2")]
    clerk.take_batch("B002")
    clerk.open("1")
    assert (clerk.number, clerk.desk.form) == ("W33", None)
    clerk.press(K.Key_Return)
    clerk.type("7777")
    clerk.finish()
    assert clerk.stage(1, "B002") is FormStage.AGREED
    assert clerk.papers == {"001": "done"}


@pytest.mark.parametrize(("code", "number"), [("X99", "F21"), ("B-1", "F23")])
def test_a_batch_that_is_not_there_is_refused(clerk, code, number):
    clerk.sign_in("C02")
    clerk.page.chooser.code.setText(code)
    clerk.press(K.Key_Return)
    assert clerk.page.chooser.message.number.text() == number
    assert clerk.page.desk is None
    assert focused() is clerk.page.chooser.code


def test_who_keys_no_forms_does_not_see_the_page(clerk):
    clerk.sign_in("W01")
    assert "second" not in clerk.area.rail.buttons
    clerk.change_to("C02")
    assert "second" in clerk.area.rail.buttons


def test_nothing_due_leads_to_the_keying_page(clerk):
    clerk.sign_in("C03")
    clerk.take_batch("B001")
    for _ in range(3):
        clerk.key("v1")
    clerk.press(K.Key_Escape)
    clerk.page.chooser.keying_button.setFocus()
    clerk.press(K.Key_Return)
    assert clerk.area.page == "keying"


def test_after_a_crash_the_form_is_there_again(clerk, window, home, qtbot):
    clerk.sign_in("C02")
    path = clerk.survey.path
    clerk.take_batch("B001")
    clerk.open("2")
    clerk.type("123")
    journal = home.journal(clerk.survey.id, "second-C02").path
    qtbot.waitUntil(journal.exists, timeout=2000)
    drop(clerk.window)
    clerk.window = window()
    clerk.session.take(survey_at(path, home))
    clerk.sign_in("C02")
    assert (clerk.form.number, clerk.marks, clerk.number) == (2, "123·····", "W34")
    clerk.type("19")
    assert clerk.marks == "123133··"
    clerk.type("11")
    clerk.finish()
    clerk.session.journals.drain()
    assert not journal.exists()


def test_a_form_that_was_left_comes_before_another(clerk):
    clerk.sign_in("C02")
    clerk.take_batch("B001")
    clerk.open("2")
    clerk.type("12")
    clerk.press(K.Key_Escape, K.Key_Escape)
    assert focused() is clerk.page.chooser.code
    clerk.take_batch("B002")
    assert (clerk.form.batch, clerk.form.number, clerk.marks) == ("B001", 2, "12······")
    assert clerk.number == "W35"


def test_ones_own_form_come_back_is_resumed_with_its_open_cells(clerk):
    key_second(clerk.survey, Form("B001", 2, "12111131"), operator="C02")
    clerk.sign_in("C01")
    clerk.page.open_again("B001-002")
    clerk.type("2")
    clerk.change_to("C02")
    assert clerk.page.desk is None
    clerk.change_to("C01")
    assert clerk.marks == "121111·1"
    assert (clerk.form.cursor, clerk.form.cells) == (6, (1, 6))


def test_a_left_form_that_is_on_record_by_now_is_dropped(clerk, home):
    clerk.sign_in("C02")
    clerk.take_batch("B001")
    clerk.open("2")
    clerk.type("12")
    clerk.press(K.Key_Escape, K.Key_Escape)
    key_second(clerk.survey, Form("B001", 2, "11111111"), operator="C03")
    clerk.take_batch("B001")
    assert clerk.desk.form is None
    clerk.session.journals.drain()
    assert not home.journal(clerk.survey.id, "second-C02").path.exists()


def test_a_left_form_that_was_ruled_on_is_put_away_with_its_reason(clerk):
    clerk.sign_in("C02")
    clerk.take_batch("B001")
    clerk.open("2")
    clerk.type("12")
    clerk.press(K.Key_Escape, K.Key_Escape)
    ruled = Form("B001", 2, "11111111")
    rule_form(clerk.survey, "B001", 2, [ruled], reason="纸表", second="W01", operator="S01")
    clerk.type("B001")
    clerk.press(K.Key_Return)
    assert clerk.page.chooser.message.number.text() == "F15"
    assert clerk.page.desk is None
    clerk.take_batch("B001")
    assert clerk.panel.number.text() == "B001-001"


def test_a_number_of_the_list_is_opened_with_the_mouse(clerk):
    clerk.sign_in("C02")
    clerk.take_batch("B001")
    clerk.page.papers.list.clicked.emit(clerk.page.papers.papers.index(1))
    assert clerk.form.number == 2
    clerk.type("3")
    assert clerk.marks == "3·······"
    clerk.click(clerk.page.papers.other_button)
    assert clerk.page.desk is None


def test_the_keys_of_the_strip_have_no_batch_to_close(clerk):
    clerk.sign_in("C02")
    assert clerk.page.strip.currentWidget() is None
    clerk.take_batch("B001")
    texts = {held.text() for held in clerk.page.strip.findChildren(QLabel)}
    assert {"Enter", "Esc", "other papers"} <= texts
    assert "F10" not in texts


def test_without_operators_the_station_that_keyed_first_is_refused(window, file, home):
    path = file(plan())
    with survey_at(path, home) as survey:
        for number, marks in enumerate(FIRST, 1):
            key_form(survey, Form("B001", number, marks))
        close_batch(survey, "B001")
    clerk = SecondClerk(window())
    clerk.session.take(survey_at(path, home))
    clerk.area.show_page("second")
    assert clerk.due == []
    clerk.take_batch("B001")
    assert clerk.panel.number.text() == ""
    clerk.open("2")
    assert clerk.number == "F31"
