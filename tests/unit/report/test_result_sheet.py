"""计票结果报告单: its figures, its warnings, its signatures."""

from dataclasses import replace
from typing import Any

import pytest

from desktop.actions.counting import count_survey
from desktop.actions.totals import enter_totals
from desktop.report.documents import write_documents
from desktop.report.material import Material
from desktop.report.signing import signatures
from desktop.report.theme import document_theme
from desktop.tally.results_json import results_json
from desktop.words import CHINESE, ENGLISH, words_for
from tests.plans import small_plan
from tests.surveys import keyed
from tests.unit.report.samples import (
    FORMS,
    HASH,
    material,
    outside,
    pages_of,
    squeezed,
    text_of,
    written,
)


def sheet(tmp_path, *given, **changes):
    return text_of(written(material(*given, **changes), tmp_path, "result-sheet"))


def test_forms_are_shown_by_channel_with_every_reason_that_occurred(tmp_path):
    text = sheet(tmp_path)
    assert "答案系复印" in text
    assert "逾期" in text
    assert "污损" not in text
    assert "单位互评100431" in text
    assert "合计1007511271.43%—100.00%" in text


def test_valid_void_and_returned_add_up_in_words(tmp_path):
    assert "核对：有效票5＋无效票2＝收回7。" in sheet(tmp_path)


def test_unsettled_forms_enter_the_sum(tmp_path):
    made = material()
    rows = [replace(row, keyed=row.keyed + 1, unsettled=1) for row in made.results.reconciliation]
    forms = replace(made.results.forms, unsettled=1)
    made = replace(made, results=replace(made.results, reconciliation=tuple(rows), forms=forms))
    text = text_of(written(made, tmp_path, "result-sheet"))
    assert "有效票5＋无效票2＋待裁定1＝收回8" in text


@pytest.mark.parametrize(
    ("forms", "told"),
    [
        ((3000, 3000, 3000), "33000"),
        ((2980, 3000), "22980至3000"),
        ((0, 0, 0), "3未注明"),
        ((0, 40), "240（部分单位未注明）"),
    ],
)
def test_totals_taken_over_stand_apart_with_source_and_stated_forms(tmp_path, forms, told):
    text = sheet(tmp_path, totals=[outside("C2", "市城调队报告第3页", *forms)])
    apart = text[text.index("来源单位数注明份数") :]
    assert f"报纸读者评议市城调队报告第3页{told}{12 * len(forms)}" in apart
    assert "本表只列录入的评议表" in text
    # the forms keyed are what they are without totals
    assert "核对：有效票5＋无效票2＝收回7。" in text


def test_without_totals_nothing_is_said_of_them(tmp_path):
    text = sheet(tmp_path)
    assert "汇总数" not in text
    assert "有效票占比" in text


def test_shares_that_outside_totals_make_meaningless_are_left_out(tmp_path):
    text = sheet(tmp_path, None, FORMS[:1], totals=[outside("C2", "市城调队", 3000)])
    assert "占录入有效票" in text
    assert "单位互评10043" in text
    assert "报纸读者评议—0000———" in text
    text = sheet(tmp_path, totals=[outside("C1", "县级统计局", 40)])
    # some of the forms issued came back outside: the return rate is not known
    assert "单位互评10043101" + "75.00%—60.00%" in text
    assert "合计10075112" + "71.43%—100.00%" in text


def test_forms_issued_that_came_back_outside_leave_the_whole_rate_unknown(tmp_path):
    channels = [
        {"code": "C1", "name": "单位互评", "issued": 10},
        {"code": "C2", "name": "下级单位评", "issued": 5},
    ]
    plan = small_plan(channels=channels)
    assert "合计15431175.00%26.67%100.00%" in sheet(tmp_path, plan, FORMS[:1])
    text = sheet(tmp_path, plan, FORMS[:1], totals=[outside("C2", "县级统计局", 5)])
    assert "单位互评10431175.00%40.00%100.00%" in text
    assert "合计15431175.00%—100.00%" in text


