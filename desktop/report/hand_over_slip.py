"""交接单 (document 1): the bundles a station was given, and room to write how they came back."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from desktop.report.figures import DASH
from desktop.report.fonts import printable
from desktop.report.imprint import Imprint, Naming
from desktop.report.paper import Part, paper_writer
from desktop.report.sections import Sections
from desktop.report.sheets import write_pdf
from desktop.report.signing import signatures
from desktop.report.strips import Strip, gap, kept
from desktop.report.table import Column, Kind, Table, row
from desktop.report.theme import Theme, document_theme
from desktop.report.work_looks import slip_look
from desktop.tally.hand_over_rows import HandOverBatch, HandOverSlip
from desktop.words import Words

_ROOM = "　"
"""White as wide as a hanzi: what keeps a column open for a pen."""
_WITH_SIGNATURES = 3
"""Rows that stand on the page of the signatures, if there are so many."""


def write_hand_over_slips(
    slips: Sequence[HandOverSlip], path: Path, *, naming: Naming, words: Words
) -> Path:
    """Write a PDF of this name, or one into this folder, from a new page for each slip; its path.

    GlyphMissingError: nothing was written.
    """
    document, theme = words("Hand-over slip"), document_theme()
    imprint = naming.imprint(document, words)
    known = any(batch.known for slip in slips for batch in slip.batches)
    paper = theme.landscape if known else theme.portrait
    parts = [_part(slip, imprint, paper.room, words, known=known) for slip in slips]
    if not parts:
        parts = [_none(imprint, paper.room, words)]
    return write_pdf(path, document, paper_writer(imprint, paper, parts, words))


def _part(slip: HandOverSlip, imprint: Imprint, width: float, words: Words, *, known: bool) -> Part:
    name = printable(slip.station) or words("Not handed out")
    sections = _begun(imprint, name, width, words)
    table = _table(slip, words, known=known)
    sections.part(words("Bundles"), table, [_note(slip, words)], theme=_for_a_pen())
    # nobody signs a page that says nothing
    last = [replace(strip, keep=True) for strip in sections.strips[-_WITH_SIGNATURES:]]
    sections.strips[-_WITH_SIGNATURES:] = last
    sections.strips += _signed(slip, width, words)
    return Part(sections.strips, name)


def _none(imprint: Imprint, width: float, words: Words) -> Part:
    sections = _begun(imprint, imprint.document, width, words)
    sections.notice(words("No batch is registered."))
    return Part(sections.strips)


def _begun(imprint: Imprint, name: str, width: float, words: Words) -> Sections:
    """A sheet with its titles; the frame above names the document too."""
    sections = Sections(width, document_theme(), words)
    shown = dict.fromkeys((imprint.document, name))
    sections.title(
        (imprint.title, "survey"), ("　".join(shown), "title"), (imprint.standing, "body")
    )
    return sections


def _for_a_pen() -> Theme:
    theme = document_theme()
    return replace(theme, table=replace(theme.table, padding_y=slip_look().row_padding))


def _note(slip: HandOverSlip, words: Words) -> str:
    if not slip.station:
        return words("Handed to nobody by name; write down which station takes each bundle.")
    return words("Count every bundle when you take it, and when you give it back.")


def _table(slip: HandOverSlip, words: Words, *, known: bool) -> Table:
    has_origin = any(held.origin for held in slip.batches)
    columns = [*_columns(words, has_origin=has_origin, known=known), *_pen_columns(slip, words)]
    pens = _pens(slip)
    blocks = [
        row(
            str(at),
            *_bundle(held, words, has_origin=has_origin),
            *(_back(held, words) if known else ()),
            *pens,
        )
        for at, held in enumerate(slip.batches, 1)
    ]
    whole = _sums(slip.batches, words, has_origin=has_origin, known=known)
    return Table(columns, [*blocks, row(*whole, *pens, strong=True)], keys=2)


def _columns(words: Words, *, has_origin: bool, known: bool) -> list[Column]:
    look, back = slip_look(), words("On record already")
    return [
        Column(words("No.")),
        Column(words("Batch"), Kind.CODE),
        Column(words("Channel"), Kind.TEXT, limit=look.channel),
        *([Column(words("Origin unit"), Kind.TEXT, limit=look.origin)] if has_origin else []),
        Column(words("Forms")),
        Column(words("Form numbers"), Kind.CODE),
        *(
            [
                Column(words("Keyed"), group=back),
                Column(words("Void forms"), group=back),
                Column(words("Missing numbers"), group=back),
                Column(words("State"), Kind.CODE, group=back),
            ]
            if known
            else []
        ),
    ]


def _pen_columns(slip: HandOverSlip, words: Words) -> list[Column]:
    back = words("When it comes back")
    taker = [] if slip.station else [Column(words("Taken by station"), Kind.CODE)]
    return [
        *taker,
        Column(words("Forms back"), Kind.CODE, group=back),
        Column(words("Remarks"), Kind.CODE, group=back),
    ]


def _pens(slip: HandOverSlip) -> list[str]:
    look = slip_look()
    rooms = [] if slip.station else [look.station_room]
    return [_ROOM * room for room in (*rooms, look.count_room, look.note_room)]


def _bundle(held: HandOverBatch, words: Words, *, has_origin: bool) -> list[str]:
    last = held.last.rpartition("-")[2]
    numbers = words("{first} to {last}").format(first=held.first, last=last)
    return [
        held.code,
        held.channel,
        *([held.origin or DASH] if has_origin else []),
        f"{held.forms:,}",
        numbers if held.first != held.last else held.first,
    ]


def _back(held: HandOverBatch, words: Words) -> list[str]:
    """What the records say; nothing where the bundle was not begun."""
    if not held.known:
        return [DASH] * 4
    state = words("closed") if held.closed else words("open")
    return [f"{held.keyed:,}", f"{held.void:,}", f"{held.missing:,}", state]


def _sums(
    batches: Sequence[HandOverBatch], words: Words, *, has_origin: bool, known: bool
) -> list[str]:
    count = words("{count} bundles").format(count=f"{len(batches):,}")
    found = ["", words("Total"), count, *([""] if has_origin else [])]
    found += [f"{sum(held.forms for held in batches):,}", ""]
    if known:
        begun = [held for held in batches if held.known]
        closed = sum(held.closed for held in batches)
        found += [f"{sum(held.keyed for held in begun):,}", f"{sum(held.void for held in begun):,}"]
        found += [f"{sum(held.missing for held in begun):,}"]
        found.append(words("{count} closed").format(count=f"{closed:,}"))
    return found


def _signed(slip: HandOverSlip, width: float, words: Words) -> list[Strip]:
    """Who hands over and who takes, on the way out and on the way back, held together."""
    theme = document_theme()
    held = Sections(width, theme, words)
    held.strips += held.heading(words("Signatures"))
    forms = sum(batch.forms for batch in slip.batches)
    line = words("{bundles} bundles with {forms} forms were counted by both sides.")
    held.body(line.format(bundles=f"{len(slip.batches):,}", forms=f"{forms:,}"))
    people = (
        words("Out, handed over by:"),
        words("Out, received by:"),
        words("Back, handed over by:"),
        words("Back, received by:"),
    )
    hands = signatures(people, width, theme, words, seal=False)
    return [gap(theme.rooms.gap, keep=True), *kept([*held.strips, hands])]
