"""统计表 as a workbook: every table with numbers as numbers, the rule, and what it belongs to."""

import re
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook

from desktop.report.imprint import standing as standing_text
from desktop.report.material import Material, warning_text
from desktop.report.outside import totals_sheet
from desktop.report.paper import Writer
from desktop.report.rule_text import rule_sentences
from desktop.report.sheet import Sheet, Value, add_sheet
from desktop.report.standing import Standing
from desktop.report.workbook_counts import (
    counts_sheet,
    gaps_sheet,
    identical_sheet,
    reconciliation_sheet,
)
from desktop.report.workbook_rankings import channels_sheet, groups_sheet, ranking_sheet
from desktop.words import Words

_LONGEST_NAME = 100
_NO_TIME = (1980, 1, 1, 0, 0, 0)
_CHANGED = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")


def workbook(material: Material, words: Words) -> Writer:
    """Holds any text, also such as no font can print."""

    def write(file: BinaryIO) -> None:
        book = Workbook(write_only=True)
        title = words("Statistical tables")
        state = standing_text(material, words)
        header = _header(words(" | "), material.results.plan.title, title, state)
        footer = words("Page {page} of {pages}").format(page="&P", pages="&N")
        for sheet in _sheets(material, words):
            add_sheet(book, sheet, header, footer)
        packed = BytesIO()
        book.save(packed)
        _write_timeless(packed, file)

    return write


def _header(between: str, survey: str, title: str, state: str) -> str:
    """The survey's name is left out where it is long: Excel refuses more than 255 characters."""
    parts = [survey.replace("\n", " ")] if len(survey) <= _LONGEST_NAME else []
    return between.join([*parts, title, state])


def _sheets(material: Material, words: Words) -> Iterator[Sheet]:
    standing = Standing(material.results, words)
    yield ranking_sheet(standing)
    yield groups_sheet(standing)
    yield channels_sheet(standing)
    yield counts_sheet(standing)
    yield reconciliation_sheet(standing)
    yield gaps_sheet(standing)
    if material.results.totals:
        yield totals_sheet(material.results, words)
    yield identical_sheet(material, words)
    rule = rule_sentences(material.results.plan, words)
    headings = (words("No."), words("Sentence"))
    yield Sheet(words("The rule"), headings, list(enumerate(rule, 1)), filtered=False)
    yield _about(material, words)


def _about(material: Material, words: Words) -> Sheet:
    results = material.results
    drill = results.mode == "drill"
    rows: list[Sequence[Value]] = [
        (words("Survey"), results.plan.title),
        (words("Year"), results.plan.year),
        (words("Mode"), words("Drill") if drill else words("Official")),
        (words("Edition"), material.edition),
        (words("State"), words("sealed") if material.sealed else words("not sealed")),
        (words("Survey number"), results.survey),
        (words("Hash of the results (SHA-256)"), results.hash),
        (words("Hash of the plan"), results.plan_hash),
        *((words("Warning"), warning_text(it, words)) for it in material.warnings),
    ]
    return Sheet(words("About"), (words("Item"), words("Content")), rows, filtered=False)


def _write_timeless(packed: BytesIO, file: BinaryIO) -> None:
    """The same workbook without the clock: equal results give equal bytes."""
    with ZipFile(packed) as source, ZipFile(file, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "docProps/core.xml":
                content = _CHANGED.sub(rb"\g<1>1980-01-01T00:00:00Z", content)
            target.writestr(ZipInfo(name, _NO_TIME), content, ZIP_DEFLATED)
