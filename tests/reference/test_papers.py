"""Every paper of a small round against a reference that a person has read, in both languages.

PINGYI_WRITE_REFERENCES=1 writes the references anew: read every change before it is committed.
"""

import os
import re
import time
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.actions.counting import count_survey
from desktop.papers.listing import PAPERS
from desktop.papers.sets import write_archive
from desktop.papers.sheets import merge_sheet, station_sheet
from desktop.papers.sources import Sources
from desktop.words import CHINESE, ENGLISH, words_for
from tests.reference.extracted import text_of
from tests.reference.small_round import LETTER, small_round

REFERENCES = Path(__file__).parent / "papers"
WRITES = bool(os.environ.get("PINGYI_WRITE_REFERENCES"))


@pytest.fixture(autouse=True)
def greenwich(monkeypatch):
    """The operation log names times by the machine's clock."""
    monkeypatch.setenv("TZ", "UTC")
    if hasattr(time, "tzset"):
        time.tzset()


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return small_round(tmp_path_factory.mktemp("round") / "c")


@pytest.fixture(scope="module")
def centre(made):
    return made[0]


_HEX = re.compile(r"\b[0-9a-f]{8,}\b")
_SIZE = re.compile(r"\d{1,3}(,\d{3})+")


def compare(centre, path, language, name):
    """Salts of PINs are drawn: what hangs on them is as good as any other, and stands as `#`."""
    with centre.opened(write=False) as survey:
        always = survey.id + survey.plan_hash + count_survey(survey).hash

    def shown(held):
        return held[0] if held[0] in always else "#" * 8

    found = _HEX.sub(shown, text_of(path))
    if name == "archive-list.pdf":
        found = _SIZE.sub("#", found)
    reference = REFERENCES / language / f"{name}.txt"
    if WRITES:
        reference.parent.mkdir(parents=True, exist_ok=True)
        reference.write_text(found, encoding="utf-8", newline="\n")
    assert found == reference.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", [CHINESE, ENGLISH])
@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: f"{paper.name}{paper.suffix}")
def test_a_paper_says_what_was_read_and_approved(centre, tmp_path, paper, language):
    with centre.opened(write=False) as survey:
        path = paper.write(
            Sources(survey, words_for(language), LETTER), tmp_path / f"x{paper.suffix}"
        )
    compare(centre, path, language, f"{paper.name}{paper.suffix}")


@pytest.mark.parametrize("language", [CHINESE, ENGLISH])
def test_so_do_the_papers_of_one_occasion(made, tmp_path, language):
    centre, report = made
    words = words_for(language)
    with centre.opened(write=False) as survey:
        merged = merge_sheet(survey, named(report), tmp_path / "merge.pdf", words)
        compare(centre, merged, language, "merge-report.pdf")
        write_archive(survey, tmp_path / "archive", [centre.root], words)
    with centre.stations[0].open() as survey:
        compare(
            centre, station_sheet(survey, tmp_path / "s.pdf", words), language, "station-sheet.pdf"
        )
    (archive,) = (tmp_path / "archive").glob("*.pdf")
    compare(centre, archive, language, "archive-list.pdf")


def named(report):
    """The report as if its packages had lain on a stick."""
    sources = [replace(held, path=f"stick/{Path(held.path).name}") for held in report.sources]
    return replace(report, sources=tuple(sources))
