"""疑难裁定单 (document 4): what was keyed of a form, what its paper shows, who answers for it."""

from collections.abc import Sequence
from pathlib import Path

from desktop.report.figures import record_text
from desktop.report.fonts import printable
from desktop.report.imprint import Imprint, Naming
from desktop.report.paper import Part, paper_writer
from desktop.report.ruling_tables import (
    SHOWN,
    cell_table,
    doubt_table,
    form_text,
    keying_table,
    label,
)
from desktop.report.sheets import airy, begun, signed, write_pdf
from desktop.report.signing import blanks, signatures
from desktop.report.strips import Strip, gap, kept, text_strips
from desktop.report.theme import Theme, document_theme
from desktop.report.ticks import tick_row, ticks
from desktop.tally.document_rows import Ruling, RulingOutcome, RulingSheet
from desktop.words import Words


def write_ruling_sheets(
    sheets: Sequence[RulingSheet],
    path: Path,
    *,
    naming: Naming,
    words: Words,
) -> Path:
    """Write a PDF of this name, or one into this folder, every form on pages of its own; its path.

    A form without a ruling has room to write what its paper shows. No sheets make one page that
    says so. GlyphMissingError: nothing was written.
    """
    document, theme = words("Ruling sheet"), document_theme()
    imprint = naming.imprint(document, words)
    parts = [
        Part(_Sheet(held, f"{at} / {len(sheets)}", imprint, words).strips(), held.form)
        for at, held in enumerate(sheets, 1)
    ]
    writer = paper_writer(imprint, theme.portrait, parts or [Part(_none(imprint, words))], words)
    return write_pdf(path, document, writer)


def _none(imprint: Imprint, words: Words) -> list[Strip]:
    sections = begun(imprint, document_theme(), words)
    sections.notice(words("No form was ruled on, and none waits for a ruling."))
    return sections.strips


class _Sheet:
    """One form from top to bottom; `place` is its number among the sheets."""

    def __init__(self, sheet: RulingSheet, place: str, imprint: Imprint, words: Words) -> None:
        self._sheet, self._place, self._words = sheet, place, words
        self._theme: Theme = document_theme()
        self._sections = begun(imprint, self._theme, words)

    def strips(self) -> list[Strip]:
        self._head()
        self._keyings()
        self._cells()
        self._doubts()
        if self._sheet.ruling:
            self._ruled(self._sheet.ruling)
        else:
            self._open()
        return self._sections.strips

    def _head(self) -> None:
        words, sheet = self._words, self._sheet
        number = words("Form {form}").format(form=sheet.form)
        self._sections.centred(number, self._theme.styles["form"])
        place = words("Batch {batch}"), words("Sheet {place}")
        parts = (
            place[0].format(batch=sheet.batch),
            sheet.channel,
            place[1].format(place=self._place),
        )
        self._sections.centred(words(" | ").join(parts), self._theme.styles["sign"])

    def _keyings(self) -> None:
        words = self._words
        table, nothing = keying_table(self._sheet, words), words("Nothing was keyed of this form.")
        self._sections.part_or(words("What was keyed"), table, nothing)

    def _cells(self) -> None:
        words, more = self._words, len(self._sheet.cells) - SHOWN
        table, nothing = cell_table(self._sheet, words), words("No cell differs.")
        text = words("The first {shown} are listed; besides them differ {count} more.")
        note = text.format(shown=SHOWN, count=more) if more > 0 else ""
        # a pen needs more room than print
        drawing = self._theme if self._sheet.ruling else airy(self._theme)
        self._sections.part_or(words("Cells that differ"), table, nothing, note, drawing)

    def _doubts(self) -> None:
        if self._sheet.doubts:
            self._sections.part(self._words("Flags"), doubt_table(self._sheet, self._words))

    def _ruled(self, ruling: Ruling) -> None:
        words = self._words
        lines = [
            words("The paper shows: {what}").format(what=self._outcomes(ruling.outcomes)),
            words("Reason given: {reason}").format(reason=printable(ruling.reason)),
            words("Ruled by: {name}").format(name=printable(ruling.ruled_by)),
            words("Second person: {name}").format(name=printable(ruling.second)),
            words("Record of the ruling: {record}").format(record=record_text(ruling.record)),
        ]
        signed(self._sections, words("Ruling"), lines, self._people(), style="sign", seal=False)

    def _outcomes(self, outcomes: Sequence[RulingOutcome]) -> str:
        words = self._words
        if not outcomes:
            return words("there is no such paper.")
        return words("; ").join(self._outcome(held) for held in outcomes) + words(".")

    def _outcome(self, held: RulingOutcome) -> str:
        words = self._words
        said = words("{form} {what}").format(form=held.form, what=form_text(held.void, words))
        if held.alike is None:
            return said
        return said + words(", as keyed in {keying}").format(keying=label(held.alike))

    def _open(self) -> None:
        """To be filled in by hand, beside the paper; held together with those who sign it."""
        words, width, theme = self._words, self._theme.portrait.room, self._theme
        found = self._sections.heading(words("Ruling: what the paper shows, tick one"))
        found += [tick_row(self._alike(), width, theme), *ticks(self._otherwise(), width, theme)]
        labels = (words("Reason given:"), "")
        hands = signatures(self._people(), width, theme, words, seal=False)
        found += [blanks(labels, width, theme), gap(theme.rooms.gap)]
        found += text_strips(self._apart(), width, theme.styles["body"])
        self._sections.strips += [gap(theme.rooms.gap), *kept([*found, hands])]

    def _alike(self) -> list[str]:
        """The ways that a tick says all of."""
        words, text = self._words, self._words("as keyed in {keying}")
        shown = [text.format(keying=label(at)) for at in range(len(self._sheet.keyings))]
        return [*shown, words("there is no such paper")]

    def _otherwise(self) -> list[str]:
        words, cells = self._words, len(self._sheet.cells)
        listed = [words("as written above under “On the paper”")] if 0 < cells <= SHOWN else []
        return [
            *(listed or [words("valid, and to be keyed again whole from the paper")]),
            words("void, because:"),
            words("another form number:"),
        ]

    def _apart(self) -> str:
        return self._words("Neither of the two has keyed a form of this batch.")

    def _people(self) -> tuple[str, str]:
        return self._words("Ruled by:"), self._words("Second person:")
