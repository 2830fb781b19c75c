"""The letter of a survey, in this user's folder until it is asked again."""

import pytest

from desktop.actions.letter_file import LetterNotJsonError, read_letter
from desktop.actions.letter_keeping import keep_letter, kept_letter, write_letter
from desktop.store.keys import Home
from desktop.tally.letter import Letter

LETTER = Letter(
    "评议办",
    "评办〔2006〕1号",
    "2006-05-30",
    120,
    ("市委", "市政府"),
    ("各单位",),
    rank_shown=False,
)


@pytest.fixture
def home(tmp_path):
    return Home(tmp_path / "home")


def test_a_letter_is_there_again(home):
    keep_letter(home, "a" * 64, LETTER)
    assert kept_letter(home, "a" * 64) == LETTER


def test_each_survey_has_its_own(home):
    keep_letter(home, "a" * 64, LETTER)
    assert kept_letter(home, "b" * 64) == Letter()


def test_what_is_written_is_what_the_command_line_reads(tmp_path):
    write_letter(LETTER, tmp_path / "l.json")
    assert read_letter(tmp_path / "l.json") == LETTER
    assert "评议办" in (tmp_path / "l.json").read_text(encoding="utf-8")


def test_a_broken_file_says_so_and_gives_way_to_the_next_letter(home):
    keep_letter(home, "a" * 64, LETTER)
    home.letter_path("a" * 64).write_bytes(b'{"office": "')
    with pytest.raises(LetterNotJsonError):
        kept_letter(home, "a" * 64)
    keep_letter(home, "a" * 64, LETTER)
    assert kept_letter(home, "a" * 64) == LETTER
