"""What an office adds to its letters: read from a file whole, or refused key by key."""

import json
from typing import Any

import pytest

from desktop.actions.errors import FileEncodingError, FileInvalidError, FileUnreadableError
from desktop.actions.letter_file import LetterNotJsonError, letter_value, read_letter
from desktop.tally.letter import Letter
from desktop.words import CHINESE, words_for

FULL = Letter(
    office="某某市机关作风和效能建设活动办公室",
    number="某效能办〔2006〕3号",
    date="2006-01-09",
    copies=160,
    report_to=("市委", "市政府"),
    issue_to=("各参评单位",),
    copy_to=("市直新闻单位",),
    deadline="2006-02-28",
    rank_shown=False,
)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "发文.json"


def wrote(path, value):
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    path.write_text(text, encoding="utf-8")
    return path


def problems(path, value) -> dict[str, str]:
    """Key and sentence of everything that is wrong with a file."""
    with pytest.raises(FileInvalidError) as caught:
        read_letter(wrote(path, value))
    assert str(path) in str(caught.value)
    assert caught.value.fields["count"] == len(caught.value.problems)
    return {it.place: it.sentence() for it in caught.value.problems}


@pytest.mark.parametrize("letter", [Letter(), FULL], ids=["empty", "full"])
def test_a_letter_written_is_read_again(letter, path):
    assert read_letter(wrote(path, letter_value(letter))) == letter


def test_every_key_may_be_left_out(path):
    assert read_letter(wrote(path, {})) == Letter()
    assert read_letter(wrote(path, {"copies": 3})) == Letter(copies=3)


def test_a_file_saved_by_an_editor_of_windows_is_read(path):
    path.write_text('{"office": "效能办"}', encoding="utf-8-sig")
    assert read_letter(path).office == "效能办"


def test_texts_come_in_one_normal_form(path):
    assert read_letter(wrote(path, {"office": "Cafe\u0301"})).office == "Caf\u00e9"


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("office", 5),
        ("office", None),
        ("office", " "),
        ("office", "两\n行"),
        ("office", "铃\x07"),
        ("office", "纵\x0b表"),
        ("office", "孤\ud800字"),
        ("office", "藏\u202e字"),
        ("office", "长" * 201),
        ("number", ["3"]),
        ("date", "2006-02-30"),
        ("date", "2006-1-9"),
        ("date", "20060109"),
        ("date", 20060109),
        ("date", "２００６-01-09"),
        ("deadline", "明天"),
        ("copies", 0),
        ("copies", -1),
        ("copies", 1.0),
        ("copies", "160"),
        ("copies", True),
        ("copies", 10**9),
        ("report_to", "市委"),
        ("report_to", {"市委": 1}),
        ("issue_to", ["市委", 7]),
        ("issue_to", [""]),
        ("copy_to", ["坏\x00"]),
        ("rank_shown", 1),
        ("rank_shown", "false"),
    ],
)
def test_a_value_that_does_not_fit_is_named_by_its_key(path, key, value):
    text = json.dumps({"office": "效能办", key: value})
    assert list(problems(path, text)) == [key]


def test_every_mistake_is_named_at_once(path):
    value: dict[str, Any] = {"ofice": "x", "copies": 0, "date": "gestern", "rank_shown": None}
    found = problems(path, value)
    assert set(found) == set(value)
    assert "office, number, date" in found["ofice"]
    assert found["copies"] == "copies: must be a whole number from 1 to 999999"


def test_a_key_that_stands_twice_is_refused(path):
    assert problems(path, '{"office": "甲", "office": "乙"}') == {
        "office": "office: stands there twice: remove one"
    }


def test_a_key_that_cannot_be_printed_is_named_by_its_codes(path):
    assert list(problems(path, '{"a\\u0007": 1}')) == ["a\\x07"]


@pytest.mark.parametrize("value", [[], "text", 5, None])
def test_what_is_no_object_is_refused(path, value):
    assert 'such as {"office"' in problems(path, json.dumps(value))[""]


@pytest.mark.parametrize(
    ("text", "line"), [('{"office": }', 1), ("{\n", 2), ("", 1), ("[" * 100000, 1)]
)
def test_what_is_no_json_is_refused_with_its_place(path, text, line):
    with pytest.raises(LetterNotJsonError) as caught:
        read_letter(wrote(path, text))
    assert caught.value.fields["line"] == line
    assert str(path) in str(caught.value)


def test_a_file_that_cannot_be_read_says_so(path):
    with pytest.raises(FileUnreadableError):
        read_letter(path)
    path.write_bytes(b"\xff\xff\xff")
    with pytest.raises(FileEncodingError):
        read_letter(path)


def test_the_reader_is_told_in_chinese(path):
    with pytest.raises(FileInvalidError) as caught:
        read_letter(wrote(path, {"date": "x", "copies": 0, "kopien": 1, "report_to": 1}))
    words = words_for(CHINESE)
    for problem in caught.value.problems:
        assert words(problem.message) != problem.message
