"""Figures of one component of the composite from a workbook or CSV: units and their marks (§7)."""

from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path

from desktop.actions.table_files import read_table
from desktop.actions.year_tables import Columns, Units, first
from desktop.tally.plan import Plan

HEADS = {
    "unit": ("单位", "单位代码", "单位名称", "被评单位", "unit", "agency", "code"),
    "figure": ("得分", "分数", "成绩", "平均分", "figure", "score"),
}


def read_figures_table(plan: Plan, path: Path) -> Mapping[str, Fraction]:
    """Marks by the unit's code; a row without a mark gives none.

    FileInvalidError names every refusal by its row; the errors of `read_table`.
    """
    columns = Columns(read_table(path), HEADS, ("unit", "figure"))
    units, figures = Units(plan, columns), dict[str, Fraction]()
    for number, cells in columns.rows():
        unit = units.code(number, cells["unit"])
        figure = columns.number(number, first(cells["figure"]))
        if unit in figures:
            message = "{unit} stands there already: delete one of them"
            columns.note(number, message, unit=unit)
        if unit and figure is not None:
            figures[unit] = figure
    columns.check(path)
    return figures
