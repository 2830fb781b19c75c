"""Figures of one component of the composite from a workbook or CSV: units and their marks (§7)."""

from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path

from desktop.actions.table_files import read_table
from desktop.actions.year_tables import Columns, Units
from desktop.tally.numbers import number_text
from desktop.tally.plan import Plan

HEADS = {
    "unit": ("单位", "单位代码", "单位名称", "被评单位", "unit", "agency", "code"),
    "figure": ("得分", "分数", "成绩", "平均分", "figure", "score"),
}


def read_figures_table(
    plan: Plan, path: Path, full: Fraction | None = None
) -> Mapping[str, Fraction]:
    """Marks by the unit's code, from 0 to `full`; a row without a mark gives none.

    FileInvalidError names every refusal by its row; the errors of `read_table`.
    """
    columns = Columns(read_table(path), HEADS, ("unit", "figure"))
    units, figures = Units(plan, columns), dict[str, Fraction]()
    for row in columns.rows():
        unit = units.code(row.number, row.all("unit"))
        figure = columns.number(row.number, row.one("figure"))
        if unit in figures:
            message = "{unit} stands there already: delete one of them"
            columns.note(row.number, message, unit=unit)
        if full is not None and figure is not None and not 0 <= figure <= full:
            message = "gives {figure}, which is below 0 or above the full mark {full}: mend it"
            columns.note(row.number, message, figure=number_text(figure), full=full)
        if unit and figure is not None:
            figures[unit] = figure
    columns.check(path)
    return figures
