"""The ledgers as sheets: entries, findings, complaints, pledges, requests; a line each."""

from desktop.assess.documents import Charge, charges, complaint_lines
from desktop.assess.promises import Kept
from desktop.report.complaint_register import handling_of, remarks_of, state_of, step_of
from desktop.report.half_month_tables import finding_state, inspector_name, kind_name
from desktop.report.sheet import Field, Sheet, Value
from desktop.report.year_facts import facts_text
from desktop.report.year_parts import state_name
from desktop.report.year_workbook_cells import Drawing, day, exact, filled, flag, with_overdue

_KEPT = {Kept.OPEN: "not yet found", Kept.KEPT: "kept", Kept.BROKEN: "not kept"}


def entries_sheet(drawing: Drawing) -> Sheet:
    """Every line that was there on the day, whatever its state; `counts` is 1 where it counts."""
    words = drawing.words
    fields = [
        Field("line", words("Line number")),
        Field("unit", words("Code of the unit charged")),
        Field("agency", words("Agency")),
        Field("happened", words("Happened at")),
        Field("date", words("Day")),
        Field("rule", words("Rule code")),
        Field("section", words("Section")),
        Field("text", words("Rule text")),
        Field("facts", words("How the points come about")),
        Field("points", words("Points (below 0: deducted)")),
        Field("state", words("State")),
        Field("counts", words("Counts (1) or not (0)")),
        Field("disputed", words("In dispute (1)")),
        Field("office", words("Evidence office")),
        Field("document", words("Evidence document")),
        Field("case", words("Case")),
        Field("found", words("What was found")),
        Field("reason", words("Reason of the amount or source of the rate")),
        Field("approver", words("Approved by")),
        Field("attachments", words("Attachments")),
    ]
    rows = [_entry(held, drawing) for held in charges(drawing.book.assessment)]
    about = words("The deduction ledger: only entries that count move a score.")
    return Sheet(words("Deduction ledger"), about, fields, filled(drawing, fields, rows), keys=1)


def _entry(held: Charge, drawing: Drawing) -> list[Value]:
    words, told, entry, rule = drawing.words, drawing.told, held.row.value, held.rule
    return [
        held.row.number,
        held.unit,
        told.unit(held.unit),
        told.unit(entry.unit),
        entry.date,
        entry.rule,
        rule.section if rule else None,
        rule.text if rule else None,
        facts_text(rule, entry, words) if rule else None,
        exact(held.points),
        state_name(held.state, words),
        flag(of=held.counts),
        flag(of=held.row.is_disputed),
        entry.office,
        entry.document or None,
        entry.case or None,
        entry.text or None,
        entry.reason or entry.source or None,
        entry.approver or None,
        words(", ").join(file.name for file in entry.attachments) or None,
    ]


def findings_sheet(drawing: Drawing) -> Sheet:
    words, told, book = drawing.words, drawing.told, drawing.book.findings
    fields = [
        Field("line", words("Line number")),
        Field("found", words("Found on")),
        Field("agency", words("Agency")),
        Field("kind", words("Kind of finding")),
        Field("text", words("What was found")),
        Field("inspector", words("Inspector")),
        Field("inspector_kind", words("Kind of inspector")),
        Field("verified", words("Verified on")),
        Field("fed_back", words("Fed back on")),
        Field("due", words("Due")),
        Field("rectified", words("Rectified on")),
        Field("proof", words("Proof")),
        Field("closed", words("Closed on")),
        Field("state", words("State")),
        Field("disputed", words("In dispute (1)")),
        Field("overdue", words("Overdue (1)")),
    ]
    rows: list[list[Value]] = [
        [
            row.number,
            it.found,
            told.unit(it.unit),
            kind_name(it.kind, words),
            it.text,
            it.inspector,
            inspector_name(it.inspector_kind, words),
            *map(day, (it.verified, it.fed_back, it.due, it.rectified)),
            it.proof or None,
            day(it.closed),
            finding_state(it.state, words),
            flag(of=row.is_disputed),
            flag(of=it.is_overdue(book.year.day)),
        ]
        for row in book.rows
        for it in (row.value,)
    ]
    about = words("Open and undercover inspection: findings with their rectification.")
    sheet = Sheet(words("Findings"), about, fields, filled(drawing, fields, rows), keys=1)
    cell = sheet.cell
    condition = (
        f'AND({cell("fed_back")}<>"",{cell("rectified")}="",{cell("closed")}="",'
        f'{cell("due")}<>"",{cell("due")}<"{book.year.day}")'
    )
    says = words("Fed back, not rectified, and due before the day: less the mark of the line.")
    return with_overdue(drawing, sheet, condition, says, len(rows))


