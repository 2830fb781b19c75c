"""Wrong usage is refused, with exit code 2 and a sentence that names the option."""

import pytest
from click.testing import CliRunner

from desktop import cli
from desktop.cli.root import pingyi

BATCH = ["batch", "add", "f", "--code", "B1", "--channel", "C1", "--count", "4"]
OPERATOR = ["operator", "add", "f", "--code", "C01", "--name", "甲"]


def refusal(*words):
    done = CliRunner().invoke(pingyi, list(words))
    assert done.exit_code == 2, (done.output, done.exception)
    return done.stderr


@pytest.mark.parametrize(
    ("words", "option"),
    [
        ([*BATCH, "--count", "5"], "--count"),
        ([*BATCH, "--code=B2"], "--code"),
        (["import", "f", "g", "--batch", "B1", "--batch", "B1"], "--batch"),
        (["results", "f", "--by", "group", "--by", "channel"], "--by"),
        (["demo", "--seed", "1", "--seed", "2"], "--seed"),
    ],
)
def test_an_option_given_twice_is_refused(words, option):
    assert f"'{option}' is given more than once" in refusal(*words)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (["import", "f", "g", "--batch", "B1", "--as", ""], "--as"),
        ([*OPERATOR, "--role", "clerk", "--as="], "--as"),
        (["import", "f", "g", "--batch", " "], "--batch"),
        (["report", "f", "--out", ""], "--out"),
        (["report", "f", "--out", "o", "--only", "tables", "--only", ""], "--only"),
        (["verify", ""], "FILE|PACKAGE|DIR"),
    ],
)
def test_an_empty_value_is_refused(words, name):
    assert f"'{name}' has an empty value" in refusal(*words)


def test_options_for_several_values_and_flags_may_be_repeated(tmp_path):
    file = str(tmp_path / "none.pingyi")
    for words in (
        ["report", file, "--out", "o", "--only", "tables", "--only", "forms"],
        ["verify", file, "--json", "--json"],
    ):
        assert CliRunner().invoke(pingyi, words).exit_code == 1


def test_help_is_given_before_anything_is_refused():
    done = CliRunner().invoke(pingyi, ["verify", "", "--help"])
    assert (done.exit_code, done.stderr) == (0, "")


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("xx", "neither zh_CN nor en"), ("zh_CN", ""), ("en", ""), ("", "")],
)
def test_a_language_that_is_not_there_is_said_once_and_does_no_harm(
    language, sentence, monkeypatch, capsys
):
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    monkeypatch.delenv("LC_ALL", raising=False)
    monkeypatch.setenv("PINGYI_LANG", language)
    monkeypatch.setattr("sys.argv", ["pingyi", "--version"])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    said = capsys.readouterr()
    assert ended.value.code == 0
    assert "0." in said.out
    assert said.err.count("\n") == bool(sentence)
    assert sentence in said.err
