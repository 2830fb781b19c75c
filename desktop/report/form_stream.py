"""A PDF of many pages that is written while it is drawn: no page stays in memory."""

from typing import Any, BinaryIO

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from desktop.report.fonts import base_font
from desktop.report.theme import Paper

_VERSION = (1, 4)
"""The version is written first, and a drill's colours, which are multiplied, need this one."""


class FormCanvas(Canvas):
    """Writes into the file from its first page on; `save` writes the rest."""

    def __init__(self, file: BinaryIO, paper: Paper) -> None:
        super().__init__(
            file,
            pagesize=(paper.width, paper.height),
            initialFontName=base_font(),  # type: ignore[arg-type]
            invariant=1,
            pageCompression=1,
        )
        self._doc = _StreamedDocument(file)


class _StreamedDocument(pdfdoc.PDFDocument):
    """reportlab keeps the objects of a document until it is saved; this one lets go of its pages.

    That is 10 KB a page; what stays is where each object begins.
    """

    Catalog: Any
    Pages: Any
    idToObject: dict[str, Any]  # noqa: N815  reportlab's name

    def __init__(self, file: BinaryIO) -> None:
        super().__init__(compression=1, invariant=1, pdfVersion=_VERSION)
        self._file, self._at = file, 0
        self._write(pdfdoc.PDFFile(_VERSION).format(self))
        # pages name it as their parent, and it is whole after the last of them
        self._reference(self.Pages)

    def addPage(self, page: Any) -> None:  # noqa: N802  reportlab's name
        """Write a whole page, and whatever it brought with it."""
        name, before = self.thisPageName(), self.objectcounter
        super().addPage(page)
        self.Pages.pages[-1] = pdfdoc.PDFObjectReference(name)
        self._put_all(before)

    def format(self) -> bytes:
        """Write what is not written yet, and end the file; the caller has nothing left to add."""
        self._put_all(0)
        numbers = range(1, self.objectcounter + 1)
        table = pdfdoc.PDFCrossReferenceTable()
        table.addsection(0, [self.numberToId[number] for number in numbers])
        start = self._write(table.format(self))
        trailer = pdfdoc.PDFTrailer(
            startxref=start,
            Size=len(numbers) + 1,
            Root=self._reference(self.Catalog),
            Info=self._reference(self.info),
            ID=self.ID(),
        )
        self._write(trailer.format(self))
        return b""

    def _reference(self, held: Any) -> Any:
        return self.Reference(held)  # type: ignore[no-untyped-call]

    def _put_all(self, after: int) -> None:
        """Objects numbered after this one; one may bring others while it is written."""
        number = after + 1
        while number in self.numberToId:
            name = self.numberToId[number]
            if name not in self.idToOffset:
                whole = pdfdoc.PDFIndirectObject(name, self.idToObject[name]).format(self)
                self.idToOffset[name] = self._write(whole)
                self.idToObject[name] = None
            number += 1

    def _write(self, content: bytes) -> int:
        """Where it begins in the file."""
        begun = self._at
        self._at += self._file.write(content)
        return begun
