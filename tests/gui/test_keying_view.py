"""The keying page: batches, forms, void and doubtful ones, corrections, closing, what is kept."""

import sys
from dataclasses import replace
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.actions.backups import auto_backup, set_backup
from desktop.actions.batches import register_batch
from desktop.actions.comparing import filled_bits
from desktop.actions.keying import key_form
from desktop.models.batch_forms_model import LineRole
from desktop.models.keys import Prompt
from desktop.store import form_queries, kinds, queries
from desktop.tally.form import Form, FormState
from desktop.tally.keyings import FormStage
from desktop.tally.reconciliation import Slip
from desktop.views import keying_view
from tests.gui.clerk import focused
from tests.gui.conftest import drop, survey_at
from tests.plans import small_plan

K = Qt.Key
CHECKED = [{"rows": 2, "check": "417"}, {"rows": 2, "check": "902"}]


def records(clerk, kind):
    return list(clerk.survey.records_of(kind))


def forms(clerk):
    """Batch, number, marks and void of every form on record, in order."""
    held = [record.data for record in records(clerk, kinds.FORM)]
    return [(form["batch"], form["number"], form["marks"], form["void"]) for form in held]


def lines(clerk):
    """The list beside the form: number and text."""
    model = clerk.page.batch.forms
    indexes = [model.index(row) for row in range(model.rowCount())]
    return {index.data(LineRole.NUMBER): index.data() for index in indexes}


def reasons(count):
    return [{"code": f"R{at}", "name": f"原因{at}"} for at in range(1, count + 1)]


def test_one_form_after_the_other_by_enter_alone(at_work):
    clerk = at_work()
    for keys in ("789", "123123", "1+20/"):
        clerk.open()
        clerk.type(keys)
        clerk.finish()
    assert forms(clerk) == [
        ("B001", 1, "112233", ""), ("B001", 2, "123123", ""), ("B001", 3, "120000", ""),
    ]  # fmt: skip
    assert lines(clerk) == {1: "saved", 2: "saved", 3: "saved"}
    assert clerk.page.batch.counts.text() == "keyed 3  void 0  left 0"
    assert clerk.sounds.count("saved") == 3
    assert clerk.panel.number.text() == ""


def test_a_form_is_on_record_before_the_next_appears(at_work):
    clerk = at_work()
    clerk.open()
    clerk.type("789")
    seen = []
    clerk.desk.form_changed.connect(lambda: seen.append((clerk.desk.form, len(forms(clerk)))))
    clerk.finish()
    assert seen == [(None, 1)]
    assert clerk.panel.number.text() == "B001-002"


def test_what_was_keyed_is_stored_to_the_last_cell_and_the_filled_ones_are_known(at_work):
    clerk = at_work(small_plan(7, 5, dont_know=True))
    clerk.open()
    clerk.type("12312" + "18" + "0*.3/" + "9" + "-7" + "22222" + "/" + "1111-+2")
    clerk.finish()
    (held,) = [record.data for record in records(clerk, kinds.FORM)]
    marks = "12312" + "12222" + "0x?30" + "11111" + "22222" + "00000" + "11122"
    filled = {6, 7, 8, 9, 14, *range(15, 20), *range(25, 30), 33, 34}
    assert held["marks"] == marks
    assert held["filled"] == filled_bits(frozenset(filled), 35)
    assert held["pass"] == 1


def test_the_clerk_reopens_a_form_and_corrects_it(at_work):
    clerk = at_work()
    clerk.open()
    clerk.type("789")
    clerk.finish()
    clerk.open("1")
    assert (clerk.number, clerk.desk.form) == ("W31", None)
    clerk.press(K.Key_Return)
    assert (clerk.marks, clerk.form.cursor) == ("112233", 0)
    assert clerk.panel.state.text() == "correcting"
    clerk.type("3")
    clerk.finish()
    first, second = records(clerk, kinds.FORM)
    assert second.data["marks"] == "312233"
    assert list(second.parents) == [first.id]
    assert clerk.page.batch.counts.text() == "keyed 1  void 0  left 2"


def test_a_form_reopened_and_left_as_it_was_is_not_stored_again(at_work):
    clerk = at_work()
    clerk.open()
    clerk.type("789")
    clerk.finish()
    clerk.open("1")
    clerk.press(K.Key_Return)
    clerk.type("3-")
    clerk.finish()
    assert len(forms(clerk)) == 1
    assert (clerk.number, clerk.desk.form) == ("W28", None)


