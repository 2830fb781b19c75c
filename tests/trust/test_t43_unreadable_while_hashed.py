"""T43: a file that cannot be read to its end is an error, never the hash of a part of it."""

from pathlib import Path

import pytest

from desktop.actions.errors import FileUnreadableError
from desktop.actions.importing import import_forms
from desktop.store.errors import SurveyUnreadableError
from desktop.store.verification import verified_survey, verify_survey
from tests.surveys import keyed

UNREADABLE = Path("/proc/self/mem")
"""Opens, and fails with an input/output error at the first byte."""

pytestmark = pytest.mark.skipif(not UNREADABLE.exists(), reason="needs Linux's /proc")


def test_t43_a_forms_file_that_fails_while_read_imports_nothing(tmp_path):
    path = tmp_path / "forms.csv"
    path.symlink_to(UNREADABLE)
    with keyed(tmp_path / "a.pingyi", ["111111"]) as survey:
        before = [record.id for record in survey.records()]
        with pytest.raises(FileUnreadableError, match=r"Input/output error.*nothing was taken"):
            import_forms(survey, path, batch="B001")
        assert [record.id for record in survey.records()] == before


def test_t43_a_survey_file_that_fails_while_read_is_not_verified(tmp_path):
    path = tmp_path / "b.pingyi"
    path.symlink_to(UNREADABLE)
    assert verify_survey(path)
    with pytest.raises(SurveyUnreadableError), verified_survey(path):
        pass


def test_t43_a_page_that_cannot_be_read_fails_the_verification(tmp_path):
    """The file ends in the middle of its records, as on a stick pulled while being copied."""
    path = tmp_path / "c.pingyi"
    keyed(path, ["123123"] * 40).close()
    whole = path.read_bytes()
    for part in (0.3, 0.6, 0.9, 0.99):
        path.write_bytes(whole[: int(len(whole) * part)])
        assert verify_survey(path), part
