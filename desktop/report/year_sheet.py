"""单位考评明细: how one unit's score and band come about, entry by entry; each goes out singly."""

from collections.abc import Sequence
from pathlib import Path

from desktop.assess.documents import Assessment, Charge, charges
from desktop.report.imprint import Imprint, Naming
from desktop.report.paper import Part, paper_writer
from desktop.report.sheets import begun, signed, write_pdf
from desktop.report.strips import Strip, gap, text_strips
from desktop.report.theme import document_theme
from desktop.report.year_parts import Told, as_of, bands_sentence, typed, year_imprint
from desktop.report.year_sheet_tables import (
    counted_table,
    office_table,
    rule_table,
    score_table,
    waiting_table,
)
from desktop.words import Words


def write_year_sheets(
    held: Assessment,
    path: Path,
    *,
    naming: Naming,
    words: Words,
    units: Sequence[str] = (),
) -> Path:
    """Write a PDF of this name, or one into this folder; its path.

    A sheet for every unit in the order of the plan, or for those of these codes, each with its own
    pages: the order says nothing of a rank. GlyphMissingError: nothing was written.
    """
    document = words("Assessment sheet of a unit")
    imprint = year_imprint(naming, held.year, document, words)
    by_unit: dict[str, list[Charge]] = {}
    for charge in charges(held):
        by_unit.setdefault(charge.unit, []).append(charge)
    parts = [
        Part(_Sheet(held, code, by_unit.get(code, []), imprint, words).strips(), unit.name, True)
        for code, unit in held.year.units.items()
        if not units or code in units
    ]
    writer = paper_writer(imprint, document_theme().portrait, parts, words)
    return write_pdf(path, document, writer)


class _Sheet:
    """One unit's sheet from top to bottom."""

    def __init__(
        self,
        held: Assessment,
        code: str,
        found: Sequence[Charge],
        imprint: Imprint,
        words: Words,
    ) -> None:
        self._held, self._code, self._words = held, code, words
        self._standing = held.of(code)
        self._counted = [charge for charge in found if charge.counts]
        self._waiting = [charge for charge in found if not charge.counts]
        self._told, self._theme = Told(held.year, words), document_theme()
        self._sections = begun(imprint, self._theme, words)

    def strips(self) -> list[Strip]:
        self._head()
        self._score()
        self._sums()
        self._entries()
        self._apart()
        self._signatures()
        return self._sections.strips

    def _head(self) -> None:
        words, unit = self._words, self._held.year.units[self._code]
        width, theme = self._theme.portrait.room, self._theme
        self._sections.strips += text_strips(unit.name, width, theme.styles["survey"], keep=True)
        text = words("{code}: {name}")
        facts = [
            text.format(code=words("Agency code"), name=unit.code),
            text.format(code=words("Group"), name=unit.group),
            as_of(self._held.year, words),
        ]
        self._sections.body(words(" | ").join(facts))
        if void := next((it for it in self._held.void if it.unit == self._code), None):
            self._sections.strips.append(gap(theme.rooms.gap))
            said = words("Void since {day}: {reason}")
            told = said.format(day=void.on, reason=typed(void.reason))
            self._sections.notice(told)

    def _score(self) -> None:
        words = self._words
        notes = [bands_sentence(self._held.year, words)]
        if self._standing.vetoed:
            notes.append(words("A veto forces the band, whatever the score."))
        ranked = sum(held.rank is not None for held in self._held.standings)
        table = score_table(self._standing, self._told, ranked)
        self._sections.part(words("Score and band"), table, notes)

    def _sums(self) -> None:
        if self._counted:
            words, told = self._words, self._told
            rules, offices = rule_table(self._standing, told), office_table(self._standing, told)
            self._sections.part(words("By rule"), rules)
            self._sections.part(words("By evidence office"), offices)

    def _entries(self) -> None:
        words = self._words
        table = counted_table(self._counted, self._told)
        nothing = words("Nothing was counted: the score is that of the start.")
        self._sections.part_or(words("Entries that count"), table, nothing)

    def _apart(self) -> None:
        if self._waiting:
            words = self._words
            title = words("Entries that do not count")
            note = words("They change no score before they are counted, or once withdrawn.")
            self._sections.part(title, waiting_table(self._waiting, self._told), [note])

    def _signatures(self) -> None:
        words = self._words
        line = words("The entries above were compared with their evidence, item by item.")
        people = (
            words("Drawn up by:"),
            words("Reviewed by:"),
            words("Head of the unit:"),
        )
        signed(self._sections, words("Signatures"), [line], people)