def test_a_number_of_the_list_is_opened_with_the_mouse(at_work):
    clerk = at_work()
    index = clerk.page.batch.forms.index(1)
    place = clerk.page.batch.list.visualRect(index).center()
    QTest.mouseClick(clerk.page.batch.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert clerk.form.number == 2
    clerk.type("1")
    assert clerk.marks == "1·····"
    assert lines(clerk) == {1: "—", 2: "open", 3: "—"}


@pytest.mark.parametrize("text", ["B001-002", "2", "002"])
def test_a_number_is_typed_or_scanned(at_work, text):
    clerk = at_work()
    for character in text:  # as a scanner does it: without a pause, Enter last
        QTest.keyClicks(focused(), character)
    QTest.keyClick(focused(), K.Key_Return)
    assert (clerk.form.batch, clerk.form.number) == ("B001", 2)
    assert focused() is clerk.panel.grid


@pytest.mark.parametrize(
    ("text", "number"), [("B002-001", "F13"), ("0", "F12"), ("abc", "F12"), ("123456", "F12")]
)
def test_a_number_that_is_not_of_this_batch_is_refused(at_work, text, number):
    clerk = at_work()
    clerk.open(text)
    assert (clerk.desk.form, clerk.number, clerk.sounds) == (None, number, ["warn"])
    clerk.open("3")
    assert (clerk.form.number, clerk.message) == (3, "")


def test_a_number_beyond_the_slip_is_asked_for_once_more(at_work):
    clerk = at_work()
    clerk.open("7")
    assert (clerk.desk.form, clerk.number, clerk.sounds) == (None, "W32", ["warn"])
    clerk.press(K.Key_Return)
    assert clerk.form.number == 7
    clerk.type("789")
    clerk.finish()
    assert lines(clerk)[7] == "beyond slip"
    assert clerk.page.batch.counts.text() == "keyed 1  void 0  left 3  beyond 1"


def test_another_number_after_the_question_is_asked_about_itself(at_work):
    clerk = at_work()
    clerk.open("7")
    clerk.open("8")
    assert (clerk.desk.form, clerk.number) == (None, "W32")
    assert "8" in clerk.message


def test_a_form_whose_number_was_taken_meanwhile_stays_open(at_work):
    clerk = at_work()
    clerk.open()
    clerk.type("789")
    key_form(clerk.survey, Form("B001", 1, "333333"))
    clerk.finish()
    assert (clerk.number, clerk.sounds[-1]) == ("F11", "warn")
    assert (clerk.marks, clerk.waits()) == ("112233", Prompt.CELLS)
    assert len(forms(clerk)) == 1
    clerk.type("-")
    assert clerk.marks == "1122··"


@pytest.mark.parametrize("count", [9, 12])
def test_a_void_form_by_the_number_of_its_reason(at_work, count):
    clerk = at_work(small_plan(void_reasons=reasons(count)))
    clerk.open()
    clerk.type("v")
    assert clerk.waits() is Prompt.REASON
    assert f"{count} 原因{count}" in clerk.panel.prompt.text()
    clerk.type(str(count))
    if count > 9:
        assert f"({count}▁)" in clerk.panel.prompt.text()
        clerk.press(K.Key_Return)
    assert (clerk.form.void, clerk.number) == (f"R{count}", "W41")
    assert clerk.panel.state.text() == f"void: 原因{count}"
    clerk.finish()
    assert forms(clerk) == [("B001", 1, "", f"R{count}")]
    assert lines(clerk)[1] == f"void 原因{count}"


def test_a_void_form_keeps_what_was_keyed_of_it(at_work):
    clerk = at_work(small_plan(void_reasons=reasons(2)))
    clerk.open()
    clerk.type("123v2")
    clerk.finish()
    assert forms(clerk) == [("B001", 1, "123000", "R2")]


@pytest.mark.parametrize("back", ["v", "-"])
def test_a_void_is_taken_back(at_work, back):
    clerk = at_work(small_plan(void_reasons=reasons(2)))
    clerk.open()
    clerk.type("12v1")
    assert clerk.form.void == "R1"
    clerk.type(back)
    assert (clerk.form.void, clerk.marks) == ("", "12····")
    assert not clerk.panel.state.isVisible()
    clerk.type("89")
    clerk.finish()
    assert forms(clerk) == [("B001", 1, "122233", "")]


@pytest.mark.parametrize(
    ("count", "keys", "number"),
    [(9, "0", "W17"), (8, "9", "W17"), (12, "13\r", "W17"), (12, "\r", "W11"), (9, "x", "W11")],
)
def test_a_reason_that_is_not_there_changes_nothing(at_work, count, keys, number):
    clerk = at_work(small_plan(void_reasons=reasons(count)))
    clerk.open()
    clerk.type("v")
    for key in keys:
        clerk.press(K.Key_Return) if key == "\r" else clerk.type(key)
    assert (clerk.form.void, clerk.number, clerk.sounds) == ("", number, ["low"])


@pytest.mark.parametrize("leave", [K.Key_Escape, K.Key_Backspace, K.Key_Minus])
@pytest.mark.parametrize("count", [9, 12])
def test_the_question_for_a_reason_can_be_left(at_work, leave, count):
    clerk = at_work(small_plan(void_reasons=reasons(count)))
    clerk.open()
    clerk.type("1v")
    clerk.press(leave)
    assert (clerk.form.void, clerk.marks) == ("", "1·····")
    assert (clerk.waits(), clerk.sounds) == (Prompt.CELLS, [])


def test_a_doubtful_form_is_flagged_with_the_form_in_one_transaction(at_work):
    clerk = at_work()
    clerk.open()
    clerk.type("1d")
    assert (clerk.form.doubt, clerk.number) == ("001 单位1 · 内容2", "W42")
    assert clerk.panel.state.text() == "doubtful"
    clerk.type("289")
    before = []
    form_saved = clerk.desk.form_saved
    form_saved.connect(lambda _: before.append(len(records(clerk, kinds.DOUBTED))))
    clerk.finish()
    form, flag = list(clerk.survey.records())[-2:]
    assert (form.kind, flag.kind, before) == (kinds.FORM, kinds.DOUBTED, [1])
    assert flag.data == {"batch": "B001", "number": 1, "note": "001 单位1 · 内容2"}
    assert lines(clerk)[1] == "doubtful"
    held = form_queries.open_form(clerk.survey, "B001", 1)
    assert held.stage is FormStage.DOUBTFUL


def test_a_doubtful_form_that_cannot_be_stored_leaves_no_flag(at_work):
    clerk = at_work()
    clerk.open()
    clerk.type("789d")
    key_form(clerk.survey, Form("B001", 1, "333333"))
    clerk.finish()
    assert records(clerk, kinds.DOUBTED) == []
    assert clerk.form.doubt


def test_the_doubt_is_taken_back_with_the_same_key(at_work):
    clerk = at_work()
    clerk.open()
    clerk.type("dd")
    assert (clerk.form.doubt, clerk.number) == ("", "W43")
    assert not clerk.panel.state.isVisible()
    clerk.type("789")
    clerk.finish()
    assert records(clerk, kinds.DOUBTED) == []


def test_a_pause_ends_with_any_key_which_does_nothing_else(at_work):
    clerk = at_work()
    clerk.open()
    clerk.type("1p")
    meter = clerk.desk.meter
    assert (clerk.waits(), meter.is_paused, meter.pauses) == (Prompt.PAUSED, True, 1)
    clerk.press(K.Key_Return)
    assert (clerk.marks, clerk.waits(), meter.is_paused) == ("1·····", Prompt.CELLS, False)
    clerk.type("2")
    assert clerk.marks == "12····"


def test_the_check_number_of_each_page_is_asked_for_once(at_work):
    clerk = at_work(small_plan(4, 2, pages=CHECKED))
    clerk.open()
    clerk.type("712")
    assert clerk.sounds == ["end"]
    assert clerk.waits() is Prompt.CHECK
    clerk.type("41")
    assert "41▁" in clerk.panel.prompt.text()
    clerk.press(K.Key_Return)
    assert (clerk.number, clerk.waits(), clerk.desk.typed) == ("W16", Prompt.CHECK, "")
    assert "page 1" in clerk.message
    clerk.type_on_pad("417\r")
    assert (clerk.waits(), clerk.form.cursor) == (Prompt.CELLS, 4)
    clerk.type("-8")
    assert clerk.waits() is Prompt.CELLS
    clerk.type("79")
    assert clerk.waits() is Prompt.CHECK
    clerk.type("902")
    clerk.press(K.Key_Return)
    clerk.finish()
    assert forms(clerk) == [("B001", 1, "11121133", "")]


def test_the_question_names_the_page_that_ends(at_work):
    clerk = at_work(small_plan(4, 2, pages=CHECKED))
    clerk.open()
    clerk.type("78")
    assert clerk.panel.prompt.text().startswith("Check number at the end of page 1:")


def test_a_slip_seen_at_the_check_number_is_stepped_back_from(at_work):
    clerk = at_work(small_plan(4, 2, pages=CHECKED))
    clerk.open()
    clerk.type("78")
    assert clerk.waits() is Prompt.CHECK
    clerk.press(K.Key_Backspace)
    assert (clerk.marks, clerk.waits()) == ("11······", Prompt.CELLS)
    clerk.type("9")
    assert clerk.waits() is Prompt.CHECK


def test_esc_at_the_check_number_steps_back_and_never_passes_the_page(at_work):
    clerk = at_work(small_plan(4, 2, pages=CHECKED))
    clerk.open()
    clerk.type("78")
    clerk.press(K.Key_Escape)
    assert (clerk.marks, clerk.desk.prompt) == ("11······", Prompt.CELLS)


def test_rows_left_on_the_page_are_shown(at_work):
    clerk = at_work(small_plan(4, 2, pages=CHECKED))
    clerk.open()
    assert clerk.panel.place.text() == "Row 1 of 4   page 1: 1 rows left"
    clerk.type("7")
    assert clerk.panel.place.text() == "Row 2 of 4   page 1: 0 rows left"


def test_esc_twice_leaves_the_form_and_the_batch_brings_it_back_at_its_cell(at_work):
    clerk = at_work()
    clerk.open()
    clerk.type("123d")
    clerk.press(K.Key_Escape)
    assert (clerk.waits(), clerk.number) == (Prompt.LEAVE, "W29")
    clerk.type("1")
    assert (clerk.marks, clerk.waits()) == ("1231··", Prompt.CELLS)
    clerk.press(K.Key_Escape, K.Key_Escape)
    assert clerk.page.desk is None
    assert focused() is clerk.page.chooser.code
    clerk.take_batch()
    assert (clerk.marks, clerk.form.cursor, clerk.number) == ("1231··", 4, "W34")
    assert clerk.form.doubt
    clerk.type("9")
    assert clerk.marks == "123133"


def test_a_form_that_was_left_comes_before_another_batch(at_work):
    clerk = at_work()
    clerk.open()
    clerk.type("123")
    clerk.press(K.Key_Escape, K.Key_Escape)
    clerk.take_batch("B002")
    assert (clerk.form.batch, clerk.marks, clerk.number) == ("B001", "123···", "W35")
    assert "B001-001" in clerk.message
    clerk.type("19")
    clerk.finish()
    clerk.press(K.Key_Escape)
    clerk.take_batch("B002")
    assert clerk.desk.form is None
    assert clerk.panel.number.text() == "B002-001"


def test_a_form_left_in_a_batch_closed_since_keeps_nobody_from_another(at_work):
    clerk = at_work()
    clerk.open()
    clerk.type("123")
    clerk.press(K.Key_Escape, K.Key_Escape)
    with clerk.survey.transaction():
        fields = {"batch": "B001", "valid": 0, "void": 0, "reason": "all lost"}
        clerk.survey.append(kinds.CLOSED, fields)
    clerk.take_batch("B002")
    assert clerk.panel.number.text() == "B002-001"


def test_after_a_crash_the_form_is_there_again(at_work, window, home, qtbot):
    clerk = at_work()
    path = clerk.survey.path
    clerk.open("2")
    clerk.type("123d")
    journal = home.journal(clerk.survey.id, "keying-station").path
    qtbot.waitUntil(journal.exists, timeout=2000)
    drop(clerk.window)
    clerk.window = window()
    clerk.session.take(survey_at(path, home))
    clerk.go_to("keying")
    assert (clerk.form.batch, clerk.form.number) == ("B001", 2)
    assert (clerk.marks, clerk.form.cursor) == ("123···", 3)
    assert clerk.form.doubt
    assert clerk.number == "W34"
    clerk.type("19")
    clerk.finish()
    assert forms(clerk) == [("B001", 2, "123133", "")]
    clerk.session.journals.drain()
    assert not journal.exists()


def test_a_form_of_the_journal_that_is_on_record_is_dropped(at_work, window, home):
    clerk = at_work()
    path, survey = clerk.survey.path, clerk.survey.id
    clerk.open()
    clerk.type("123")
    clerk.page.put_away()
    clerk.type("123")
    key_form(clerk.survey, Form("B001", 1, "123123"))
    drop(clerk.window)
    clerk.window = window()
    clerk.session.take(survey_at(path, home))
    clerk.go_to("keying")
    assert clerk.page.desk is None
    clerk.session.journals.drain()
    assert not home.journal(survey, "keying-station").path.exists()
    clerk.take_batch()
    assert clerk.panel.number.text() == "B001-002"


def test_a_journal_that_does_not_read_is_put_aside(at_work, window, home):
    clerk = at_work()
    path = clerk.survey.path
    journal = home.journal(clerk.survey.id, "keying-station").path
    drop(clerk.window)
    for content in ("{", '{"batch": "B001"}', '{"marks": []}'):
        journal.write_text(content, encoding="utf-8")
        clerk.window = window()
        clerk.session.take(survey_at(path, home))
        clerk.go_to("keying")
        assert clerk.page.desk is None
        assert journal.with_suffix(".unread").read_text(encoding="utf-8") == content
        clerk.window.close()


def test_keys_after_a_form_was_put_away_are_journalled_too(at_work, home, qtbot):
    clerk = at_work()
    clerk.open()
    clerk.type("12")
    clerk.page.put_away()
    clerk.page.activate()
    clerk.type("3")
    held = home.journal(clerk.survey.id, "keying-station")
    qtbot.waitUntil(lambda: (held.read() or {})["marks"] == "123   ", timeout=2000)


def test_keys_that_never_cease_do_not_put_the_journal_off(at_work, home, qtbot):
    clerk = at_work(small_plan(60, 5))
    clerk.open()
    held = home.journal(clerk.survey.id, "keying-station")

    def is_written():
        clerk.type("1")
        return "1" in (held.read() or {"marks": ""})["marks"]

    qtbot.waitUntil(is_written, timeout=2000)


def test_a_batch_that_agrees_closes_at_once(at_work):
    clerk = at_work(batches=(("B001", 2),))
    for keys in ("789", "v1"):
        clerk.open()
        clerk.type(keys)
        clerk.finish()
    clerk.press(K.Key_F10)
    (closed,) = records(clerk, kinds.CLOSED)
    assert closed.data == {"batch": "B001", "valid": 1, "void": 1, "reason": ""}
    assert clerk.page.desk is None
    assert "Batch B001 is closed." in clerk.page.chooser.message.text.text()
    assert "Drawn for second keying" in clerk.page.chooser.message.text.text()
    clerk.type("B001")
    clerk.press(K.Key_Return)
    assert clerk.page.chooser.message.number.text() == "F26"


def test_closing_backs_up_and_a_page_that_is_gone_by_then_is_no_failure(
    at_work, tmp_path, qtbot, monkeypatch
):
    clerk = at_work(batches=(("B001", 1),))
    (tmp_path / "backups").mkdir()
    set_backup(clerk.survey, tmp_path / "backups").unlink()
    gone, failures = Event(), []
    monkeypatch.setattr(
        keying_view, "auto_backup", lambda survey: gone.wait(5) and auto_backup(survey)
    )
    monkeypatch.setattr(sys, "excepthook", lambda *error: failures.append(error))
    clerk.open()
    clerk.type("789")
    clerk.finish()
    clerk.press(K.Key_F10)
    area = clerk.window.area
    clerk.session.choose(replace(clerk.session.settings, theme="dark"))
    qtbot.waitUntil(lambda: clerk.window.area is not area)
    qtbot.wait(1)
    gone.set()
    clerk.session.jobs.drain()
    assert failures == []
    assert len(list((tmp_path / "backups").iterdir())) == 1


def test_a_batch_with_missing_and_extra_numbers_stays_open_and_says_which(at_work):
    clerk = at_work()
    for number in ("2", "5\r"):
        clerk.type(number.strip())
        clerk.press(*[K.Key_Return] * (1 + ("\r" in number)))
        clerk.type("789")
        clerk.finish()
    clerk.press(K.Key_F10)
    text = clerk.page.closing.problems.text()
    assert "missing: 001 003" in text
    assert "beyond the slip: 005" in text
    assert records(clerk, kinds.CLOSED) == []
    assert focused() is clerk.page.closing.back_button
    clerk.press(K.Key_Return)
    assert focused() is clerk.panel.number
    clerk.open("1")
    assert clerk.form.number == 1


def test_without_operators_whoever_founded_the_survey_closes_it_with_a_reason(at_work):
    clerk = at_work(small_plan(second_keying={"percent": 0}))
    clerk.press(K.Key_F10)
    closing = clerk.page.closing
    assert not closing.code.isVisible()
    closing.close_button.setFocus()
    clerk.press(K.Key_Return)
    assert closing.message.text.text() == "A reason is needed."
    closing.reason.setFocus()
    clerk.type("lost in the post")
    closing.close_button.setFocus()
    clerk.press(K.Key_Return)
    (closed,) = records(clerk, kinds.CLOSED)
    assert closed.data["reason"] == "lost in the post"


def test_a_batch_is_not_closed_over_an_open_form(at_work):
    clerk = at_work()
    clerk.open()
    clerk.type("1")
    clerk.press(K.Key_F10)
    assert clerk.page.parts.currentWidget() is clerk.panel
    assert clerk.marks == "1·····"
    assert records(clerk, kinds.CLOSED) == []


def test_a_batch_of_an_unknown_code_is_registered_from_its_slip(at_work):
    clerk = at_work(batch="")
    clerk.type("X7")
    clerk.press(K.Key_Return)
    chooser = clerk.page.chooser
    assert chooser.slip.isVisible()
    chooser.count.setFocus()
    chooser.count.selectAll()
    clerk.type("25")
    chooser.register_button.setFocus()
    clerk.press(K.Key_Return)
    slip = queries.slip(clerk.survey, "X7")
    assert slip
    assert (slip.count, slip.channel) == (25, "C1")
    assert clerk.panel.number.text() == "X7-001"


@pytest.mark.parametrize("code", ["B-1", "批次"])
def test_what_is_no_batch_code_is_refused(at_work, code):
    clerk = at_work(batch="")
    clerk.page.chooser.code.setText(code)
    clerk.press(K.Key_Return)
    assert clerk.page.chooser.message.number.text() == "F23"
    assert not clerk.page.chooser.slip.isVisible()


def test_a_batch_is_taken_from_the_list_with_the_keys(at_work):
    clerk = at_work(batch="")
    chooser = clerk.page.chooser
    chooser.table.setFocus()
    clerk.press(K.Key_Down, K.Key_Down, K.Key_Return)
    assert clerk.panel.number.text() == "B002-001"


def test_esc_in_the_number_field_goes_back_to_the_batches(at_work):
    clerk = at_work()
    clerk.press(K.Key_Escape)
    assert focused() is clerk.page.chooser.code
    assert clerk.page.desk is None
    assert clerk.session.batch == ""


def test_a_full_batch_offers_what_was_passed_over(at_work):
    clerk = at_work()
    for number in ("2", ""):
        clerk.open(number)
        clerk.type("789")
        clerk.finish()
    assert [form.number for form in clerk.saved] == [2, 3]
    assert clerk.panel.number.text() == "B001-001"


def test_a_batch_registered_elsewhere_in_the_file_is_in_the_list(at_work):
    clerk = at_work(batch="")
    register_batch(clerk.survey, Slip("C009", "C2", 4))
    clerk.page.choose_batch()
    model = clerk.page.chooser.batches
    assert [model.code_at(row) for row in range(model.rowCount())] == ["B001", "B002", "C009"]


def test_void_forms_count_as_the_file_says(at_work):
    clerk = at_work(small_plan(void_reasons=reasons(2)))
    clerk.open()
    clerk.type("v1")
    clerk.finish()
    assert clerk.page.batch.counts.text() == "keyed 1  void 1  left 2"
    (line,) = clerk.page.worklist.lines()
    assert line.state is FormState.VOID
