"""The band at the head of every page: what it belongs to, and its number for eye and scanner."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from desktop.report.barcode import barcode, bars_width
from desktop.report.fonts import text_width
from desktop.report.form_columns import FormColumns, Lines
from desktop.report.form_ink import framed
from desktop.report.form_text import form_name
from desktop.report.lines import broken
from desktop.report.pen import Align, Pen
from desktop.report.qr import draw_qr, modules
from desktop.report.sheets import scaled
from desktop.report.theme import Style


@dataclass(frozen=True, slots=True)
class Numbering:
    """The numbers that copies of a form bear, and the channel they go by, where one was chosen."""

    names: Sequence[str]
    channel: str = ""

    @property
    def longest(self) -> str:
        return max(self.names, key=len, default="")


@dataclass(frozen=True)
class FormBand:
    """From the right: QR code, number, bars; at the left a title. Unnumbered, an empty field."""

    columns: FormColumns
    numbering: Numbering | None
    drill: bool

    def draw(self, pen: Pen, at: int, top: float) -> None:
        """All but the number, on page `at` from 0."""
        look, text = self.columns.look, self.columns.look.styles["text"]
        middle = top - look.band / 2
        pen.line(self._label_left, middle + text.leading / 2, self._label, text)
        framed(pen, self._field_left, top - look.band, self._field, look.band, look.rules.frame)
        _, style, lines = self._title(at, self._title_room - self._bars)
        upper = middle + len(lines) * style.leading / 2
        pen.lines(self.columns.paper.left, upper, self._title_room, lines, style)

    def draw_number(self, pen: Pen, top: float, number: str) -> None:
        """The number as text, as a QR code, and as bars where they have room."""
        look = self.columns.look
        style = look.styles["number"]
        wide = text_width(number, bold=True) * style.size
        style = scaled(style, min(1.0, (self._field - 2 * look.pad) / wide)) if wide else style
        upper = top - (look.band - style.leading) / 2
        pen.lines(self._field_left, upper, self._field, (number,), style, Align.CENTRE)
        draw_qr(pen, number, self._right - look.band, top - look.band, look.band)
        if self._bars:
            bars = barcode(number, self._bars, look.codes.bars, module=look.codes.bar)
            left = self._label_left - self._bars
            bars.draw(pen, left, top - (look.band - look.codes.bars) / 2)

    @property
    def _label(self) -> str:
        return self.columns.words("Form number")

    @property
    def _right(self) -> float:
        return self.columns.paper.left + self.columns.paper.room

    @property
    def _field_left(self) -> float:
        return self._right - self.columns.look.number

    @cached_property
    def _field(self) -> float:
        """The frame of the number, which leaves the QR code the white it needs."""
        look = self.columns.look
        if self.numbering is None:
            return look.number
        quiet = look.codes.quiet * look.band / modules(self.numbering.longest)
        return look.number - look.band - quiet

    @property
    def _label_left(self) -> float:
        look = self.columns.look
        label = (text_width(self._label) + look.head.label_gap) * look.styles["text"].size
        return self._field_left - label

    @property
    def _title_room(self) -> float:
        return self._label_left - self.columns.paper.left - 2 * self.columns.look.pad

    @cached_property
    def _bars(self) -> float:
        """Room for the bars with their white; none where a title would become too small."""
        if self.numbering is None or not all(map(str.isascii, self.numbering.names)):
            return 0.0
        codes = self.columns.look.codes
        wide = bars_width(self.numbering.longest, codes.bar)
        room = self._title_room - wide
        fits = room > 0 and all(self._title(at, room)[0] >= codes.title_least for at in (0, 1))
        return wide if fits else 0.0

    def _title(self, at: int, room: float) -> tuple[float, Style, Lines]:
        """As large as the band allows, and which share of its size that is: it may be long."""
        look = self.columns.look
        style = look.styles["strong" if self.drill else "text"]
        texts = self._texts(at)
        for size in look.title_sizes:
            held = scaled(style, size)
            for text in texts:
                lines = broken(text, room / held.size, bold=held.bold)
                if len(lines) * held.leading <= look.band:
                    return size, held, lines
        return size, held, lines

    def _texts(self, at: int) -> Sequence[str]:
        """What a page belongs to, the channel on a line of its own or, to save room, on the last.

        And that a drill is one: boxes hide what lies over them.
        """
        words = self.columns.words
        parts = [words("Drill")] if self.drill else []
        if at:
            parts += [self.columns.plan.title.replace("\n", " "), form_name(words)]
        named = words(" | ").join(parts)
        if not self.numbering or not self.numbering.channel:
            return [named]
        channel = words("Channel: {channel}").format(channel=self.numbering.channel)
        apart = ("\n", words(" | ")) if parts else ("",)
        return [f"{named}{between}{channel}" for between in apart]
