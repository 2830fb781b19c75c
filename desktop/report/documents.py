"""The registry of documents, and the one function that writes them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.files import write_whole
from desktop.report.csv_files import counts_file, forms_file
from desktop.report.material import Material
from desktop.report.paper import Writer
from desktop.report.result_sheet import result_sheet
from desktop.report.tables import tables
from desktop.report.workbook import workbook
from desktop.tally.errors import PingyiError
from desktop.words import Words

Report = Callable[[int, int], None]
"""Told how many documents are done, of how many."""


class DocumentUnknownError(PingyiError):
    message = 'There is no document "{name}": ask for one of {known}.'


@dataclass(frozen=True, slots=True)
class Document:
    """`prepare` lays everything out and checks every glyph; what it returns writes the file."""

    name: str
    title: str
    suffix: str
    prepare: Callable[[Material, Words], Writer]


DOCUMENTS = (
    Document("result-sheet", "Count result sheet", ".pdf", result_sheet),
    Document("tables", "Statistical tables", ".pdf", tables),
    Document("workbook", "Statistical tables", ".xlsx", workbook),
    Document("forms", "Forms in detail", ".csv", forms_file),
    Document("counts", "Counts in detail", ".csv", counts_file),
)


def write_documents(
    material: Material,
    folder: Path,
    *,
    words: Words,
    only: Sequence[str] | None = None,
    report: Report = lambda done, total: None,
) -> list[Path]:
    """Write all documents, or those named, into `folder`; the paths written.

    DocumentUnknownError, GlyphMissingError: nothing was written. OSError: each file is whole or
    as it was before.
    """
    chosen = _chosen(only)
    report(0, len(chosen))
    prepared = [(document, document.prepare(material, words)) for document in chosen]
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for done, (document, write) in enumerate(prepared, 1):
        path = folder / f"{words(document.title)}{document.suffix}"
        write_whole(path, write)
        written.append(path)
        report(done, len(chosen))
    return written


def _chosen(only: Sequence[str] | None) -> list[Document]:
    known = {document.name: document for document in DOCUMENTS}
    for name in only or ():
        if name not in known:
            raise DocumentUnknownError(name=name, known=", ".join(known))
    return [document for document in DOCUMENTS if only is None or document.name in only]
