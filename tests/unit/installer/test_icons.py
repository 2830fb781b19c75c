"""The icon files show the drawing, in every size that a desktop asks for."""

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PIL import Image
from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ICONS = Path(__file__).resolve().parents[3] / "resources" / "icons"


def drawn(name, size):
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(QByteArray((ICONS / name).read_bytes())).render(painter)
    painter.end()
    return image


def covered(image):
    """How many pixels are drawn on."""
    points = [(x, y) for x in range(image.width()) for y in range(image.height())]
    return sum(image.pixelColor(*point).alpha() > 127 for point in points)


@pytest.mark.parametrize("size", [16, 24, 32, 48, 64, 128, 256])
def test_an_icon_file_has_its_size_and_shows_the_drawing(size, qapp):
    with Image.open(ICONS / f"pingyi-{size}.png") as picture:
        assert picture.size == (size, size)
    committed = QImage(str(ICONS / f"pingyi-{size}.png"))
    assert covered(committed) == pytest.approx(covered(drawn("pingyi.svg", size)), rel=0.1)
    assert covered(committed) > 0.6 * size * size


def test_windows_finds_every_size_in_one_file():
    with Image.open(ICONS / "pingyi.ico") as picture:
        assert picture.info["sizes"] == {(s, s) for s in (16, 24, 32, 48, 64, 256)}


@pytest.mark.parametrize("name", ["help", "keying", "lock", "my-work", "second-keying", "settings"])
def test_a_rail_icon_takes_the_theme_s_colour(name, qapp):
    root = ET.parse(ICONS / "rail" / f"{name}.svg").getroot()
    assert (root.get("viewBox"), root.get("stroke")) == ("0 0 24 24", "currentColor")
    assert [e.tag for e in root.iter() if e.get("fill", "none") != "none"] == []
    assert 40 < covered(drawn(f"rail/{name}.svg", 24)) < 300
