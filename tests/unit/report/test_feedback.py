"""反馈单: an agency reads its own figures, what it is compared with, and nobody else's."""

import re
import tomllib
from fractions import Fraction
from io import BytesIO
from pathlib import Path

import pypdf
import pytest

from desktop.assess.findings import Finding, FindingKind, InspectorKind
from desktop.assets import resource
from desktop.report import feedback
from desktop.report.feedback import FeedbackAgencyUnknownError, feedback_sheet, feedback_sheets
from desktop.report.figures import gap_text, score_text
from desktop.report.fonts import GlyphMissingError, check_glyphs
from desktop.tally.letter import Letter
from desktop.tally.numbers import rounded
from desktop.words import ENGLISH, words_for
from tests.plans import grade_values, small_plan
from tests.unit.report.samples import (
    HOSTILE,
    ZH,
    blank_forms,
    hostile_plan,
    material,
    squeezed,
)
from tests.unit.report.sheets import inside

EN = words_for(ENGLISH)
REPORT = Path(feedback.__file__).parent
LETTER = Letter(office="市评议办", deadline="2006-01-31")
NAMES = ("财政局", "教育局", "水务局", "国税局", "地税局", "武装部", "气象局", "档案馆")
GROUPS = [
    {"code": "G1", "name": "政府部门"},
    {"code": "G2", "name": "垂直管理单位", "ranked": False},
    {"code": "G3", "name": "其他单位", "scored": False, "ranked": False},
    {"code": "G4", "name": "直属单位"},
]
AGENCIES = [
    {"code": f"A{at}", "name": name, "group": group}
    for at, (name, group) in enumerate(
        zip(NAMES, ["G1", "G1", "G1", "G2", "G2", "G3", "G4", "G1"], strict=True), 1
    )
]
FORMS = [
    ("C1", "B001", [("", "1111121233111200"), ("", "12122213223210x0"), ("", "1111121211211000")]),
    ("C2", "B002", [("", "2121222121212100")]),
]
RANKS = ("名次", "并列", "名（", "前1名", "后1名", "排名", "参加排")


def made(**changes):
    """Three ranked agencies, two of them tied, one without votes; two not ranked; one alone."""
    return material(
        small_plan(AGENCIES, 2, groups=GROUPS, cut={"top": 1, "bottom": 1}), FORMS, **changes
    )


def pages(writer):
    file = BytesIO()
    writer(file)
    return [squeezed(page.extract_text()) for page in pypdf.PdfReader(file).pages]


def body(page):
    """What stands between head and foot, which are drawn first."""
    return re.split(r"第\d+页共\d+页", page)[1]


def sheet(code, held=None, letter=LETTER, opinions=None, words=ZH):
    return "".join(pages(feedback_sheet(held or made(), code, letter, opinions or {}, words)))


def saved(writer, tmp_path):
    path = tmp_path / "反馈单.pdf"
    with path.open("wb") as file:
        writer(file)
    return path


def result(held, code):
    return next(one for one in held.results.agencies if one.code == code)


def mean_of(held, code, figure):
    """The mean of a figure over the group's scored agencies, computed here once more."""
    plan = held.results.plan
    found = [
        figure(one)
        for one in held.results.agencies
        if plan.group_of[one.code] == plan.group_of[code] and one.score is not None
    ]
    return sum(found, Fraction()) / len(found)


def compared(held, own, mean):
    plan = held.results.plan
    return score_text(plan, own) + score_text(plan, mean) + gap_text(plan, own - mean)


