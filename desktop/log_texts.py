"""The operation log in words: what each kind of record is called, and a line's columns."""

from collections.abc import Sequence
from datetime import datetime

from desktop.store.log_queries import LogLine
from desktop.words import Words

HEADS = (
    "No.",
    "When",
    "Station",
    "Operator",
    "What",
    "Concerns",
    "Reason",
    "Second person",
    "Left aside",
    "Record",
)

_WHAT = {
    "survey.founded": "survey founded",
    "plan.approved": "plan approved",
    "zero.declared": "zero report declared",
    "station.joined": "station joined",
    "station.restarted": "station restarted",
    "station.admitted": "station admitted",
    "station.suspended": "station suspended",
    "operator.registered": "operator registered",
    "operator.locked": "PIN locked",
    "operator.worked": "stretch of work",
    "issue.entered": "issue register entry",
    "batch.registered": "batch registered",
    "batch.assigned": "batch handed out",
    "batch.closed": "batch closed",
    "batch.reopened": "batch reopened",
    "batch.drawn": "second keying drawn",
    "form.keyed": "form keyed",
    "form.doubted": "form flagged doubtful",
    "form.ruled": "ruling",
    "opinion.keyed": "opinion keyed",
    "file.imported": "forms file imported",
    "totals.entered": "totals taken over",
    "package.merged": "packages merged",
    "import.revoked": "import revoked",
    "recipient.added": "packages encrypted",
    "history.entered": "earlier ranks taken over",
    "network.seen": "network seen",
    "survey.sealed": "survey sealed",
    "survey.unsealed": "survey unsealed",
    "rules.chosen": "rule set chosen",
    "holidays.set": "holidays set",
    "terms.set": "terms set",
    "deduction.entered": "deduction entered",
    "deduction.verified": "deduction verified",
    "deduction.decided": "deduction decided",
    "finding.entered": "finding entered",
    "complaint.entered": "complaint entered",
    "pledge.entered": "pledge entered",
    "request.entered": "request entered",
    "composite.set": "composite set",
    "bands.imported": "last year's bands taken over",
    "consequence.confirmed": "consequence confirmed",
    "results.annulled": "results made void",
    "year.sealed": "year sealed",
    "year.unsealed": "year unsealed",
}


def kind_text(kind: str, words: Words) -> str:
    """What a kind of record is called."""
    return words(_WHAT.get(kind, kind))


def log_row(line: LogLine, words: Words) -> Sequence[str]:
    """A line's texts, as many as HEADS; its time by this machine's clock."""
    return (
        str(line.number),
        local_time(line.at),
        line.station,
        line.operator,
        kind_text(line.kind, words),
        line.about,
        line.reason,
        line.second,
        words(line.aside) if line.aside else "",
        line.record[:12],
    )


def local_time(at: str) -> str:
    """`2006-05-08 08:30:15` on this machine's clock."""
    return datetime.fromisoformat(at).astimezone().strftime("%Y-%m-%d %H:%M:%S")
