"""统计表: figures, order, remarks, and what happens when it is too long or too wide."""

from fractions import Fraction
from typing import Any

import pypdf
import pytest

from desktop.tally.numbers import rounded
from tests.plans import small_plan
from tests.unit.report.samples import (
    HOSTILE,
    blank_forms,
    hostile_plan,
    material,
    named,
    pages_of,
    squeezed,
    text_of,
    written,
)

GROUPS: list[dict[str, Any]] = [
    {"code": "G1", "name": "甲类"},
    {"code": "G2", "name": "乙类", "ranked": False},
    {"code": "G3", "name": "丙类", "scored": False, "ranked": False},
]


def tables(tmp_path, *given, **changes):
    return text_of(written(material(*given, **changes), tmp_path, "tables"))


def test_every_score_rate_and_count_of_the_results_is_printed(tmp_path):
    made = material()
    text = text_of(written(made, tmp_path, "tables"))
    for agency in made.results.agencies:
        scores = "".join(rounded(held.score or Fraction(), 4) for held in agency.dimensions)
        rate = rounded(100 * (agency.rate or Fraction()), 2)
        name = agency.code.replace("A", "单位")
        row = f"{agency.rank}{agency.code}{name}政府部门{agency.display}{agency.group_rank}"
        assert f"{row}{scores}{rate}%{agency.votes}" in text
        for held in agency.dimensions:
            assert "".join(map(str, held.counts.grades)) + str(held.counts.votes) in text


def test_each_channel_has_its_own_score_and_rank(tmp_path):
    forms = [("C1", "B001", [("", "11"), ("", "11")]), ("C2", "B002", [("", "31")])]
    text = tables(tmp_path, small_plan(2, 1), [(c, b, held) for c, b, held in forms])
    assert "1A2单位222.000022.0000122.00001" in text
    assert "2A1单位118.333322.0000111.00002" in text
    assert "渠道名次是只按该渠道得分排出的名次" in text


@pytest.mark.parametrize(("top", "bottom", "shaded"), [(1, 1, 2), (2, 0, 2), (0, 0, 0)])
def test_the_best_and_the_last_are_shaded(tmp_path, top, bottom, shaded):
    plan = small_plan(3, 1, cut={"top": top, "bottom": bottom})
    path = written(material(plan, [("C1", "B001", [("", "123")])]), tmp_path, "tables")
    contents: list[Any] = [page.get_contents() for page in pypdf.PdfReader(path).pages]
    drawn = b"".join(content.get_data() for content in contents)
    # in the ranking, by channel, and in the counts
    assert drawn.count(b".913725 .913725 .913725 rg") == 3 * shaded


def test_the_shading_of_every_table_is_explained_beside_it(tmp_path):
    note = "加底纹的为总排名前1名和后1名。"
    plan = small_plan(3, 1, cut={"top": 1, "bottom": 1})
    assert tables(tmp_path, plan, [("C1", "B001", [("", "123")])]).count(note) == 3
    plan = small_plan(3, 1, cut={"top": 0, "bottom": 0})
    assert "加底纹" not in tables(tmp_path, plan, [("C1", "B001", [("", "123")])])


def test_ties_cuts_few_votes_and_agencies_without_a_rank_are_remarked(tmp_path):
    agencies = [
        {"code": f"A00{at}", "name": f"单位{at}", "group": group}
        for at, group in enumerate(("G1", "G1", "G2", "G3", "G1"), 1)
    ]
    plan = small_plan(agencies, 1, groups=GROUPS, cut={"top": 1, "bottom": 0},
                      scoring={"min_votes": 9})  # fmt: skip
    text = tables(tmp_path, plan, [("C1", "B001", [("", "11120")] * 2)])
    assert "1A001单位1甲类22.0000122.0000100.00%2并列、前1名、票数少" in text
    assert "—A003单位3乙类22.0000—22.0000100.00%2不参与排名、票数少" in text
    assert "—A004单位4丙类——17.0000100.00%2不计分" in text
    assert "—A005单位5甲类————0不完整" in text


def test_bands_vetoes_and_lines_are_remarked(tmp_path):
    bands = [
        {"code": "Y", "name": "优秀", "from": "40", "to": None},
        {"code": "B", "name": "不合格", "from": None, "to": "40"},
    ]
    vetoes = [{"agency": "A1", "band": "B", "reason": "责任事故"}]
    lines = [{"agency": "A2", "points": "-1.5", "reason": "通报"}]
    plan = small_plan(bands=bands, vetoes=vetoes, adjustments=lines)
    text = tables(tmp_path, plan, [("C1", "B001", [("", "111111")])])
    assert "2不合格并列、前5名、后5名、一票否决" in text
    assert "优秀前5名、后5名、含加扣分-1.5" in text


