"""通报: the whole result, on paper and as text to be edited, from one content."""

import os
import re
import shutil
import subprocess
import tomllib
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pypdf
import pytest
from docx import Document
from docx.shared import Mm

from desktop.assets import resource
from desktop.report import fonts
from desktop.report.circular import circular, circular_text, composed_circular
from desktop.report.docx_look import text_look
from desktop.report.docx_text import CharacterRefusedError
from desktop.report.fonts import GlyphMissingError
from desktop.tally.letter import Letter
from desktop.words import CHINESE
from tests.plans import small_plan
from tests.unit.report.letters import (
    LETTER,
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
    outside,
    squeezed,
)
from tests.unit.report.sheets import EN, FOREIGN, inside, largest_text

BOTH = pytest.mark.parametrize(
    "text",
    [
        lambda made, letter, words=ZH: pdf_text(circular(made, letter, words)),
        lambda made, letter, words=ZH: docx_text(circular_text(made, letter, words)),
    ],
    ids=["pdf", "docx"],
)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@BOTH
def test_the_forms_are_those_of_the_results(text):
    said = text(grouped(), LETTER)
    assert "共发放评议表100份，收回3份，其中有效票2份、无效票1份。" in said
    assert "报纸读者评议不计发放份数，未列入发放合计。" in said
    assert "无效票按原因分：答案系复印1份。" in said
    assert "单位互评100321" + "报纸读者评议—000" + "合计100321" in said


@BOTH
def test_the_ranking_stands_whole_with_scores_groups_and_ties(text):
    said = text(grouped(), LETTER)
    assert "1市水务局政府部门44.00001并列、前1名" + "1市国安处秘密部门44.00001并列、前1名" in said
    assert "3市教育局政府部门39.00002" in said
    assert "分类排名：秘密部门类内名次单位得分总名次1市国安处44.000012市密码处22.00005" in said
    assert "参加排名的单位共5个" in said
    assert "名次并列的有：第1名市水务局、市国安处。" in said


@BOTH
def test_the_first_and_the_last_are_named_and_judged_by_the_office_alone(text):
    said = text(grouped(), LETTER)
    assert "总排名前1名和后1名的单位如下，界线上名次并列的一并列出。" in said
    assert "1市水务局（并列）44.00005市密码处22.00001市国安处（并列）44.0000" in said
    assert "（此处由发文单位按有关规定填写对上述单位的表彰和处理决定）" in said
    for consequence in ("取消", "资格", "通报表彰", "批评", "电视"):
        assert consequence not in said


@BOTH
def test_without_a_cut_there_is_nothing_to_decide(text):
    said = text(grouped(grouped_plan(cut={"top": 0, "bottom": 0})), LETTER)
    assert "此处由发文单位" not in said
    assert "四、未列入排名的单位" in said


@BOTH
def test_agencies_without_a_rank_stand_apart(text):
    said = text(grouped(), LETTER)
    apart = said[said.index("五、未列入排名的单位") :]
    assert "得分不完整，不列名次的单位：市政府。" in apart
    assert "各单位得分（不参与排名）：直属单位单位得分市档案馆22.0000" in apart
    assert "社会团体不计分，所属单位为：市钱币学会。" in apart


@BOTH
def test_one_group_alone_has_no_ranking_of_its_own(text):
    said = text(material(), LETTER)
    assert "总排名" in said
    assert "分类排名：" not in said
    assert "类内名次" not in said


@BOTH
def test_unsettled_forms_and_more_returned_than_issued_are_said(text):
    made = grouped()
    rows = [
        replace(row, keyed=row.keyed + 1, unsettled=1, issued=2) if row.channel == "C1" else row
        for row in made.results.reconciliation
    ]
    forms = replace(made.results.forms, unsettled=1)
    made = replace(made, results=replace(made.results, reconciliation=tuple(rows), forms=forms))
    said = text(made, LETTER)
    assert "共发放评议表2份，收回4份，其中有效票2份、无效票1份。" in said
    assert "收回的评议表中另有1份待裁定，未计入有效票和无效票。" in said
    assert "单位互评收回份数多于发放份数，有关说明见计票结果报告单。" in said
    assert "单位互评24211" in said


