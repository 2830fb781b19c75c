"""Help, wrong usage and the system's reasons in Chinese: nothing of them stays English."""

import ast
import errno
import inspect
import os
import re
import sqlite3
import string
import tomllib
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from rich.cells import cell_len

from desktop import cli
from desktop.cli.help_pages import paragraphs
from desktop.cli.root import pingyi
from desktop.cli.screen import say_error, say_problems, words
from desktop.cli.usage import CLICK_MODULES
from desktop.store.errors import DamagedSurveyError
from desktop.tally.errors import Problem

CHECKOUT = Path(__file__).resolve().parents[3]
HELP = CHECKOUT / "resources" / "words" / "zh_CN" / "help.toml"
HAN = re.compile("[一-鿿]")
FOR_DEVELOPERS = re.compile(
    "DeprecationWarning|declar|decl!|defined twice|must be an iterable|start character|"
    r"Choice\(|colour|Do you want to continue|Unknown standard stream"
)
"""Sentences of click about mistakes in a program's own text, or about what this one never does."""


@pytest.fixture(autouse=True)
def chinese(monkeypatch):
    monkeypatch.setenv("PINGYI_LANG", "zh_CN")


def commands(command, *names):
    """Every command and group, with the words it is called by."""
    yield names, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            yield from commands(command.get_command(context, name), *names, name)


ALL = dict(commands(pingyi))


def helps():
    """Every English text of the commands' and options' help."""
    for command in ALL.values():
        yield from paragraphs(inspect.cleandoc(command.help))
        yield from (param.help for param in command.params if isinstance(param, click.Option))
    yield "Show this message and exit."


def sentences_of_click():
    for module in CLICK_MODULES:
        for node in ast.walk(ast.parse(inspect.getsource(module))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"_", "ngettext"}:
                given = (getattr(arg, "value", None) for arg in node.args)
                yield from (text for text in given if isinstance(text, str))


def fields(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("text", sorted(set(helps())))
def test_every_help_text_has_its_chinese(text):
    assert HAN.search(words(text)), text
    assert words(text) != text, text


@pytest.mark.parametrize("text", sorted(set(sentences_of_click())))
def test_every_sentence_of_click_has_its_chinese(text):
    if not FOR_DEVELOPERS.search(text):
        assert HAN.search(words(text)), text
        assert fields(words(text)) <= fields(text)


@pytest.mark.parametrize("names", ALL, ids=" ".join)
def test_a_help_page_holds_no_english_sentence_and_fits_80_columns(names):
    page = CliRunner().invoke(pingyi, [*names, "--help"], prog_name="pingyi").output
    assert HAN.search(page)
    assert not re.search(r"[A-Za-z]{2,}[.,:;]? [a-z]{2,} [a-z]{2,}", without_names(page)), page
    assert max(map(cell_len, page.splitlines())) <= 80


def without_names(page):
    """A help page without its usage line and without the names of commands and options."""
    return "\n".join(re.sub(r"^ +[-a-z]+(, --\w+)?", "", line) for line in page.splitlines()[1:])


def test_a_help_page_in_english_stays_as_click_writes_it(monkeypatch):
    monkeypatch.setenv("PINGYI_LANG", "en")
    page = CliRunner().invoke(pingyi, ["results", "-h"], prog_name="pingyi").output
    assert page.splitlines()[:3] == [
        "Usage: pingyi results [OPTIONS] FILE",
        "",
        "  Count, score and rank.",
    ]
    assert not HAN.search(page)


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ("import f g", "缺少选项 '--batch'。"),
        ("results", "缺少参数 'FILE'。"),
        ("operator add f --code C --name n", "缺少选项 '--role'。"),
        ("nosuch", "没有“nosuch”这一命令。"),
        ("plan nosuch", "没有“nosuch”这一命令。"),
        ("verify f --jso", "没有“--jso”这一选项。"),
        ("verify f g", "多出一个参数：g"),
        ("verify f g h", "多出几个参数：g h"),
        ("verify f --json=1", "选项“--json”后面不写值。"),
        ("new f --plan", "选项“--plan”后面须写一个值。"),
        ("results f --by x", "“x”不可用，可写"),
        ("batch add f --code B --channel C --count x", "“x”不是数"),
        ("demo --forms 3", "3 超出范围"),
        ("new f --plan a --plan b", "'--plan' 写了不止一次"),
        ("new f --plan=", "'--plan' 的值为空"),
    ],
)
def test_wrong_usage_is_said_in_chinese(given, sentence):
    done = CliRunner().invoke(pingyi, given.split(), prog_name="pingyi")
    assert done.exit_code == 2
    assert f"用法有误：{sentence}" in done.stderr or sentence in done.stderr
    last = done.stderr.strip().split("用法有误：")[-1]
    assert not re.search(r"[A-Za-z]{2,} [a-z]{2,}", last), last


SYSTEM = ["ENOENT", "EACCES", "EPERM", "ENOSPC", "EROFS", "EISDIR", "ENOTDIR", "EEXIST", "EBUSY"]
SYSTEM += ["EIO", "EFBIG", "ENAMETOOLONG", "EMFILE", "ENOTEMPTY", "EINVAL", "ENOMEM", "EXDEV"]


@pytest.mark.parametrize("name", SYSTEM)
def test_a_reason_of_the_system_is_said_in_chinese(name, capsys, monkeypatch):
    code = getattr(errno, name)
    refused = OSError(code, os.strerror(code), "/甲/乙.json")
    monkeypatch.setattr(cli, "pingyi", lambda: (_ for _ in ()).throw(refused))
    with pytest.raises(SystemExit):
        cli.main()
    said = capsys.readouterr().err
    assert "/甲/乙.json" in said
    assert os.strerror(code) not in said


def test_a_refused_output_without_a_name_is_the_standard_output(capsys, monkeypatch):
    refused = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    monkeypatch.setattr(cli, "pingyi", lambda: (_ for _ in ()).throw(refused))
    with pytest.raises(SystemExit):
        cli.main()
    assert "标准输出" in capsys.readouterr().err


def test_a_reason_of_the_database_is_said_in_chinese(capsys, tmp_path):
    (tmp_path / "f").write_bytes(b"not a database" * 100)
    with pytest.raises(sqlite3.DatabaseError) as found:
        sqlite3.connect(tmp_path / "f").execute("SELECT * FROM sqlite_master")
    say_error(DamagedSurveyError(path="f", reason=found.value))
    say_problems([Problem("1", "cannot be applied ({reason})", {"reason": found.value})], err=True)
    assert capsys.readouterr().err.count("不是数据库文件") == 2


def test_no_translation_outlives_its_text():
    """Reasons of the system, of SQLite and of csv are taken as they stand."""
    content = HELP.read_text(encoding="utf-8").split("# 系统所报的原因")[0]
    own = {"{heading}:", "'.", "[OPTIONS]", "COMMAND", "[ARGS]...", "TEXT", "INTEGER", "RANGE"}
    own |= {"PATH", "NAME", "required", "%(prog)s, version %(version)s"}
    own |= {text for text in tomllib.loads(content) if text.startswith("{name} ")}
    assert set(tomllib.loads(content)) <= own | set(helps()) | set(sentences_of_click())
