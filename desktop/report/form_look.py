"""How the form that people fill in looks, read from the documents' theme; lengths in points."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from itertools import count, takewhile
from typing import Any

from desktop.report.sheets import scaled
from desktop.report.theme import POINTS_PER_MM, Paper, Style, document_theme, theme_table


@dataclass(frozen=True, slots=True)
class FormRules:
    """How thick lines are."""

    frame: float
    anchor: float
    hair: float
    box: float


@dataclass(frozen=True, slots=True)
class FormHeading:
    """White in the head of the table, around what stands above each box."""

    over: float
    under: float
    foot: float
    beside: float
    turned_beside: float
    below_name: float


@dataclass(frozen=True, slots=True)
class FormHead:
    """What stands above the table, in sizes of its type."""

    indent: float
    shape: float
    after_shape: float
    apart: float
    label_gap: float
    answer_gap: float


@dataclass(frozen=True, slots=True)
class FormRows:
    """How heights of rows are tried; `nearly` and `mostly` are shares, for pages in tens."""

    step: float
    nearly: float
    mostly: float


@dataclass(frozen=True, slots=True)
class FormCodes:
    """`quiet` in modules, `title_least` a share of the title's size."""

    quiet: float
    bar: float
    bars: float
    title_least: float


@dataclass(frozen=True, slots=True)
class FormLook:
    """Lengths of the form; `styles` are those of the theme that begin with `form_`."""

    size: float
    side: float
    top: float
    bottom: float
    band: float
    band_gap: float
    number: float
    row_most: float
    row_least: float
    pitch_most: float
    pitch_good: float
    box_width: float
    box_height: float
    box_gap: float
    opinion_most: float
    opinion_least: float
    opinion_line: float
    opinion_first: float
    opinion_closest: float
    gap: float
    pad: float
    code_pad: float
    name_least: float
    name_most: float
    name_spare: float
    label_most: float
    number_least: float
    heading_lines: int
    label_lines: int
    least_size: float
    size_step: float
    label_sizes: tuple[float, ...]
    title_sizes: tuple[float, ...]
    rules: FormRules
    heading: FormHeading
    head: FormHead
    rows: FormRows
    codes: FormCodes
    styles: Mapping[str, Style]

    def sized(self, by: float) -> "FormLook":
        """The look of a crowded form: type and rows smaller, the page's margins as they are."""
        return replace(
            self,
            size=by,
            row_least=self.row_least * by,
            box_gap=self.box_gap * by,
            opinion_line=self.opinion_line * max(by, self.opinion_closest),
            gap=self.gap * by,
            styles={name: scaled(style, by) for name, style in self.styles.items()},
        )

    def sizes(self) -> list["FormLook"]:
        """This look at every size, the largest first."""
        wished = (1 - step * self.size_step for step in count())
        return [self.sized(by) for by in takewhile(lambda by: by >= self.least_size, wished)]

    def paper(self, *, landscape: bool) -> Paper:
        """A4 with the form's own margins: it is handed out, never bound."""
        theme = document_theme()
        held = theme.landscape if landscape else theme.portrait
        return Paper(held.width, held.height, self.side, self.side, self.top, self.bottom)


@cache
def form_look() -> FormLook:
    """The look of `resources/themes/documents.toml`, at full size."""
    read = theme_table("form")
    styles = document_theme().styles
    own = {name.removeprefix("form_"): styles[name] for name in styles if name.startswith("form_")}
    return FormLook(
        size=1.0,
        styles=own,
        rules=FormRules(**lengths(read["rules"])),
        heading=FormHeading(**lengths(read["heading"])),
        head=FormHead(**lengths(read["head"])),
        rows=FormRows(**lengths(read["rows"])),
        codes=FormCodes(**lengths(read["codes"])),
        **lengths(read),
    )


def lengths(read: Mapping[str, Any]) -> dict[str, Any]:
    """The entries of a table without its own tables; millimetres become points, lists tuples."""
    return {
        name.removesuffix("_mm"): _length(name, value)
        for name, value in read.items()
        if not isinstance(value, dict)
    }


def _length(name: str, value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_length(name, held) for held in value)
    return value * POINTS_PER_MM if name.endswith("_mm") else value
