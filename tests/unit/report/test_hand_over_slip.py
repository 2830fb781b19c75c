"""交接单: a station's bundles with their sums, and room for how they came back."""

from typing import Any

import pypdf
import pytest

from desktop.report.fonts import GlyphMissingError
from desktop.report.hand_over_slip import write_hand_over_slips
from desktop.tally.hand_over_rows import HandOverBatch, HandOverSlip
from tests.unit.report.samples import HOSTILE, pages_of, squeezed, text_of
from tests.unit.report.sheets import EN, LONG, RESULTS, inside, largest_text, named


def bundle(number: int = 1, forms: int = 50, **changes: Any) -> HandOverBatch:
    code = f"B{number:03d}"
    given: dict[str, Any] = {
        "code": code,
        "forms": forms,
        "channel": "单位互评",
        "origin": "市财政局",
        "first": f"{code}-001",
        "last": f"{code}-{forms:03d}",
        "missing": forms,
    }
    return HandOverBatch(**given | changes)


OUT = HandOverSlip("录入站1", (bundle(1), bundle(2, 1), bundle(3, 1200, origin="")))
BACK = HandOverSlip(
    "录入站2",
    (
        bundle(4, keyed=48, void=3, missing=2, closed=True),
        bundle(5, keyed=10, void=1, missing=40),
        bundle(6),
    ),
)
REST = HandOverSlip("", (bundle(9, origin=""),))


def written(folder, *slips, **changes: Any):
    return write_hand_over_slips(slips, folder, **named(**changes))


def test_a_station_has_its_bundles_with_numbers_and_sums(tmp_path):
    text = text_of(written(tmp_path, OUT))
    assert "万人评议交接单录入站1正式·第2版" in text
    for row in (
        "1B001单位互评市财政局50B001-001至050",
        "2B002单位互评市财政局1B002-001",
        "3B003单位互评—1,200B003-001至1200",
        "合计3批1,251",
    ):
        assert row in text
    assert "B002-001至" not in text
    assert "共3批1,251份，经双方清点无误。" in text


def test_the_way_back_is_left_to_a_pen(tmp_path):
    text = text_of(written(tmp_path, OUT))
    assert "收回时填写" in text
    assert "收回份数备注1B001" in text
    assert "录入情况" not in text
    assert "领取站点" not in text


def test_what_is_known_already_stands_beside_the_slip(tmp_path):
    text = text_of(written(tmp_path, BACK))
    assert "录入情况收回时填写" in text
    assert "至0504832已关闭2B005" in text
    assert "至05010140未关闭3B006" in text
    # a bundle that nobody began lacks nothing
    assert "至050————合计" in text
    assert "合计3批15058442已关闭1批" in text


def sides(path):
    return [page.mediabox.width > page.mediabox.height for page in pypdf.PdfReader(path).pages]


def test_the_page_lies_across_where_more_has_to_stand_on_it(tmp_path):
    assert sides(written(tmp_path, OUT)) == [False]
    assert sides(written(tmp_path, OUT, BACK)) == [True, True]


def test_bundles_that_nobody_was_given_ask_for_their_station(tmp_path):
    first, second = (squeezed(page) for page in pages_of(written(tmp_path, OUT, REST)))
    assert "未指派" not in first
    assert second.startswith("万人评议·交接单·未指派的批次")
    assert "以下批次未指派站点，领取时请写明领取站点。" in second
    assert "领取站点" in second
    assert "来源单位" not in second


def test_both_sign_on_the_way_out_and_on_the_way_back(tmp_path):
    for page in pages_of(written(tmp_path, OUT, BACK, REST)):
        for said in ("发出·交出人", "发出·接收人", "收回·交出人", "收回·接收人"):
            assert f"{said}：年月日" in squeezed(page)


def test_a_long_list_goes_on_with_its_heads_and_nobody_signs_alone(tmp_path):
    for count in range(20, 50, 3):
        slip = HandOverSlip("录入站1", tuple(bundle(at) for at in range(1, count + 1)))
        pages = [squeezed(page) for page in pages_of(written(tmp_path, slip))]
        assert "合计" in pages[-1]
        assert f"B{count:03d}-001" in pages[-1]
        for number, page in enumerate(pages, 1):
            assert "收回份数备注" in page
            assert f"第{number}页共{len(pages)}页" in page
            assert page.startswith("万人评议·交接单·录入站1正式·第2版")


def test_without_a_batch_there_is_a_page_that_says_so(tmp_path):
    (page,) = pages_of(written(tmp_path))
    assert "尚未登记批次。" in squeezed(page)


def test_the_hash_of_the_results_stands_on_it_once_there_are_any(tmp_path):
    assert RESULTS[:8] in text_of(written(tmp_path, OUT, results=RESULTS))


def test_it_reads_as_english(tmp_path):
    path = written(tmp_path, BACK, REST, words=EN)
    assert path.name == "Hand-over slip.pdf"
    text = " ".join("".join(pages_of(path)).split())
    for said in ("3 bundles with 150 forms were counted by both sides.", "Out, received by: Date:"):
        assert said in text
    assert inside(path)


@pytest.mark.parametrize(("mode", "across"), [("official", ""), ("drill", "演练")])
def test_a_drill_says_so_across_every_page(tmp_path, mode, across):
    assert largest_text(written(tmp_path, OUT, REST, mode=mode)) == {across}


def test_strange_and_long_names_are_printed_whole_inside_the_margins(tmp_path):
    bundles = tuple(
        bundle(at, channel=name[:200], origin=name[:200], keyed=at)
        for at, name in enumerate(HOSTILE, 1)
    )
    out = tuple(bundle(at, origin=name[:200]) for at, name in enumerate(HOSTILE, 1))
    for slip in (HandOverSlip(f"{LONG}😀", bundles), HandOverSlip(LONG, out)):
        path = written(tmp_path, slip, title=LONG)
        text = text_of(path)
        for name in HOSTILE:
            assert squeezed(name[:200]) in text
        assert inside(path)
    assert f"{LONG}[U+1F600]" in text_of(written(tmp_path, HandOverSlip(f"{LONG}😀", bundles)))


def test_a_name_of_the_plan_that_no_font_can_print_is_refused_and_nothing_is_written(tmp_path):
    odd = HandOverSlip("录入站1", (bundle(origin="某局😀"),))
    for slip, title in ((odd, "评议"), (OUT, "评议😀")):
        with pytest.raises(GlyphMissingError):
            written(tmp_path / "none", slip, title=title)
    assert not (tmp_path / "none").exists()