@BOTH
def test_forms_that_nobody_counted_out_are_not_issued(text):
    plan = small_plan(channels=[{"code": "C1", "name": "流动评议台"}])
    said = text(material(plan, blank_forms(plan)), LETTER)
    assert "共收回评议表2份，其中有效票2份、无效票0份。" in said
    assert "不计发放份数" not in said
    assert "按原因分" not in said


@BOTH
def test_totals_taken_over_stand_apart(text):
    said = text(material(totals=[outside("C2", "市城调队", 3000, 3000, 3000)]), LETTER)
    assert "下列汇总数由其他单位提供，已并入相应渠道计票，其份数不在上表之内。" in said
    assert "报纸读者评议市城调队3300036" in said


@BOTH
def test_the_rule_is_told_in_full(text):
    said = text(grouped(), LETTER)
    assert "单项得分＝（22×满意＋17×基本满意＋11×不满意）÷该项得票数。" in said
    assert "得分实际范围22–44分（满分44）。" in said


@BOTH
def test_what_the_office_adds_stands_where_offices_have_it(text):
    said = text(grouped(), LETTER)
    head = "某效能办〔2006〕3号关于2005年度万人评议结果的通报各参评单位、各县："
    assert head in said
    foot = "特此通报。某某市效能办2006年1月9日报：市委、市政府发：各参评单位、各县"
    assert said.endswith(foot + "送：市直新闻单位某某市效能办2006年1月9日印发共印160份")


@BOTH
def test_what_a_letter_leaves_out_is_left_free(text):
    said = text(grouped(), Letter())
    assert "〔〕号关于2005年度万人评议结果的通报各参评单位：" in said
    line = "＿" * 12
    assert said.endswith(f"特此通报。{line}年月日报：发：送：{line}年月日印发共印份")


@BOTH
def test_a_drill_and_an_unsealed_draft_say_so_at_the_head(text):
    alert = "【演练】本件仅供演练，所列数据不是评议结果，不得印发。"
    draft = "【未封存】评议结果尚未封存，本稿仅供核对，不得印发。"
    assert alert in text(grouped(mode="drill"), LETTER)
    assert draft in text(grouped(sealed=False), LETTER)
    said = text(grouped(), LETTER)
    assert "不得印发" not in said


@BOTH
def test_bands_have_a_column_and_remarks_are_kept(text):
    bands = [
        {"code": "B1", "name": "优秀", "from": "40", "to": None},
        {"code": "B2", "name": "良好", "from": None, "to": "40"},
    ]
    scoring = {"min_votes": 2}
    said = text(grouped(grouped_plan(bands=bands, scoring=scoring)), LETTER)
    assert "1市水务局政府部门44.00001优秀并列、前1名" in said
    assert "3市教育局政府部门39.00002良好" in said


@BOTH
def test_the_english_circular_says_the_same(text):
    said = text(grouped(), Letter(date="2006-01-09", copies=1), EN)
    assert "Formsissued:100,returned:3;valid:2,void:1." in said
    assert "Tied:rank1:市水务局,市国安处." in said
    assert "Thisisherebymadeknown.________________2006-01-09" in said
    assert "Reportedto:Issuedto:Copiedto:________________" in said
    assert said.endswith("printed2006-01-09Copies:1")


@BOTH
def test_names_are_printed_as_text_whatever_stands_in_them(text):
    plan = hostile_plan()
    said = text(material(plan, blank_forms(plan)), LETTER)
    for name in HOSTILE:
        assert squeezed(name[:200]) in said


def test_paper_and_text_say_the_same():
    paper = pdf_text(circular(grouped(), LETTER, ZH))
    body = re.sub(r"2005年度万人评议·通报正式.*?第\d页共\d页", "", paper)
    assert body == docx_text(circular_text(grouped(), LETTER, ZH))