@pytest.mark.parametrize("code", ["A1", "A2", "A3", "A4", "A5"])
def test_the_figures_are_those_of_the_results(code):
    held, text = made(), sheet(code)
    own = result(held, code)
    overall = compared(held, own.score, mean_of(held, code, lambda one: one.score))
    assert overall in text
    assert f"{rounded(100 * own.rate, 2)}%{own.votes}" in text
    for at, found in enumerate(own.dimensions):
        counts = found.counts
        row = "".join(map(str, (*counts.grades, counts.votes, counts.blank)))
        mean = mean_of(held, code, lambda one, at=at: one.dimensions[at].score)
        assert f"内容{at + 1}{row}{compared(held, found.score, mean)}" in text
    for at, (name, found) in enumerate(
        zip(("单位互评", "报纸读者评议"), own.channels, strict=True)
    ):
        votes = sum(one.counts.votes for one in found.dimensions)
        mean = mean_of(held, code, lambda one, at=at: one.channels[at].score)
        assert f"{name}{found.forms}{votes}{compared(held, found.score, mean)}" in text


@pytest.mark.parametrize(
    ("points", "text"),
    [("3/2", "+1.5000"), ("-3/2", "-1.5000"), ("0", "0.0000"), ("1/100000", "0.0000")],
)
def test_a_difference_has_its_sign_unless_nothing_of_it_is_printed(points, text):
    assert gap_text(small_plan(), Fraction(points)) == text


def test_the_counts_are_added_up_and_shared_out():
    held = made()
    own = [found.counts for found in result(held, "A1").dimensions]
    grades = [sum(found) for found in zip(*(counts.grades for counts in own), strict=True)]
    votes, blank = sum(grades), sum(counts.blank for counts in own)
    text = sheet("A1", held)
    assert f"合计{''.join(map(str, grades))}{votes}{blank}" in text
    shares = [f"{rounded(Fraction(100 * count, votes), 2)}%" for count in grades]
    names = ("满意", "基本满意", "不满意")
    listed = "、".join(name + share for name, share in zip(names, shares, strict=True))
    assert f"各等次占总票数：{listed}" in text


def test_the_head_says_whose_sheet_it_is():
    text = sheet("A4")
    assert "反馈单" in text
    assert "国税局：单位代码：A4·类别：垂直管理单位·年度：2005·发出单位：市评议办" in text


def test_a_rank_is_told_among_how_many():
    assert "并列第1名（共4个）并列第1名（共3个）" in sheet("A1")
    assert "备注：前1名" in sheet("A1")
    assert "第4名（共4个）第3名（共3个）" in sheet("A3")
    assert "备注：后1名" in sheet("A3")
    assert "第3名（共4个）第1名（共1个）" in sheet("A7")
    assert "备注" not in sheet("A7")


@pytest.mark.parametrize(
    ("code", "shown"), [("A1", False), ("A7", False), ("A4", True), ("A6", True)]
)
def test_where_no_rank_may_be_told_there_is_no_trace_of_one(code, shown):
    letter = Letter(rank_shown=shown)
    told = sheet(code, letter=letter)
    assert not [word for word in RANKS if word in told]
    english = sheet(code, letter=letter, words=EN).lower()
    assert not re.search("rank|tie|top1|bottom1", english)


def test_every_sheet_counts_its_own_pages():
    held = made()
    opinions = {"A2": ["窗口办事慢。" * 400] * 3}
    found = pages(feedback_sheets(held, LETTER, opinions, ZH))
    marks = [re.search(r"第(\d+)页共(\d+)页", page) for page in found]
    numbers = [(int(mark[1]), int(mark[2])) for mark in marks if mark]
    assert len(numbers) == len(found)
    starts = [at for at, (page, _) in enumerate(numbers) if page == 1]
    assert len(starts) == len(NAMES)
    for name, start, end in zip(NAMES, starts, [*starts[1:], len(found)], strict=True):
        assert numbers[start:end] == [(at, end - start) for at in range(1, end - start + 1)]
        assert all(name in page for page in found[start:end])
    assert starts[2] - starts[1] > 2


def test_the_sheet_of_one_agency_is_the_one_in_the_stack():
    held, opinions = made(), {"A3": ["好"]}
    alone = pages(feedback_sheet(held, "A3", LETTER, opinions, ZH))
    stack = pages(feedback_sheets(held, LETTER, opinions, ZH))
    at = stack.index(alone[0])
    assert stack[at : at + len(alone)] == alone


