"""What-if, identical answers, error rate, and whether it matters: each panel in a plain window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.actions.batches import register_batch
from desktop.actions.counting import count_survey
from desktop.actions.keying import key_form
from desktop.actions.stability import survey_stability
from desktop.models.counted import Counting
from desktop.models.rows_model import KEY_ROLE
from desktop.tally.form import Form
from desktop.tally.reconciliation import Slip
from desktop.views.errors_panel import ErrorsPanel
from desktop.views.identical_panel import IdenticalPanel
from desktop.views.message_line import MessageLine
from desktop.views.stability_panel import StabilityPanel
from desktop.views.what_if_panel import WhatIfPanel
from tests.plans import small_plan
from tests.twice_keyed import key_some_twice

LEFT = Qt.MouseButton.LeftButton
ENTER, DOWN = Qt.Key.Key_Return, Qt.Key.Key_Down
CLERKS = {"C1": ("clerk",), "C2": ("clerk",)}


@pytest.fixture
def survey(place, file):
    """A workplace on a survey with nothing keyed."""

    def make(plan=None, **changes):
        changes = {"second_keying": {"percent": 50}, "cut": {"top": 1, "bottom": 1}} | changes
        path = file(plan or small_plan(**changes), batches=(("B001", 9),), operators=CLERKS)
        return place(path)

    return make


@pytest.fixture
def shown(qtbot):
    """Shows a panel in a window of its own, once it has read."""

    def show(kind, where):
        window = QWidget()
        qtbot.addWidget(window)
        window.resize(1200, 700)
        message = MessageLine(where.language, window)
        panel = kind(where, message, window)
        column = QVBoxLayout(window)
        column.addWidget(panel, 1)
        column.addWidget(message)
        window.show()
        qtbot.waitActive(window)
        panel.message, panel.held = message, window  # qtbot keeps no window alive
        read(qtbot, panel)
        return panel

    return show


def read(qtbot, panel):
    """As the page of results does it: verified and counted first, then given, then in front."""
    counting = Counting(panel._place.session, panel)
    with qtbot.waitSignal(counting.counted, timeout=10_000) as counted:
        counting.count()
    panel.show_counted(*counted.args)
    panel.activate()
    settle(qtbot, panel)


def settle(qtbot, panel):
    qtbot.waitUntil(lambda: not panel.reading.is_waiting, timeout=10_000)


def click(button):
    QTest.mouseClick(button, LEFT)


def texts(table):
    """What a table shows, row by row, as it is ordered and filtered."""
    proxy = table.model
    return [
        [proxy.index(row, column).data() for column in range(proxy.columnCount())]
        for row in range(proxy.rowCount())
    ]


def key(survey, *sheets, batch="B001", first=1):
    for number, marks in enumerate(sheets, first):
        key_form(survey, Form(batch, number, marks), operator="C1")


# identical answers


@pytest.fixture
def identical(survey, shown):
    where = survey()
    opened = where.session.opened
    key(opened, "111111", "111111", "111111", "123123", "213213", "123123", "0x1100")
    key_form(opened, Form("B001", 8, "", "V1"), operator="C1")
    return shown(IdenticalPanel, where)


def test_sets_of_identical_forms_and_the_straight_lined_apart(identical):
    assert texts(identical.table) == [
        ["3", "满意", "3", "B001", "B001-001–003"],
        ["2", "—", "1", "B001", "B001-004  B001-006"],
    ]
    click(identical.kind.buttons["straight"])
    assert [row[0] for row in texts(identical.table)] == ["3"]
    click(identical.kind.buttons["other"])
    assert [row[0] for row in texts(identical.table)] == ["2"]
    assert identical.forms.text() == "Form numbers: B001-004  B001-006"


def test_a_set_is_found_by_a_number_and_its_forms_are_written_out(identical):
    identical.table.filter.setFocus()
    QTest.keyClicks(identical.table.filter, "B001-004")
    assert [row[0] for row in texts(identical.table)] == ["2"]
    QTest.keyClick(identical.table.filter, Qt.Key.Key_Escape)
    QTest.keyClick(identical.table.filter, DOWN)
    QTest.keyClick(identical.table.table, DOWN)
    assert identical.forms.text() == "Form numbers: B001-004  B001-006"


def test_void_forms_stand_in_a_list_of_their_own(identical):
    assert identical.lists.buttons["void"].text() == "Void forms: 1"
    click(identical.lists.buttons["void"])
    assert identical.void_table.isVisible()
    assert texts(identical.void_table) == [["B001-008", "B001", "单位互评", "答案系复印"]]


def test_nothing_alike_is_said(survey, shown):
    where = survey()
    key(where.session.opened, "123123", "321321")
    panel = shown(IdenticalPanel, where)
    assert panel.told.text() == "No two valid forms hold the same answers."
    assert texts(panel.table) == []


# error rate


@pytest.fixture
def errors(survey, shown):
    where = survey()
    key_some_twice(where.session.opened)
    return shown(ErrorsPanel, where)


def test_rates_are_shown_and_said_in_plain_words(errors):
    assert errors.figures["cells"][0].text() == "83.33 ‰"
    assert errors.figures["forms"][0].text() == "50.0 %"
    assert errors.figures["forms"][1].text() == "1.3–98.7"
    assert errors.figures["pending"][0].text() == "1"
    told = errors.told.text()
    assert "2 forms were keyed by two people and settled; 1 of them" in told
    assert "1 of 12 cells" in told
    assert "about 83.3 are wrong" in told
    assert "1 forms still differ" in told
    assert "To halve that interval" in errors.narrowing.text()


def test_where_rates_are_known_no_other_page_is_offered(errors):
    assert not errors.go_button.isVisible()


def test_the_matrix_says_which_mark_was_keyed_for_which(errors):
    cells = errors.matrix.cells
    assert cells["3", "1"].text() == "1"
    assert cells["1", "1"].text() == "6"
    assert ("x", "1") not in cells


def test_rates_by_operator_and_by_batch(errors):
    assert texts(errors.table) == [
        ["C1 C1 同志", "2", "1", "50.0 % (1.3–98.7)", "83.33 ‰ (2.11–384.80)", "1"]
    ]
    click(errors.by.buttons["batches"])
    assert [row[0] for row in texts(errors.table)] == ["B001"]


def test_before_anything_was_keyed_twice_it_says_what_to_do(survey, shown, qtbot):
    where = survey()
    key(where.session.opened, "123123")
    panel = shown(ErrorsPanel, where)
    with qtbot.waitSignal(panel.page_requested) as asked:
        click(panel.go_button)
    assert asked.args == ["register"]
    assert "No form was keyed a second time by another person" in panel.told.text()
    assert not panel.body.isVisible()
    assert panel.figures["cells"][0].text() == "—"
    assert panel.matrix.cells == {}


def test_a_survey_that_goes_on_is_read_anew(errors, qtbot):
    opened = errors._place.session.opened
    key(opened, "111111", first=7)
    from desktop.actions.second_keying import key_second

    key_second(opened, Form("B001", 7, "111111"), operator="C2")
    read(qtbot, errors)
    assert "3 forms were keyed by two people and settled" in errors.told.text()


# does it matter


@pytest.fixture
def stability(survey, shown):
    where = survey()
    key_some_twice(where.session.opened)
    return shown(StabilityPanel, where)


def draw(qtbot, panel, rounds=200):
    panel.rounds.setCurrentIndex(panel.rounds.findData(rounds))
    click(panel.start_button)
    finish(qtbot, panel)


def finish(qtbot, panel):
    qtbot.waitUntil(lambda: not panel.acting.is_busy, timeout=30_000)


def test_nothing_is_drawn_before_it_is_asked_for(stability):
    assert not stability.tables.isVisible()
    assert "Press Draw" in stability.told.text()


def test_the_figures_are_those_of_the_act(stability, qtbot):
    draw(qtbot, stability)
    expected = survey_stability(stability._place.session.opened, rounds=200)
    assert f"seed {expected.seed}" in stability.told.text()
    assert "1 forms are open" in stability.told.text()
    share = 100 * expected.found.top_changed / 200
    assert stability.tables.figures["top"][0].text() == f"{share:.1f} %"
    assert stability.tables.figures["pairs"][0].text() == str(len(expected.found.in_doubt))
    names = {"A1": "单位1", "A2": "单位2", "A3": "单位3"}
    shown = texts(stability.tables.edges)
    assert [row[1] for row in shown] == [names[code] for code in expected.found.near]
    assert shown[0][2] == f"{expected.found.edges['A1'].top / 2:.1f} %"
    pairs = [(row[1], row[2]) for row in texts(stability.tables.pairs)]
    assert pairs == [(names[p.upper], names[p.lower]) for p in expected.found.in_doubt]


def test_a_seed_is_typed_and_enter_draws(stability, qtbot):
    stability.rounds.setCurrentIndex(0)
    stability.seed.setFocus()
    QTest.keyClicks(stability.seed, "20060508")
    QTest.keyClick(stability.seed, ENTER)
    finish(qtbot, stability)
    first = texts(stability.tables.edges)
    assert "seed 20060508" in stability.told.text()
    QTest.keyClick(stability.seed, ENTER)
    finish(qtbot, stability)
    assert texts(stability.tables.edges) == first


def test_it_can_be_stopped_and_leaves_what_was_drawn(stability, qtbot):
    stability.rounds.setCurrentIndex(stability.rounds.findData(20_000))
    click(stability.start_button)
    qtbot.waitUntil(stability.bar.isVisible, timeout=5000)
    click(stability.bar.stop_button)
    finish(qtbot, stability)
    assert stability.message.text.text() == "Stopped: nothing was drawn to its end."
    assert not stability.tables.isVisible()


def test_what_was_recorded_since_is_said(stability, qtbot):
    draw(qtbot, stability)
    read(qtbot, stability)
    assert "draw again" not in stability.told.text()
    key(stability._place.session.opened, "111111", first=7)
    read(qtbot, stability)
    assert stability.told.text().startswith("The file has gone on since: draw again.")


def test_nothing_compared_is_refused_in_a_sentence(survey, shown, qtbot):
    where = survey()
    key(where.session.opened, "123123")
    panel = shown(StabilityPanel, where)
    draw(qtbot, panel)
    assert "so nothing is known of slips" in panel.message.text.text()
    assert not panel.tables.isVisible()


# what if


@pytest.fixture
def what_if(survey, shown):
    """By votes A1 is first; divided by forms A2 is, and A1, marked once in three forms, last."""
    where = survey(
        agencies=3, dimensions=1, cut={"top": 1, "bottom": 1}, second_keying={"percent": 0}
    )
    key(where.session.opened, "113", "013", "023")
    return shown(WhatIfPanel, where)


def column(panel, letter):
    titles = [
        panel.table.model.headerData(at, Qt.Orientation.Horizontal)
        for at in range(panel.table.model.columnCount())
    ]
    return [row[titles.index(letter)] for row in texts(panel.table)]


def test_the_usual_alternatives_stand_beside_the_plans_ranking(what_if):
    assert [row[:2] for row in texts(what_if.table)] == [
        ["1", "单位1"],
        ["2", "单位2"],
        ["3", "单位3"],
    ]
    assert column(what_if, "A") == ["3 ↓2 *", "1 ↑1 *", "2 ↑1 *"]
    assert what_if.side.list.item(0).text().splitlines() == [
        "A  divided by valid forms",
        "     3 ranks change",
        "     into the top: 单位2",
        "     out of the top: 单位1",
        "     into the bottom: 单位1",
        "     out of the bottom: 单位3",
    ]


def test_agencies_that_move_and_those_that_cross_an_edge(what_if, qtbot):
    assert what_if.side.list.count() > 1
    while what_if.side.list.count() > 1:
        what_if.side.list.setCurrentRow(1)
        click(what_if.side.remove_button)
        settle(qtbot, what_if)
    click(what_if.which.buttons["crossed"])
    assert len(texts(what_if.table)) == 3
    what_if.table.filter.setText("单位2")  # QTest types ASCII alone
    assert [row[1] for row in texts(what_if.table)] == ["单位2"]
    click(what_if.side.remove_button)
    settle(qtbot, what_if)
    assert what_if.side.list.count() == 0
    assert texts(what_if.table) == []  # nothing crosses an edge where nothing is compared
    click(what_if.side.usual_button)
    settle(qtbot, what_if)
    assert what_if.side.list.count() > 1


def test_options_are_composed_and_set_beside_the_others(what_if, qtbot):
    before = what_if.side.list.count()
    click(what_if.side.compose_button)
    form = what_if.side.form
    form.denominator.setCurrentIndex(form.denominator.findData("forms"))
    form.top.setValue(2)
    click(what_if.side.add_button)
    settle(qtbot, what_if)
    assert what_if.side.list.count() == before + 1
    told = what_if.side.list.item(before).text()
    assert "divided by valid forms; top 2, bottom 1" in told
    assert "into the top: 单位2, 单位3" in told
    click(what_if.side.compose_button)
    click(what_if.side.add_button)  # the same again is not a column more
    settle(qtbot, what_if)
    assert what_if.side.list.count() == before + 1


def test_weights_are_typed_where_channels_are_apart(what_if, qtbot):
    opened = what_if._place.session.opened
    register_batch(opened, Slip("B002", "C2", 3))
    key(opened, "321", batch="B002")
    read(qtbot, what_if)
    click(what_if.side.compose_button)
    form = what_if.side.form
    assert not form.weights["C1"].isVisible()
    form.channels.setCurrentIndex(form.channels.findData("weighted"))
    for code, weight in (("C1", "0"), ("C2", "1")):
        form.weights[code].setFocus()
        form.weights[code].selectAll()
        QTest.keyClicks(form.weights[code], weight)
    QTest.keyClick(form.weights["C2"], ENTER)
    settle(qtbot, what_if)
    last = what_if.side.list.item(what_if.side.list.count() - 1).text()
    assert "channels apart, weights 0 : 1" in last
    assert "into the top: 单位3" in last


def test_what_is_no_number_and_what_does_not_go_together_is_said(what_if):
    click(what_if.side.compose_button)
    form = what_if.side.form
    QTest.keyClicks(form.cap, "twenty")
    click(what_if.side.add_button)
    assert 'Cap of a dimension: "twenty" is not a number' in what_if.message.text.text()
    assert form.cap.hasFocus()
    form.cap.clear()
    QTest.keyClicks(form.cap, "20")
    form.dimensions.setCurrentIndex(form.dimensions.findData("pooled"))
    click(what_if.side.add_button)
    assert "These options do not go together" in what_if.message.text.text()
    click(what_if.side.back_button)
    assert what_if.side.list.isVisible()


def test_own_forms_are_offered_where_a_batch_names_an_agency(what_if, qtbot):
    assert not what_if.side.form.exclude_self.isEnabled()
    opened = what_if._place.session.opened
    register_batch(opened, Slip("B002", "C1", 3, "A1"))
    key(opened, "311", batch="B002")
    read(qtbot, what_if)
    assert what_if.side.form.exclude_self.isEnabled()
    assert "own forms left out" in what_if.side.list.item(what_if.side.list.count() - 1).text()


def test_the_result_stays_that_of_the_plan(what_if, qtbot):
    opened = what_if._place.session.opened
    before = (opened.path.read_bytes(), count_survey(opened).hash)
    click(what_if.side.compose_button)
    click(what_if.side.add_button)
    settle(qtbot, what_if)
    assert (opened.path.read_bytes(), count_survey(opened).hash) == before


def test_before_anything_is_counted_it_says_so(survey, shown):
    panel = shown(WhatIfPanel, survey())
    assert panel.remains.text() == "Nothing is counted yet, so no agency has a rank to compare."
    assert column(panel, "A") == ["—", "—", "—"]


def test_the_cursor_stays_on_the_agency_it_was_on(what_if, qtbot):
    what_if.table.select("A3")
    read(qtbot, what_if)
    assert what_if.table.table.currentIndex().data(KEY_ROLE) == "A3"
