"""公示: the order of the published groups; nothing of the others, in whatever corner of a file."""

import re
from io import BytesIO
from typing import Any

import pypdf
import pytest

from desktop.report.fonts import GlyphMissingError
from desktop.report.notice import notice, notice_text
from desktop.tally.letter import Letter
from tests.plans import small_plan
from tests.unit.report.letters import (
    LETTER,
    NAMES,
    cells,
    content,
    docx_text,
    frame_text,
    grouped,
    grouped_plan,
    opened,
    parts_of,
    pdf_text,
    published_plan,
)
from tests.unit.report.samples import (
    HASH,
    HOSTILE,
    ZH,
    blank_forms,
    hostile_plan,
    material,
    squeezed,
)
from tests.unit.report.sheets import EN, FOREIGN, inside, largest_text

BOTH = pytest.mark.parametrize(
    "text",
    [
        lambda made, letter, words=ZH: pdf_text(notice(made, letter, words)),
        lambda made, letter, words=ZH: docx_text(notice_text(made, letter, words)),
    ],
    ids=["pdf", "docx"],
)
KEPT_BACK = ("秘密部门", "市国安处", "市密码处", "G2", "A3", "A8")


def revealing_plan(**changes: Any):
    """Wherever a plan can name an agency or group, it names one that is kept back."""
    groups = [
        {"code": "G1", "name": "政府部门"},
        {"code": "G2", "name": "秘密部门", "published": False, "weights": {"C1": "3", "C2": "4"}},
        {"code": "G3", "name": "直属单位", "ranked": False},
        {"code": "G4", "name": "社会团体", "ranked": False, "scored": False},
    ]
    bands = [
        {"code": "B1", "name": "优秀", "from": "40", "to": None},
        {"code": "B2", "name": "良好", "from": None, "to": "40"},
    ]
    given = {
        "groups": groups,
        "bands": bands,
        "adjustments": [{"agency": "A8", "points": "30", "reason": "市密码处加分"}],
        "vetoes": [{"agency": "A3", "band": "B2", "reason": "市国安处被否决"}],
        "scoring": {"channels": "weighted", "min_votes": 3},
    }
    return grouped_plan(**given | changes)


@BOTH
@pytest.mark.parametrize("plan", [grouped_plan, revealing_plan])
def test_nothing_is_said_of_a_group_that_is_kept_back(text, plan):
    said = text(grouped(plan()), LETTER)
    for secret in KEPT_BACK:
        assert secret not in said
    assert "市水务局" in said


@pytest.mark.parametrize("plan", [grouped_plan, revealing_plan])
def test_no_corner_of_a_file_holds_what_is_kept_back(plan):
    made = grouped(plan())
    parts = parts_of(notice_text(made, LETTER, ZH))
    for name, held in parts.items():
        for secret in (*KEPT_BACK, "44.0000"):
            if len(secret) > 2 or name.startswith("docProps"):
                assert secret.encode() not in held, name
    # codes that are no part of a longer one, such as a hash
    body = parts["word/document.xml"].decode()
    assert not re.search(r">[^<]*\b(A[1-8]|G[1-4])\b", body)
    reader = pypdf.PdfReader(BytesIO(content(notice(made, LETTER, ZH))))
    assert reader.metadata is not None
    described = "".join(map(str, reader.metadata.values()))
    assert not [secret for secret in KEPT_BACK if secret in described]
    assert not reader.outline


@BOTH
def test_ranks_that_would_show_a_gap_are_left_out(text):
    """A group's own ranks are printed: overall ones (1, 3, 4) would tell of 国安 and 密码."""
    said = text(grouped(), LETTER)
    assert "总排名" not in said
    assert "并列" not in said
    assert "表1分类排名：政府部门类内名次单位1市水务局2市教育局3市公安局参加评议" in said


@BOTH
def test_the_notice_is_the_same_however_those_kept_back_did(text):
    """Not a rank, a count or a tie of the published depends on the others' marks."""
    last = revealing_plan(adjustments=[{"agency": "A8", "points": "-9", "reason": "扣"}])
    first, second = grouped(revealing_plan()), grouped(last)
    assert [it.rank for it in first.results.agencies] != [it.rank for it in second.results.agencies]
    assert text(first, LETTER) == text(second, LETTER)


@BOTH
def test_the_number_of_agencies_and_of_the_ranked_is_not_said(text):
    said = text(grouped(), LETTER)
    assert not re.search(r"\d+个", said)


@BOTH
def test_where_no_ranked_group_is_kept_back_the_overall_ranking_is_published(text):
    said = text(grouped(published_plan()), LETTER)
    assert "表1总排名名次单位类别类内名次备注1市水务局政府部门1并列1市国安处秘密部门1并列" in said
    assert "3市教育局政府部门2" + "4市公安局政府部门3" + "5市密码处秘密部门2" in said
    assert "分类排名：" not in said


@BOTH
def test_a_group_kept_back_that_is_not_ranked_hides_no_rank(text):
    groups = [
        {"code": "G1", "name": "政府部门"},
        {"code": "G2", "name": "秘密部门"},
        {"code": "G3", "name": "直属单位", "ranked": False, "published": False},
        {"code": "G4", "name": "社会团体", "ranked": False, "scored": False, "published": False},
    ]
    said = text(grouped(grouped_plan(groups=groups)), LETTER)
    assert "总排名" in said
    for kept_back in ("直属单位", "市档案馆", "社会团体", "市钱币学会", "参加评议、不参与排名"):
        assert kept_back not in said


