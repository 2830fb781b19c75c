"""通报表彰, 通报批评, 致上级主管部门函, 限期整改通知书: on paper and as text to be edited."""

from dataclasses import replace
from io import BytesIO

import pytest
from docx import Document

from desktop.assess.documents import YearLetter
from desktop.report.docx_text import CharacterRefusedError
from desktop.report.fonts import GlyphMissingError
from desktop.report.year_circulars import write_commendation, write_criticism
from desktop.report.year_letters import write_rectification_notice, write_superior_letter
from desktop.tally.letter import Letter
from tests.unit.report.letters import LETTER, frame_text, shown
from tests.unit.report.samples import HOSTILE, ZH, pages_of, squeezed, text_of
from tests.unit.report.sheets import EN, FOREIGN, LONG, inside, largest_text, named
from tests.unit.report.years import (
    SMALL,
    assessment,
    city,
    consequences_book,
    entry,
    finding,
    findings,
    units,
    year,
)

UNIT = "A003"
WRITERS = {
    "通报表彰": write_commendation,
    "通报批评": write_criticism,
    "致上级主管部门函": lambda made, path, **how: write_superior_letter(made, UNIT, path, **how),
    "限期整改通知书": lambda made, path, **how: write_rectification_notice(made, UNIT, path, **how),
}
EACH = pytest.mark.parametrize("name", WRITERS)
BOTH = pytest.mark.parametrize("editable", [False, True], ids=["pdf", "docx"])


def made(letter=LETTER, of=None, **changes) -> YearLetter:
    held = of or assessment(*SMALL)
    return YearLetter(held, consequences_book(held, **changes), letter)


def text(name, tmp_path, letter=None, *, editable=False, mode="official", words=ZH) -> str:
    path = WRITERS[name](
        letter or made(), tmp_path, editable=editable, **named(mode=mode, words=words)
    )
    if not editable:
        return text_of(path)
    document = Document(BytesIO(path.read_bytes()))
    return squeezed("".join([*frame_text(document), *shown(document)]))


@BOTH
def test_the_best_are_commended_with_what_follows(tmp_path, editable):
    said = text("通报表彰", tmp_path, editable=editable)
    assert "关于表彰2006年度考评“优秀”单位的通报" in said
    assert (
        "按照《机关作风效能百分制考评细则》，截至2006年12月31日，2006年度考评档次为“优秀”"
        "（90分及以上）的单位共4个，现予通报表彰。"
    ) in said
    assert "3市教育局直属单位92.00良好" in said
    assert "连续两年优秀，授予“先进单位”称号市公安局" in said
    assert "通报表彰上述全部单位" in said
    assert "市地方税务局" not in said
    assert "报：市委、市政府" in said
    assert "某效能办〔2006〕3号" in said


@BOTH
def test_the_worst_are_criticised_with_what_it_was_mostly_for(tmp_path, editable):
    said = text("通报批评", tmp_path, editable=editable)
    assert "现予通报批评。" in said
    assert "5市地方税务局55.00不合格四.2（30.00）五.1（15.00）" in said
    assert "制定整改方案，限期整改30日内" in said
    assert "市教育局" not in said


@BOTH
def test_the_superior_is_told_of_its_unit_alone(tmp_path, editable):
    said = text("致上级主管部门函", tmp_path, editable=editable)
    assert "关于市地方税务局2006年度考评结果的函" in said
    assert (
        "贵单位垂直管理的市地方税务局，2006年度考评得分55.00分，档次为“不合格”（不满60分）。"
        "该单位2005年度考评档次为“不合格”。在参加排名的5个单位中列第5名。"
    ) in said
    assert "四.2在督查通报中被点名批评的130.00" in said
    assert "函复某某市效能办。特此函告。" in said
    assert "各参评单位" not in said
    assert "市教育局" not in said


def test_a_superior_that_is_known_is_addressed(tmp_path):
    path = write_superior_letter(made(), UNIT, tmp_path, superior="省地方税务局", **named())
    assert path.name == "致上级主管部门函-A003.pdf"
    assert "省地方税务局：" in text_of(path)


@BOTH
def test_a_notice_lists_what_is_to_be_rectified_and_by_when(tmp_path, editable):
    found = findings(
        finding(UNIT, "2006-05-02", "窗口无人值守"),
        finding(UNIT, "2006-05-03", "已经办完的", closed="2006-06-01"),
        finding("A001", "2006-05-04", "别的单位的"),
        finding(UNIT, "2006-05-05", "说法不一的"),
        disputed=(3,),
    )
    letter = replace(made(replace(LETTER, deadline="2007-01-31")), findings=found)
    said = text("限期整改通知书", tmp_path, letter, editable=editable)
    assert "市地方税务局：你单位2006年度考评得分55.00分，档次为“不合格”（不满60分）。" in said
    assert "2006-05-02打牌闲聊游戏窗口无人值守待反馈" in said
    assert "（一）于2007年1月31日前制定整改方案，加盖公章后报某某市效能办。" in said
    assert "签收人：" in said
    for absent in ("已经办完的", "别的单位的", "说法不一的"):
        assert absent not in said


