"""The open form's journal on a disk that will not keep it."""

from pathlib import Path

import pytest

from desktop.actions.entering import Way
from desktop.jobs import JobRunner
from desktop.models.draft import Draft
from desktop.models.open_form import OpenForm
from desktop.store.errors import JournalUnwrittenError
from desktop.store.journal import Journal
from tests.plans import small_plan


def test_a_disk_that_refuses_is_told_and_keying_goes_on(qtbot, tmp_path):
    (tmp_path / "taken").write_text("a file where the folder should be", encoding="utf-8")
    runner = JobRunner()
    draft = Draft(Journal(tmp_path / "taken" / "open.json"), runner)
    told: list[object] = []
    draft.unwritten.connect(told.append)
    draft.follow(OpenForm(small_plan(), "B001", 1, Way.NEW))
    draft.keep()
    qtbot.waitUntil(lambda: bool(told))
    assert isinstance(told[0], JournalUnwrittenError)


def test_the_journal_names_itself_and_the_remedy(tmp_path: Path):
    (tmp_path / "taken").write_text("", encoding="utf-8")
    with pytest.raises(JournalUnwrittenError, match="finish it now"):
        Journal(tmp_path / "taken" / "open.json").write({})
