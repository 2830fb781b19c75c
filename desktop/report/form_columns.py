"""The columns of the form that people fill in: how wide they are, and what stands above them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from desktop.report.fonts import check_glyphs, text_width
from desktop.report.form_look import FormLook
from desktop.report.key_caps import grade_shapes
from desktop.report.lines import broken, narrowest, widest
from desktop.report.sheets import scaled
from desktop.report.theme import Paper, Style
from desktop.tally.plan import Plan
from desktop.words import Words

Lines = tuple[str, ...]
_PAIR, _TRIPLE = 2, 3


@dataclass(frozen=True, slots=True)
class Answer:
    """One box of a dimension: the shape and the words above it, the digit that a clerk keys."""

    name: str
    shape: str
    digit: str


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above a dimension: its name, or its code where the name is explained above."""

    lines: Lines
    points: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Labels:
    """The words above the boxes of a dimension, and the room they take."""

    lines: Sequence[Lines]
    style: Style
    height: float
    turned: bool = False

    @property
    def has_orphans(self) -> bool:
        """不满/意: a word of which one character is left for a line of its own."""
        return any(len(held[-1]) == 1 < max(map(len, held)) for held in self.lines)


@dataclass(frozen=True)
class FormColumns:
    """Widths in points, for one plan at one size on one way of the paper."""

    plan: Plan
    words: Words
    look: FormLook
    paper: Paper
    pitch: float

    @cached_property
    def answers(self) -> Sequence[Answer]:
        """The boxes of each dimension, best grade first, don't know last."""
        shapes = grade_shapes(len(self.plan.grades))
        found = [
            Answer(grade.name, shape, grade.code)
            for grade, shape in zip(self.plan.grades, shapes, strict=True)
        ]
        return [*found, Answer(self.words("Don't know"), "", "")] if self.plan.dont_know else found

    @cached_property
    def number(self) -> float:
        """The column of row numbers."""
        return _number_width(self.plan, self.look)

    @property
    def cell(self) -> float:
        """One dimension."""
        return self.pitch * len(self.answers)

    @property
    def boxes_left(self) -> float:
        """Where the boxes begin, from the left edge of the table."""
        return self.paper.room - self.cell * len(self.plan.dimensions)

    @property
    def name(self) -> float:
        return self.boxes_left - self.number

    @cached_property
    def names(self) -> Sequence[Lines]:
        """Every agency's name as it is broken into lines; GlyphMissingError."""
        room = (self.name - 2 * self.look.pad) / self.look.styles["name"].size
        return [broken(agency.name, room) for agency in self.plan.agencies]

    def row_height(self, row: int, least: float) -> float:
        """A row is as high as its name needs."""
        leading = self.look.styles["name"].leading
        return max(least, len(self.names[row]) * leading + self.look.gap / 2)

    @cached_property
    def headings(self) -> Sequence[Heading]:
        style, room = self.look.styles["dimension"], self.cell - self.look.pad
        found = []
        for dimension in self.plan.dimensions:
            lines = _balanced(dimension.name, room, style)
            points = self._points(dimension.points)
            fits = len(lines) <= self.look.heading_lines
            note = "" if fits else f"{dimension.code}: {dimension.name}"
            found.append(Heading(lines if fits else (dimension.code,), points, note))
        return found

    @cached_property
    def labels(self) -> Labels:
        """The words above the boxes: line by line, else turned, else a digit must do."""
        style = self.look.styles["grade"]
        names = [answer.name for answer in self.answers]
        for name in names:
            check_glyphs(name)
        sizes = [scaled(style, size) for size in self.look.label_sizes]
        upright = [held for held in (self._upright(names, size) for size in sizes) if held]
        turned = [held for held in (self._turned(names, size) for size in sizes) if held]
        whole = [held for held in upright if not held.has_orphans]
        digits = Labels([(answer.digit or "?",) for answer in self.answers], style, style.leading)
        return [*whole, *upright, *turned, digits][0]

    def _upright(self, names: Sequence[str], style: Style) -> Labels | None:
        room, lines = self.pitch - self.look.heading.beside, []
        for name in names:
            most = max(self.look.label_lines, name.count("\n") + 1)
            if narrowest(name, most) * style.size > room:
                return None
            lines.append(_led(_balanced(name, room, style)))
        return Labels(lines, style, max(map(len, lines)) * style.leading)

    def _turned(self, names: Sequence[str], style: Style) -> Labels | None:
        """By a quarter, as high as the longest line is wide."""
        room = self.pitch - self.look.heading.turned_beside
        most = max(int(room / style.leading), 1)
        widths = [narrowest(name, most) for name in names]
        if max(widths) > self.look.label_most or max(it.count("\n") for it in names) >= most:
            return None
        lines = [broken(name, width) for name, width in zip(names, widths, strict=True)]
        height = max(widths) * style.size + self.look.heading.under
        return Labels(lines, style, height, turned=True)

    @cached_property
    def heading_height(self) -> float:
        """The names of the dimensions, with their points below."""
        style, small = self.look.styles["dimension"], self.look.styles["grade"]
        lines = max(len(heading.lines) for heading in self.headings) * style.leading
        points = small.leading if any(held.points for held in self.headings) else 0
        return lines + points + self.look.heading.below_name

    @property
    def answer_height(self) -> float:
        """The shapes and the words of the grades."""
        return self.labels_top + self.labels.height + self.look.heading.foot

    @property
    def labels_top(self) -> float:
        """From the upper edge of the answers to their words: a shape stands between."""
        heading = self.look.heading
        return heading.over + self.look.styles["grade"].size + heading.under

    @property
    def head_height(self) -> float:
        return self.heading_height + self.answer_height

    @property
    def notes(self) -> list[str]:
        """Names that stand as codes above the table."""
        return [heading.note for heading in self.headings if heading.note]

    def _points(self, points: int) -> str:
        text = self.words("{points} points").format(points=points)
        fits = text_width(text) * self.look.styles["grade"].size <= self.cell - self.look.pad
        return text if points and fits else ""


