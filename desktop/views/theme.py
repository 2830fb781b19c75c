"""The window's look: colours, sizes and shapes, read from `resources/themes/`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from desktop.assets import resource
from desktop.tally.plan import Plan

FAMILIES = ("Noto Sans SC", "Pingyi Rare Han")
_FONTS = ("NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf", "PingyiRareHan-Regular.ttf")

READABLE = 4.5
"""The least contrast of a text and its ground (WCAG 2.2, 1.4.3)."""


@dataclass(frozen=True, slots=True)
class GradeLook:
    """How a mark is drawn: never by colour alone."""

    shape: str
    """`circle`, `ring`, `square`, `triangle`, `diamond`, `cross`, or empty."""
    ink: QColor
    ground: QColor


@dataclass(frozen=True, slots=True)
class Theme:
    """One theme at one text size; lengths in pixels."""

    name: str
    scale: float
    colours: Mapping[str, QColor]
    marks: Mapping[str, tuple[QColor, QColor]]
    frames: Mapping[str, int]
    type: Mapping[str, int]
    room: Mapping[str, int]
    grades: Mapping[str, list[str]]

    def font(self, size: str, *, bold: bool = False) -> QFont:
        """A font of a size that the theme names."""
        font = QFont(list(FAMILIES))
        font.setPixelSize(self.type[size])
        font.setBold(bold)
        return font

    def looks(self, plan: Plan) -> Mapping[str, GradeLook]:
        """Grade code to look: by place, best first, for plans of two to six grades."""
        held = self.grades[str(len(plan.grades))]
        pairs = zip(plan.grades, (look.split() for look in held), strict=True)
        return {
            grade.code: GradeLook(shape, *self.marks[colour]) for grade, (shape, colour) in pairs
        }


def load_theme(name: str, text_size: int) -> Theme:
    """A theme of `resources/themes/`, its sizes at this percentage."""
    own, shared = _toml(f"{name}.toml"), _toml("window.toml")
    scale = text_size / 100
    return Theme(
        name,
        scale,
        {key: QColor(value) for key, value in own["colours"].items()},
        {key: (QColor(ink), QColor(ground)) for key, (ink, ground) in own["marks"].items()},
        own["frames"],
        {key: round(value * scale) for key, value in shared["type"].items()},
        {key: round(value * scale) for key, value in shared["room"].items()},
        shared["grades"],
    )


def apply_theme(app: QApplication, theme: Theme) -> None:
    """Dress the whole program in a theme."""
    app.setStyle("Fusion")
    app.setFont(theme.font("body"))
    app.setPalette(_palette(theme))
    app.setStyleSheet(_style_sheet(theme))


def contrast(one: QColor, other: QColor) -> float:
    """From 1, where both are alike, to 21 (WCAG 2.2, relative luminance)."""
    bright, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def _luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@cache
def load_fonts() -> None:
    """Bring the program's own fonts, so that every system shows the same characters."""
    for name in _FONTS:
        QFontDatabase.addApplicationFont(str(resource("fonts", name)))


def _palette(theme: Theme) -> QPalette:
    role, palette = QPalette.ColorRole, QPalette()
    for which, name in (
        (role.Window, "page"),
        (role.Base, "card"),
        (role.AlternateBase, "page"),
        (role.Button, "card"),
        (role.WindowText, "text"),
        (role.Text, "text"),
        (role.ButtonText, "text"),
        (role.PlaceholderText, "hint"),
        (role.Highlight, "accent"),
        (role.HighlightedText, "on_accent"),
        (role.Link, "accent"),
        (role.ToolTipBase, "card"),
        (role.ToolTipText, "text"),
    ):
        palette.setColor(which, theme.colours[name])
    return palette


def _style_sheet(theme: Theme) -> str:
    text = _read("window.qss")
    values: dict[str, object] = {name: colour.name() for name, colour in theme.colours.items()}
    values |= {"frame": theme.frames["hairline"], "corner": theme.room["corner"]} | dict(theme.type)
    for name, value in values.items():
        text = text.replace(f"{{{name}}}", str(value))
    return text


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads(_read(name))


@cache
def _read(name: str) -> str:
    path: Path = resource("themes", name)
    return path.read_text(encoding="utf-8")
