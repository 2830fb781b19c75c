"""A drawing as SVG, for the window and for files; also in the colours of another theme."""

import re
from xml.dom.minidom import Element

from reportlab.graphics import renderSVG
from reportlab.graphics.shapes import Drawing
from reportlab.lib.colors import HexColor

from desktop.report.chart_look import DAYLIGHT, palette

_FAMILIES = {
    "Pingyi-regular": {"family": "Noto Sans SC"},
    "Pingyi-bold": {"family": "Noto Sans SC", "weight": "bold"},
    "Pingyi-rare": {"family": "Pingyi Rare Han"},
}
"""Fonts by their family's name: a file names them, and every reader has its own."""
_TIMES = 10
_SIZE = re.compile(r"(?<=font-size: )[0-9.]+(?=px)")
_COLOUR = re.compile(r"rgb\(\d+%,\d+%,\d+%\)")


def svg_of(drawing: Drawing, title: str = "") -> bytes:
    """The drawing as SVG; `title` is read to those who cannot see it."""
    fonts = {font: dict(held) for font, held in _FAMILIES.items()}
    canvas = renderSVG.SVGCanvas((drawing.width, drawing.height), fontHacks=fonts)
    renderSVG.draw(drawing, canvas)  # type: ignore[arg-type]  # typed as the PDF canvas alone
    _name(canvas, title)
    for element in canvas.svg.getElementsByTagName("text"):
        _place(element)
    text: str = canvas.doc.documentElement.toxml()
    return ('<?xml version="1.0" encoding="utf-8"?>\n' + _exact(text)).encode()


def in_theme(svg: bytes, theme: str) -> bytes:
    """The same picture with each colour as this theme of the window has it."""
    if theme == DAYLIGHT:
        return svg
    day, other = palette(), palette(theme)
    new = {colour: other[name] for name, colour in day.items()}
    text = re.sub(r"#[0-9A-F]{6}", lambda found: new.get(found[0], found[0]), svg.decode())
    return text.encode()


def _name(canvas: renderSVG.SVGCanvas, title: str) -> None:
    for tag, text in (("title", title), ("desc", "")):
        (element,) = canvas.svg.getElementsByTagName(tag)
        if text:
            element.firstChild.data = text
        else:
            canvas.svg.removeChild(element)


def _place(element: Element) -> None:
    """Text in ten times its size, drawn at a tenth: Qt cuts what is behind a size's point.

    reportlab for its part cuts what is behind the point of twice the height.
    """
    x, y = element.getAttribute("x"), element.getAttribute("y")
    element.setAttribute("transform", f"translate({x},{y}) scale({1 / _TIMES:g},{-1 / _TIMES:g})")
    style = _SIZE.sub(lambda found: f"{float(found[0]) * _TIMES:g}", element.getAttribute("style"))
    element.setAttribute("style", style)
    for name in ("x", "y"):
        element.setAttribute(name, "0")


def _exact(text: str) -> str:
    """Colours as they were chosen: reportlab writes them in whole hundredths."""
    chosen = {_as_written(colour): colour for colour in palette().values()}
    return _COLOUR.sub(lambda found: chosen.get(found[0], found[0]), text)


def _as_written(colour: str) -> str:
    held = HexColor(colour)
    red, green, blue = (int(part * 100) for part in (held.red, held.green, held.blue))
    return f"rgb({red}%,{green}%,{blue}%)"
