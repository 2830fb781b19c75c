"""Texts and fields in a paragraph; what no XML can hold is refused before anything is written."""

import re

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from desktop.tally.errors import PingyiError

_UNFIT = re.compile("[^\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_FIELD = re.compile(r"\{(page|pages)\}")
_CODES = {"page": "PAGE", "pages": "NUMPAGES"}


class CharacterRefusedError(PingyiError):
    message = (
        "No text document can hold the character U+{code}, which stands in: {text} – nothing was "
        "written. Take that character out of the text."
    )


def checked(text: str) -> str:
    """The text itself; CharacterRefusedError."""
    if found := _UNFIT.search(text):
        raise CharacterRefusedError(code=f"{ord(found[0]):04X}", text=ascii(text))
    return text


def add_text(paragraph: Paragraph, text: str, *, bold: bool = False) -> None:
    """Never markup and never a formula; a line break stays one."""
    run = paragraph.add_run(checked(text))
    if bold:
        run.bold = True


def add_fields(paragraph: Paragraph, template: str) -> None:
    """A text whose `{page}` and `{pages}` the reader's program counts."""
    for at, text in enumerate(_FIELD.split(template)):
        if at % 2:
            _add_field(paragraph, _CODES[text])
        elif text:
            add_text(paragraph, text)


def _add_field(paragraph: Paragraph, code: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    paragraph._p.append(field)  # noqa: SLF001
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