def test_a_survey_of_totals_alone_has_no_shares(tmp_path):
    text = sheet(tmp_path, None, [], totals=[outside("C2", "市城调队", 3000, 3000, 3000)])
    assert "0.00%" not in text
    assert "单位互评100000———报纸读者评议—000———合计100000———" in text


def test_the_stated_forms_of_a_survey_reach_the_sheet_and_leave_its_results_alone(tmp_path):
    path = tmp_path / "汇总.csv"
    path.write_text("agency,dimension,1,2,3,forms\nA1,D1,5,3,1,40\n", encoding="utf-8")
    with keyed(tmp_path / "a.pingyi", ["1", "2"], small_plan(1, 1)) as survey:
        plain = results_json(count_survey(survey))
        enter_totals(survey, path, channel="C2", source="市城调队")
        results = count_survey(survey)
    assert "报纸读者评议市城调队1409" in text_of(
        written(Material(results), tmp_path, "result-sheet")
    )
    assert results_json(results).keys() == plain.keys()


def test_more_returned_than_issued_leaves_room_for_an_explanation(tmp_path):
    channels = [{"code": "C1", "name": "单位互评", "issued": 1}, {"code": "C2", "name": "报纸"}]
    text = sheet(tmp_path, small_plan(channels=channels))
    assert "单位互评发放1份，收回4份，须有签字说明。" in text
    assert "须说明" not in text
    assert "说明：" in text
    assert "签字：" in text


def test_counts_of_numbers_read_right_for_one(tmp_path):
    made = material()
    rows = [replace(row, missing=1, extra=2) for row in made.results.reconciliation[:1]]
    made = replace(made, results=replace(made.results, reconciliation=tuple(rows)))
    (path,) = write_documents(made, tmp_path, words=words_for(ENGLISH), only=["result-sheet"])
    assert "Missingnumbers:1;extranumbers:2." in text_of(path)


class RulesOnly:
    """A pen that keeps the lines people write on."""

    def __init__(self):
        self.drawn = []

    def rules(self, segments):
        self.drawn += segments

    def lines(self, *_):
        pass


@pytest.mark.parametrize(("language", "rules"), [(CHINESE, 3), (ENGLISH, 6)])
def test_a_date_that_is_only_a_label_has_a_line_to_write_on(language, rules):
    pen: Any = RulesOnly()
    theme = document_theme()
    people = ("计票人：", "监票人：", "总监票人：")
    signatures(people, theme.portrait.room, theme, words_for(language)).draw(pen, 0, 0)
    assert len(pen.drawn) == rules


def test_void_forms_have_one_column_where_no_reason_occurred(tmp_path):
    assert "有效票无效票有效率" in sheet(tmp_path, None, [("C1", "B001", [("", "111111")])])


def test_three_people_sign_on_the_page_that_holds_the_rule(tmp_path):
    pages = pages_of(written(material(), tmp_path, "result-sheet"))
    last = squeezed(pages[-1])
    for words in ("计票人：", "监票人：", "总监票人：", "年月日", "（盖章）", "单项得分＝"):
        assert words in last


def test_a_typical_sheet_is_one_page(tmp_path):
    assert len(pages_of(written(material(), tmp_path, "result-sheet"))) == 1


def test_the_square_code_holds_the_hash(tmp_path):
    zxingcpp = pytest.importorskip("zxingcpp")
    pypdfium2 = pytest.importorskip("pypdfium2")
    page = pypdfium2.PdfDocument(written(material(), tmp_path, "result-sheet"))[0]
    (code,) = zxingcpp.read_barcodes(page.render(scale=3).to_pil())
    assert code.text == HASH


def test_a_tie_at_the_edge_of_the_cut_is_listed_whole_and_named(tmp_path):
    plan = small_plan(cut={"top": 1, "bottom": 0})
    text = sheet(tmp_path, plan, [("C1", "B001", [("", "111122")])])
    assert "1单位1（并列）44.0000" in text
    assert "1单位2（并列）44.0000" in text


def test_channels_without_a_form_have_dashes_for_shares(tmp_path):
    # issued, returned, valid, void by reason and in all, three shares
    assert "报纸读者评议—0000——0.00%" in sheet(tmp_path, None, FORMS[:1])