@BOTH
def test_order_alone_is_published(text):
    said = text(grouped(published_plan()), LETTER)
    for score in ("44.0000", "39.0000", "36.5000", "得分44", "满意率", "前1名", "后1名"):
        assert score not in said


@BOTH
def test_published_agencies_without_a_rank_stand_apart(text):
    said = text(grouped(), LETTER)
    assert "参加评议、不参与排名的单位（按单位代码排列）：市档案馆、市钱币学会。" in said
    assert "得分不完整，不列名次的单位：市政府。" in said


@BOTH
def test_few_votes_are_marked_where_they_are(text):
    said = text(grouped(grouped_plan(scoring={"min_votes": 9})), LETTER)
    assert "1市水务局票数少" in said


@BOTH
def test_a_plan_that_publishes_nothing_says_so(text):
    groups = [
        {"code": code, "name": name, "published": False}
        for code, name in (("G1", "甲类"), ("G2", "乙类"), ("G3", "丙类"), ("G4", "丁类"))
    ]
    said = text(grouped(grouped_plan(groups=groups)), LETTER)
    assert "按照评议方案，本次评议没有公示的类别。" in said
    for name, _ in NAMES.values():
        assert name not in said


@BOTH
def test_a_published_group_without_a_ranked_agency_has_no_table(text):
    said = text(material(small_plan(1), []), LETTER)
    assert "总排名" not in said
    assert "类内名次" not in said
    assert "名次按得分由高到低排列" not in said
    assert "得分不完整，不列名次的单位：单位1。" in said


@BOTH
def test_the_public_is_asked_to_object_and_has_lines_to_be_filled_in(text):
    said = text(grouped(), LETTER)
    assert "公示期：年月日至年月日" in said
    assert "请在公示期内向某某市效能办反映" in said
    assert "受理单位：某某市效能办联系电话：" + "＿" * 12 + "通信地址：" + "＿" * 12 in said
    bare = text(grouped(), Letter())
    assert "请在公示期内向下列受理单位反映" in bare
    assert "受理单位：" + "＿" * 12 in bare
    assert "号关于" not in bare


@BOTH
def test_the_forms_of_the_survey_are_told(text):
    said = text(grouped(), LETTER)
    assert "共发放评议表100份，收回3份，其中有效票2份、无效票1份。" in said


@BOTH
def test_the_hash_stands_in_the_text_for_everybody_to_compare(text):
    said = text(grouped(), LETTER)
    assert f"结果校验码（SHA-256）：{HASH}特此公示。" in re.sub(
        r"2005年度万人评议·公示正式.*?页共\d页", "", said
    )
    assert "本公示的校验码应与签字盖章的计票结果报告单所印一致" in said


def test_the_square_code_of_every_page_holds_the_hash(tmp_path):
    zxingcpp = pytest.importorskip("zxingcpp")
    pypdfium2 = pytest.importorskip("pypdfium2")
    for page in pypdfium2.PdfDocument(content(notice(grouped(), LETTER, ZH))):
        (code,) = zxingcpp.read_barcodes(page.render(scale=3).to_pil())
        assert code.text == HASH
    assert "word/media/image1.png" in parts_of(notice_text(grouped(), LETTER, ZH))


@BOTH
def test_a_drill_and_a_draft_say_so(text):
    assert "【演练】" in text(grouped(mode="drill"), LETTER)
    assert "【未封存】" in text(grouped(sealed=False), LETTER)
    assert "不得印发" not in text(grouped(), LETTER)


def test_a_drill_is_marked_on_every_page(tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(content(notice(grouped(mode="drill"), LETTER, ZH)))
    assert largest_text(path) == {"演练"}
    head, foot = frame_text(opened(notice_text(grouped(mode="drill"), LETTER, ZH)))
    assert head == "演练2005年度万人评议·公示演练·第1版·已封存"
    assert foot.endswith("第1页共1页")


@BOTH
def test_the_english_notice_says_the_same(text):
    said = text(grouped(), Letter(date="2006-01-09"), EN)
    assert "Publicnoticeoftheresultsof2005年度万人评议" in said
    assert "1市水务局2市教育局3市公安局" in said
    assert "Thisisherebypublished.________________2006-01-09" in said
    assert "秘密" not in said


@BOTH
def test_names_are_printed_as_text(text):
    plan = hostile_plan()
    said = text(material(plan, blank_forms(plan)), LETTER)
    for name in HOSTILE:
        assert squeezed(name[:200]) in said


def test_hostile_names_stay_inside_the_page(tmp_path):
    plan = hostile_plan("超长" * 100)
    path = tmp_path / "a.pdf"
    path.write_bytes(content(notice(material(plan, blank_forms(plan)), LETTER, ZH)))
    assert inside(path)


def test_a_missing_glyph_is_reported_before_a_byte_is_written():
    plan = hostile_plan(FOREIGN)
    with pytest.raises(GlyphMissingError):
        notice(material(plan, blank_forms(plan)), LETTER, ZH)
    assert FOREIGN in docx_text(notice_text(material(plan, blank_forms(plan)), LETTER, ZH))


def test_the_text_has_the_table_of_the_paper():
    document = opened(notice_text(grouped(), LETTER, ZH))
    (table,) = document.tables
    assert cells(table) == [
        ["类内名次", "单位"],
        ["1", "市水务局"],
        ["2", "市教育局"],
        ["3", "市公安局"],
    ]


@pytest.mark.parametrize("make", [notice, notice_text])
def test_the_same_results_give_the_same_bytes(make):
    assert content(make(grouped(), LETTER, ZH)) == content(make(grouped(), LETTER, ZH))