def test_an_agency_that_the_plan_does_not_list_is_refused():
    with pytest.raises(FeedbackAgencyUnknownError) as refused:
        feedback_sheet(made(), "A99", LETTER, {}, ZH)
    assert refused.value.fields == {"agency": "A99"}
    assert ZH(refused.value.message) != refused.value.message


@pytest.mark.parametrize("words", [ZH, EN])
def test_no_sheet_names_another_agency_or_a_form(words):
    plan = {
        "adjustments": [{"agency": "A2", "points": "1", "reason": "表彰"}],
        "bands": [{"code": "B1", "name": "优秀"}],
        "vetoes": [{"agency": "A3", "band": "B1", "reason": "事故"}],
    }
    opinions = {f"A{at}": [f"只说第{at}家"] for at in range(1, 9)}
    for at, name in enumerate(NAMES, 1):
        text = sheet(f"A{at}", made_with(**plan), opinions=opinions, words=words)
        assert name in text
        assert not [other for other in NAMES if other != name and other in text]
        assert re.findall("只说第(.)家", text) == [str(at)]
        assert not re.search(r"B00\d|-00\d", text)
        assert ("表彰" in text, "事故" in text) == (at == 2, at == 3)


def test_opinions_stand_as_they_were_written():
    texts = ["窗口态度差\n二楼  没人", " \n", "很好😀", "<b>不是标记</b> & 结束"]
    found = pages(feedback_sheet(made(), "A1", LETTER, {"A1": texts}, ZH))
    text = "".join(map(body, found)).replace("意见建议（续）", "")
    said = "1.窗口态度差二楼没人2.很好[U+1F600]3.<b>不是标记</b>&结束"
    assert f"意见建议照录原文，不记名，共3条。{said}办理要求" in text


FOUND = Finding(
    "2006-03-02", "监督员01", InspectorKind.VOLUNTEER, "A1", FindingKind.PASTIME,
    "上班时间<玩>牌", fed_back="2006-03-03", due="2006-03-18",
)  # fmt: skip


def test_findings_stand_on_the_sheet_of_their_agency_alone():
    findings = {"A1": [FOUND]}
    one, other = (
        "".join(pages(feedback_sheet(made(), code, LETTER, {}, ZH, findings)))
        for code in ("A1", "A2")
    )
    assert "2006-03-02" in one
    assert "上班时间<玩>牌" in one
    assert "2006-03-18" in one
    assert "监督员01" not in one
    assert "上班时间" not in other
    assert "明察暗访" not in other


def test_where_nobody_wrote_an_opinion_the_sheet_says_so():
    assert "意见建议没有对本单位的意见建议。" in sheet("A1")
    assert "没有对本单位的意见建议。" in sheet("A1", opinions={"A1": ["  "]})


def test_a_long_opinion_goes_on_over_pages_and_loses_nothing(tmp_path):
    long = "".join(f"第{at}句话写得很长，" for at in range(550))
    assert len(long) > 5000
    writer = feedback_sheet(made(), "A1", LETTER, {"A1": [long]}, ZH)
    found = pages(writer)
    assert long in "".join(map(body, found)).replace("意见建议（续）", "")
    assert sum("意见建议（续）" in page for page in found) >= 1
    assert inside(saved(writer, tmp_path))


def test_two_hundred_opinions_are_all_there():
    texts = [f"意见{at}。" for at in range(1, 201)]
    text = sheet("A1", opinions={"A1": texts})
    assert "共200条" in text
    assert all(f"{at}.意见{at}。" in text for at in range(1, 201))


def test_no_line_of_an_opinion_stands_alone_on_a_page():
    seen = set()
    for count in range(30, 60):
        opinions = {"A1": ["甲\n" * count]}
        found = pages(feedback_sheet(made(), "A1", LETTER, opinions, ZH))
        lines = [page.count("甲") for page in found]
        seen.add(len([held for held in lines if held]))
        assert sum(lines) == count
        assert 1 not in lines
    assert seen == {2, 3}


