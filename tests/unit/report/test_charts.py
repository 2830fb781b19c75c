"""Charts: the title says the answer, everybody has a line, and colours are known in every theme."""

import ast
import re
import tomllib
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pypdf
import pytest
from reportlab.graphics import renderPDF
from reportlab.graphics.shapes import Drawing, Group, Rect, String

from desktop.assets import resource
from desktop.report.agency_charts import AgencyCharts
from desktop.report.chart_lines import ScoreLine
from desktop.report.chart_look import grade_fills, palette
from desktop.report.chart_rows import Caption, Divider, Head, axis_around, rows_chart
from desktop.report.chart_sheet import Sheet, fitted, text_room
from desktop.report.chart_svg import in_theme, svg_of
from desktop.report.fonts import text_width
from desktop.report.result_charts import ResultCharts
from desktop.report.standing import Standing
from desktop.words import CHINESE, ENGLISH, words_for
from tests.plans import small_plan
from tests.unit.report.samples import material

DESKTOP = resource("words").parents[1] / "desktop"
WORDS = resource("words", "zh_CN")
SPEAKING = [
    *(DESKTOP / "report").glob("*chart*.py"),
    *(DESKTOP / "views" / name for name in ("agency_rows.py", "ranking_rows.py")),
    DESKTOP / "views" / "results_state.py",
]
THEMES = ("light", "dark", "contrast")
CHARTS = ("score_bars", "grade_shares", "channel_dots", "dimension_heat")
FOUR = [("C1", "B001", [("", "11112233"), ("", "11121223"), ("", "11111123")])]


def charts(plan=None, batches=FOUR, *, group="", language=ENGLISH, **changes):
    held = plan or small_plan(4, 2, cut={"top": 1, "bottom": 1})
    results = material(held, batches, **changes).results
    return ResultCharts(Standing(results, words_for(language)), "state", group)


def strings(drawing: Drawing | Group) -> list[String]:
    found = []
    for held in drawing.contents:
        found += [held] if isinstance(held, String) else []
        found += strings(held) if isinstance(held, Group) else []
    return found


def texts(drawing: Drawing | Group) -> list[str]:
    """Every text of a drawing, as it was written."""
    return [held.text for held in strings(drawing)]


def boxes(drawing: Drawing | Group) -> list[Rect]:
    found = []
    for held in drawing.contents:
        found += [held] if isinstance(held, Rect) else []
        found += boxes(held) if isinstance(held, Group) else []
    return found


def test_the_title_says_how_far_apart_they_are_at_the_cut():
    answer = charts().answers.scores()
    assert (
        answer == "Top 1 lead by 1.6667 points; bottom 1 are 13.0000 points behind the one before"
    )
    assert charts(language=CHINESE).answers.scores() == (
        "前1名领先下一名 1.6667 分；后1名落后上一名 13.0000 分"
    )


def test_without_a_cut_the_title_says_from_where_to_where():
    plan = small_plan(4, 2, cut={"top": 0, "bottom": 0})
    assert charts(plan).answers.scores() == "Scores run from 26.0000 to 44.0000"
    assert charts(group="G1").answers.scores() == "Scores run from 26.0000 to 44.0000"


def test_where_too_few_are_ranked_to_cut_nobody_is_marked():
    plan = small_plan(4, 2, cut={"top": 3, "bottom": 3})
    drawn = texts(charts(plan).score_bars())
    assert not [text for text in drawn if text.startswith(("Top", "Bottom", "above", "bottom"))]


def test_every_chart_has_a_line_for_every_agency_with_a_score():
    for name in CHARTS:
        drawn = texts(getattr(charts(), name)())
        assert {"单位1", "单位2", "单位3", "单位4"} <= set(drawn), name
        assert drawn[0]
        assert "state" in drawn


def test_who_has_no_score_is_left_out_and_the_note_says_so():
    batches = [("C1", "B001", [("", "11112200"), ("", "22112100")])]
    held = charts(batches=batches)
    for name in CHARTS:
        drawn = texts(getattr(held, name)())
        assert "单位4" not in drawn
        assert "Left out, without a score: 1." in drawn


def test_channels_that_scored_nobody_have_no_column():
    drawn = texts(charts().channel_dots())
    assert "报纸读者评议" not in drawn
    assert "Channels that gave no score: 报纸读者评议." in drawn


