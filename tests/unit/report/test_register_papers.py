"""批次封面 and 领发登记: bars that a scanner reads, and every line with its sums."""

import pytest

from desktop.report.barcode import barcode
from desktop.report.batch_cover import write_batch_covers
from desktop.report.issue_register import write_issue_register
from desktop.report.log_file import log_file
from desktop.tally.document_rows import BatchCover, IssueRegister, IssueRow
from desktop.tally.errors import Problem
from tests.unit.report.samples import ZH, pages_of, squeezed, text_of
from tests.unit.report.sheets import EN, LONG, PLAN_HASH, inside, largest_text, named

COVER = BatchCover("B001", "单位互评", 1050, "市教育局", "录入站1", "B001-001", "B001-1050")
GIVEN = IssueRow("2006-05-08", "单位互评", "发放", 1200, "评议办", "教育局王主任", "", "第一次")
BACK = IssueRow("2006-05-20", "单位互评", "收回", 1130, "教育局王主任", "评议办", "李晓红", "")


def covers(tmp_path, *held, **changes):
    return write_batch_covers(held, tmp_path, **named(**changes))


def register(tmp_path, *rows, warnings=(), **changes):
    return write_issue_register(IssueRegister(rows, tuple(warnings)), tmp_path, **named(**changes))


@pytest.mark.parametrize("code", ["B001", "b1", "0012345678", "ABCDEFGHJKLM3456", "Q"])
@pytest.mark.parametrize("scale", [2, 3.5])
def test_a_scanner_reads_the_code_of_the_batch(tmp_path, code, scale):
    pypdfium2, scanner = map(pytest.importorskip, ("pypdfium2", "zxingcpp"))
    path = covers(tmp_path, BatchCover(code, "单位互评", 5, "", "", "", ""))
    picture = pypdfium2.PdfDocument(path)[0].render(scale=scale).to_pil()
    found = {held.format: held.text for held in scanner.read_barcodes(picture)}
    assert found == {
        scanner.BarcodeFormat.Code128: code,
        scanner.BarcodeFormat.QRCode: PLAN_HASH,
    }


def test_bars_too_wide_for_their_room_grow_thinner(tmp_path):
    class Ink:
        def __init__(self):
            self.bars = []

        def fill(self, x, y, width, height, tone):
            self.bars.append((x, width))

    def drawn(width):
        ink = Ink()
        barcode("ABCDEFGHJKLM3456", width, 40).draw(ink, 100, 700)  # type: ignore[arg-type]
        return ink.bars

    wide, narrow = drawn(600), drawn(120)
    assert len(wide) == len(narrow)
    assert min(width for _, width in wide) == pytest.approx(1.1)
    thinnest = min(width for _, width in narrow)
    assert 100 + 10 * thinnest <= narrow[0][0] + 1e-9  # ten modules of white on both sides
    assert narrow[-1][0] + narrow[-1][1] <= 220 - 10 * thinnest + 1e-9


def test_a_cover_says_what_the_bundle_is_and_who_keys_it(tmp_path):
    text = text_of(covers(tmp_path, COVER))
    for said in (
        "批次封面",
        "渠道单位互评",
        "来源单位市教育局",
        "封面份数1,050",
        "表上所编号码B001-001至B001-1050",
        "录入站点录入站1",
        "拆封编号：",
    ):
        assert said in text, said


def test_every_batch_has_a_page_with_boxes_to_be_filled_in(tmp_path):
    held = [BatchCover(f"B{at:03d}", "单位互评", 50, "", "", "", "") for at in range(1, 31)]
    pages = [squeezed(page) for page in pages_of(covers(tmp_path, *held))]
    assert len(pages) == 30
    for at, page in enumerate(pages, 1):
        assert f"B{at:03d}" in page
        assert "来源单位—" in page
        for box in ("有效票", "无效票", "疑难票", "缺表", "合计"):
            assert box in page


@pytest.mark.parametrize("words", [ZH, EN])
def test_a_cover_is_one_page(tmp_path, words):
    assert len(pages_of(covers(tmp_path, COVER, words=words))) == 1


def test_without_batches_the_cover_says_so(tmp_path):
    assert "尚未登记批次。" in text_of(covers(tmp_path))


def test_the_register_lists_every_line_with_sums_by_channel(tmp_path):
    other = IssueRow("2006-05-09", "报纸读者评议", "发放", 3, "甲", "乙", "", "")
    text = text_of(register(tmp_path, GIVEN, BACK, GIVEN, other))
    assert "单位互评2,4001,130" in text
    assert "报纸读者评议30" in text
    for said in ("2006-05-08", "教育局王主任", "李晓红", "第一次", "2006-05-20"):
        assert said in text, said


def test_what_differs_from_the_plan_is_to_be_explained(tmp_path):
    wrong = Problem("单位互评", "missing: {numbers}", {"numbers": "7"})
    assert "待说明事项" in text_of(register(tmp_path, GIVEN, warnings=[wrong]))
    assert "待说明事项" not in text_of(register(tmp_path, GIVEN))


def test_an_empty_register_says_so(tmp_path):
    text = text_of(register(tmp_path))
    assert text.count("尚无登记。") == 2


def test_long_and_strange_texts_stay_inside_the_margins(tmp_path):
    cover = BatchCover("ABCDEFGHJKLM3456", LONG, 99_999, f"{LONG}😀", LONG, "a", "b")
    row = IssueRow("2006-05-08", LONG, "发放", 999_999_999, LONG, LONG, LONG, f"{LONG}😀")
    assert inside(covers(tmp_path, cover, title=LONG))
    assert inside(register(tmp_path, row, title=LONG))


@pytest.mark.parametrize(("mode", "across"), [("official", ""), ("drill", "演练")])
def test_a_drill_says_so_across_both(tmp_path, mode, across):
    assert largest_text(covers(tmp_path, COVER, mode=mode)) >= {across} - {""}
    assert (across in largest_text(register(tmp_path, GIVEN, mode=mode))) is True


def test_both_read_as_english(tmp_path):
    assert covers(tmp_path, COVER, words=EN).name == "Batch cover.pdf"
    path = register(tmp_path, GIVEN, words=EN)
    assert path.name == "Issue register.pdf"
    assert "Sums by channel" in "".join(pages_of(path))


def test_a_log_is_a_table_that_no_spreadsheet_runs(tmp_path):
    path = tmp_path / "日志.csv"
    with path.open("wb") as file:
        log_file(["序号", "理由"], [["1", "=1+1"], ["2", "一,二"]])(file)
        assert not file.closed
    text = path.read_bytes()
    assert text.startswith(b"\xef\xbb\xbf")
    lines = text.decode("utf-8-sig").splitlines()
    assert lines == ["序号,理由", "1,'=1+1", '2,"一,二"']
