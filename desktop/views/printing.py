"""Puts a PDF on paper: its pages as pictures, so that paper shows what the file shows."""

import threading
from collections.abc import Callable

import pypdfium2  # type: ignore[import-untyped]
from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from desktop.tally.errors import PingyiError

PDFIUM = threading.Lock()
"""Held by whoever calls pdfium, which is safe on one thread at a time only."""

Report = Callable[[int, int], None]
"""Told how many pages are done, of how many."""

_MOST_DOTS = 300
"""To the inch: sharper is not read, and costs memory by the square."""
_POINTS = 72


class PrinterRefusedError(PingyiError):
    message = "{printer} took no page: see that it is switched on, or save the PDF."


def printers() -> list[str]:
    """Names of the printers of this machine, its usual one first."""
    usual = QPrinterInfo.defaultPrinterName()
    return sorted(QPrinterInfo.availablePrinterNames(), key=lambda name: (name != usual, name))


def printer_named(name: str) -> QPrinter:
    """A printer, ready for A4; PrinterRefusedError where it is gone."""
    if QPrinterInfo.printerInfo(name).isNull():
        raise PrinterRefusedError(printer=name)  # Qt would write a file in its place
    return QPrinter(QPrinterInfo.printerInfo(name), QPrinter.PrinterMode.HighResolution)


def print_pdf(content: bytes, printer: QPrinter, report: Report = lambda done, total: None) -> None:
    """Print every page of a PDF over the whole of an A4 sheet; PrinterRefusedError.

    `report` is told after each page; what it raises takes back what the printer has not begun.
    """
    with PDFIUM:
        document = pypdfium2.PdfDocument(content)
    try:
        _print_pages(document, printer, report)
    finally:
        with PDFIUM:
            document.close()


def _print_pages(document: pypdfium2.PdfDocument, printer: QPrinter, report: Report) -> None:
    printer.setFullPage(True)
    painter, pages = QPainter(), len(document)
    try:
        for at in range(pages):
            _print_page(document, at, painter, printer)
            report(at + 1, pages)
    except BaseException:
        printer.abort()
        painter.end()
        raise
    if not painter.end():
        raise PrinterRefusedError(printer=printer.printerName())


def _print_page(
    document: pypdfium2.PdfDocument, at: int, painter: QPainter, printer: QPrinter
) -> None:
    with PDFIUM:  # let go between two pages: somebody looks at another paper meanwhile
        page = document[at]
        layout, image = _layout(page), page_image(page, min(printer.resolution(), _MOST_DOTS))
        page.close()
    printer.setPageLayout(layout)
    is_ready = printer.newPage() if at else painter.begin(printer)
    if not is_ready:
        raise PrinterRefusedError(printer=printer.printerName())
    painter.drawImage(printer.paperRect(QPrinter.Unit.DevicePixel), image)


def page_image(page: pypdfium2.PdfPage, dots: int) -> QImage:
    """A page as a picture of so many dots to the inch."""
    drawn = page.render(scale=dots / _POINTS, rev_byteorder=True)
    image = QImage(
        drawn.buffer, drawn.width, drawn.height, drawn.stride, QImage.Format.Format_RGB888
    )
    return image.copy()  # the bytes go with the bitmap


def _layout(page: pypdfium2.PdfPage) -> QPageLayout:
    width, height = page.get_size()
    way = QPageLayout.Orientation
    turned = way.Landscape if width > height else way.Portrait
    return QPageLayout(QPageSize(QPageSize.PageSizeId.A4), turned, QMarginsF())
