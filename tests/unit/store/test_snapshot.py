"""A survey in memory: as it stood, whatever is recorded afterwards, and in nobody's way."""

import sqlite3

import pytest

from desktop.actions.counting import count_survey
from desktop.actions.keying import key_form
from desktop.store.snapshot import in_memory
from desktop.store.survey_file import open_survey
from desktop.tally.form import Form
from tests.surveys import keyed


def test_it_stays_as_it_was_and_the_file_is_free(tmp_path):
    with keyed(tmp_path / "a.pingyi", ["111111", "222222"]) as survey:
        with open_survey(survey.path) as reader:
            kept = in_memory(reader)
        before = count_survey(kept).hash
        key_form(survey, Form("B001", 3, "333333"))
        assert count_survey(kept).hash == before
        assert count_survey(survey).hash != before
        assert (kept.id, kept.mode, kept.station) == (survey.id, survey.mode, None)
        kept.close()


def test_nothing_is_written_into_it(tmp_path):
    with keyed(tmp_path / "a.pingyi", ["111111"]) as survey:
        kept = in_memory(survey)
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        kept.db.execute("DELETE FROM record")
    kept.close()