def test_the_channels_title_names_the_widest_difference():
    batches = [
        ("C1", "B001", [("", "11111111"), ("", "11111111")]),
        ("C2", "B002", [("", "11331212")]),
    ]
    held = charts(batches=batches)
    assert held.answers.channels() == (
        "Channels differ most over 单位2: 单位互评 44.0000, 报纸读者评议 22.0000"
    )


def test_bars_begin_at_a_stated_value():
    held = charts()
    drawn = texts(held.score_bars())
    assert "Bars begin at 25, not at 0." in drawn
    assert "25" in drawn


def test_those_not_ranked_stand_apart_below_a_rule():
    groups = [{"code": "G1", "name": "甲"}, {"code": "G2", "name": "乙", "ranked": False}]
    agencies = [
        {"code": f"A{n}", "name": f"单位{n}", "group": f"G{1 + n // 4}"} for n in range(1, 5)
    ]
    plan = small_plan(agencies, 2, groups=groups, cut={"top": 1, "bottom": 1})
    drawn = texts(charts(plan).score_bars())
    assert drawn.index("not ranked") == drawn.index("单位4") - 2  # its dash of a rank between
    assert "—" in drawn


def test_a_group_alone_has_its_own_ranks():
    groups = [{"code": "G1", "name": "甲"}, {"code": "G2", "name": "乙"}]
    agencies = [
        {"code": f"A{n}", "name": f"单位{n}", "group": f"G{1 + n % 2}"} for n in range(1, 5)
    ]
    plan = small_plan(agencies, 2, groups=groups)
    held = charts(plan, group="G2")
    assert [one.code for one in held.shown] == ["A1", "A3"]
    drawn = texts(held.score_bars())
    assert drawn.index("1") == drawn.index("单位1") - 1
    assert drawn.index("2") == drawn.index("单位3") - 1


def test_a_drill_is_marked_on_every_part_of_a_chart():
    official = charts().score_bars()
    drill = charts(mode="drill").score_bars()
    assert "Drill" in texts(drill)
    assert "Drill" not in texts(official)


