"""致上级主管部门函 and 限期整改通知书: what is written to one unit's superior, and to the unit."""

from collections.abc import Iterator
from pathlib import Path

from desktop.assess.documents import YearLetter
from desktop.assess.findings import FindingState
from desktop.report.circular_opening import blank, closed, day_text
from desktop.report.circular_parts import Part
from desktop.report.half_month_tables import finding_state, kind_name
from desktop.report.imprint import Naming
from desktop.report.table import Column, Kind, Table, row
from desktop.report.year_letter_parts import Draft, consequence_rows, write_letter
from desktop.report.year_look import year_room
from desktop.report.year_parts import band_range, mark, said
from desktop.report.year_sheet_tables import rule_table
from desktop.words import Words


def write_superior_letter(
    made: YearLetter,
    unit: str,
    path: Path,
    *,
    naming: Naming,
    words: Words,
    superior: str = "",
    editable: bool = False,
) -> Path:
    """To whoever manages this unit from above: a PDF or, if `editable`, a docx; the path written.

    Where `superior` is not named there is room to write it.
    GlyphMissingError, CharacterRefusedError: nothing was written.
    """
    draft = Draft(made, naming, words)
    document = words("Letter to the superior")
    write = _One(draft, unit, superior).superior
    return write_letter(draft, write, path, document, editable=editable, mark=unit)


def write_rectification_notice(
    made: YearLetter,
    unit: str,
    path: Path,
    *,
    naming: Naming,
    words: Words,
    editable: bool = False,
) -> Path:
    """To the unit itself, with the findings that are still open; as `write_superior_letter`.

    The deadline is that of the letter, else of the confirmed consequence, else room to write it.
    """
    draft = Draft(made, naming, words)
    document = words("Rectification notice")
    write = _One(draft, unit).notice
    return write_letter(draft, write, path, document, editable=editable, mark=unit)


class _One:
    """A letter about one unit."""

    def __init__(self, draft: Draft, unit: str, superior: str = "") -> None:
        self._draft, self._unit, self._superior = draft, unit, superior
        self._words, self._told = draft.words, draft.told
        self._standing = draft.held.of(unit)

    def superior(self, draft: Draft) -> Iterator[Part]:
        words = self._words
        title = words("Letter on the assessment of {unit} in {year}")
        yield from draft.opened(self._said(title))
        yield draft.address([self._superior] if self._superior else [], blank(words))
        text = words(
            "The unit {unit}, which you manage, was assessed {band} ({range}) in {year} with "
            "{score} points."
        )
        yield draft.body(self._said(text), *self._last(), self._placed())
        yield from self._taken()
        yield from self._following()
        yield draft.body(
            words("Please see that the unit rectifies this, and let {office} know.").format(
                office=draft.office
            )
        )
        yield closed(words("This is hereby put to you."), draft.letter, words)

    def notice(self, draft: Draft) -> Iterator[Part]:
        words = self._words
        yield from draft.opened(words("Notice to rectify by a deadline"))
        yield draft.address([self._told.named(self._unit)], "")
        text = words(
            "Your unit was assessed {band} ({range}) in {year} with {score} points. By the rules "
            "“{rules}” you are to rectify what is listed here by a deadline."
        )
        yield draft.body(self._said(text))
        yield from self._taken()
        yield from self._open_findings()
        yield from self._asked()
        yield closed(words("This is hereby notified."), draft.letter, words)
        yield draft.body(words("Received by: ____________  Day: ____________"))

    def _said(self, text: str) -> str:
        held, year = self._standing, self._draft.held.year
        return text.format(
            unit=self._told.named(self._unit),
            band=held.band.name,
            range=band_range(held.band, self._words),
            year=year.year,
            score=mark(held.score),
            rules=year.rules.name,
        )

    def _last(self) -> Iterator[str]:
        rows = self._draft.consequences.rows
        last = next((it.last for it in rows if it.unit == self._unit), "")
        if last and self._draft.consequences.last:
            text = self._words("In {year} it was assessed {band}.")
            year = self._draft.consequences.last.year
            yield text.format(year=year, band=self._told.band(last))

    def _placed(self) -> str:
        if self._standing.rank is None:
            return self._words("Its results are void.")
        ranked = sum(it.rank is not None for it in self._draft.held.standings)
        text = self._words("It ranks {rank} of {count}.")
        return text.format(rank=self._standing.rank, count=ranked)

    def _taken(self) -> Iterator[Part]:
        draft, words = self._draft, self._words
        if self._standing.lines:
            yield draft.heading(words("What was taken off"))
            yield draft.table(words("Points by rule"), rule_table(self._standing, self._told))

    def _following(self) -> Iterator[Part]:
        draft, words = self._draft, self._words
        table = consequence_rows(draft, [self._unit])
        if table.blocks:
            yield draft.heading(words("What follows"))
            yield draft.table(words("What follows from the assessment"), table)

    def _open_findings(self) -> Iterator[Part]:
        draft, words = self._draft, self._words
        table = self._finding_table()
        if table.blocks:
            yield draft.heading(words("Inspection findings not yet closed"))
            yield draft.table(words("Findings to be rectified"), table)

    def _finding_table(self) -> Table:
        words = self._words
        columns = [
            Column(words("Found on"), Kind.CODE),
            Column(words("Kind"), Kind.TEXT, limit=year_room("kind")),
            Column(words("What was found"), Kind.NAME),
            Column(words("State"), Kind.TEXT, limit=year_room("state")),
        ]
        findings = self._draft.made.findings
        rows = findings.rows if findings else ()
        return Table(
            columns,
            [
                row(
                    it.found,
                    kind_name(it.kind, words),
                    said(it.text),
                    finding_state(it.state, words),
                )
                for held in rows
                for it in (held.value,)
                if it.unit == self._unit
                and not held.is_disputed
                and it.state is not FindingState.CLOSED
            ],
        )

    def _asked(self) -> Iterator[Part]:
        draft, words = self._draft, self._words
        yield draft.heading(words("What is asked of your unit"))
        named = {"office": draft.office, "day": day_text(self._deadline(), words)}
        for text in (
            words("First, send {office} a rectification plan under your seal by {day}."),
            words("Second, name for every item who answers for it and until when it is done."),
            words("Third, report in writing once done: {office} verifies and closes each item."),
        ):
            yield draft.body(text.format(**named))

    def _deadline(self) -> str:
        if self._draft.letter.deadline:
            return self._draft.letter.deadline
        confirmed = (it.confirmation for it in self._draft.following([self._unit]) if it.rule.days)
        return next((it.deadline for it in confirmed if it and it.deadline), "")
