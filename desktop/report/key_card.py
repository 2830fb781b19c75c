"""录入按键卡: every key of the keying window on one page that stands beside the laptop."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from reportlab.pdfgen.canvas import Canvas

from desktop.report.fonts import base_font
from desktop.report.key_caps import Cap, Item, beside, grade_shapes, height, item_strip
from desktop.report.key_card_look import key_card_look
from desktop.report.key_list import KeyEntry, key_list
from desktop.report.lines import broken, widest
from desktop.report.pen import Pen
from desktop.report.sections import Sections
from desktop.report.sheets import scaled, write_pdf
from desktop.report.strips import Strip, gap, text_strips
from desktop.report.theme import Style, Theme, document_theme
from desktop.tally.plan import Plan
from desktop.words import Words

_TWO, _ONE_DIGIT = 2, 9
Column = Callable[[float], list[Strip]]


def write_key_card(plan: Plan, path: Path, *, words: Words) -> Path:
    """Write a PDF of this name, or one into this folder; its path.

    One page of landscape A4 for every plan: what is long is set smaller. GlyphMissingError:
    nothing was written.
    """
    document = words("Key card")
    strips, theme = _fitting(plan, words)

    def write(file: BinaryIO) -> None:
        paper = theme.landscape
        size = paper.width, paper.height
        # a card has no frame: it belongs to no edition, and to whatever survey has this plan
        canvas = Canvas(
            file,
            size,
            initialFontName=base_font(),  # type: ignore[arg-type]
            invariant=1,
            pageCompression=1,
        )
        canvas.setTitle(words(" | ").join((plan.title, document)))
        pen = Pen(canvas, theme)
        beside([(0.0, strips)]).draw(pen, paper.left, paper.height - paper.top)
        canvas.showPage()
        canvas.save()

    return write_pdf(path, document, write)


def _fitting(plan: Plan, words: Words) -> tuple[list[Strip], Theme]:
    """The card at the largest size that one page holds."""
    paper = document_theme().landscape
    room = paper.height - paper.top - paper.bottom
    for size, shown in _tries(len(plan.void_reasons)):
        theme = _sized(document_theme(), size)
        strips = _Card(plan, theme, words, shown).strips()
        if height(strips) <= room:
            break
    return strips, theme


def _tries(reasons: int) -> Iterator[tuple[float, int]]:
    """Sizes, and how many void reasons are listed: the screen has those that are cut."""
    sizes, whole = key_card_look().sizes(), key_card_look().whole_size
    yield from ((size, reasons) for size in sizes if size >= whole)
    yield from ((whole, shown) for shown in range(reasons - 1, _ONE_DIGIT, -1))
    for size in sizes:
        if size < whole:
            yield from ((size, shown) for shown in (reasons, min(reasons, _ONE_DIGIT)))
    yield sizes[-1], 0


def _sized(theme: Theme, size: float) -> Theme:
    return replace(theme, styles={name: scaled(held, size) for name, held in theme.styles.items()})


class _Card:
    """The card from top to bottom at one size, with so many void reasons."""

    def __init__(self, plan: Plan, theme: Theme, words: Words, shown: int) -> None:
        self._plan, self._theme, self._words, self._shown = plan, theme, words, shown
        self._width = theme.landscape.room
        self._entries = {held.action: held for held in key_list()}
        self._shapes = grade_shapes(len(plan.grades))

    def strips(self) -> list[Strip]:
        words = self._words
        top = Sections(self._width, self._theme, words)
        named = self._plan.title.replace("\n", " ")
        top.title((named, "survey"), (words("Key card"), "title"))
        note = words(
            "The digit row and the numeric pad do the same. While an input method is on, press the "
            "function key shown at the right instead of the letter."
        )
        top.centred(note, self._theme.styles["sign"])
        space = gap(self._theme.rooms.gap)
        columns = self._cell_column, self._row_column, self._form_column
        return [
            *top.strips,
            self._rule(),
            space,
            self._beside(key_card_look().columns, columns),
            self._rule(),
            space,
            *self._cases(),
        ]

    def _rule(self) -> Strip:
        room = key_card_look().rule_room

        def draw(pen: Pen, x: float, top: float) -> None:
            middle = top - room / 2
            pen.rules([(x, middle, x + self._width, middle)])

        return Strip(room, draw)

    def _beside(self, shares: Sequence[float], columns: Sequence[Column]) -> Strip:
        """Columns that share the width of the page."""
        between = key_card_look().gap
        free = self._width - between * (len(shares) - 1)
        found, left = [], 0.0
        for share, column in zip(shares, columns, strict=True):
            found.append((left, column(share * free)))
            left += share * free + between
        return beside(found)

    def _cell_column(self, width: float) -> list[Strip]:
        entries = self._entries
        wished = ["blank", *(["dont_know"] if self._plan.dont_know else []), "invalid"]
        items = [*self._grades(entries["grade"]), *(self._item(entries[it]) for it in wished)]
        return self._column(self._words("One cell; then on to the next"), items, width)

    def _row_column(self, width: float) -> list[Strip]:
        words, entries = self._words, self._entries
        items = self._grades(entries["fill"])
        items.append(self._item(entries["fill_any"], words("the grade of that digit")))
        items.append(self._item(entries["rest_blank"], words("Blank")))
        moves = [self._item(entries[action]) for action in ("back", "move", "jump")]
        return [
            *self._column(words("All the rest of the row; then on to the next"), items, width),
            *self._column(words("Moving about"), moves, width),
        ]

    def _form_column(self, width: float) -> list[Strip]:
        held = [entry for entry in self._entries.values() if entry.place == "form"]
        items = [self._item(entry) for entry in held]
        return [*self._column(self._words("The whole form"), items, width), *self._reasons(width)]

    def _grades(self, entry: KeyEntry) -> list[Item]:
        """A key for each grade that has one, with the shape the screen shows."""
        held = zip(entry.keys, self._shapes, self._plan.grades, strict=False)
        return [Item([Cap(key)], grade.name, shape, strong=True) for key, shape, grade in held]

    def _item(self, entry: KeyEntry, text: str = "") -> Item:
        words, known = self._words, {name for held in key_list() for name in held.keys}
        either = [words("or")] if len(entry.keys) == _TWO else []
        caps: list[Cap | str] = []
        for at, key in enumerate(entry.keys):
            caps += [*(either if at else []), Cap(key)]
        if entry.action == "void" and self._many:
            caps += [Cap(words("its number"), loose=True), Cap("Enter")]
        else:
            caps += [Cap(it) if it in known else Cap(words(it), loose=True) for it in entry.then]
        bold = entry.place in ("cell", "row")
        return Item(caps, text or words(entry.text), twin=entry.twin, strong=bold)

    def _column(self, title: str, items: Sequence[Item], width: float) -> list[Strip]:
        return [
            *self._heading(title, width),
            *(item_strip(item, width, self._theme) for item in items),
            gap(self._theme.styles["card"].size / 2),
        ]

    def _heading(self, title: str, width: float) -> list[Strip]:
        style = self._theme.styles["card_heading"]
        return [*text_strips(title, width, style), gap(style.size * key_card_look().heading_gap)]

    @property
    def _many(self) -> bool:
        return len(self._plan.void_reasons) > _ONE_DIGIT

    def _reasons(self, width: float) -> list[Strip]:
        """The void reasons by the digits that stand for them, in columns."""
        words, style, look = self._words, self._theme.styles["card_small"], key_card_look()
        named = [
            (str(at), reason.name)
            for at, reason in enumerate(self._plan.void_reasons[: self._shown], 1)
        ]
        found = self._heading(words("Reasons of a void form"), width)
        if named:
            longest = max(widest(name) for _, name in named) + look.hang + 1
            count = max(1, min(look.reason_columns, int(width / (longest * style.size))))
            found.append(self._listed(named, width / count, count))
        left = len(self._plan.void_reasons) - self._shown
        if left:
            more = words("The screen names {count} more.").format(count=left)
            found += text_strips(more, width, style)
        return found

    def _listed(self, named: Sequence[tuple[str, str]], width: float, count: int) -> Strip:
        style, deep = self._theme.styles["card_small"], -(-len(named) // count)
        columns = [named[at : at + deep] for at in range(0, len(named), deep)]
        return beside(
            [
                (at * width, [hung(label, name, width, style) for label, name in held])
                for at, held in enumerate(columns)
            ]
        )

    def _cases(self) -> list[Strip]:
        """What goes wrong in a clerk's day, two columns of it."""
        words, style = self._words, self._theme.styles["card_small"]
        cases = [
            words("A row slipped: G, the row where it began, Enter; key on from there."),
            words("Wrong form number: change it before the first cell; later, report it."),
            words("Stored with a mistake: open it again, until the batch is closed."),
            words("The screen is locked: key your PIN; the form is as you left it."),
            words("A low sound: the key means nothing here, and nothing has changed."),
            words("The pad does not answer: press Num Lock."),
        ]

        def column(at: int) -> Column:
            held = cases[at : at + len(cases) // 2]
            return lambda width: [hung("·", case, width, style) for case in held]

        halves = column(0), column(len(cases) // 2)
        return [
            *self._heading(words("What to do when"), self._width),
            self._beside((0.5, 0.5), halves),
        ]


def hung(label: str, text: str, width: float, style: Style) -> Strip:
    """A text with its label hanging to the left."""
    look = key_card_look()
    indent = style.size * (look.point_hang if label == "·" else look.hang)
    lines = broken(text, (width - indent - style.size) / style.size)

    def draw(pen: Pen, x: float, top: float) -> None:
        pen.line(x, top, label, replace(style, bold=True))
        pen.lines(x + indent, top, width - indent, lines, style)

    return Strip(len(lines) * style.leading, draw)
