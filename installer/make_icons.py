"""Draws the icon files of resources/icons/ from pingyi.svg: run it after changing the drawing.

python -m installer.make_icons
"""

import os
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ICONS = Path(__file__).resolve().parents[1] / "resources" / "icons"
SIZES = (16, 24, 32, 48, 64, 128, 256)
WINDOWS_SIZES = (16, 24, 32, 48, 64, 256)


def main() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication([])
    drawing = QSvgRenderer(QByteArray((ICONS / "pingyi.svg").read_bytes()))
    for size in SIZES:
        _draw(drawing, size).save(str(_file(size)))
    _bundle()
    application.quit()


def _draw(drawing: QSvgRenderer, size: int) -> QImage:
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    drawing.render(painter)
    painter.end()
    return image


def _bundle() -> None:
    """Windows takes the nearest size out of one file; each is the drawing, none a shrunk one."""
    largest, *others = (Image.open(_file(size)) for size in reversed(WINDOWS_SIZES))
    sizes = [(size, size) for size in WINDOWS_SIZES]
    largest.save(ICONS / "pingyi.ico", sizes=sizes, append_images=others)


def _file(size: int) -> Path:
    return ICONS / f"pingyi-{size}.png"


if __name__ == "__main__":
    main()