def test_an_agency_without_votes_is_incomplete_and_has_dashes():
    text = sheet("A8")
    assert "不完整：没有得票，不计得分。" in text
    held = made()
    mean = score_text(held.results.plan, mean_of(held, "A1", lambda one: one.score))
    assert f"—{mean}————0" in text


def test_the_sheet_says_which_dimension_has_no_votes():
    forms = [("C1", "B001", [("", "1011")])]
    text = sheet("A1", material(small_plan(2, 2), forms))
    assert "不完整：内容2没有可计分的票，不计得分。" in text


def test_the_sheet_says_which_channel_gave_no_score():
    plan = small_plan(2, 1, scoring={"channels": "weighted", "missing_channel": "stop"})
    text = sheet("A1", material(plan, [("C1", "B001", [("", "12")])]))
    assert "不完整：报纸读者评议没有得分，总体不计得分。" in text


def test_a_group_without_scores_has_votes_alone():
    text = sheet("A6")
    assert "本类单位不计得分，只列得票。" in text
    assert "不完整" not in text
    assert "单项得分" not in text.partition("计分规则")[0]


def test_an_agency_alone_in_its_group_is_compared_with_nobody():
    text = sheet("A7")
    assert "本类只有本单位有得分，不作比较。" in text
    assert "本类平均" not in text


def test_an_unscored_agency_is_not_told_the_score_of_the_only_other():
    held = material(small_plan(2, 1), [("C1", "B001", [("", "10")])])
    text = sheet("A2", held)
    assert "本类有得分的单位不足两个，不作比较。" in text
    assert score_text(held.results.plan, result(held, "A1").score) not in text.replace("22–22", "")


def test_bonus_deduction_veto_and_band_are_told_with_their_reasons():
    held = made_with(
        adjustments=[
            {"agency": "A1", "points": "2", "reason": "省级表彰"},
            {"agency": "A1", "points": "-0.5", "reason": "明察暗访通报"},
        ],
        bands=[
            {"code": "B1", "name": "优秀", "from": "0"},
            {"code": "B2", "name": "不合格", "to": "0"},
        ],
        vetoes=[{"agency": "A1", "band": "B2", "reason": "重大事故"}],
    )
    text = sheet("A1", held)
    assert "加分+2省级表彰扣分-0.5明察暗访通报一票否决不合格重大事故" in text
    assert "档次" in text
    assert "加分、扣分和一票否决" not in sheet("A2", held)
    assert "优秀" in sheet("A2", held)


def test_the_points_of_a_scaled_score_are_named_as_the_plan_has_them():
    held = made_with(
        adjustments=[{"agency": "A1", "points": "2", "reason": "表彰"}],
        scoring={"display": {"scale": "10/11", "decimals": 2}},
    )
    text = sheet("A1", held)
    assert "分值或档次（未乘10/11）" in text
    assert result(held, "A1").display in text


def test_the_answer_is_asked_for_by_the_letter():
    text = sheet("A1")
    assert "于2006年1月31日前将书面答复（加盖公章）报送市评议办。" in text
    assert "书面答复期限" not in text
    assert "签收发出单位：市评议办收到单位：财政局（盖章）发出单位：年月日收到单位：年月日" in text


def test_what_the_letter_leaves_open_is_left_free():
    text = sheet("A1", letter=Letter())
    assert "报送评议办，期限见下。" in text
    assert "书面答复期限：" in text


def test_people_sign_on_the_page_that_says_what_for():
    for count in range(1, 70, 3):
        found = pages(feedback_sheet(made(), "A1", LETTER, {"A1": ["行\n" * count]}, ZH))
        assert [("办理要求" in page) == ("收到单位：" in page) for page in found] == [True] * len(
            found
        )


@pytest.mark.parametrize("words", [ZH, EN])
def test_names_are_printed_as_they_are_and_stay_on_the_page(words, tmp_path):
    held = material(hostile_plan(), blank_forms(hostile_plan()))
    path = saved(feedback_sheets(held, LETTER, {"A001": list(HOSTILE)}, words), tmp_path)
    text = squeezed("".join(page.extract_text() for page in pypdf.PdfReader(path).pages))
    assert all(squeezed(name)[:200] in text for name in HOSTILE)
    assert inside(path)


