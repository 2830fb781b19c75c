"""统计表 as a workbook: every table with numbers as numbers, and formulas that check them."""

from dataclasses import replace
from typing import BinaryIO

from desktop.report.imprint import Imprint, result_imprint
from desktop.report.material import Material
from desktop.report.outside import totals_sheet
from desktop.report.paper import Writer
from desktop.report.sheet import Sheet
from desktop.report.standing import Standing
from desktop.report.workbook_about import about_sheet
from desktop.report.workbook_channels import channels_sheet
from desktop.report.workbook_checks import checks_sheet, checks_total
from desktop.report.workbook_counts import channel_votes_sheet, votes_sheet
from desktop.report.workbook_file import workbook_writer
from desktop.report.workbook_forms import forms_sheet
from desktop.report.workbook_lists import gaps_sheet, identical_sheet, rule_sheet
from desktop.report.workbook_means import means_sheet
from desktop.report.workbook_plan import agencies_sheet, defined_names, plan_sheet
from desktop.report.workbook_rankings import groups_sheet, ranking_sheet
from desktop.report.workbook_reconciliation import reconciliation_sheet
from desktop.report.workbook_shares import shares_sheet
from desktop.report.workbook_workings import Workings
from desktop.words import Words


def workbook(material: Material, words: Words) -> Writer:
    """Holds any text, also such as no font can print."""

    def write(file: BinaryIO) -> None:
        workings = Workings(Standing(material.results, words))
        tables = _tables(workings, material)
        checks = checks_sheet(tables, words, workings.rule.reasons())
        plan = plan_sheet(workings)
        rest = [checks, rule_sheet(workings), plan]
        sheets = [about_sheet(material, [*tables, *rest], checks, words), *tables, *rest]
        names = defined_names(workings, plan) | {words("Checks_total"): checks_total(checks)}
        workbook_writer(sheets, _imprint(material, words), words, names)(file)

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


def _imprint(material: Material, words: Words) -> Imprint:
    """With a short word for the hash: it shares the foot of a page with its number."""
    imprint = result_imprint(material, words("Statistical tables"), words)
    return replace(imprint, proof=(words("Hash"), material.results.hash))
