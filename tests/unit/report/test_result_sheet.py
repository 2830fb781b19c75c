"""计票结果报告单: its figures, its warnings, its signatures."""

from dataclasses import replace

import pytest

from desktop.tally.counting import Totals, TotalsRow
from desktop.tally.marks import MarkCounts
from tests.plans import small_plan
from tests.unit.report.samples import FORMS, HASH, material, pages_of, squeezed, text_of, written


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


def test_totals_taken_over_stand_apart_with_their_source(tmp_path):
    rows = (TotalsRow("A1", "D1", MarkCounts((3, 2, 1)), 6),)
    text = sheet(tmp_path, totals=[Totals("C2", "市城调队报告第3页", rows)])
    assert "汇总数导入" in text
    assert "渠道：报纸读者评议来源：市城调队报告第3页" in text


def test_more_returned_than_issued_leaves_room_for_an_explanation(tmp_path):
    channels = [{"code": "C1", "name": "单位互评", "issued": 1}, {"code": "C2", "name": "报纸"}]
    text = sheet(tmp_path, small_plan(channels=channels))
    assert "须说明：单位互评" in text
    assert "说明：" in text
    assert "签字：" in text


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
