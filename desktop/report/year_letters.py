"""致上级主管部门函 and 限期整改通知书: what is written to one unit's superior, and to the unit."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from desktop.assess.documents import YearLetter
from desktop.assess.findings import Finding, FindingState
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

_UNRECTIFIED = (FindingState.FOUND, FindingState.FED_BACK)


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

    Of what follows it tells what somebody confirmed. Where `superior` is not named there is room
    to write it.
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

    The deadline is that of the confirmed consequence, else of the letter, else room to write it.
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
        yield draft.body(self._placed())
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
            rank=held.rank,
            count=sum(it.rank is not None for it in self._draft.held.standings),
            before=self._before(),
            rules=year.rules.name,
        )

    def _placed(self) -> str:
        """One sentence, so that nobody takes the rank for that of the year before."""
        words, held = self._words, self._standing
        text = words(
            "The unit {unit}, which you manage, was assessed {band} in {year} with {score} points, "
            "rank {rank} of the {count} units ranked{before}."
        )
        if held.rank is None:
            text = words(
                "The results of the unit {unit}, which you manage, are void for {year}: it has "
                "neither score nor rank{before}."
            )
        return self._said(text)

    def _before(self) -> str:
        """Last year's band, where it is known."""
        book = self._draft.consequences
        last = next((it.last for it in book.rows if it.unit == self._unit), "")
        if not last or not book.last:
            return ""
        text = self._words("; in {year} it was assessed {band}")
        return text.format(year=book.last.year, band=self._told.band(last))

    def _taken(self) -> Iterator[Part]:
        """What moved no points is left out: there is nothing to rectify."""
        draft, words = self._draft, self._words
        lines = [it for it in self._standing.lines if it.points or it.rule.band]
        if lines:
            table = rule_table(replace(self._standing, lines=lines), self._told)
            yield draft.heading(words("What was taken off"))
            yield draft.table(words("Points by rule"), table)

    def _following(self) -> Iterator[Part]:
        draft, words = self._draft, self._words
        table = consequence_rows(draft, [self._unit], without_letter=True)
        if table.blocks:
            yield draft.heading(words("What follows"))
            yield draft.table(words("What follows from the assessment"), table)

    def _open_findings(self) -> Iterator[Part]:
        draft, words = self._draft, self._words
        table = self._finding_table()
        if table.blocks:
            yield draft.heading(words("Inspection findings not yet rectified"))
            yield draft.table(words("Findings to be rectified"), table)

    def _finding_table(self) -> Table:
        words = self._words
        columns = [
            Column(words("Found on"), Kind.CODE),
            Column(words("Kind"), Kind.TEXT, limit=year_room("kind")),
            Column(words("What was found"), Kind.NAME),
            Column(words("State"), Kind.TEXT, limit=year_room("state")),
        ]
        return Table(
            columns,
            [
                row(
                    it.found,
                    kind_name(it.kind, words),
                    said(it.text),
                    finding_state(it.state, words),
                )
                for it in self._findings()
            ],
        )

    def _findings(self) -> list[Finding]:
        """Those of the unit that are still to be rectified, by day."""
        book = self._draft.made.findings
        settled = (held.value for held in book.rows if not held.is_disputed) if book else ()
        of_unit = (it for it in settled if it.unit == self._unit and it.state in _UNRECTIFIED)
        return sorted(of_unit, key=lambda it: (it.found, it.text))

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
        confirmed = (it.confirmation for it in self._draft.following([self._unit]) if it.rule.days)
        days = (it.deadline for it in confirmed if it and it.deadline)
        return next(days, self._draft.letter.deadline)
