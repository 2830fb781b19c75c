"""The page Composite: components by keyboard, figures typed and brought in, ranking, what-if."""

from dataclasses import replace
from datetime import UTC, datetime
from fractions import Fraction

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.actions.composite import composite_setting, set_composite
from desktop.actions.deductions import enter_deduction, move_deduction
from desktop.actions.rule_sets import choose_rules, shipped_rules
from desktop.actions.year_sealing import seal_year
from desktop.assess.composite import Component, ComponentKind, Missing
from desktop.assess.ledger import Entry, State
from desktop.assess.points import Facts
from desktop.assess.year import CompositeSetting
from desktop.store import kinds
from desktop.store.ledger_queries import lines
from desktop.store.ledgers import DEDUCTIONS
from tests.gui.clerk import focused
from tests.gui.office import PEOPLE, Office, click, records, write
from tests.plans import small_plan
from tests.stations import Centre

K = Qt.Key
ONE, TEN = Fraction(1), Fraction(10)
GROUPS = [{"code": "G1", "name": "政府部门"}, {"code": "G2", "name": "公共服务"}]
AGENCIES = [
    {"code": "A1", "name": "甲局", "group": "G1"},
    {"code": "A2", "name": "乙局", "group": "G1"},
    {"code": "A3", "name": "丙公司", "group": "G2"},
]
PHONE = {"A1": Fraction(4), "A2": Fraction(5), "A3": Fraction(3)}
VISITS = {"A1": Fraction(90), "A2": Fraction(60)}


def component(code="phone", figures=None, **changes):
    made = Component(
        code, "电话访问", ComponentKind.PHONE, Fraction(5), TEN, {}, figures or PHONE, "民调中心"
    )
    return replace(made, **changes)


TWO = CompositeSetting(
    (
        component(),
        component(
            "mystery", VISITS, name="暗访测评", kind=ComponentKind.MYSTERY, full=Fraction(100)
        ),
    )
)


@pytest.fixture
def centre(tmp_path):
    plan = small_plan(AGENCIES, groups=GROUPS)
    return Centre(tmp_path / "centre", 0, operators=PEOPLE, plan=plan)


@pytest.fixture
def office(window, qtbot, centre):
    """Whoever is named at the page, over a setting that is on record."""

    def begin(setting=None, who="Z01"):
        with centre.opened() as survey:
            if setting:
                set_composite(survey, setting, operator="Z01")
        return Office(window(), qtbot, centre, who)

    return begin


def held(office):
    return composite_setting(office.survey)


def part(office, name):
    page = office.page("composite")
    page.show_part(name)
    return getattr(page, name)


def press(*keys, text=""):
    """On whatever has the focus."""
    for key in (*text, *keys):  # a cell opens and closes between two keys
        QTest.keyClick(focused(), key)
        QApplication.processEvents()


def shown(table):
    return [row.texts for row in table.shown_rows()]


def count(office):
    return records(office.centre.supervisor.path, office.centre.supervisor.home)


def test_without_components_it_says_what_to_do_and_a_first_one_is_typed(office):
    begun = office()
    page = begun.page("composite")
    assert page.head.state.text() == "No components yet: name them with their weights."
    assert focused() is page.components.add_button
    press(K.Key_Return)
    assert focused() is page.components.form.kind
    press(K.Key_Down, K.Key_Up, K.Key_Return)
    assert page.components.form.name.text() == "Survey"
    assert focused() is page.components.form.name