def test_every_page_of_paper_has_its_frame_and_number():
    reader = pypdf.PdfReader(BytesIO(content(circular(grouped(), LETTER, ZH))))
    count = len(reader.pages)
    for number, page in enumerate(reader.pages, 1):
        said = squeezed(page.extract_text())
        assert f"第{number}页共{count}页" in said
        assert squeezed("".join(HASH)) in said
        assert "正式·第1版·已封存" in said
        assert "计分规则：（22×满意" in said


@pytest.mark.parametrize("agencies", [3, 9, 20])
def test_the_receivers_stand_at_the_foot_of_the_last_page(agencies):
    places = []

    def note(text, _matrix, text_matrix, _font, _size):
        places.append((text_matrix[5], text))

    plan = small_plan(agencies)
    made = material(plan, blank_forms(plan))
    page = pypdf.PdfReader(BytesIO(content(circular(made, LETTER, ZH)))).pages[-1]
    page.extract_text(visitor_text=note)
    copies = next(height for height, text in places if "共印" in text)
    rule = next(height for height, text in places if "计分规则" in text)
    assert 0 < copies - rule < 30


@pytest.mark.parametrize(
    "office", ["某某市效能办", "某某市机关作风和效能建设活动领导小组办公室" * 9]
)
@pytest.mark.parametrize("units", [1, 8, 60])
def test_receivers_always_fit_their_page(office, units, tmp_path):
    many = tuple(f"某某市第{at}直属机关效能建设领导小组" for at in range(units))
    letter = replace(LETTER, office=office[:200], copy_to=many)
    path = tmp_path / "a.pdf"
    path.write_bytes(content(circular(grouped(), letter, ZH)))
    assert inside(path)
    said = squeezed("".join(page.extract_text() for page in pypdf.PdfReader(path).pages))
    assert said.count("共印160份") == 1
    assert many[-1] in said


def test_no_page_is_sealed_that_says_nothing():
    plan = small_plan(4)
    for count in range(1, 40):
        letter = replace(LETTER, issue_to=("某某单位",) * count)
        made = material(plan, blank_forms(plan))
        pages = pypdf.PdfReader(BytesIO(content(circular(made, letter, ZH)))).pages
        (page,) = [squeezed(it.extract_text()) for it in pages if "特此通报" in it.extract_text()]
        before = page[page.index("页共") : page.index("特此通报")]
        assert len(before) > len("页共3页")


def test_hostile_names_stay_inside_the_page(tmp_path):
    plan = hostile_plan("超长" * 100)
    path = tmp_path / "a.pdf"
    path.write_bytes(content(circular(material(plan, blank_forms(plan)), LETTER, ZH)))
    assert inside(path)