def complaints_sheet(drawing: Drawing) -> Sheet:
    words, told, book = drawing.words, drawing.told, drawing.book.complaints
    fields = [
        Field("line", words("Line number")),
        Field("received", words("Received on")),
        Field("channel", words("Channel of the complaint")),
        Field("kind", words("Kind")),
        Field("agency", words("Agency")),
        Field("text", words("Complaint")),
        Field("complainant", words("Complainant")),
        Field("handling", words("Handling")),
        Field("accept_by", words("Accept by")),
        Field("accepted", words("Accepted on")),
        Field("finish_by", words("Finish by")),
        Field("finished", words("Finished on")),
        Field("answered", words("Answered on")),
        Field("state", words("State")),
        Field("step", words("Next step")),
        Field("due", words("Due")),
        Field("remarks", words("Result and remarks")),
        Field("late", words("Late before (1)")),
        Field("overdue", words("Overdue (1)")),
    ]
    rows: list[list[Value]] = [
        [
            line.row.number,
            it.received,
            it.channel,
            it.kind,
            told.unit(it.unit),
            it.text,
            words("anonymous") if it.is_anonymous else it.complainant,
            handling_of(line, words),
            line.accept_by.isoformat(),
            day(it.accepted),
            line.finish_by.isoformat() if line.finish_by else None,
            *map(day, (it.finished, it.answered)),
            state_of(line, words),
            step_of(line, words),
            line.due.by.isoformat() if line.due else None,
            "\n".join(remarks_of(line, words)) or None,
            flag(of=line.late),
            flag(of=line.is_overdue(book.year.today)),
        ]
        for line in complaint_lines(book)
        for it in (line.row.value,)
    ]
    about = words("Complaints with the deadlines that the terms give them.")
    sheet = Sheet(words("Complaints"), about, fields, filled(drawing, fields, rows), keys=1)
    condition = f'AND({sheet.cell("due")}<>"",{sheet.cell("due")}<"{book.year.day}")'
    says = words("The next step is due before the day: less the mark of the line.")
    return with_overdue(drawing, sheet, condition, says, len(rows))


def pledges_sheet(drawing: Drawing) -> Sheet:
    words, told, on = drawing.words, drawing.told, drawing.book.year.day
    fields = [
        Field("line", words("Line number")),
        Field("agency", words("Agency")),
        Field("text", words("What was pledged")),
        Field("indicator", words("Indicator")),
        Field("due", words("Due")),
        Field("open", words("Found (0) or not yet (1)")),
        Field("kept", words("Kept or not")),
        Field("on", words("Found on")),
        Field("note", words("Note")),
        Field("overdue", words("Overdue (1)")),
    ]
    rows: list[list[Value]] = [
        [
            row.number,
            told.unit(it.unit),
            it.text,
            it.indicator,
            it.due,
            flag(of=it.kept is Kept.OPEN),
            words(_KEPT[it.kept]),
            day(it.on),
            it.note or None,
            flag(of=it.is_overdue(on)),
        ]
        for row in drawing.book.pledges
        for it in (row.value,)
    ]
    about = words("Double-excellence pledges, and whether they were kept.")
    sheet = Sheet(words("Pledges"), about, fields, filled(drawing, fields, rows), keys=1)
    condition = f'AND({sheet.cell("open")}=1,{sheet.cell("due")}<"{on}")'
    says = words("Not yet found, and due before the day: less the mark of the line.")
    return with_overdue(drawing, sheet, condition, says, len(rows))


def requests_sheet(drawing: Drawing) -> Sheet:
    words, told, on = drawing.words, drawing.told, drawing.book.year.day
    fields = [
        Field("line", words("Line number")),
        Field("raised", words("Raised on")),
        Field("by", words("Raised by")),
        Field("agency", words("Agency")),
        Field("text", words("Request")),
        Field("due", words("Due")),
        Field("answered", words("Answered on")),
        Field("answer", words("Answer")),
        Field("overdue", words("Overdue (1)")),
    ]
    rows: list[list[Value]] = [
        [
            row.number,
            it.raised,
            it.by,
            told.unit(it.unit),
            it.text,
            day(it.due),
            day(it.answered),
            it.answer or None,
            flag(of=it.is_overdue(on)),
        ]
        for row in drawing.book.requests
        for it in (row.value,)
    ]
    about = words("Requests that were raised, and what was answered.")
    sheet = Sheet(words("Requests"), about, fields, filled(drawing, fields, rows), keys=1)
    cell = sheet.cell
    condition = f'AND({cell("answered")}="",{cell("due")}<>"",{cell("due")}<"{on}")'
    says = words("Not answered, and due before the day: less the mark of the line.")
    return with_overdue(drawing, sheet, condition, says, len(rows))