def test_long_names_of_grades_dimensions_and_channels_are_whole(tmp_path):
    long = [f"某某市人民政府机关作风和效能建设活动办公室{at}" for at in range(12)]
    plan = small_plan(
        3,
        [{"code": f"D{at}", "name": long[at], "points": 10} for at in range(10)],
        grades=[held | {"name": long[at]} for at, held in enumerate(grade_values(*"654321"))],
        channels=[{"code": f"C{at}", "name": long[at]} for at in range(1, 9)],
        dont_know=True,
    )
    path = saved(feedback_sheets(material(plan, blank_forms(plan)), LETTER, {}, ZH), tmp_path)
    text = squeezed("".join(page.extract_text() for page in pypdf.PdfReader(path).pages))
    assert all(name in text for name in long[:10])
    assert f"等次6：{long[5]}" in text
    assert inside(path)


def test_six_grades_have_their_whole_names_above_their_shares():
    names = ("满意", "比较满意", "基本满意", "不太满意", "不满意", "很不满意")
    grades = zip(grade_values(*"654321"), names, strict=True)
    plan = small_plan(3, 10, grades=[held | {"name": name} for held, name in grades])
    text = sheet("A1", material(plan, blank_forms(plan)))
    assert "满意比较满意基本满意不太满意不满意很不满意内容1100.0" in text


@pytest.mark.parametrize("change", ["agency", "dimension", "channel"])
def test_a_missing_glyph_is_reported_before_a_byte_is_written(change):
    plan = {
        "agency": small_plan([{"code": "A1", "name": "😀局", "group": "G1"}]),
        "dimension": small_plan(1, [{"code": "D1", "name": "😀项", "points": 20}]),
        "channel": small_plan(1, 1, channels=[{"code": "C1", "name": "😀道"}]),
    }[change]
    with pytest.raises(GlyphMissingError) as refused:
        feedback_sheets(material(plan, []), LETTER, {}, ZH)
    assert refused.value.fields["character"] == "😀"


def test_the_sheets_of_a_drill_say_so():
    assert "演练" in sheet("A1", made(mode="drill"))
    assert "演练" not in sheet("A1")


def test_a_hundred_and_twenty_sheets_have_their_own_figures():
    plan = small_plan(120, 1, channels=[{"code": "C1", "name": "单位互评"}])
    forms = [
        (
            "C1",
            "B001",
            [("", "".join("123"[(n * k + n // 7) % 3] for n in range(120))) for k in (1, 2, 5)],
        )
    ]
    held = material(plan, forms)
    found = [page for page in pages(feedback_sheets(held, LETTER, {}, ZH)) if "第1页共" in page]
    for agency, page in zip(plan.agencies, found, strict=True):
        assert f"{agency.name}：单位代码：{agency.code}·" in page
        mean = mean_of(held, agency.code, lambda one: one.score)
        assert compared(held, result(held, agency.code).score, mean) in page


def test_one_dimension_needs_no_total():
    plan = small_plan(
        2, 1, channels=[{"code": "C1", "name": "单位互评"}], grades=grade_values("1", "0")
    )
    text = sheet("A1", material(plan, [("C1", "B001", [("", "12"), ("", "21")])]))
    assert "合计" not in text


def test_no_translation_is_left_over_and_each_can_be_printed():
    own = tomllib.loads(resource("words", "zh_CN", "feedback.toml").read_text("utf-8"))
    said = "".join(path.read_text("utf-8") for path in REPORT.glob("feedback*.py"))
    said = re.sub(r'"\n\s+"', "", said)
    for source, text in own.items():
        assert f'"{source}"' in said.replace("\\n", "\n"), source
        check_glyphs(text)


def made_with(**changes):
    return material(small_plan(AGENCIES, 2, groups=GROUPS, **changes), FORMS)
