"""Every paper of a survey: it is called something in both languages, and writes its file."""

import pytest

from desktop.actions.founding import found
from desktop.actions.issuing import Issue, enter_issue
from desktop.actions.writing import FileUnwritableError
from desktop.papers import sets
from desktop.papers.listing import NOT_DECLARED, NOT_RULED, PAPERS
from desktop.papers.sources import Sources
from desktop.store.keys import Home
from desktop.words import CHINESE, words_for
from tests.plans import small_plan
from tests.stations import Centre

ZH = words_for(CHINESE)
BEGINS = {".pdf": b"%PDF", ".xlsx": b"PK", ".docx": b"PK", ".json": b"{", ".csv": b"\xef\xbb\xbf"}


@pytest.fixture(scope="module")
def survey(tmp_path_factory):
    """Two stations differ in a form, so that there is something to rule on."""
    centre = Centre(tmp_path_factory.mktemp("papers") / "c", batches={"B001": 3})
    first, second = centre.stations
    first.key(1, 2, marks="111111")
    second.key(2, marks="111113")
    centre.merge(first, second)
    with centre.opened() as made:
        enter_issue(made, Issue("C1", "issued", 5, "2006-05-08", "甲", "乙"))
        yield made


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_every_paper_writes_its_file_in_the_readers_language(survey, tmp_path, paper):
    folder = tmp_path / "文件"
    folder.mkdir()
    path = folder / f"{ZH(paper.title)}{paper.suffix}"
    assert paper.write(Sources(survey, ZH), path) == path
    assert path.read_bytes().startswith(BEGINS[paper.suffix])
    assert [held.name for held in folder.iterdir()] == [path.name]


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_every_title_and_what_is_lacking_has_its_chinese(paper):
    assert ZH(paper.title) != paper.title
    assert ZH(paper.lacking) != paper.lacking


def test_no_two_papers_share_a_name_or_a_file():
    assert len({paper.name for paper in PAPERS}) == len(PAPERS)
    for words in (ZH, str):
        assert len({(words(paper.title), paper.suffix) for paper in PAPERS}) == len(PAPERS)


def written(survey, tmp_path, name):
    (paper,) = (paper for paper in PAPERS if paper.name == name)
    return paper.write(Sources(survey, ZH), tmp_path / "x.pdf"), paper.lacking


def test_no_zero_report_before_it_is_declared_and_no_ruling_sheet_without_rulings(tmp_path):
    home = Home(tmp_path / "home")
    with found(tmp_path / "a.pingyi", small_plan(), mode="official", home=home) as survey:
        assert written(survey, tmp_path, "zero") == (None, NOT_DECLARED)
        assert written(survey, tmp_path, "rulings") == (None, NOT_RULED)
    assert not (tmp_path / "x.pdf").exists()


def test_an_archive_that_cannot_be_written_names_the_file(survey, tmp_path):
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(FileUnwritableError, match="file"):
        sets.write_archive(survey, tmp_path / "file" / "in", [], ZH)
