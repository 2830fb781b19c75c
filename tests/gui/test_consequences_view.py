"""The page Consequences: confirmed with a document, done, last year's bands, void results."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.actions.consequences import Cut, annul_results, confirm_consequence, import_bands
from desktop.actions.deductions import enter_deduction, move_deduction
from desktop.actions.rule_sets import choose_rules, shipped_rules
from desktop.actions.year_sealing import seal_year
from desktop.assess.ledger import Entry, State
from desktop.assess.points import Facts
from desktop.assess.year import Confirmation, LastBands
from desktop.models.consequence_rows import DONE
from desktop.store.ledger_queries import lines, setting
from desktop.store.ledgers import ANNULMENTS, BANDS, CONFIRMATIONS, DEDUCTIONS
from desktop.views.consequences_view import ConsequencesView
from tests.gui.clerk import focused
from tests.gui.office import PEOPLE, Office, click, write
from tests.plans import Objects, small_plan
from tests.stations import PIN, Centre

K = Qt.Key
AGENCIES: Objects = [
    {"code": "A1", "name": "甲局", "group": "G1", "vertical": True},
    {"code": "A2", "name": "乙局", "group": "G1"},
    {"code": "A3", "name": "乙局窗口", "group": "G1", "parent": "A2"},
]
GRAVE = Entry("A1", "4-2", Facts(), "2005-03-01", "办公室", document="通报第3期")
LAST = LastBands(2004, "2004年通报", {"A1": "fail", "A2": "excellent"})
DOCUMENT = "评议办〔2006〕3号"


@pytest.fixture
def centre(tmp_path):
    """甲局 has lost 50 points, the others none; the year is over."""
    plan = small_plan(AGENCIES, cut={"top": 1, "bottom": 1})
    made = Centre(tmp_path / "centre", 0, operators=PEOPLE, plan=plan)
    with made.opened() as survey:
        choose_rules(survey, shipped_rules("hundred-points"), operator="Z01")
        for case in range(5):
            deduct(survey, replace(GRAVE, case=str(case)))
    return made


def deduct(survey, entry):
    made = enter_deduction(survey, entry, on="2005-03-02", operator="Z01")
    for state in (State.VERIFIED, State.CIRCULARISED, State.COUNTED):
        (line,) = lines(survey, DEDUCTIONS, begins=made.id)
        move_deduction(survey, line, state, on="2005-03-03", operator="Z01")


@pytest.fixture
def office(window, qtbot, centre):
    """Whoever is named at the page, after these acts."""

    def begin(*acts, who="Z01"):
        with centre.opened() as survey:
            for act in acts:
                act(survey)
        return Office(window(), qtbot, centre, who)

    return begin


def with_last(survey):
    import_bands(survey, LAST, operator="Z01")


def page_of(office) -> ConsequencesView:
    page = office.page("consequences")
    assert isinstance(page, ConsequencesView)
    return page


def press(*keys, text=""):
    """On whatever has the focus."""
    for key in (*text, *keys):  # a cell opens and closes between two keys
        QTest.keyClick(focused(), key)
        QApplication.processEvents()


def shown(table):
    return [row.texts for row in table.shown_rows()]


def confirmed(office):
    return {
        (line.value.unit, line.value.rule): line.value
        for line in lines(office.survey, CONFIRMATIONS)
    }


def chosen(page, *keys):
    """Put the cursor on the first of these lines, and take the others to it."""
    page.lines.list.select(keys[0])
    model, selection = page.lines.list.model, page.lines.list.table.selectionModel()
    flags = selection.SelectionFlag
    for key in keys[1:]:
        index = model.index(model.place_of(key), 0)
        selection.select(index, flags.Select | flags.Rows)


def test_without_a_rule_set_it_leads_to_the_assessment(window, qtbot, tmp_path):
    bare = Centre(tmp_path / "bare", 0, operators=PEOPLE)
    begun = Office(window(), qtbot, bare)
    page = page_of(begun)
    assert page.head.state.text() == "No rule set is chosen for this year."
    assert focused() is page.rules_button
    assert page.rules_button.width() < page.nothing.width() // 2
    with qtbot.waitSignal(page.page_requested) as asked:
        press(K.Key_Return)
    assert asked.args == ["assessment"]


def test_what_follows_stands_by_unit_with_both_years_bands(office):
    page = page_of(office(with_last))
    told = [(row[0], row[1], row[2], row[4], row[5]) for row in shown(page.lines.list)]
    rules = {rule.code: rule.text for rule in shipped_rules("hundred-points").consequences}
    assert told[:3] == [
        ("乙局", "优秀", "优秀", rules["commend"], "to be confirmed"),
        ("乙局", "优秀", "优秀", rules["title"], "to be confirmed"),
        ("乙局窗口", "—", "优秀", rules["commend"], "to be confirmed"),
    ]
    assert [row[3] for row in told[3:]] == [
        rules[code] for code in ("criticise", "talk", "eligibility", "rectify", "heads", "superior")
    ]
    assert page.head.state.text() == "9 consequences wait to be confirmed."
    assert focused() is page.lines.list.table


def test_one_is_confirmed_by_keyboard_and_its_deadline_follows(office):
    begun = office(with_last)
    page = page_of(begun)
    page.lines.list.select(("A1", "rectify"))
    press(K.Key_Return)
    form = page.lines.confirming
    assert focused() is form.document
    assert "30 day" in form.text.text()
    form.document.insert(DOCUMENT)
    write(form.on, "2006-01-10")
    for _ in range(4):
        press(K.Key_Return)
    begun.settle()
    held = confirmed(begun)["A1", "rectify"]
    assert (held.on, held.document, held.deadline) == ("2006-01-10", DOCUMENT, "2006-02-09")
    assert not form.isVisible()
    begun.until(lambda: "overdue" in [row[5] for row in shown(page.lines.list)])
    assert DOCUMENT in page.lines.told.text()


def test_several_are_confirmed_by_one_document(office):
    begun = office(with_last)
    page = page_of(begun)
    chosen(page, ("A2", "commend"), ("A3", "commend"))
    click(page.lines.confirm_button)
    assert page.lines.confirming.title.text().startswith("2 consequences by one document")
    page.lines.confirming.document.insert(DOCUMENT)
    click(page.lines.confirming.give_button)
    begun.settle()
    held = confirmed(begun)
    assert {key: one.document for key, one in held.items()} == {
        ("A2", "commend"): DOCUMENT,
        ("A3", "commend"): DOCUMENT,
    }
    assert begun.message() == "2 consequences are on record."


def test_a_wrong_day_is_said_and_nothing_is_recorded(office):
    begun = office()
    page = page_of(begun)
    press(K.Key_Return)
    write(page.lines.confirming.on, "soon")
    click(page.lines.confirming.give_button)
    assert "“soon” is no day" in begun.message()
    assert page.lines.confirming.on.text() == "soon"
    press(K.Key_Escape)
    assert not page.lines.confirming.isVisible()
    assert focused() is page.lines.list.table
    assert confirmed(begun) == {}


def rectify(survey, **changes):
    made = Confirmation("A1", "rectify", "2006-01-10", DOCUMENT)
    confirm_consequence(survey, replace(made, **changes), operator="Z01")


def test_what_is_done_keeps_its_document(office):
    begun = office(rectify)
    page = page_of(begun)
    page.lines.list.select(("A1", "rectify"))
    click(page.lines.done_button)
    write(page.lines.finishing.done, "2006-02-01")
    press(K.Key_Return, K.Key_Return)
    begun.settle()
    held = confirmed(begun)["A1", "rectify"]
    assert (held.document, held.deadline, held.done) == (DOCUMENT, "2006-02-09", "2006-02-01")
    click(page.lines.which.buttons[frozenset({"done"})])
    begun.until(lambda: [row[5] for row in shown(page.lines.list)] == ["done 2006-02-01"])


def test_what_nobody_confirmed_is_not_done(office):
    begun = office()
    page = page_of(begun)
    click(page.lines.done_button)
    assert "confirm it" in begun.message()
    assert not page.lines.finishing.isVisible()


def test_what_follows_no_more_is_marked(office):
    def withdraw(survey):
        (line, *_) = lines(survey, DEDUCTIONS)
        move_deduction(survey, line, State.WITHDRAWN, on="2006-02-01", operator="Z01")

    begun = office(rectify, withdraw)
    page = page_of(begun)
    states = {(row[0], row[5]) for row in shown(page.lines.list)}
    assert ("甲局", "follows no more") in states
    page.lines.list.select(("A1", "rectify"))
    press(K.Key_Return)
    assert "take it back" in begun.message()
    click(page.lines.back_button)
    press(K.Key_Return)
    begun.settle()
    assert "reason is needed" in begun.message()
    page.lines.taking_back.reason.setText("扣分已撤销")
    press(K.Key_Return)
    begun.settle()
    assert confirmed(begun)["A1", "rectify"].note == "扣分已撤销"
    begun.until(lambda: "follows no more" not in {row[5] for row in shown(page.lines.list)})


def test_what_was_never_confirmed_cannot_be_taken_back(office):
    begun = office()
    page = page_of(begun)
    click(page.lines.back_button)
    assert "only that can be taken back" in begun.message()
    assert not page.lines.taking_back.isVisible()


def test_the_surveys_first_and_last_stand_beside(office, centre):
    centre.supervisor.key(1, 2, marks="112233", operator="C01")
    page = page_of(begun := office())
    begun.until(page.lines.cut.text)
    assert page.lines.cut.text() == "Survey, first: 甲局. Last: 乙局窗口."
    ranks = dict.fromkeys((row[0], row[3]) for row in shown(page.lines.list))
    assert list(ranks) == [("乙局", "2"), ("乙局窗口", "3 last"), ("甲局", "1 first")]


def test_few_units_are_not_named_as_first_and_last_at_once(office, centre):
    """With a cut of two, the second of three is among both."""
    page = page_of(office())
    both = Cut({"A1": 1, "A2": 2, "A3": 3}, ("A1", "A2"), ("A2", "A3"))
    page.lines.show_cut(both)
    assert (page.lines.cut.text(), page.lines.cut.isHidden()) == ("", True)
    page.lines.show_cut(Cut(both.ranks, ("A1",), ("A3",)))
    assert not page.lines.cut.isHidden()


def test_what_is_confirmed_is_changed_and_only_what_waits_is_lit(office):
    def act(survey):
        made = Confirmation("A2", "commend", "2006-01-09", DOCUMENT)
        confirm_consequence(survey, made, operator="Z01")

    page = page_of(office(with_last, act))
    lit = page.lines.confirm_button
    chosen(page, ("A2", "commend"))
    assert (lit.text(), lit.property("primary")) == ("Change…", False)
    press(K.Key_Return)
    assert page.lines.confirming.give_button.text() == "Change"
    press(K.Key_Escape)
    chosen(page, ("A2", "commend"), ("A1", "heads"))
    assert (lit.text(), lit.property("primary")) == ("Confirm…", True)
    page.lines.show_which(frozenset({DONE}))
    assert (lit.text(), lit.property("primary")) == ("Confirm…", False)


def test_what_counts_after_today_does_not_follow_yet(window, qtbot, centre):
    begun = Office(window(), qtbot, centre)
    begun.survey.clock = lambda: datetime(2005, 3, 2, 2, tzinfo=UTC)
    page = page_of(begun)
    assert {row[0] for row in shown(page.lines.list) if row[2] == "优秀"} == {
        "甲局", "乙局", "乙局窗口",
    }  # fmt: skip
    assert page.head.state.text().startswith("The year is not over: 3 consequences")


def test_model_sections_are_sections_in_the_best_band(office):
    page = page_of(office())
    page.show_part("sections")
    assert shown(page.sections.list) == [("1", "乙局窗口", "乙局", "100.00", "优秀")]


def test_last_years_bands_are_typed_with_what_became_of_a_unit(office):
    begun = office()
    page = page_of(begun)
    click(page.lines.bands_button)
    sheet = page.bands.sheet
    assert [row[0] for row in sheet.model.rows()] == ["甲局", "乙局", "乙局窗口"]
    QGuiApplication.clipboard().setText("甲局\t不合格\n老局\t优秀\t乙局\n\t\t")
    QTest.keyClick(sheet.table, K.Key_V, Qt.KeyboardModifier.ControlModifier)
    page.bands.source.setText("2004年通报")
    click(page.bands.record_button)
    begun.settle()
    held = setting(begun.survey, BANDS)
    assert held
    expected = LastBands(2004, "2004年通报", {"A1": "fail", "老局": "excellent"}, {"老局": "A2"})
    assert held.value == expected
    begun.until(lambda: not page.lines.bands_button.isVisibleTo(page.lines))


@pytest.mark.parametrize(
    ("pasted", "row", "column", "said"),
    [
        ("甲局\t极好", 0, 1, "is no band of the rule set"),
        ("老局\t优秀", 0, 0, "write beside it which unit it is now"),
        ("老局\t优秀\t无此局", 0, 2, "is no unit of this plan"),
        ("甲局\t优秀\nA1\t优秀", 1, 0, "stands in row 1 already"),
    ],
)
def test_a_wrong_cell_of_the_bands_is_framed(office, pasted, row, column, said):
    begun = office()
    page = page_of(begun)
    page.show_part("bands")
    sheet = page.bands.sheet
    QGuiApplication.clipboard().setText(pasted)
    QTest.keyClick(sheet.table, K.Key_V, Qt.KeyboardModifier.ControlModifier)
    click(page.bands.record_button)
    assert said in sheet.wrong.text()
    index = sheet.table.currentIndex()
    assert (index.row(), index.column()) == (row, column)
    assert setting(begun.survey, BANDS) is None


def test_bands_come_from_a_file_and_are_seen_first(office, tmp_path):
    begun = office()
    page = page_of(begun)
    page.show_part("bands")
    path = tmp_path / "bands.csv"
    path.write_text("单位,档次,现单位\n甲局,优秀,\n老局,不合格,乙局\n", encoding="utf-8")
    write(page.bands.file.line, str(path))
    begun.until(lambda: len(page.bands.sheet.model.rows()) == 2)
    assert setting(begun.survey, BANDS) is None
    click(page.bands.record_button)
    begun.settle()
    held = setting(begun.survey, BANDS)
    assert held
    assert held.value.bands == {"A1": "excellent", "老局": "fail"}
    assert held.value.successors == {"老局": "A2"}


def test_a_merged_unit_whose_parts_were_in_different_bands_is_named(office):
    parts = LastBands(2004, "通报", {"老局": "fail", "旧局": "good"}, {"老局": "A2", "旧局": "A2"})
    page = page_of(office(lambda survey: import_bands(survey, parts)))
    page.show_part("bands")
    assert page.bands.state.text().splitlines()[1] == (
        "No band of that year for 乙局: its parts were in different ones."
    )


def sign(page, begun, *, reason="弄虚作假", second="J01", pin=PIN):
    page.void.signing.reason.setText(reason)
    person = page.void.signing.second.person
    person.setCurrentIndex(person.findData(second))
    write(page.void.signing.second.pin, pin)
    press(K.Key_Return)
    begun.settle()


def test_results_are_void_by_two_people_and_the_others_rank_without(office):
    begun = office()
    page = page_of(begun)
    page.show_part("void")
    page.void.standing.select("A2")
    press(K.Key_Return)
    assert focused() is page.void.signing.reason
    sign(page, begun, pin="0000")
    assert "PIN" in begun.message()
    assert lines(begun.survey, ANNULMENTS) == []
    sign(page, begun)
    (line,) = lines(begun.survey, ANNULMENTS)
    assert (line.value.unit, line.value.reason, line.value.second) == ("A2", "弄虚作假", "J01")
    begun.until(lambda: shown(page.void.standing)[-1] == ("—", "乙局", "100.00", "void"))
    assert shown(page.void.standing)[0][:2] == ("1", "乙局窗口")
    begun.until(lambda: "A2" not in {key[0] for key in keys_of(page)})


def keys_of(page):
    return [row.key for row in page.lines.list.shown_rows()]


def void(survey):
    annul_results(survey, "A2", "弄虚作假", "2006-01-08", second="J01", operator="Z01")


def test_void_results_are_taken_back_with_a_reason(office):
    begun = office(void)
    page = page_of(begun)
    page.show_part("void")
    click(page.void.restore_button)
    press(K.Key_Return)
    begun.settle()
    assert "reason" in begun.message().lower()
    page.void.reason.setText("查无实据")
    press(K.Key_Return)
    begun.settle()
    (line,) = lines(begun.survey, ANNULMENTS)
    assert line.value.note == "查无实据"
    assert line.value.withdrawn
    begun.until(lambda: shown(page.void.standing)[0][:2] == ("1", "乙局"))
    click(page.void.restore_button)
    assert "already" in begun.message()


def test_only_the_supervisor_confirms_and_what_was_typed_stays(office):
    begun = office(who="K01")
    page = page_of(begun)
    press(K.Key_Return)
    page.lines.confirming.document.insert(DOCUMENT)
    click(page.lines.confirming.give_button)
    begun.settle()
    assert "supervisor" in begun.message()
    assert page.lines.confirming.document.text() == DOCUMENT
    assert confirmed(begun) == {}


def test_after_the_years_seal_every_act_is_refused(office):
    def seal(survey):
        seal_year(survey, "2005-12-31", second="J01", operator="Z01")

    begun = office(seal)
    page = page_of(begun)
    assert "sealed" in page.head.state.text()
    press(K.Key_Return)
    click(page.lines.confirming.give_button)
    begun.settle()
    assert "sealed" in begun.message()
    page.show_part("bands")
    write_bands(page)
    begun.settle()
    assert "sealed" in begun.message()
    page.show_part("void")
    click(page.void.annul_button)
    sign(page, begun)
    assert "sealed" in begun.message()
    assert confirmed(begun) == {}
    assert lines(begun.survey, ANNULMENTS) == []
    assert setting(begun.survey, BANDS) is None


def write_bands(page):
    QGuiApplication.clipboard().setText("甲局\t优秀")
    QTest.keyClick(page.bands.sheet.table, K.Key_V, Qt.KeyboardModifier.ControlModifier)
    click(page.bands.record_button)


def test_its_documents_go_into_a_folder(office, tmp_path):
    begun = office(with_last)
    page = page_of(begun)
    page.lines.papers.ask_folder = lambda *_: str(tmp_path / "out")
    click(page.lines.papers.buttons["consequences",])
    begun.settle()
    begun.until(begun.message)
    assert begun.message().startswith("1 document written")
    assert list((tmp_path / "out").iterdir())
