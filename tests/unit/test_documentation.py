"""Every command and option is documented, and what the documents name exists."""

import re
import shlex
from pathlib import Path
from xml.etree import ElementTree as ET

import click
import pytest
from click.testing import CliRunner

from desktop.cli.root import pingyi
from desktop.papers.listing import PAPERS
from tools.scenes import MANUAL_SCENES

CHECKOUT = Path(__file__).resolve().parents[2]
COMMANDS = {
    name: (CHECKOUT / "docs" / name).read_text(encoding="utf-8")
    for name in ("COMMANDS.md", "COMMANDS.zh-CN.md")
}
MANUALS = ("docs/STATIONS.md", "docs/STATIONS.zh-CN.md")
WALKS = {"en": "docs/manual.md", "zh_CN": "docs/manual.zh-CN.md"}
"""The manuals of the window, by language."""
WINDOWS = CHECKOUT / "resources" / "translations" / "pingyi_zh_CN.ts"
PAGES = (
    "docs/COMMANDS.md",
    "docs/COMMANDS.zh-CN.md",
    "docs/PLAN.md",
    "docs/PLAN.zh-CN.md",
    *MANUALS,
    *WALKS.values(),
)


def commands(group: click.Group, prefix: str = "pingyi") -> dict[str, click.Command]:
    found: dict[str, click.Command] = {}
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if isinstance(command, click.Group):
            found |= commands(command, f"{prefix} {name}")
        elif command is not None:
            found[f"{prefix} {name}"] = command
    return found


ALL = commands(pingyi)


@pytest.mark.parametrize("page", COMMANDS)
@pytest.mark.parametrize("name", ALL)
def test_a_command_has_its_line_with_every_option(name, page):
    lines = COMMANDS[page].splitlines()
    (line,) = [line for line in lines if re.match(rf"\| `{name}[` ]", line)]
    for option in (p for p in ALL[name].params if isinstance(p, click.Option)):
        for flag in option.opts:
            assert flag == "--json" or flag in line, flag


@pytest.mark.parametrize("name", ALL)
def test_every_option_says_what_it_does_and_every_command_speaks_json(name):
    options = [param for param in ALL[name].params if isinstance(param, click.Option)]
    assert all(option.help for option in options)
    flags = [flag for option in options for flag in option.opts]
    assert ("--json" in flags) != (name == "pingyi window")
    assert ALL[name].help


@pytest.mark.parametrize("page", COMMANDS)
def test_no_line_describes_a_command_that_is_not_there(page):
    line = re.compile(r"^\| `(pingyi [a-z -]+?)(?: [A-Z].*?)?`", re.MULTILINE)
    assert set(line.findall(COMMANDS[page])) == set(ALL)


def test_the_chinese_page_of_the_plan_lists_the_same_keys():
    key = re.compile(r"^\| ([^|]*`[^|]*) \|", re.MULTILINE)
    pages = (CHECKOUT / "docs" / name for name in ("PLAN.md", "PLAN.zh-CN.md"))
    first, second = (key.findall(page.read_text(encoding="utf-8")) for page in pages)
    assert [row.replace("、", ", ") for row in second] == first


def errands(page: str) -> list[str]:
    """The command lines of a manual."""
    text = (CHECKOUT / page).read_text(encoding="utf-8")
    return re.findall(r"^pingyi .*", text, re.MULTILINE)


def test_both_manuals_give_the_same_commands():
    first, second = map(errands, MANUALS)
    assert first == second


@pytest.mark.parametrize("line", errands(MANUALS[0]))
def test_a_line_of_the_manual_is_a_command_with_its_arguments(line):
    words = shlex.split(line)
    name = " ".join(words[: next(at for at in (3, 2) if " ".join(words[:at]) in ALL)])
    context = ALL[name].make_context(name, words[len(name.split()) :])
    assert context.params