def test_a_component_is_on_record_after_enter_in_its_last_field(office):
    begun = office()
    panel = part(begun, "components")
    click(panel.add_button)
    form = panel.form
    press(K.Key_Down, K.Key_Down, K.Key_Return)  # a phone poll, and its name is proposed
    press(K.Key_Return)
    press(K.Key_Return, text="40")
    form.full.setText("５")  # as an input method leaves it
    press(K.Key_Return)
    form.source.insert("市统计局")
    press(K.Key_Return)
    press(K.Key_Return, text="2005-11-20")
    press(K.Key_Return, text="1,200")
    begun.settle()
    (made,) = held(begun).components
    assert (made.kind, made.name, made.weight, made.full) == ("phone", "Phone poll", 40, 5)
    assert (made.source, made.date, made.sample) == ("市统计局", "2005-11-20", 1200)
    assert not form.isVisible()
    assert begun.message() == "Phone poll is on record with weight 40."
    assert shown(panel.list)[0][:4] == ("Phone poll", "phone poll", "40", "100.0 %")


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("weight", "viel", "Weight"),
        ("full", "0", "full mark must be above 0"),
        ("name", " ", "Name is empty"),
        ("day", "gestern", "Date"),
        ("sample", "viele", "Sample"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(office, field, typed, said):
    begun = office(TWO)
    panel = part(begun, "components")
    press(K.Key_Return)
    write(getattr(panel.form, field), typed)
    click(panel.form.give_button)
    begun.settle()
    assert said in begun.message()
    assert panel.form.isVisible()
    assert getattr(panel.form, field).text() == typed
    assert held(begun) == TWO


def test_a_group_gets_a_weight_of_its_own(office):
    begun = office(TWO)
    panel = part(begun, "components")
    press(K.Key_Return)
    assert not panel.form.groups.isVisible()
    panel.form.own.setFocus()
    press(K.Key_Space)
    write(panel.form.weights["G2"], "30")
    click(panel.form.give_button)
    begun.settle()
    assert held(begun).components[0].weights == {"G2": 30}
    assert held(begun).components[0].figures == PHONE
    begun.until(lambda: "1 group" in shown(panel.list)[0][2])


def test_escape_puts_the_form_away(office):
    panel = part(office(TWO), "components")
    press(K.Key_Return)
    assert focused() is panel.form.weight
    press(K.Key_Escape)
    assert not panel.form.isVisible()
    assert focused() is panel.list.table


def test_a_component_is_taken_out(office):
    begun = office(TWO)
    panel = part(begun, "components")
    panel.list.select("phone")
    click(panel.remove_button)
    begun.settle()
    assert [one.code for one in held(begun).components] == ["mystery"]


def test_figures_are_typed_down_the_column(office):
    begun = office(TWO)
    panel = part(begun, "components")
    panel.list.select("mystery")
    click(panel.figures_button)
    sheet = panel.figures.sheet
    assert focused() is sheet.table
    for text in ("91", "60.5", "70"):
        press(K.Key_Return, text=text)
    click(panel.figures.record_button)
    begun.settle()
    figures = held(begun).components[1].figures
    assert figures == {"A1": 91, "A2": Fraction("60.5"), "A3": 70}
    assert begun.message() == "3 figures of 暗访测评 are on record."


@pytest.mark.parametrize("text", ["5.1", "-1", "gut"])
def test_a_wrong_figure_is_framed_and_nothing_is_recorded(office, text):
    begun = office(TWO)
    panel = part(begun, "components")
    click(panel.figures_button)
    sheet = panel.figures.sheet
    QGuiApplication.clipboard().setText(f"3\n{text}\n2\n")
    QTest.keyClick(sheet.table, K.Key_V, Qt.KeyboardModifier.ControlModifier)
    click(panel.figures.record_button)
    begun.settle()
    assert sheet.wrong.text().startswith(f'A2: "{text}" is no figure from 0 to 5')
    assert sheet.table.currentIndex().row() == 1
    assert held(begun) == TWO


def test_figures_come_from_a_file_and_are_seen_first(office, tmp_path):
    begun = office(TWO)
    panel = part(begun, "components")
    click(panel.figures_button)
    path = tmp_path / "phone.csv"
    path.write_text("单位,得分\n甲局,4.5\n丙公司,2\n", encoding="utf-8")
    write(panel.figures.file.line, str(path))
    begun.until(lambda: "2 figures understood" in begun.message())
    assert held(begun) == TWO
    click(panel.figures.record_button)
    begun.settle()
    assert held(begun).components[0].figures == {"A1": Fraction("4.5"), "A3": 2}


def test_a_file_that_names_no_unit_is_refused_with_its_row(office, tmp_path):
    begun = office(TWO)
    panel = part(begun, "components")
    click(panel.figures_button)
    path = tmp_path / "a.csv"
    path.write_text("单位,得分\n某局,4.5\n", encoding="utf-8")
    write(panel.figures.file.line, str(path))
    begun.until(lambda: "某局" in panel.figures.problems.text.text())
    assert panel.figures.problems.text.text().startswith("Row 2: ")


def test_figures_of_this_file_are_not_typed(office):
    survey = component("survey", {}, name="民主评议", kind=ComponentKind.SURVEY)
    begun = office(CompositeSetting((survey, *TWO.components)))
    panel = part(begun, "components")
    click(panel.figures_button)
    assert begun.message() == "The figures of 民主评议 are computed from this file."


def test_the_ranking_shows_what_each_component_contributes_and_what_is_missing(office):
    panel = part(office(TWO), "ranking")
    assert shown(panel.list) == [
        ("1", "甲局", "85.00", "40.00", "45.00"),
        ("2", "乙局", "80.00", "50.00", "30.00"),
        ("3", "丙公司", "60.00", "60.00", "missing"),
    ]
    assert "the other components carry its weight" in panel.sources.text()
    assert panel.account.text() == "甲局: 80.00 × 10/20 + 90.00 × 10/20 = 85.00"
    press(K.Key_Down, K.Key_Down)
    assert panel.account.text() == "丙公司: 60.00 × 10/10 = 60.00"


def test_a_component_without_weight_in_a_group_has_no_part_in_its_scores(office):
    first, second = TWO.components
    held = CompositeSetting((replace(first, weights={"G1": Fraction()}), second))
    panel = part(office(held), "ranking")
    assert shown(panel.list)[0] == ("1", "甲局", "90.00", "0.00", "90.00")
    assert panel.account.text() == "甲局: 90.00 × 10/10 = 90.00"


def test_marks_stand_in_the_place_of_contributions_and_groups_filter(office):
    panel = part(office(TWO), "ranking")
    panel.what.setCurrentIndex(panel.what.findData("marks"))
    assert shown(panel.list)[0] == ("1", "甲局", "85.00", "80.00", "90.00")
    panel.group.setCurrentIndex(panel.group.findData("G2"))
    assert [row[1] for row in shown(panel.list)] == ["丙公司"]


def test_a_missing_figure_stops_the_score_where_that_is_chosen(office):
    begun = office(TWO)
    panel = part(begun, "components")
    click(panel.missing.buttons[Missing.STOP])
    begun.settle()
    assert held(begun).missing is Missing.STOP
    ranking = part(begun, "ranking")
    assert shown(ranking.list)[-1][:3] == ("—", "丙公司", "—")
    assert "no score" in ranking.sources.text()


def test_without_any_weight_the_ranking_says_why(office):
    nothing = CompositeSetting((component(weight=Fraction()),))
    begun = office(nothing)
    panel = part(begun, "ranking")
    assert "add up to nothing" in panel.nothing.text()
    press(K.Key_Return)
    assert begun.page("composite").tabs.currentIndex() == 1


def test_what_counts_after_today_is_not_in_it_yet(office, centre):
    """As on the page of the assessment; what it is as of stands above."""
    entry = Entry("A1", "4-2", Facts(), "2005-03-01", "办公室", document="通报第3期")
    with centre.opened() as survey:
        choose_rules(survey, shipped_rules("hundred-points"), operator="Z01")
        made = enter_deduction(survey, entry, on="2005-03-02", operator="Z01")
        for state in (State.VERIFIED, State.CIRCULARISED, State.COUNTED):
            (line,) = lines(survey, DEDUCTIONS, begins=made.id)
            move_deduction(survey, line, state, on="2005-12-09", operator="Z01")
    assessed = component("assessment", {}, kind=ComponentKind.ASSESSMENT, full=Fraction(100))
    begun = office(CompositeSetting((replace(assessed, figures={}),)))
    for day, score, said in (
        (8, "100.00", "The year is not over: as of 2005-12-08. Components: 1."),
        (9, "90.00", "The year is not over: as of 2005-12-09. Components: 1."),
    ):
        begun.survey.clock = lambda day=day: datetime(2005, 12, day, 4, tzinfo=UTC)
        page = begun.page("composite")
        page._read_to = -1
        page.read()
        begun.settle()
        assert {row[1]: row[2] for row in shown(page.ranking.list)}["甲局"] == score
        assert page.head.state.text().startswith(said)


def test_the_weights_come_with_their_sum(office):
    begun = office(TWO)
    panel = part(begun, "what_if")
    assert panel.weights.sum.text() == "Sum of the weights: 20"
    press(K.Key_Right)
    assert panel.weights.sum.text() == "Sum of the weights: 21"
    assert "unrounded" in part(begun, "ranking").sources.text()


def test_what_if_moves_ranks_and_records_nothing(office):
    begun = office(TWO)
    before = count(begun)
    panel = part(begun, "what_if")
    assert focused() is panel.weights.sliders["phone"]
    press(*[K.Key_PageUp] * 18)
    assert panel.weights.fields["phone"].text() == "100"
    assert [row[:3] for row in shown(panel.list)][:2] == [("1", "↑1", "乙局"), ("2", "↓1", "甲局")]
    assert panel.banner.text().startswith("What-if, not the result")
    assert count(begun) == before
    assert held(begun) == TWO
    click(panel.back_button)
    assert next(row[:3] for row in shown(panel.list)) == ("1", "", "甲局")
    assert panel.weights.fields["phone"].text() == "10"


def test_what_if_weights_are_typed_exactly_and_by_group(office):
    panel = part(office(TWO), "what_if")
    panel.group.setCurrentIndex(panel.group.findData("G1"))
    write(panel.weights.fields["mystery"], "1/3")
    tried = panel._tried.components[1]
    assert (tried.weight, tried.weights) == (10, {"G1": Fraction(1, 3)})
    write(panel.weights.fields["mystery"], "x")
    assert panel.weights.fields["mystery"].property("tone") == "bad"
    assert panel._tried.components[1].weights == {"G1": Fraction(1, 3)}
    press(K.Key_Tab)
    assert panel.weights.fields["mystery"].text() == "1/3"


def test_all_weights_at_nothing_are_said_in_the_what_if(office):
    panel = part(office(CompositeSetting((component(),))), "what_if")
    press(K.Key_Home)
    assert "add up to nothing" in panel.state.text()


def test_weights_are_the_supervisors_and_what_was_typed_stays(office):
    begun = office(TWO, "K01")
    panel = part(begun, "components")
    press(K.Key_Return)
    write(panel.form.weight, "77")
    click(panel.form.give_button)
    begun.settle()
    assert "supervisor" in begun.message()
    assert panel.form.weight.text() == "77"
    click(panel.missing.buttons[Missing.STOP])
    begun.settle()
    assert panel.missing.buttons[Missing.RENORMALISE].isChecked()
    assert held(begun) == TWO


def test_after_the_years_seal_nothing_is_changed(office, centre):
    with centre.opened() as survey:
        choose_rules(survey, shipped_rules("hundred-points"), operator="Z01")
        set_composite(survey, TWO, operator="Z01")
        seal_year(survey, "2005-12-31", second="J01", operator="Z01")
    begun = office()
    panel = part(begun, "components")
    assert "sealed" in begun.page("composite").head.state.text()
    click(panel.remove_button)
    begun.settle()
    assert "sealed" in begun.message()
    assert held(begun) == TWO


def test_what_another_part_of_the_program_records_is_shown(office):
    begun = office(TWO)
    panel = part(begun, "ranking")
    assert begun.survey.records_of(kinds.COMPOSITE)
    page = begun.page("composite")
    page.components.acting.start(
        lambda survey, _: set_composite(
            survey, CompositeSetting((component(name="电话"),)), operator="Z01"
        ),
        lambda _: None,
    )
    begun.settle()
    assert shown(panel.list)[0] == ("1", "乙局", "100.00", "100.00")