def test_a_drill_is_written_across_every_page(tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(content(circular(grouped(mode="drill"), LETTER, ZH)))
    assert largest_text(path) == {"演练"}


def test_a_missing_glyph_is_reported_before_a_byte_is_written():
    with pytest.raises(GlyphMissingError):
        circular(grouped(), replace(LETTER, office=FOREIGN), ZH)
    plan = hostile_plan(FOREIGN)
    with pytest.raises(GlyphMissingError):
        circular(material(plan, blank_forms(plan)), LETTER, ZH)


def test_text_holds_what_no_font_of_ours_prints_and_refuses_what_no_document_holds():
    plan = hostile_plan(FOREIGN)
    made = material(plan, blank_forms(plan))
    assert FOREIGN in docx_text(circular_text(made, LETTER, ZH))
    for bad in ("\x0b", "\ud800", "\uffff", "\x00"):
        with pytest.raises(CharacterRefusedError) as caught:
            circular_text(made, replace(LETTER, office=f"甲{bad}乙"), ZH)
        assert f"U+{ord(bad):04X}" in str(caught.value)


def test_tables_of_the_text_repeat_their_heads_and_part_no_row():
    document = opened(circular_text(grouped(), LETTER, ZH))
    ranking = document.tables[1]
    assert cells(ranking)[0] == ["名次", "单位", "类别", "得分", "类内名次", "备注"]
    assert cells(ranking)[5] == ["5", "市密码处", "秘密部门", "22.0000", "2", "后1名"]
    for table in document.tables[:-1]:
        heads = [line._tr.find(f"{W}trPr/{W}tblHeader") is not None for line in table.rows]
        assert heads[0]
        assert not heads[-1]
        for line in table.rows:
            assert line._tr.find(f"{W}trPr/{W}cantSplit") is not None


def test_two_lines_of_heads_span_what_they_name():
    table = opened(circular_text(grouped(), LETTER, ZH)).tables[4]
    assert cells(table)[0] == ["前1名", "后1名"]
    assert cells(table)[1] == ["名次", "单位", "得分"] * 2
    assert [line._tr.find(f"{W}trPr/{W}tblHeader") is not None for line in table.rows] == [
        True,
        True,
        False,
        False,
    ]


@pytest.mark.parametrize("agencies", [3, 120])
def test_columns_of_the_text_are_as_wide_as_its_lines(agencies):
    plan = small_plan(agencies)
    document = opened(circular_text(material(plan, blank_forms(plan)), LETTER, ZH))
    room = Mm(text_look().room_mm)
    for table in document.tables:
        assert abs(sum(column.width or 0 for column in table.columns) - room) < Mm(0.5)


def test_the_sheet_of_the_text_is_that_of_official_documents():
    section = opened(circular_text(grouped(), LETTER, ZH)).sections[0]
    margins = section.top_margin, section.bottom_margin, section.left_margin, section.right_margin
    assert [round((it or 0) / Mm(1)) for it in margins] == [37, 35, 28, 26]
    assert round((section.page_width or 0) / Mm(1)) == 210
    assert round((section.page_height or 0) / Mm(1)) == 297


def test_styles_of_the_text_have_the_fonts_of_the_theme():
    parts = parts_of(circular_text(grouped(), LETTER, ZH))
    styles, fonts_table = parts["word/styles.xml"].decode(), parts["word/fontTable.xml"].decode()
    for font in text_look().fonts.values():
        assert f'w:eastAsia="{font.asian}"' in styles
        assert f'<w:font w:name="{font.asian}"><w:altName w:val="{font.instead}"/>' in fonts_table
    assert "ja-JP" not in parts["word/settings.xml"].decode()
    assert "docProps/thumbnail.jpeg" not in parts


def test_head_and_foot_of_the_text_name_what_it_belongs_to():
    head, foot = frame_text(opened(circular_text(grouped(), LETTER, ZH)))
    assert head == "2005年度万人评议·通报正式·第1版·已封存"
    assert foot.startswith("计分规则：（22×满意＋17×基本满意＋11×不满意）÷该项得票数；2项相加")
    assert f"结果校验码（SHA-256）{HASH}" in foot
    assert "评议活动编号5e5e5e5e5e5e5e5e" in foot
    assert foot.endswith("第1页共1页")
    head, _ = frame_text(opened(circular_text(grouped(mode="drill"), LETTER, ZH)))
    assert head == "演练2005年度万人评议·通报演练·第1版·已封存"


def test_page_numbers_of_the_text_are_fields():
    foot = parts_of(circular_text(grouped(), LETTER, ZH))["word/footer1.xml"].decode()
    assert 'w:fldSimple w:instr="PAGE"' in foot
    assert 'w:fldSimple w:instr="NUMPAGES"' in foot


def test_the_square_code_of_the_text_holds_the_hash():
    zxingcpp = pytest.importorskip("zxingcpp")
    image = pytest.importorskip("PIL.Image")
    picture = parts_of(circular_text(grouped(), LETTER, ZH))["word/media/image1.png"]
    # zxing wants white around the code, which the page has
    code = image.open(BytesIO(picture)).convert("L")
    paper = image.new("L", (code.width + 80, code.height + 80), 255)
    paper.paste(code, (40, 40))
    assert zxingcpp.read_barcodes(paper)[0].text == HASH


@pytest.mark.parametrize("make", [circular, circular_text])
def test_the_same_results_give_the_same_bytes_without_a_clock(make):
    first = content(make(grouped(), LETTER, ZH))
    assert content(make(grouped(), LETTER, ZH)) == first
    if make is circular_text:
        with ZipFile(BytesIO(first)) as held:
            assert {info.date_time for info in held.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        properties = Document(BytesIO(first)).core_properties
        assert properties.created == properties.modified
        assert properties.created.year == 1980
        assert (properties.title, properties.subject) == ("2005年度万人评议·通报", HASH)
        assert (properties.author, properties.comments, properties.keywords) == ("", "", "")


def test_a_writer_may_write_twice():
    write = circular_text(grouped(), LETTER, ZH)
    assert content(write) == content(write)


def test_the_longest_title_fits_the_properties():
    made = grouped(grouped_plan(title="某" * 200))
    assert len(opened(circular_text(made, LETTER, ZH)).core_properties.title) < 256


def test_headings_can_be_jumped_to():
    document = opened(circular_text(grouped(), LETTER, ZH))
    found = [it.text for it in document.paragraphs if it.style and it.style.name == "Heading 1"]
    assert found == [
        "一、评议表发放和收回情况",
        "二、计分办法",
        "三、排名情况",
        "四、名次居前和居后的单位",
        "五、未列入排名的单位",
    ]


def test_results_without_a_ranked_agency_make_a_circular():
    made = material(small_plan(1), [])
    assert "得分不完整，不列名次的单位：单位1。" in pdf_text(circular(made, LETTER, ZH))
    assert "排名情况" not in docx_text(circular_text(made, LETTER, ZH))


def test_the_content_is_the_same_for_a_published_and_an_unpublished_group():
    """The circular is whole: `published` is for the public notice alone."""
    whole, kept = (
        composed_circular(grouped(plan), LETTER, ZH).parts
        for plan in (published_plan(), grouped_plan())
    )
    assert whole == kept


@pytest.mark.parametrize("mode", ["official", "drill"])
def test_libre_office_opens_the_text(mode, tmp_path):
    soffice = shutil.which("soffice")
    if not soffice:
        pytest.skip("soffice is not on PATH: the text document was not opened by LibreOffice")
    path = tmp_path / "通报.docx"
    path.write_bytes(content(circular_text(grouped(mode=mode), LETTER, ZH)))
    config = tmp_path / "fonts.conf"
    config.write_text(
        f'<?xml version="1.0"?><fontconfig><dir>{resource("fonts")}</dir>'
        f"<cachedir>{tmp_path / 'cache'}</cachedir></fontconfig>",
        encoding="utf-8",
    )
    profile = (tmp_path / "profile").as_uri()
    command = [soffice, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf"]
    subprocess.run(
        [*command, "--outdir", str(tmp_path), str(path)],
        check=True,
        capture_output=True,
        timeout=120,
        env={**os.environ, "FONTCONFIG_FILE": str(config)},
    )
    pages = pypdf.PdfReader(tmp_path / "通报.pdf").pages
    said = [squeezed(page.extract_text()) for page in pages]
    for number, text in enumerate(said, 1):
        assert f"第{number}页共{len(pages)}页" in text
        assert HASH in text
        assert ("演练2005年度" in text) == (mode == "drill")
    assert "1市水务局政府部门44.00001并列、前1名" in "".join(said)
    assert "共印160份" in said[-1]


OWN = tomllib.loads(resource("words", CHINESE, "circulars.toml").read_text("utf-8"))


def test_every_translation_can_be_printed():
    for text in OWN.values():
        fonts.check_glyphs(text)


def test_no_translation_outlives_its_text():
    package = resource("words").parent.parent / "desktop"
    code = "".join(
        path.read_text("utf-8")
        for room in ("report", "actions")
        for path in (package / room).glob("*.py")
    )
    joined = squeezed(code.replace('"\n', '"').replace('" "', ""))
    for source in OWN:
        wanted = squeezed(source).replace('"', "")
        assert wanted in joined.replace('""', "").replace('"', "").replace("\\", ""), source
