"""What the letters of the year are put together from: opening, paragraphs, tables, foot; files."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from desktop.assess.documents import Assessment, ConsequenceRow, ConsequencesBook, YearLetter
from desktop.files import write_whole
from desktop.report.circular_opening import colophon, day_text, ordinals
from desktop.report.circular_parts import Colophon, Composed, Listing, Paragraph, Part, Role
from desktop.report.circular_pdf import letter_pdf
from desktop.report.docx_letter import letter_text
from desktop.report.figures import DASH
from desktop.report.imprint import Naming
from desktop.report.sheets import write_pdf
from desktop.report.table import Column, Kind, Table, row
from desktop.report.year_parts import Told, year_imprint
from desktop.tally.letter import Letter
from desktop.words import Words

Compose = Callable[["Draft"], Iterator[Part]]


@dataclass(frozen=True, slots=True)
class Draft:
    """A letter while it is composed; headings and tables are numbered as they come."""

    made: YearLetter
    naming: Naming
    words: Words
    _ordinals: Iterator[str] = field(init=False)
    _tables: Iterator[int] = field(init=False, default_factory=lambda: count(1))

    def __post_init__(self) -> None:
        object.__setattr__(self, "_ordinals", ordinals(self.words))

    @property
    def held(self) -> Assessment:
        return self.made.assessment

    @property
    def consequences(self) -> ConsequencesBook:
        return self.made.consequences

    @property
    def letter(self) -> Letter:
        return self.made.letter

    @property
    def told(self) -> Told:
        return Told(self.held.year, self.words)

    @property
    def office(self) -> str:
        return self.letter.office or self.words("this office")

    def opened(self, title: str) -> Iterator[Part]:
        """Nobody may take a drill, or a year that can still change, for what is sent out."""
        words = self.words
        yield Paragraph(Role.NUMBER, self.letter.number or words("No. ________"))
        if self.naming.mode == "drill":
            text = words("Drill: this is no result of an assessment and may not be issued.")
            yield Paragraph(Role.ALERT, text)
        elif not self.held.year.sealed:
            text = words("This is no sealed standing: a draft to be checked, not to be issued.")
            yield Paragraph(Role.ALERT, text)
        yield Paragraph(Role.TITLE, title)

    def address(self, units: Sequence[str], instead: str) -> Paragraph:
        text = self.words("To {units}:")
        return Paragraph(Role.ADDRESS, text.format(units=self.words(", ").join(units) or instead))

    def heading(self, title: str) -> Paragraph:
        return Paragraph(Role.HEADING, next(self._ordinals) + title)

    def body(self, *sentences: str) -> Paragraph:
        return Paragraph(Role.BODY, self.words(" ").join(sentences))

    def table(self, title: str, table: Table) -> Listing:
        number = self.words("Table {number}").format(number=next(self._tables))
        return Listing(f"{number}　{title}", table)

    def following(self, units: Sequence[str]) -> list[ConsequenceRow]:
        """What somebody confirmed for these units, in the order of the rule set."""
        codes = [rule.code for rule in self.held.year.rules.consequences]
        found = [it for it in self.consequences.rows if it.unit in units and it.is_confirmed]
        return sorted(
            found,
            key=lambda it: codes.index(it.rule.code) if it.rule.code in codes else len(codes),
        )

    def colophon(self) -> Colophon:
        return colophon(self.letter, self.words)


def consequence_rows(draft: Draft, units: Sequence[str], *, without_letter: bool = False) -> Table:
    """Each consequence with the units it concerns, and until when; columns that say something.

    `without_letter`: it stands in the letter to the superior, which need not say that it is sent.
    """
    words, told = draft.words, draft.told
    found: dict[tuple[str, str], list[ConsequenceRow]] = {}
    for held in draft.following(units):
        if not (without_letter and held.rule.vertical):
            found.setdefault((held.rule.code, _until(held, draft)), []).append(held)
    several, timed = len(units) > 1, any(until != DASH for _, until in found)
    columns = [
        Column(words("Consequence"), Kind.NAME),
        *([Column(words("Units concerned"), Kind.NAME)] if several else []),
        *([Column(words("Deadline"), Kind.CODE)] if timed else []),
    ]
    blocks = []
    for (_, until), rows in found.items():
        names = words(", ").join(told.named(held.unit) for held in rows)
        concerned = words("all units above") if len(rows) == len(units) else names
        blocks.append(
            row(
                rows[0].rule.text,
                *([concerned] if several else []),
                *([until] if timed else []),
            )
        )
    return Table(columns, blocks)


def _until(held: ConsequenceRow, draft: Draft) -> str:
    """The day that was confirmed, else the letter's, else the rule set's number of days."""
    words = draft.words
    if held.confirmation and held.confirmation.deadline:
        return day_text(held.confirmation.deadline, words)
    if not held.rule.days:
        return DASH
    if draft.letter.deadline:
        return day_text(draft.letter.deadline, words)
    return words("within {days} days").format(days=held.rule.days)


def write_letter(
    draft: Draft, compose: Compose, path: Path, document: str, *, editable: bool, mark: str = ""
) -> Path:
    """A PDF or, where it is editable or the path says so, a docx; the path written.

    `mark` is added to the name where `path` is a folder. GlyphMissingError, CharacterRefusedError:
    nothing was written.
    """
    words = draft.words
    imprint = year_imprint(draft.naming, draft.held.year, document, words)
    composed = Composed(imprint, tuple(compose(draft)))
    name = f"{document}-{mark}" if mark else document
    if not editable and path.suffix.lower() != ".docx":
        return write_pdf(path, name, letter_pdf(composed, words))
    made = letter_text(composed, words)
    if path.suffix.lower() != ".docx":
        path.mkdir(parents=True, exist_ok=True)
        path /= f"{name}.docx"
    write_whole(path, made)
    return path
