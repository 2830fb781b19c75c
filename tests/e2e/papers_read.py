"""What stands on saved papers, beside what was counted by hand."""

import json
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]

from tests.e2e.counting_by_hand import WORTH, Column, Standing, written

BLANK, INVALID = "0", "x"


def lines_of(paper: Path) -> list[str]:
    """The text of a PDF, line by line."""
    with pypdfium2.PdfDocument(paper) as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    return [line.strip() for page in pages for line in page.splitlines()]


def check_sheet(paper: Path, by_hand: Mapping[str, Standing], *, valid: int, void: int) -> None:
    """Each agency with rank and score, ties named; of three all are at the top and the bottom."""
    lines, ranks = lines_of(paper), [held.rank for held in by_hand.values()]
    for name, held in by_hand.items():
        tie = " (tie)" if ranks.count(held.rank) > 1 else ""
        entry = f"{held.rank} {name}{tie} {written(held.score, 4)}"
        assert f"{entry} {entry}" in lines
    assert f"Check: valid {valid} + void {void} = returned {valid + void}." in lines


def check_tables(paper: Path, by_hand: Mapping[str, Standing], dimensions: list[str]) -> None:
    """The ranking with every dimension, and under each agency its votes by grade."""
    lines = lines_of(paper)
    for name, held in by_hand.items():
        (row,) = (line for line in lines if f" {name} " in line and "%" in line)
        scores = " ".join(written(column.score, 4) for column in held.columns)
        rate = written(100 * held.rate, 2)
        assert row.startswith(f"{held.rank} ")
        assert f"{written(held.score, 4)} {held.rank} {scores} {rate}% {held.votes}" in row
        at = next(at for at, line in enumerate(lines) if line.endswith(f" {name}"))
        rows = zip(dimensions, held.columns, strict=True)
        assert lines[at + 1 : at + 1 + len(dimensions)] == [_votes(*pair) for pair in rows]


def check_results(file: Path, by_hand: Mapping[str, Standing], *, valid: int, void: int) -> None:
    results = json.loads(file.read_text(encoding="utf-8"))
    forms = results["forms"]
    assert (forms["valid"], sum(forms["void"].values()), forms["unsettled"]) == (valid, void, 0)
    for agency, held in zip(results["agencies"], _by_rank(by_hand), strict=True):
        assert (agency["rank"], agency["votes"]) == (held.rank, held.votes)
        assert (Fraction(agency["score"]), Fraction(agency["rate"])) == (held.score, held.rate)
        for dimension, column in zip(agency["dimensions"], held.columns, strict=True):
            assert Fraction(dimension["score"]) == column.score
            assert dimension["counts"] == {mark: column.marks[mark] for mark in WORTH}
            assert dimension["blank"] == column.marks[BLANK]
            assert dimension["invalid"] == column.marks[INVALID]


def _by_rank(by_hand: Mapping[str, Standing]) -> list[Standing]:
    return sorted(by_hand.values(), key=lambda held: held.rank)


def _votes(dimension: str, column: Column) -> str:
    """Grades, votes, blank, invalid, not applicable, score."""
    marks = column.marks
    counts = (*(marks[grade] for grade in WORTH), column.votes, marks[BLANK], marks[INVALID], 0)
    return f"{dimension} {' '.join(map(str, counts))} {written(column.score, 4)}"