def test_the_deadline_is_the_letters_else_the_confirmed_ones_else_left_free(tmp_path):
    held = assessment(entry("A003", "5-4", count=5))
    free = text("限期整改通知书", tmp_path, made(of=held))
    assert "（一）于年月日前制定整改方案" in free
    letter = made(of=held)
    rows = letter.consequences.rows
    row = next(it for it in rows if it.unit == UNIT and it.rule.days)
    second = rows[1].confirmation
    assert second is not None
    confirmed = replace(second, unit=UNIT, deadline="2007-02-01")
    others = [it if it is not row else replace(it, confirmation=confirmed) for it in rows]
    letter = replace(letter, consequences=replace(letter.consequences, rows=others))
    assert "（一）于2007年2月1日前制定整改方案" in text("限期整改通知书", tmp_path, letter)


@BOTH
def test_a_band_that_nobody_is_in_is_said(tmp_path, editable):
    said = text("通报批评", tmp_path, made(of=assessment(entry("A001", "4-6"))), editable=editable)
    assert "2006年度没有考评档次为“不合格”（不满60分）的单位。" in said


@EACH
@BOTH
def test_a_drill_and_an_open_year_are_alerted_to(name, tmp_path, editable):
    drill = text(name, tmp_path, editable=editable, mode="drill")
    assert "【演练】本件仅供演练，所列数据不是考评结果，不得印发。" in drill
    still = made(of=assessment(*SMALL, of=year(sealed=False)))
    assert "【未封存】年度考评尚未封存" in text(name, tmp_path, still, editable=editable)
    official = text(name, tmp_path, editable=editable)
    assert "演练" not in official
    assert "【未封存】" not in official


@EACH
@BOTH
def test_what_the_letter_leaves_open_is_room_to_write(name, tmp_path, editable):
    said = text(name, tmp_path, made(Letter()), editable=editable)
    assert "〔〕号" in said
    assert "＿＿＿＿" in said or "____" in said


@EACH
def test_hostile_names_stay_inside_the_margins(name, tmp_path):
    held = year(units=units(*HOSTILE), sealed=False)
    lines = [entry(code, "5-4", count=9, text=LONG) for code in list(held.units)[2:]]
    letter = made(of=assessment(*lines, of=held), A003="fail")
    path = WRITERS[name](letter, tmp_path, **named(title=LONG))
    assert inside(path)
    wanted = HOSTILE[0] if name == "通报表彰" else HOSTILE[2]
    assert squeezed(wanted) in text_of(path)


@EACH
def test_what_cannot_be_printed_or_held_is_refused_before_a_byte_is_written(name, tmp_path):
    folder = tmp_path / "new"
    with pytest.raises(GlyphMissingError):
        WRITERS[name](made(replace(LETTER, office=FOREIGN)), folder, **named())
    letter = made(replace(LETTER, office="\x0b办"))
    with pytest.raises(CharacterRefusedError):
        WRITERS[name](letter, folder, editable=True, **named())
    assert not folder.exists()


@EACH
def test_a_drill_goes_across_every_page_of_a_long_letter(name, tmp_path):
    held = city(120, 1500)
    unit = held.in_band("fail")[0].unit
    letter = YearLetter(held, consequences_book(held), LETTER)
    if name in ("通报表彰", "通报批评"):
        path = WRITERS[name](letter, tmp_path, **named(mode="drill"))
        assert "（续）" in text_of(path)
    else:
        write = write_superior_letter if name == "致上级主管部门函" else write_rectification_notice
        path = write(letter, unit, tmp_path, **named(mode="drill"))
    assert largest_text(path) == {"演练"}


@EACH
@BOTH
def test_it_reads_as_english(name, tmp_path, editable):
    said = text(name, tmp_path, editable=editable, words=EN)
    assert "hereby" in said
    assert not any(sign in said for sign in ("通报表彰。", "特此"))


@pytest.mark.parametrize("count", range(18, 40))
def test_no_heading_is_left_at_the_foot_of_a_page(count, tmp_path):
    """For so many units that the heading before a table comes to stand at every height."""
    many = year(units=units(*(f"第{at}单位" for at in range(count))))
    held = assessment(entry("A001", "4-6"), of=many)
    path = write_commendation(made(of=held), tmp_path, **named())
    for page in pages_of(path):
        assert not squeezed(page).endswith("二、考评结果运用")
