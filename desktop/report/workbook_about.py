"""The first sheet: what the workbook belongs to, whether its checks hold, and what is in it."""

from collections.abc import Sequence

from desktop.report.material import Material, warning_text
from desktop.report.sheet import Field, Formula, Line, Link, Sheet, Value
from desktop.report.workbook_checks import checks_total
from desktop.words import Words


def about_sheet(material: Material, sheets: Sequence[Sheet], checks: Sheet, words: Words) -> Sheet:
    results = material.results
    total = checks.values("difference")[-1]
    rows: list[Sequence[Value]] = [
        (words("Survey"), results.plan.title),
        (words("Year"), results.plan.year),
        (words("Mode"), words("Drill") if results.mode == "drill" else words("Official")),
        (words("Edition"), material.edition),
        (words("State"), words("sealed") if material.sealed else words("not sealed")),
        (words("Survey number"), results.survey),
        (words("Hash of the results (SHA-256)"), results.hash),
        (words("Hash of the plan"), results.plan_hash),
        (words("All checks together, must be 0"), Formula(checks_total(checks), total)),
        *((words("Warning"), warning_text(it, words)) for it in material.warnings),
    ]
    lines = [Line(row, strong=row[0] == words("Mode")) for row in rows]
    lines.append(Line([words("Sheets of this workbook"), None], band=True, strong=True))
    lines += [Line([Link(sheet.title), sheet.about]) for sheet in sheets]
    fields = [Field("item", words("Item")), Field("content", words("Content"), mixed=True)]
    says = words("All checks together, must be 0")
    return Sheet(words("About"), "", fields, lines, filtered=False, checks={"content": says})
