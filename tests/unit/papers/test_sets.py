"""Several papers at once: all that were asked for, or the folder as it was before."""

from dataclasses import replace

import pytest

from desktop.actions.writing import FileUnwritableError
from desktop.papers import listing, sets
from desktop.papers.listing import PAPERS
from desktop.papers.sets import PaperUnknownError, write_papers
from desktop.papers.sources import Sources
from desktop.words import CHINESE, words_for
from tests.surveys import keyed

ZH = words_for(CHINESE)


@pytest.fixture
def sources(tmp_path):
    with keyed(tmp_path / "a.pingyi", ["111111", "222222"]) as survey:
        yield Sources(survey, ZH)


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_only_those_that_are_named_in_the_order_of_the_list(sources, tmp_path):
    seen = []
    paths = write_papers(
        sources,
        tmp_path / "文件 夹",
        only=["counts", "result-sheet", "counts"],
        report=lambda *at: seen.append(at),
    )
    assert [path.name for path in paths] == ["计票结果报告单.pdf", "统计数据.csv"]
    assert names(tmp_path / "文件 夹") == sorted(path.name for path in paths)
    assert seen == [(0, 2), (1, 2), (2, 2)]


def test_an_unknown_name_is_refused_with_the_known_ones(sources, tmp_path):
    with pytest.raises(PaperUnknownError, match=r"diploma.*result-sheet, tables"):
        write_papers(sources, tmp_path / "none", only=["tables", "diploma"])
    assert not (tmp_path / "none").exists()


def test_what_has_nothing_to_print_is_left_out(sources, tmp_path):
    assert write_papers(sources, tmp_path / "out", only=["rulings"]) == []


class StopError(Exception):
    pass


def test_after_a_stop_or_a_refusal_the_folder_is_as_it_was(sources, tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "统计数据.csv").write_text("of yesterday", encoding="utf-8")

    def stop(done, total):
        if done == total:
            raise StopError

    with pytest.raises(StopError):
        write_papers(sources, folder, only=["counts", "results"], report=stop)
    assert names(folder) == ["统计数据.csv"]
    assert (folder / "统计数据.csv").read_text(encoding="utf-8") == "of yesterday"


def test_results_are_counted_once_for_all_papers(sources, tmp_path, monkeypatch):
    counted = []
    from desktop.papers import sheets

    original = sheets.material_of

    def count(held):
        counted.append(1)
        return original(held)

    monkeypatch.setattr(sheets, "material_of", count)
    write_papers(sources, tmp_path / "out", only=["result-sheet", "tables", "counts", "results"])
    assert counted == [1]


def test_a_folder_that_cannot_be_written_is_named(sources, tmp_path):
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(FileUnwritableError) as refused:
        write_papers(sources, tmp_path / "file" / "in", only=["counts"])
    assert refused.value.fields["path"] == tmp_path / "file" / "in"


def test_a_name_that_is_taken_by_a_folder_is_named(sources, tmp_path):
    taken = tmp_path / "out" / "统计数据.csv"
    taken.mkdir(parents=True)
    with pytest.raises(FileUnwritableError) as refused:
        write_papers(sources, tmp_path / "out", only=["counts"])
    assert str(refused.value.fields["path"]) == str(taken)
    assert names(tmp_path / "out") == ["统计数据.csv"]


def test_a_paper_that_fails_takes_the_others_with_it(sources, tmp_path, monkeypatch):
    def fail(_sources, _path):
        raise OSError(28, "No space left on device", "/x/.part-1/a.pdf")

    broken = [replace(paper, write=fail) if paper.name == "counts" else paper for paper in PAPERS]
    monkeypatch.setattr(sets, "PAPERS", tuple(broken))
    with pytest.raises(FileUnwritableError, match="No space left") as refused:
        write_papers(sources, tmp_path / "out", only=["result-sheet", "counts"])
    assert refused.value.fields["path"] == tmp_path / "out"
    assert not (tmp_path / "out").exists()
    (tmp_path / "old").mkdir()
    with pytest.raises(FileUnwritableError):
        write_papers(sources, tmp_path / "old", only=["result-sheet", "counts"])
    assert names(tmp_path / "old") == []
    assert listing.PAPERS is PAPERS
