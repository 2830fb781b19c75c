"""收发与录入核对: what the slips say against the forms keyed, and the numbers behind it."""

from dataclasses import replace

from tests.unit.report.samples import material, outside, text_of, written


def tables(tmp_path, *given, **changes):
    return text_of(written(material(*given, **changes), tmp_path, "tables"))


def test_missing_and_extra_numbers_are_named_and_drawn_together(tmp_path):
    made = material()
    rows = list(made.results.reconciliation)
    rows[1] = replace(
        rows[1], missing=4, missing_numbers=(3, 4, 5, 9), extra=1, extra_numbers=(12,)
    )
    made = replace(made, results=replace(made.results, reconciliation=tuple(rows)))
    text = text_of(written(made, tmp_path, "tables"))
    assert "B001B001-003至005、B001-009B001-012" in text


def test_what_was_not_compared_does_not_agree(tmp_path):
    text = tables(tmp_path, None, [("C1", "B001", [("", "111111")])])
    assert "报纸读者评议渠道小计—0000000—" in text
    assert "合计—1001110000相符" in text
    assert "汇总数" not in text
    text = tables(tmp_path, None, [], totals=[outside("C2", "市城调队", 3000)])
    assert "相符" not in text
    assert "汇总数导入没有批次和封面" in text


def test_a_batch_has_a_dash_for_forms_issued(tmp_path):
    assert "单位互评B001—443101000相符" in tables(tmp_path)
