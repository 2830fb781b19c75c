"""How the workbook looks, read from the documents' theme."""

from dataclasses import dataclass
from functools import cache

from desktop.report.theme import theme_table


@dataclass(frozen=True, slots=True)
class WorkbookLook:
    """Sizes and heights in points; widths in letters, of which a hanzi takes two."""

    font: str
    size: float
    small: float
    drill: float
    edge: float
    row: float
    line: float
    heading: str
    rule: str
    quiet: str
    link: str
    narrowest: float
    widest: float
    beside: float
    padding: float
    indent: float
    portrait: float
    landscape: float
    upright_share: float
    least_share: float


@cache
def workbook_look() -> WorkbookLook:
    return WorkbookLook(**theme_table("workbook"))
