"""通报表彰, 通报批评, 致上级主管部门函, 限期整改通知书: on paper and as text to be edited."""

from dataclasses import replace
from io import BytesIO

import pytest
from docx import Document

from desktop.assess.documents import YearLetter
from desktop.assess.year import Confirmation
from desktop.report.docx_text import CharacterRefusedError
from desktop.report.fonts import GlyphMissingError
from desktop.report.year_circulars import announced, write_commendation, write_criticism
from desktop.report.year_letters import write_rectification_notice, write_superior_letter
from desktop.tally.letter import Letter
from tests.unit.assess.samples import shipped
from tests.unit.report.letters import LETTER, frame_text, shown
from tests.unit.report.samples import HOSTILE, ZH, pages_of, squeezed, text_of
from tests.unit.report.sheets import EN, FOREIGN, LONG, inside, largest_text, named
from tests.unit.report.years import (
    SMALL,
    assessment,
    city,
    confirmed,
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
    return YearLetter(held, confirmed(consequences_book(held, **changes)), letter)


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
        "按照《机关作风效能百分制考评细则》，截至2006年12月31日，现对2006年度考评档次为“优秀”"
        "（90分及以上）的下列4个单位予以通报表彰。"
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
    assert "的下列1个单位予以通报批评。" in said
    assert (
        "5市地方税务局55.00不合格四.2在督查通报中被点名批评的（30.00）五.1不作为、乱作为（15.00）"
    ) in said
    assert "部分）" not in said  # its table stays whole
    assert "制定整改方案，限期整改30日内" in said
    assert "市教育局" not in said


@BOTH
def test_the_superior_is_told_of_its_unit_alone(tmp_path, editable):
    said = text("致上级主管部门函", tmp_path, editable=editable)
    assert "关于市地方税务局2006年度考评结果的函" in said
    assert (
        "贵单位垂直管理的市地方税务局，2006年度考评得分55.00分，档次为“不合格”，"
        "在5个参加排名的单位中列第5名；2005年度档次为“不合格”。"
    ) in said
    assert "四.2在督查通报中被点名批评的130.00" in said
    assert "函复某某市效能办。特此函告。" in said
    assert "对主要负责人诫勉谈话" in said
    assert "致函其上级主管部门" not in said
    assert "各参评单位" not in said
    assert "市教育局" not in said


def test_a_superior_that_is_known_is_addressed(tmp_path):
    path = write_superior_letter(made(), UNIT, tmp_path, superior="省地方税务局", **named())
    assert path.name == "致上级主管部门函-A003.pdf"
    assert "省地方税务局：" in text_of(path)


@BOTH
def test_a_notice_lists_what_is_to_be_rectified_and_by_when(tmp_path, editable):
    found = findings(
        finding(UNIT, "2006-06-02", "后来发现的", fed_back="2006-06-03", due="2006-07-03"),
        finding(UNIT, "2006-05-02", "窗口无人值守"),
        finding(UNIT, "2006-05-03", "已经办完的", closed="2006-06-01"),
        finding(UNIT, "2006-05-04", "已经改好的", fed_back="2006-05-05", rectified="2006-05-20"),
        finding("A001", "2006-05-04", "别的单位的"),
        finding(UNIT, "2006-05-05", "说法不一的"),
        disputed=(5,),
    )
    letter = replace(made(replace(LETTER, deadline="2007-01-31")), findings=found)
    said = text("限期整改通知书", tmp_path, letter, editable=editable)
    assert "市地方税务局：你单位2006年度考评得分55.00分，档次为“不合格”（不满60分）。" in said
    listed = "2006-05-02打牌闲聊游戏窗口无人值守待反馈2006-06-02打牌闲聊游戏后来发现的已反馈"
    assert f"尚未整改的明察暗访问题表2需要整改的问题发现日期类型情况状态{listed}" in said
    assert "（一）于2007年1月31日前制定整改方案，加盖公章后报某某市效能办。" in said
    assert "签收人：" in said
    for absent in ("已经办完的", "已经改好的", "别的单位的", "说法不一的"):
        assert absent not in said


def test_the_deadline_is_the_confirmed_one_else_the_letters_else_left_free(tmp_path):
    held = assessment(entry("A003", "5-4", count=5))
    free = text("限期整改通知书", tmp_path, made(of=held))
    assert "（一）于年月日前制定整改方案" in free
    letter = made(replace(LETTER, deadline="2007-01-31"), of=held)
    assert "（一）于2007年1月31日前制定整改方案" in text("限期整改通知书", tmp_path, letter)
    both = replace(letter, consequences=confirmed(letter.consequences, deadline="2007-02-01"))
    assert "（一）于2007年2月1日前制定整改方案" in text("限期整改通知书", tmp_path, both)
    for name in ("通报批评", "致上级主管部门函"):
        assert "限期整改2007年2月1日" in text(name, tmp_path, both).replace("上述全部单位", "")


def test_units_with_deadlines_of_their_own_stand_on_lines_of_their_own(tmp_path):
    held = assessment(*(entry(unit, "5-4", count=5) for unit in ("A002", "A003")))
    letter = made(of=held)
    late = confirmed(letter.consequences, deadline="2007-02-01").rows
    early = confirmed(letter.consequences, deadline="2007-01-20").rows
    rows = [one if one.unit == UNIT else other for one, other in zip(late, early, strict=True)]
    letter = replace(letter, consequences=replace(letter.consequences, rows=rows))
    said = text("通报批评", tmp_path, letter)
    assert "制定整改方案，限期整改市教育局2007年1月20日" in said
    assert "制定整改方案，限期整改市地方税务局2007年2月1日" in said


NOTHING = entry(UNIT, "3-2c", rate="4")
"""Missed by less than a step: it counts, and deducts nothing."""


@BOTH
@pytest.mark.parametrize("name", ["致上级主管部门函", "限期整改通知书"])
def test_what_deducted_nothing_is_not_listed_among_what_was_taken_off(name, tmp_path, editable):
    said = text(name, tmp_path, made(of=assessment(*SMALL, NOTHING)), editable=editable)
    assert "五.1" in said
    assert "合计245.00" in said
    assert "信访积案" not in said


def test_a_veto_takes_no_points_and_is_listed(tmp_path):
    held = assessment(entry("A003", "D2"), of=year(shipped("added-points")))
    said = text("限期整改通知书", tmp_path, YearLetter(held, consequences_book(held), LETTER))
    assert "四领导班子成员被立案查处的，一票否决1一票否决" in said


@BOTH
def test_a_circular_names_those_alone_for_whom_it_is_confirmed(tmp_path, editable):
    held = assessment(*(entry(unit, "5-4", count=5) for unit in ("A002", "A003")))
    letter = made(of=held)
    rows = [
        replace(row, confirmation=None) if row.unit == "A002" and at < 8 else row
        for at, row in enumerate(letter.consequences.rows)
    ]
    letter = replace(letter, consequences=replace(letter.consequences, rows=rows))
    said = text("通报批评", tmp_path, letter, editable=editable)
    assert "下列1个单位" in said
    assert "市教育局" not in said
    assert "对主要负责人诫勉谈话" in said


@EACH
def test_what_nobody_confirmed_is_told_as_decided_nowhere(name, tmp_path):
    letter = made()
    waiting = confirmed(letter.consequences, "criticise", "commend")
    said = text(name, tmp_path, replace(letter, consequences=waiting))
    for absent in ("诫勉谈话", "评先评优", "先进单位", "组织处理", "30日内"):
        assert absent not in said


WITHDRAWN = Confirmation(UNIT, "criticise", "2006-12-29", "1号", withdrawn="2006-12-30")


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({}, True),
        ({"confirmation": None}, False),
        ({"is_disputed": True}, False),
        ({"confirmation": WITHDRAWN}, False),
    ],
)
def test_a_unit_is_criticised_where_that_itself_is_confirmed(changes, named):
    letter = made()
    rows = [
        replace(row, **changes) if row.rule.code == "criticise" else row
        for row in letter.consequences.rows
    ]
    letter = replace(letter, consequences=replace(letter.consequences, rows=rows))
    found = [it.unit for it in announced(letter, commends=False)]
    assert found == ([UNIT] if named else [])


def test_where_a_rule_set_has_no_such_consequence_any_that_is_confirmed_names_a_unit():
    held = assessment(entry("A003", "D2"), of=year(shipped("added-points")))
    book = consequences_book(held)
    letter = YearLetter(held, confirmed(book, "report"), LETTER)
    assert [it.unit for it in announced(letter, commends=False)] == [UNIT]
    assert announced(letter, commends=True) == []


@BOTH
def test_a_circular_of_nobody_says_so(tmp_path, editable):
    said = text("通报批评", tmp_path, made(of=assessment(entry("A001", "4-6"))), editable=editable)
    assert "2006年度没有经确认予以通报的考评档次为“不合格”（不满60分）的单位。" in said


@EACH
@BOTH
def test_a_drill_and_an_open_year_are_alerted_to(name, tmp_path, editable):
    drill = text(name, tmp_path, editable=editable, mode="drill")
    assert "【演练】本件仅供演练，所列数据不是考评结果，不得印发。" in drill
    still = made(of=assessment(*SMALL, of=year(sealed=False)))
    assert "【未封存】本稿所列不是已封存的考评结果" in text(
        name, tmp_path, still, editable=editable
    )
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
    letter = made(of=held)
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