def test_a_scale_is_applied_to_every_printed_score(tmp_path):
    plan = small_plan(scoring={"display": {"scale": "1/2", "decimals": 1}})
    made = material(plan, [("C1", "B001", [("", "111111")])])
    assert "22.0111.011.0100.00%" in text_of(written(made, tmp_path, "tables"))
    assert made.results.agencies[0].score == Fraction(44)


def test_groups_are_ranked_apart_unless_there_is_one(tmp_path):
    groups = [{"code": "G1", "name": "甲类"}, {"code": "G2", "name": "乙类"}]
    agencies = named("一局", "二局")
    agencies[1]["group"] = "G2"
    text = tables(tmp_path, small_plan(agencies, 3, groups=groups))
    assert "分类排名：甲类" in text
    assert "分类排名：乙类" in text
    assert "分类排名：" not in tables(tmp_path)


def test_a_group_that_is_not_ranked_is_no_ranking(tmp_path):
    agencies = named("一局", "二局", "三局")
    agencies[1]["group"], agencies[2]["group"] = "G2", "G3"
    text = tables(tmp_path, small_plan(agencies, 2, groups=GROUPS))
    assert "分类排名：甲类类内名次" in text
    assert "各单位得分（不参与排名）：乙类单位代码单位得分满意率" in text
    assert "各单位票数（不计分）：丙类单位代码单位满意率" in text


def test_where_no_group_is_ranked_there_is_no_overall_ranking(tmp_path):
    text = tables(tmp_path, small_plan(groups=[GROUPS[1] | {"code": "G1"}]))
    assert "表1各单位得分（不参与排名）" in text
    assert "总排名" not in text


def test_identical_forms_come_with_a_caution_and_straight_ones_apart(tmp_path):
    forms = [("C1", "B001", [("", "111111"), ("", "123123"), ("", "111111"), ("", "123123")])]
    text = tables(tmp_path, None, forms)
    assert "答案相同只是疑点" in text
    assert "121" + "1B001-002、B001-004" in text
    assert "12满意11B001-001、B001-003" in text


def test_long_and_hostile_names_stand_whole_and_literal(tmp_path):
    plan = hostile_plan()
    text = tables(tmp_path, plan, blank_forms(plan))
    for name in HOSTILE:
        assert squeezed(name[:200]) in text


def test_an_agencys_rows_stay_on_one_page_below_a_repeated_head(tmp_path):
    plan = small_plan(40, 5)
    pages = pages_of(written(material(plan, blank_forms(plan)), tmp_path, "tables"))
    counts = [squeezed(page) for page in pages if "各项内容分等次票数" in page]
    assert len(counts) > 3
    for page in counts:
        start = page.rindex("各项内容分等次票数")
        assert "各等次票数" in page[start:]
        assert page[start:].count("内容1200") == page[start:].count("内容5200")


def test_a_name_of_a_hundred_lines_is_spread_over_pages(tmp_path):
    plan = small_plan(named("行\n" * 99 + "末"), 1)
    text = tables(tmp_path, plan, blank_forms(plan))
    # the overall ranking, the channels and the counts hold the name
    assert text.count("行") >= 3 * 99
    assert text.count("末") == 3


@pytest.mark.parametrize("size", [(1, 1, 2, 1), (4, 10, 6, 99)])
def test_the_smallest_and_the_widest_plans_fit(tmp_path, size):
    agencies, dimensions, grades, channels = size
    plan = small_plan(
        agencies,
        dimensions,
        grades=[{"code": str(at), "name": f"等次{at}", "value": str(100 - at), "positive": at == 1}
                for at in range(1, grades + 1)],
        channels=[{"code": f"C{at}", "name": f"渠道{at}号"} for at in range(1, channels + 1)],
    )  # fmt: skip
    text = tables(tmp_path, plan, blank_forms(plan))
    assert all(f"渠道{at}号" in text for at in range(1, channels + 1))


def test_names_too_long_for_a_heading_are_explained_beside_the_table(tmp_path):
    long = "机关作风、服务态度与廉洁从政情况的综合评价"
    dimensions = [{"code": "D1", "name": long, "points": 20}]
    text = tables(tmp_path, small_plan(3, dimensions), [("C1", "B001", [("", "123")])])
    assert f"D1：{long}" in text


def test_an_agency_without_votes_is_listed_last_without_a_score(tmp_path):
    text = tables(tmp_path, None, [("C1", "B001", [("", "110022")])])
    assert (
        "2A3单位3政府部门34.0000217.000017.0000100.00%2前5名、后5名—A2单位2政府部门—————0不完整"
        in text
    )


def test_no_forms_at_all_still_make_tables(tmp_path):
    assert "—A1单位1政府部门—————0不完整" in tables(tmp_path, None, [])


def test_those_who_drew_the_tables_up_sign_at_their_end(tmp_path):
    last = squeezed(pages_of(written(material(), tmp_path, "tables"))[-1])
    for said in ("计分规则", "制表人：", "审核人：", "监票人：", "年月日", "（盖章）"):
        assert said in last
