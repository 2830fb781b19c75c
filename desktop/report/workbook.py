"""统计表 as a workbook: every table with numbers as numbers, and formulas that check them."""

from collections.abc import Sequence
from io import BytesIO
from typing import BinaryIO
from zipfile import ZIP_STORED, ZipFile

from openpyxl import Workbook
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.writer.excel import ExcelWriter

from desktop.report.imprint import standing as standing_text
from desktop.report.material import Material
from desktop.report.outside import totals_sheet
from desktop.report.paper import Writer
from desktop.report.sheet import Sheet
from desktop.report.standing import Standing
from desktop.report.timeless import write_timeless
from desktop.report.workbook_about import about_sheet
from desktop.report.workbook_channels import channels_sheet
from desktop.report.workbook_checks import checks_sheet, checks_total
from desktop.report.workbook_counts import channel_votes_sheet, votes_sheet
from desktop.report.workbook_forms import forms_sheet
from desktop.report.workbook_lists import gaps_sheet, identical_sheet, rule_sheet
from desktop.report.workbook_means import means_sheet
from desktop.report.workbook_page import Edges, add_sheet
from desktop.report.workbook_plan import agencies_sheet, defined_names, plan_sheet
from desktop.report.workbook_rankings import groups_sheet, ranking_sheet
from desktop.report.workbook_reconciliation import reconciliation_sheet
from desktop.report.workbook_results import with_results
from desktop.report.workbook_shares import shares_sheet
from desktop.report.workbook_workings import Workings
from desktop.words import Words


def workbook(material: Material, words: Words) -> Writer:
    """Holds any text, also such as no font can print."""

    def write(file: BinaryIO) -> None:
        workings = Workings(Standing(material.results, words))
        tables = _tables(workings, material)
        checks = checks_sheet(workings, tables)
        plan = plan_sheet(workings)
        rest = [checks, rule_sheet(workings), plan]
        sheets = [about_sheet(material, [*tables, *rest], checks, words), *tables, *rest]
        names = defined_names(workings, plan) | {words("Checks_total"): checks_total(checks)}
        packed = _packed(_book(sheets, names, _edges(material, words)))
        write_timeless(with_results(packed, sheets), file)

    return write


def _tables(workings: Workings, material: Material) -> list[Sheet]:
    """In the order in which people ask; what others are computed from is made first."""
    by_channel = channel_votes_sheet(workings)
    votes = votes_sheet(workings, by_channel)
    ranking = ranking_sheet(workings, votes)
    channels = channels_sheet(workings, by_channel)
    reconciliation = reconciliation_sheet(workings)
    outside = [totals_sheet(material.results, workings.words)] if material.results.totals else []
    return [
        ranking,
        groups_sheet(workings, ranking),
        channels,
        votes,
        by_channel,
        shares_sheet(workings, votes),
        means_sheet(workings, ranking, channels),
        forms_sheet(workings, by_channel),
        reconciliation,
        gaps_sheet(workings, reconciliation),
        *outside,
        identical_sheet(workings, material),
        agencies_sheet(workings, ranking),
    ]


def _book(sheets: Sequence[Sheet], names: dict[str, str], edges: Edges) -> Workbook:
    book = Workbook(write_only=True)
    book.properties.creator = "Pingyi"
    book.properties.title = edges.survey
    book.calculation.fullCalcOnLoad = True
    for name, place in names.items():
        book.defined_names[name] = DefinedName(name, attr_text=place)
    for sheet in sheets:
        add_sheet(book, sheet, edges)
    return book


def _packed(book: Workbook) -> BytesIO:
    """Not yet compressed: that is done once, at the end."""
    packed = BytesIO()
    ExcelWriter(book, ZipFile(packed, "w", ZIP_STORED)).save()
    packed.seek(0)
    return packed


def _edges(material: Material, words: Words) -> Edges:
    results = material.results
    label = words("{code}: {name}")
    return Edges(
        survey=results.plan.title,
        document=words("Statistical tables") + words(" | "),
        standing=standing_text(material, words),
        drill=words("Drill") if results.mode == "drill" else "",
        proof=label.format(code=words("Hash"), name=results.hash),
        pages=words("Page {page} of {pages}").format(page="&P", pages="&N"),
    )
