"""How the form that people fill in looks, read from the documents' theme; lengths in points."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from itertools import count, takewhile

from desktop.assets import resource
from desktop.report.sheets import scaled
from desktop.report.theme import Paper, Style, document_theme

_POINTS_PER_MM = 72 / 25.4
_STEP = 0.04


@dataclass(frozen=True, slots=True)
class FormLook:
    """Lengths of the form; `styles` are those of the theme that begin with `form_`."""

    size: float
    side: float
    top: float
    bottom: float
    band: float
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
    gap: float
    name_least: float
    name_most: float
    label_most: float
    heading_lines: int
    least_size: float
    styles: Mapping[str, Style]

    def sized(self, by: float) -> "FormLook":
        """The look of a crowded form: type and rows smaller, the page's margins as they are."""
        return replace(
            self,
            size=by,
            row_least=self.row_least * by,
            box_gap=self.box_gap * by,
            opinion_line=self.opinion_line * max(by, 0.8),
            gap=self.gap * by,
            styles={name: scaled(style, by) for name, style in self.styles.items()},
        )

    def sizes(self) -> list["FormLook"]:
        """This look at every size, the largest first."""
        wished = (1 - step * _STEP for step in count())
        return [self.sized(by) for by in takewhile(lambda by: by >= self.least_size, wished)]

    def paper(self, *, landscape: bool) -> Paper:
        """A4 with the form's own margins: it is handed out, never bound."""
        theme = document_theme()
        held = theme.landscape if landscape else theme.portrait
        return Paper(held.width, held.height, self.side, self.side, self.top, self.bottom)


@cache
def form_look() -> FormLook:
    """The look of `resources/themes/documents.toml`, at full size."""
    path = resource("themes", "documents.toml")
    read = tomllib.loads(path.read_text(encoding="utf-8"))["form"]
    lengths = {
        name.removesuffix("_mm"): value * _POINTS_PER_MM if name.endswith("_mm") else value
        for name, value in read.items()
    }
    styles = document_theme().styles
    own = {name.removeprefix("form_"): styles[name] for name in styles if name.startswith("form_")}
    return FormLook(size=1.0, styles=own, **lengths)
