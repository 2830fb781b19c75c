import pytest

from desktop.store import journal as journal_module
from desktop.store.errors import JournalUnwrittenError
from desktop.store.journal import Journal
from desktop.store.keys import Home

FORM = {"batch": "B001", "number": 17, "marks": "123 ", "cells": [1, 2], "doubt": "001 水务局"}


@pytest.fixture
def journal(tmp_path):
    return Journal(tmp_path / "new" / "keying-C01.json")


def test_a_form_comes_back_as_it_was(journal):
    assert journal.read() is None
    journal.write(FORM)
    assert journal.read() == FORM
    journal.write(FORM | {"number": 18})
    assert journal.read() == FORM | {"number": 18}
    assert [path.name for path in journal.path.parent.iterdir()] == ["keying-C01.json"]


def test_a_cleared_journal_holds_nothing_and_may_be_cleared_again(journal):
    journal.clear()
    journal.write(FORM)
    journal.clear()
    assert journal.read() is None
    journal.clear()


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe", b"[1]", b"null", b"7"])
def test_a_file_that_is_no_form_is_put_aside_whole(journal, content):
    journal.write(FORM)
    journal.path.write_bytes(content)
    assert journal.read() is None
    assert not journal.path.exists()
    assert journal.path.with_suffix(".unread").read_bytes() == content
    journal.write(FORM)
    assert journal.read() == FORM


def test_a_write_that_fails_leaves_the_form_before(journal, monkeypatch):
    journal.write(FORM)

    def full(path, write):
        raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr(journal_module, "write_whole", full)
    with pytest.raises(JournalUnwrittenError, match="No space"):
        journal.write(FORM | {"number": 18})
    assert journal.read() == FORM


def test_surveys_and_people_have_journals_of_their_own(tmp_path):
    home = Home(tmp_path)
    places = {home.journal(survey, name).path for survey in ("aa", "bb") for name in ("x", "y")}
    assert len(places) == 4
    assert all(place.is_relative_to(tmp_path) for place in places)
