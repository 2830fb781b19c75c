"""The registry: what can be asked for, what is refused, and that a refusal writes nothing."""

import pytest

from desktop.report.documents import DOCUMENTS, DocumentUnknownError, write_documents
from desktop.report.fonts import GlyphMissingError
from tests.plans import small_plan
from tests.unit.report.samples import ZH, blank_forms, material, named

EMOJI = small_plan(named("信访局😀"), 1)


def test_all_documents_are_written_and_reported(tmp_path):
    told = []
    paths = write_documents(
        material(),
        tmp_path / "new",
        words=ZH,
        report=lambda done, total: told.append((done, total)),
    )
    assert sorted(path.name for path in paths) == sorted(
        ["计票结果报告单.pdf", "统计表.pdf", "统计表.xlsx", "评议表明细.csv", "统计数据.csv"]
    )
    assert set(paths) == set((tmp_path / "new").iterdir())
    assert told == [(done, 5) for done in range(6)]


def test_only_those_asked_for_are_written(tmp_path):
    write_documents(material(), tmp_path, words=ZH, only=["counts", "tables"])
    assert {path.name for path in tmp_path.iterdir() if path.is_file()} == {
        "统计数据.csv",
        "统计表.pdf",
    }


def test_an_unknown_document_is_refused_with_the_known_ones(tmp_path):
    with pytest.raises(DocumentUnknownError, match=r"diploma.*result-sheet, tables") as refused:
        write_documents(material(), tmp_path / "none", words=ZH, only=["tables", "diploma"])
    assert "diploma" in refused.value.sentence(ZH)
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize("only", [None, ["tables"], ["forms", "result-sheet"]])
def test_a_missing_glyph_is_named_and_nothing_is_written(tmp_path, only):
    made = material(EMOJI, blank_forms(EMOJI))
    with pytest.raises(GlyphMissingError, match=r"😀 \(U\+1F600\).*信访局😀"):
        write_documents(made, tmp_path / "none", words=ZH, only=only)
    assert not (tmp_path / "none").exists()


def test_what_needs_no_font_can_hold_any_character(tmp_path):
    only = ["workbook", "forms", "counts"]
    made = material(EMOJI, blank_forms(EMOJI))
    paths = write_documents(made, tmp_path, words=ZH, only=only)
    assert "信访局😀" in paths[2].read_text("utf-8-sig")


def test_names_of_documents_are_plain_and_single():
    names = [document.name for document in DOCUMENTS]
    assert len(set(names)) == len(names)
    assert all(name.replace("-", "").isascii() for name in names)
