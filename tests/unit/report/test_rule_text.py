"""The rule in sentences says what a plan does, whatever the plan."""

import re
from fractions import Fraction

import pytest

from desktop.report.rule_parts import score_range
from desktop.report.rule_text import rule_sentences, rule_short
from desktop.tally.counting import AgencyTally
from desktop.tally.marks import MarkCounts
from desktop.tally.scoring import Scorer
from desktop.words import ENGLISH, words_for
from tests.plans import shipped_plan, small_plan
from tests.unit.report.samples import ZH


def rule(**changes):
    return "".join(rule_sentences(small_plan(**changes), ZH))


def test_the_plan_of_2005_is_told_with_its_real_range():
    plan = shipped_plan("2005")
    text = "".join(rule_sentences(plan, ZH))
    assert "单项得分＝（22×满意＋17×基本满意＋11×不满意）÷该项得票数。" in text
    assert "得分实际范围55–110分（满分110）。" in text
    short = (
        "（22×满意＋17×基本满意＋11×不满意）÷该项得票数；5项相加；各渠道合并；55–110分（满分110）"
    )
    assert rule_short(plan, ZH) == short


TOLD = {
    "valid forms": ({"scoring": {"denominator": "forms"}}, "÷计入的有效票份数"),
    "don't know": (
        {"dont_know": True, "scoring": {"denominator": "marks+dont_know"}},
        "但计入分母",
    ),
    "mean": ({"scoring": {"dimensions": "mean"}}, "得分＝各单项得分的平均"),
    "pooled": ({"scoring": {"dimensions": "pooled"}}, "乘以项数2"),
    "cap": ({"scoring": {"cap": "20"}}, "单项得分最高计20分"),
    "trim": ({"scoring": {"trim": "0.1"}}, "各10%的票"),
    "scale": (
        {"scoring": {"display": {"scale": "10/11", "decimals": 2}}},
        "乘以10/11折合，范围20–40分",
    ),
    "weighted": (
        {"scoring": {"channels": "weighted"}},
        "权重：单位互评 1、报纸读者评议 1。没有得分的渠道，",
    ),
    "zero": ({"scoring": {"channels": "weighted", "missing_channel": "zero"}}, "渠道按0分计"),
    "stop": (
        {"scoring": {"channels": "weighted", "missing_channel": "stop"}},
        "有渠道没有得分的单位",
    ),
    "self": ({"scoring": {"exclude_self": True}}, "不计入来源单位自己的得票"),
    "few votes": ({"scoring": {"min_votes": 30}}, "得票少于30的单位"),
    "tie-break": (
        {"scoring": {"tie_break": ["positive", "bottom_grade"]}},
        "依次比较满意率（高者在前）、“不满意”",
    ),
    "cut": ({"cut": {"top": 3, "bottom": 0}}, "列出前3名，界线上"),
    "blank": (
        {"validity": {"max_blank": {"share": "1/2", "reason": "V4"}}},
        "未填超过全表50%的评议表无效：全空",
    ),
    "one grade": ({"validity": {"one_grade": "V7"}}, "全表同一等次的评议表无效：规则性填写"),
    "quorum": ({"validity": {"quorum": "0.6"}}, "回收率不足60%"),
    "hard": ({"validity": {"returned_above_issued": "stop"}}, "收回份数不得超过发放份数"),
    "line": (
        {"adjustments": [{"agency": "A1", "points": "2", "reason": "表彰"}]},
        "单位1 +2分（表彰）",
    ),
    "unranked": (
        {"groups": [{"code": "G1", "name": "甲类", "ranked": False}]},
        "计分但不参与排名的类别：甲类",
    ),
}


@pytest.mark.parametrize(("changes", "sentence"), TOLD.values(), ids=TOLD)
def test_a_convention_is_told_only_where_it_holds(changes, sentence):
    assert sentence in rule(**changes)
    assert sentence not in rule()


@pytest.mark.parametrize("dimensions", ["sum", "mean", "pooled"])
def test_no_english_sentence_has_one_of_many(dimensions):
    lines = [{"agency": "A2", "points": "1", "reason": "merit"}]
    cap = None if dimensions == "pooled" else "1"
    scoring = {"dimensions": dimensions, "cap": cap, "display": {"scale": "1", "decimals": 1}}
    plan = small_plan(3, 1, scoring=scoring, adjustments=lines)
    text = " ".join(
        [*rule_sentences(plan, words_for(ENGLISH)), rule_short(plan, words_for(ENGLISH))]
    )
    assert not re.search(r"(?<![\d–])1 (?:dimensions|decimals|points|forms|votes)", text)


def test_bands_and_vetoes_are_told_with_their_bounds():
    text = rule(
        bands=[
            {"code": "Y", "name": "优秀", "from": "40", "to": None},
            {"code": "L", "name": "良好", "from": "30", "to": "40"},
            {"code": "B", "name": "不合格", "from": None, "to": "30"},
        ],
        vetoes=[{"agency": "A2", "band": "B", "reason": "责任事故"}],
    )
    assert "优秀为40及以上；良好为30至不满40；不合格为不满30" in text
    assert "一票否决：单位2定为不合格，得分保留（责任事故）" in text


@pytest.mark.parametrize("name", ["2005", "four-grades", "two-rounds", "score-bands"])
def test_every_shipped_plan_can_be_told(name):
    assert len(rule_sentences(shipped_plan(name), ZH)) >= 8


@pytest.mark.parametrize("dimensions", ["sum", "mean", "pooled"])
@pytest.mark.parametrize("denominator", ["marks", "forms"])
def test_the_range_is_what_the_best_and_the_worst_marks_score(dimensions, denominator):
    plan = small_plan(3, 2, scoring={"dimensions": dimensions, "denominator": denominator})
    low, high = score_range(plan)
    best, worst = (
        Scorer(plan).combined(AgencyTally(5, (MarkCounts(votes),) * 2))
        for votes in ((5, 0, 0), (0, 0, 5))
    )
    assert high == best
    assert low == (worst if denominator == "marks" else Fraction(0))
