"""What the tests of circular and public notice share: plans with groups apart, and texts."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pypdf
from docx import Document
from docx.document import Document as TextDocument
from docx.table import Table
from docx.text.paragraph import Paragraph

from desktop.report.material import Material
from desktop.report.paper import Writer
from desktop.tally.letter import Letter
from desktop.tally.plan import Plan
from tests.plans import small_plan
from tests.unit.report.samples import material, squeezed

LETTER = Letter(
    office="某某市效能办",
    number="某效能办〔2006〕3号",
    date="2006-01-09",
    copies=160,
    report_to=("市委", "市政府"),
    issue_to=("各参评单位", "各县"),
    copy_to=("市直新闻单位",),
)

GROUPS: tuple[tuple[str, str, dict[str, bool]], ...] = (
    ("G1", "政府部门", {}),
    ("G2", "秘密部门", {"published": False}),
    ("G3", "直属单位", {"ranked": False}),
    ("G4", "社会团体", {"ranked": False, "scored": False}),
)
NAMES = {
    "A1": ("市水务局", "G1"),
    "A2": ("市教育局", "G1"),
    "A3": ("市国安处", "G2"),
    "A4": ("市档案馆", "G3"),
    "A5": ("市钱币学会", "G4"),
    "A6": ("市公安局", "G1"),
    "A7": ("市政府", "G1"),
    "A8": ("市密码处", "G2"),
}
MARKS = ("1112113311120033", "1112113311220033")
"""水务 44, 国安 44, 教育 39, 公安 36.5, 密码 22; 市政府 without a vote."""


def grouped_plan(**changes: Any) -> Plan:
    """Two ranked groups, of which one is not published; one not ranked; one not scored."""
    groups = [{"code": code, "name": name, **more} for code, name, more in GROUPS]
    agencies = [{"code": c, "name": name, "group": group} for c, (name, group) in NAMES.items()]
    given = {"groups": groups, "cut": {"top": 1, "bottom": 1}, "title": "2005年度万人评议"}
    return small_plan(agencies, 2, **given | changes)


def grouped(plan: Plan | None = None, **changes: Any) -> Material:
    batches = [("C1", "B001", [("", MARKS[0]), ("", MARKS[1]), ("V1", "")])]
    return material(plan or grouped_plan(), batches, **{"sealed": True} | changes)


def published_plan() -> Plan:
    """The same with every group published."""
    groups = [
        {"code": code, "name": name, **{k: v for k, v in more.items() if k != "published"}}
        for code, name, more in GROUPS
    ]
    return grouped_plan(groups=groups)


def content(write: Writer) -> bytes:
    file = BytesIO()
    write(file)
    return file.getvalue()


def pdf_text(write: Writer) -> str:
    reader = pypdf.PdfReader(BytesIO(content(write)))
    return squeezed("".join(page.extract_text() for page in reader.pages))


def opened(write: Writer) -> TextDocument:
    return Document(BytesIO(content(write)))


def shown(document: TextDocument) -> Iterator[str]:
    """Paragraphs and cells of the body in their order, merged cells once."""
    for item in document.iter_inner_content():
        if isinstance(item, Paragraph):
            yield item.text
        else:
            for line in cells(item):
                yield from line


def cells(table: Table) -> list[list[str]]:
    """The texts of a table, line by line; a cell that spans several stands once."""
    return [[cell.text for cell in dict.fromkeys(line.cells)] for line in table.rows]


def docx_text(write: Writer) -> str:
    return squeezed("".join(shown(opened(write))))


def frame_text(document: TextDocument) -> tuple[str, str]:
    """Head and foot of the pages."""
    section = document.sections[0]
    return tuple(  # type: ignore[return-value]
        squeezed("".join(text.text or "" for text in part._element.iter(TEXT)))
        for part in (section.header, section.footer)
    )


TEXT = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"


def parts_of(write: Writer) -> dict[str, bytes]:
    """Every file inside a text document."""
    with ZipFile(BytesIO(content(write))) as held:
        return {name: held.read(name) for name in held.namelist()}
