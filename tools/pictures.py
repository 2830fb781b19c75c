"""Pictures for the repository: few colours, so that they stay small; several on one sheet."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage, QPainter

_COLOURS, _EXACT, _NEIGHBOURS = 256, 96, 0xF0F0F0
_GAP, _WIDE, _BESIDE = 16, 900, 2
"""Pixels between two pictures of a sheet, and of one picture's width; pictures in a row."""


def save_small(image: QImage, path: Path) -> None:
    """Write a picture of a window in 256 colours."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    few = plain.convertToFormat(
        QImage.Format.Format_Indexed8, _palette(plain), Qt.ImageConversionFlag.AvoidDither
    )
    few.save(str(path), quality=0)


def _palette(image: QImage) -> list[int]:
    """Grounds and inks as they are; of the shades between them, one for each neighbourhood."""
    common = [
        colour for colour, _ in Counter(memoryview(image.constBits()).cast("I")).most_common()
    ]
    exact, shades = common[:_EXACT], dict[int, int]()
    for colour in common[_EXACT:]:
        shades.setdefault(colour & _NEIGHBOURS, colour)
    return (exact + list(shades.values()))[:_COLOURS]


def write_sheet(pictures: Sequence[Path], path: Path) -> None:
    """Lay these pictures out side by side, two in a row, on a quiet ground."""
    smooth = Qt.TransformationMode.SmoothTransformation
    held = [QImage(str(picture)).scaledToWidth(_WIDE, smooth) for picture in pictures]
    high = held[0].height()
    rows = -(-len(held) // _BESIDE)
    size = _BESIDE * (_WIDE + _GAP) + _GAP, rows * (high + _GAP) + _GAP
    sheet = QImage(*size, QImage.Format.Format_RGB32)
    sheet.fill(Qt.GlobalColor.lightGray)
    painter = QPainter(sheet)
    for at, image in enumerate(held):
        row, column = divmod(at, _BESIDE)
        painter.drawImage(QPoint(_GAP + column * (_WIDE + _GAP), _GAP + row * (high + _GAP)), image)
    painter.end()
    save_small(sheet, path)
