"""Where an agency's votes came from, in words: forms by channel and batch, totals from outside."""

from PySide6.QtCore import QCoreApplication

from desktop.tally.reconciliation import ReconciliationRow
from desktop.tally.results import AgencyResult, ChannelResult, Results

tr = QCoreApplication.translate


def form_sources(results: Results, agency: AgencyResult) -> str:
    """A paragraph for every channel that brought forms; batches with how many of theirs counted."""
    names = {held.code: held.name for held in results.plan.channels}
    found = [_channel(results, names[held.code], held) for held in agency.channels]
    found += [_totals(results, names, agency)]
    return "\n".join(filter(None, found)) or tr("FormSources", "No form was counted for it.")


def _channel(results: Results, name: str, held: ChannelResult) -> str:
    rows = [row for row in results.reconciliation if row.channel == held.code and _counts(row)]
    if not rows:
        return ""
    forms = sum(row.valid for row in rows)
    text = tr("FormSources", "{0}: {1} valid forms from {2} batches: {3}").format(
        name,
        forms,
        len(rows),
        tr("FormSources", ", ").join(f"{row.batch} {row.valid}" for row in rows),
    )
    own = forms - held.forms
    if results.plan.scoring.exclude_self and own > 0:
        text += tr("FormSources", " – of these, {0} of its own are left out").format(own)
    return text


def _totals(results: Results, names: dict[str, str], agency: AgencyResult) -> str:
    found = [
        tr("FormSources", "{0}: totals taken over, source {1}").format(
            names[held.channel], held.source
        )
        for held in results.totals
        if any(row.agency == agency.code for row in held.rows)
    ]
    return "\n".join(found)


def _counts(row: ReconciliationRow) -> bool:
    return row.batch is not None and row.valid > 0