def form_columns(plan: Plan, words: Words, look: FormLook) -> FormColumns:
    """Portrait where a pen finds room in its boxes, else landscape."""
    for landscape in (False, True):
        found = columns_on(look.paper(landscape=landscape), plan, words, look)
        if found.pitch >= look.pitch_good:
            break
    return found


def columns_on(paper: Paper, plan: Plan, words: Words, look: FormLook) -> FormColumns:
    """As wide as this paper's room, whatever that makes of the boxes."""
    return FormColumns(plan, words, look, paper, _pitch(plan, look, paper))


def _pitch(plan: Plan, look: FormLook, paper: Paper) -> float:
    """From box to box: names give way down to their least width before boxes become narrow."""
    wished = max(widest(agency.name) for agency in plan.agencies) + look.name_spare
    boxes = len(plan.dimensions) * (len(plan.grades) + plan.dont_know)
    free = paper.room - _number_width(plan, look)
    size = look.styles["name"].size
    least = look.name_least * size + 2 * look.pad
    name = min(max(wished, look.name_least), look.name_most) * size + 2 * look.pad
    wide = (free - name) / boxes
    pitch = wide if wide >= look.pitch_good else min((free - least) / boxes, look.pitch_good)
    return min(pitch, look.pitch_most)


def _number_width(plan: Plan, look: FormLook) -> float:
    size = look.styles["row"].size
    digits = text_width(str(len(plan.agencies))) * size
    return max(digits + 2 * look.pad, look.number_least * size)


def _led(lines: Lines) -> Lines:
    """不/满意 and not 不满/意: what turns a word round stands before it."""
    text = "".join(lines)
    if len(lines) == _PAIR and len(text) == _TRIPLE and not text.isascii():
        return (text[0], text[1:])
    return lines


def _balanced(text: str, room: float, style: Style) -> Lines:
    """As few lines as there is room for, and each about as long."""
    width = room / style.size
    lines = len(broken(text, width, bold=style.bold))
    return broken(text, min(narrowest(text, lines, bold=style.bold), width), bold=style.bold)