def test_a_hundred_and_twenty_agencies_stand_in_three_columns_on_one_page():
    marks = "".join("123"[(n * n + n // 7) % 3] + "1" for n in range(120))
    held = charts(small_plan(120, 2), [("C1", "B001", [("", marks), ("", "1" * 240)])])
    drawing = held.score_bars()
    assert drawing.height < drawing.width
    assert {f"单位{n}" for n in range(1, 121)} <= set(texts(drawing))
    assert all(box.x + box.width <= drawing.width for box in boxes(drawing))


def test_an_agency_is_compared_with_its_group():
    results = charts().standing.results
    standing = Standing(results, words_for(ENGLISH))
    last = AgencyCharts(standing, results.agencies[-1], "state")
    drawing = last.against_group()
    assert drawing
    drawn = texts(drawing)
    assert last.answer().startswith("At or above its group in 0 of 2; furthest below in 内容")
    assert "+" not in "".join(text for text in drawn if text.startswith("-"))
    first = AgencyCharts(standing, results.agencies[0], "state")
    assert first.answer() == "In no dimension below the mean of its group"
    assert first.votes_answer() == "“满意” on 100.0% of its votes"


def test_an_agency_without_a_vote_has_no_chart():
    results = charts(batches=[("C1", "B001", [("", "11112200")])]).standing.results
    held = AgencyCharts(Standing(results, words_for(ENGLISH)), results.agencies[-1], "state")
    assert held.against_group() is None
    assert held.grade_shares() is None


def test_svg_names_the_fonts_of_the_program_and_keeps_every_colour():
    svg = svg_of(charts().score_bars(), "得分").decode()
    assert set(re.findall(r"font-family: ([^;]+);", svg)) == {"Noto Sans SC"}
    assert "font-weight: bold" in svg
    assert "<title>得分</title>" in svg
    assert set(re.findall(r"#[0-9A-F]{6}", svg)) <= set(palette().values())
    assert "rgb(" not in svg


def test_the_same_figures_give_the_same_svg():
    assert svg_of(charts().dimension_heat()) == svg_of(charts().dimension_heat())


def test_text_stands_where_it_was_put_in_the_size_it_was_given():
    """Qt cuts what is behind a size's point, reportlab behind that of twice a height."""
    sheet = Sheet()
    sheet.text(10.25, 20.1, "题", "cell")
    svg = svg_of(sheet.drawing()).decode()
    ((x, y),) = re.findall(r"translate\(([0-9.]+),([-0-9.]+)\) scale", svg)
    assert float(x) == 10.25
    assert float(y) == pytest.approx(-20.1 - 0.38 * 8.5, abs=1e-6)
    assert "font-size: 85px" in svg


@pytest.mark.parametrize("theme", THEMES)
def test_no_colour_of_the_day_has_two_colours_in_another_theme(theme):
    found: dict[str, set[str]] = {}
    for name, colour in palette().items():
        found.setdefault(colour, set()).add(palette(theme)[name])
    assert [pair for pair in found.items() if len(pair[1]) > 1] == []


def test_in_another_theme_every_colour_is_of_that_theme():
    svg = svg_of(charts().grade_shares())
    assert in_theme(svg, "light") == svg
    dark = set(re.findall(r"#[0-9A-F]{6}", in_theme(svg, "dark").decode()))
    assert dark <= set(palette("dark").values())


@pytest.mark.parametrize("count", range(2, 7))
def test_grades_differ_without_colour(count):
    looks = grade_fills(count)
    assert len({held.shape for held in looks}) == count
    assert len({(round(_grey(palette()[held.fill]) / 12), held.striped) for held in looks}) == count


def _grey(colour: str) -> float:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return 0.299 * red + 0.587 * green + 0.114 * blue


def test_a_chart_is_part_of_a_pdf_with_its_own_fonts(tmp_path):
    path = tmp_path / "chart.pdf"
    renderPDF.drawToFile(charts().score_bars(), str(path))
    (page,) = pypdf.PdfReader(path).pages
    assert "单位1" in page.extract_text()
    assert b"NotoSansSC" in path.read_bytes()


def test_an_axis_has_round_ends_around_its_values():
    axis = axis_around([Fraction("97.63"), Fraction("103.98")])
    assert [float(axis.low), float(axis.high)] == [96, 104]
    placed = axis.placed(10, 100)
    assert (placed.at(Fraction(96)), placed.at(Fraction(100)), placed.at(Fraction(1))) == (
        10,
        60,
        10,
    )


def test_equal_values_have_an_axis_too():
    axis = axis_around([Fraction(20)])
    assert axis.low < 20 <= axis.high


@pytest.mark.parametrize("place", range(1, 7))
def test_a_rule_never_ends_a_column(place):
    lines: list[ScoreLine | Divider] = [
        ScoreLine(Head(str(n), f"单位{n}"), Fraction(n), str(n)) for n in range(1, 8)
    ]
    lines.insert(place, Divider("后几名"))

    class Cells:
        heading = 10.0

        def draw_heading(self, sheet, x, width):
            pass

        def draw_line(self, sheet, line, middle):
            pass

    written = strings(rows_chart(Caption("题"), lines, Cells(), blocks=2))
    (rule,) = (held for held in written if held.text == "后几名")
    below = [held for held in written if held.text.startswith("单位") and held.x == rule.x]
    assert any(held.y < rule.y for held in below)


def test_a_name_too_long_is_shortened_with_a_sign():
    name = "某某市人民政府机关作风办公室"
    assert fitted(name, text_room(name)) == name
    short = fitted(name, 50)
    assert short.endswith("…")
    assert text_width(short) * 8.5 <= 50


def test_a_character_that_no_font_draws_stops_no_chart():
    assert fitted("局😀", 200) == "局[U+1F600]"


def test_every_sentence_of_a_chart_has_its_chinese():
    known = tomllib.loads((WORDS / "charts.toml").read_text(encoding="utf-8"))
    known |= tomllib.loads((WORDS / "documents.toml").read_text(encoding="utf-8"))
    said = {text for path in SPEAKING for text in spoken(path)}
    assert len(said) > 30
    assert said - set(known) == set()
    for source in said:
        assert set(re.findall(r"{\w*}", known[source])) == set(re.findall(r"{\w*}", source))


def spoken(path: Path) -> Iterator[str]:
    """What a module hands to `words`, by itself or through a method that fills its fields."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), args=[first, *_]):
                held = [first] if name in ("words", "_words", "say", "_say") else []
            case ast.Assign(targets=[ast.Name(id="source")], value=value):
                held = [value]
            case _:
                held = []
        for one in held:
            either = [one.body, one.orelse] if isinstance(one, ast.IfExp) else [one]
            yield from (str(part.value) for part in either if isinstance(part, ast.Constant))