@pytest.mark.parametrize("page", ["README.md", "README.zh-CN.md"])
def test_the_example_runs_as_it_stands(page, tmp_path, monkeypatch):
    text = (CHECKOUT / page).read_text(encoding="utf-8")
    blocks = dict(re.findall(r"^```(json|csv|sh)\n(.*?)^```", text, re.MULTILINE | re.DOTALL))
    (tmp_path / "plan.json").write_text(blocks["json"], encoding="utf-8")
    (tmp_path / "forms.csv").write_text(blocks["csv"], encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    commands = [line.split()[1:] for line in blocks["sh"].splitlines()]
    for command in [*commands, ["results", "demo.pingyi"]]:
        done = CliRunner().invoke(pingyi, command)
        assert done.exit_code == 0, (command, done.output, done.exception)
    assert (commands[0][:2], commands[-1][0], len(commands)) == (["plan", "check"], "report", 6)
    # all of them but the rulings, for there are none
    assert len(list((tmp_path / "documents").iterdir())) == len(PAPERS) - 1
    assert "93.3333" in done.output
    assert "93.3333" in text


@pytest.mark.parametrize("page", ["README.md", "README.zh-CN.md", "ARCHITECTURE.md", *PAGES])
def test_links_lead_to_files_and_commands_exist(page):
    path = CHECKOUT / page
    text = path.read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#:]+)\)", text):
        assert (path.parent / target).exists(), target
    for command in re.findall(r"^pingyi ([a-z-]+)", text, re.MULTILINE):
        assert any(name.split()[1] == command for name in ALL), command


def pictures(page: str) -> list[str]:
    text = (CHECKOUT / page).read_text(encoding="utf-8")
    return re.findall(r"!\[[^]]+\]\(([^)]+)\)", text)


@pytest.mark.parametrize("language", WALKS)
def test_a_manual_shows_every_picture_of_its_language_once_and_small(language):
    shown = pictures(WALKS[language])
    assert sorted(shown) == sorted(
        f"pictures/manual/{language}/{name}.png" for name in MANUAL_SCENES
    )
    files = [CHECKOUT / "docs" / name for name in shown]
    assert set(files) == set(files[0].parent.iterdir())
    assert all(path.stat().st_size < 150_000 for path in files)


def test_both_manuals_show_the_same_pictures_in_the_same_order():
    first, second = ([Path(name).name for name in pictures(page)] for page in WALKS.values())
    assert first == second


def test_both_manuals_are_built_alike():
    """The same headings, lists and tables, line by line."""

    def shape(page: str) -> list[str]:
        lines = (CHECKOUT / page).read_text(encoding="utf-8").splitlines()
        marks = (re.match(r"#+ |\| |\|-|[0-9]+\. |- |!", line) for line in lines)
        return [mark[0].strip() for mark in marks if mark]

    assert shape(WALKS["en"]) == shape(WALKS["zh_CN"])


def window_texts(language: str) -> set[str]:
    found = set()
    for message in ET.parse(WINDOWS).getroot().iter("message"):
        source, translation = message.find("source"), message.find("translation")
        assert source is not None
        assert translation is not None
        found.add((source if language == "en" else translation).text or "")
    return found


@pytest.mark.parametrize("language", WALKS)
def test_what_a_manual_quotes_stands_in_the_window_word_for_word(language):
    text = (CHECKOUT / WALKS[language]).read_text(encoding="utf-8")
    quoted = re.findall(r"\*\*(.+?)\*\*", text)
    assert len(quoted) > 100
    assert set(quoted) - window_texts(language) == set()


def test_both_manuals_quote_the_same_words_of_the_window_section_by_section():
    """A label that one language tells of, the other tells of too."""

    def counts(page: str) -> list[int]:
        text = (CHECKOUT / page).read_text(encoding="utf-8")
        return [part.count("**") // 2 for part in re.split(r"^##+ ", text, flags=re.MULTILINE)]

    assert counts(WALKS["en"]) == counts(WALKS["zh_CN"])


@pytest.mark.parametrize("language", WALKS)
def test_every_chapter_that_a_manual_lists_is_there(language):
    text = (CHECKOUT / WALKS[language]).read_text(encoding="utf-8")
    listed = re.findall(r"^[0-9]+\. \[[^]]+\]\(#([^)]+)\)$", text, re.MULTILINE)
    assert listed == [anchor(title) for title in re.findall(r"^## ([0-9].+)$", text, re.MULTILINE)]


def anchor(heading: str) -> str:
    """As GitHub makes it: small letters, no punctuation, hyphens for blanks."""
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


@pytest.mark.parametrize(("readme", "manual"), [("README.md", "en"), ("README.zh-CN.md", "zh_CN")])
def test_the_manual_is_found_from_the_readme(readme, manual):
    assert f"]({WALKS[manual]})" in (CHECKOUT / readme).read_text(encoding="utf-8")
