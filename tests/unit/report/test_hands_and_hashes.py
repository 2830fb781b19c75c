"""What is drawn for hands and eyes: boxes to tick, lines to write on, hashes in columns."""

from itertools import pairwise
from typing import Any

import pytest

from desktop.report.figures import hash_line, hash_text, record_text
from desktop.report.fonts import text_width
from desktop.report.signing import blanks, signatures
from desktop.report.table import Column, Kind, Table, row
from desktop.report.table_strips import table_strips
from desktop.report.theme import document_theme
from desktop.report.ticks import tick_row, ticks
from tests.unit.report.samples import ZH
from tests.unit.report.sheets import EN, digest

THEME = document_theme()


class Drawn:
    """A pen that keeps where texts and rules stand."""

    def __init__(self):
        self.texts, self.segments = [], []

    def line(self, x, top, text, _style):
        self.texts.append((x, top, text))

    def lines(self, x, top, _width, texts, style, *_):
        for at, text in enumerate(texts):
            self.line(x, top - at * style.leading, text, style)

    def rules(self, segments):
        self.segments += segments


def drawn(*strips) -> Any:
    pen: Any = Drawn()
    for strip in strips:
        strip.draw(pen, 0, 0)
    return pen


def test_a_hash_stands_in_four_columns_at_equal_distances():
    table = Table([Column("SHA-256", Kind.HASH)], [row(hash_text(digest("a")))])
    strips = table_strips(table, 200, THEME, lambda *_: [])
    texts = [(x, top, text) for x, top, text in drawn(*strips).texts if text != "SHA-256"]
    assert "".join(text for _, _, text in texts) == digest("a")
    upper, lower = [x for x, _, _ in texts[:4]], [x for x, _, _ in texts[4:]]
    assert upper == lower
    steps = {round(after - before, 6) for before, after in pairwise(upper)}
    assert len(steps) == 1
    # the last group ends inside the column
    assert upper[-1] + steps.pop() <= 200


@pytest.mark.parametrize("cut", [hash_text, hash_line, record_text])
def test_a_hash_that_is_not_there_is_a_dash(cut):
    assert cut("") == "—"


def test_boxes_to_tick_stand_side_by_side_until_the_line_is_full():
    wide = tick_row(["甲" * 5] * 3, 400, THEME)
    narrow = tick_row(["甲" * 5] * 3, 200, THEME)
    assert narrow.height == 2 * wide.height
    assert len(drawn(narrow).segments) == 3 * 4
    assert all(0 <= x <= 200 for segment in drawn(narrow).segments for x in segment[::2])


def test_what_ends_in_a_colon_has_a_line_to_write_on():
    plain, open_ended = ticks(["没有", "原因："], 300, THEME)
    assert len(drawn(plain).segments) == 4
    assert len(drawn(open_ended).segments) == 5
    assert drawn(open_ended).segments[-1][2] == 300


def test_a_long_text_beside_a_box_folds():
    (one,) = ticks(["原因"], 300, THEME)
    (many,) = ticks(["原因" * 40], 300, THEME)
    assert many.height > 2 * one.height
    assert "".join(text for _, _, text in drawn(many).texts) == "原因" * 40


def test_a_blank_without_a_label_begins_at_the_margin():
    pen = drawn(blanks(["理由：", ""], 300, THEME))
    (first, _, end, _), (second, *_) = pen.segments
    assert first > 0 == second
    assert end == 300


@pytest.mark.parametrize("words", [ZH, EN])
@pytest.mark.parametrize("seal", [True, False])
def test_a_signature_and_its_date_end_inside_the_page(words, seal):
    width, style = THEME.portrait.room, THEME.styles["sign"]
    pen = drawn(signatures(["总监票人："], width, THEME, words, seal=seal))
    ends = [x + text_width(text) * style.size for x, _, text in pen.texts]
    assert max([*ends, *(segment[2] for segment in pen.segments)]) <= width
    assert ("（盖章）" in " ".join(text for _, _, text in pen.texts)) is (seal and words is ZH)
