"""Tables on narrow terminals: every value stands, and no line is wider than the screen."""

import re

import click
import pytest
from rich.cells import cell_len

from desktop.actions.batches import register_batch
from desktop.actions.counting import count_survey
from desktop.actions.keying import key_form
from desktop.cli import result_tables
from desktop.cli.layout import folded
from desktop.cli.screen import say_table
from desktop.store.keys import Home
from desktop.tally.form import Form
from desktop.tally.reconciliation import Slip
from tests.plans import shipped_plan
from tests.surveys import founded


@pytest.fixture(scope="module")
def results(tmp_path_factory):
    """The 2005 plan with a form from every channel: six columns of 110.0000."""
    folder, plan = tmp_path_factory.mktemp("results"), shipped_plan("2005")
    with founded(folder / "s.pingyi", plan, home=Home(folder / "home")) as survey:
        for at, channel in enumerate(plan.channels):
            register_batch(survey, Slip(f"B00{at}", channel.code, 1))
            key_form(survey, Form(f"B00{at}", 1, "1" * plan.cells))
        return count_survey(survey)


@pytest.fixture
def terminal(monkeypatch, capsys):
    """Sets a terminal's width; what is called gives the lines it shows."""

    def show(width, say, *given, **named):
        wide = {"TTY_COMPATIBLE": "1", "TERM": "xterm", "COLUMNS": str(width), "LINES": "25"}
        for name, value in wide.items():
            monkeypatch.setenv(name, value)
        say(*given, **named)
        return click.unstyle(capsys.readouterr().out).splitlines()

    return show


@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
@pytest.mark.parametrize("by", [None, "channel", "group"])
def test_no_value_is_cut_and_no_line_is_too_wide(results, terminal, width, by):
    lines = terminal(width, result_tables.say_results, results, by)
    hash_line = lines.pop()
    assert hash_line == f"Results hash {results.hash}"
    assert max(map(cell_len, lines)) <= width
    shown = "".join(re.sub(r"[\s─]", "", line) for line in lines)
    columns = 1 + (len(results.plan.channels) if by == "channel" else 0)
    # once for every agency and column, and once more for the top and bottom, here tied whole
    assert shown.count("110.0000") == len(results.agencies) * (columns + 2)


def test_at_80_columns_channels_are_codes_beside_rank_agency_and_scores(results, terminal):
    lines = terminal(80, result_tables.say_results, results, "channel")
    assert re.match(r"Rank +Agency +Score +C1 +C2 +C3 +C4 +C5 +C6$", lines[1])
    assert re.match(r"1 +市委办公室 +110\.0000( 110\.0000){6}$", lines[3])
    assert [line for line in lines if line.startswith("C1 单位互评  C2 下级单位评")]


def test_at_40_columns_each_row_is_lines_of_its_own(results, terminal):
    lines = terminal(40, result_tables.say_results, results, "channel")
    assert lines[1:4] == [
        "1  市委办公室",
        "  Score 110.0000  单位互评 110.0000",
        "  下级单位评 110.0000",
    ]


def test_a_table_that_fits_has_its_whole_headings(results, terminal):
    lines = terminal(120, result_tables.say_results, results, "channel")
    assert "群众义务监督员" in lines[1]


def test_a_long_text_in_a_table_folds_and_figures_do_not(terminal):
    rows = [("市直属机关工作委员会" * 3, "1957.1234", "")]
    lines = terminal(30, say_table, "T", ["Agency", "Score", "Few"], rows, numbers=1)
    assert "1957.1234" in lines[3]
    assert max(map(cell_len, lines)) <= 30
    assert "".join(re.findall("[一-鿿]+", "".join(lines[3:]))) == "市直属机关工作委员会" * 3


def test_folding_counts_wide_characters_twice_and_leaves_no_mark_at_the_front():
    assert folded("零报告之后，方可录入。", 10) == ["零报告之", "后，方可录", "入。"]
    assert folded("see pingyi 评议", 10) == ["see pingyi", "评议"]
    assert folded("a-word-longer", 5) == ["a-wor", "d-lon", "ger"]
    assert folded("", 5) == [""]
