"""The kinds of records and the fields of their `data` (docs/FORMAT.md describes each)."""

from collections.abc import Mapping
from typing import Any, NewType

from desktop.store.errors import BadRecordError

RecordId = NewType("RecordId", str)
"""64 hex digits."""

FOUNDED = "survey.founded"
ZERO = "zero.declared"
JOINED = "station.joined"
RESTARTED = "station.restarted"
ADMITTED = "station.admitted"
SUSPENDED = "station.suspended"
OPERATOR = "operator.registered"
LOCKED = "operator.locked"
WORKED = "operator.worked"
BATCH = "batch.registered"
ASSIGNED = "batch.assigned"
CLOSED = "batch.closed"
REOPENED = "batch.reopened"
DRAWN = "batch.drawn"
FORM = "form.keyed"
DOUBTED = "form.doubted"
RULED = "form.ruled"
FILE = "file.imported"
TOTALS = "totals.entered"
MERGED = "package.merged"
REVOKED = "import.revoked"
RECIPIENT = "recipient.added"
SEALED = "survey.sealed"
UNSEALED = "survey.unsealed"
ISSUE = "issue.entered"
APPROVED = "plan.approved"
HISTORY = "history.entered"
NETWORK = "network.seen"
OPINION = "opinion.keyed"
RULES = "rules.chosen"
HOLIDAYS = "holidays.set"
TERMS = "terms.set"
DEDUCTION = "deduction.entered"
DEDUCTION_VERIFIED = "deduction.verified"
DEDUCTION_DECIDED = "deduction.decided"
FINDING = "finding.entered"
COMPLAINT = "complaint.entered"
PLEDGE = "pledge.entered"
REQUEST = "request.entered"
COMPOSITE = "composite.set"
BANDS = "bands.imported"
CONSEQUENCE = "consequence.confirmed"
ANNULLED = "results.annulled"
YEAR_SEALED = "year.sealed"
YEAR_UNSEALED = "year.unsealed"

_Fields = Mapping[str, type | tuple[type, ...]]

_COUNT: Mapping[str, _Fields] = {
    FOUNDED: {"name": str, "plan": dict},
    ZERO: {},
    JOINED: {"name": str},
    RESTARTED: {"reason": str, "after": dict},
    ADMITTED: {"station": str, "name": str},
    SUSPENDED: {"station": str, "reason": str},
    OPERATOR: {"operator": str, "name": str, "roles": list, "salt": str, "pin": str},
    LOCKED: {"operator": str},
    WORKED: {
        "caller": str,
        "began": str,
        "ended": str,
        "after": int,
        "forms": int,
        "presses": int,
        "fills": int,
        "corrections": int,
        "seconds": int,
        "idle": int,
        "pauses": int,
    },
    BATCH: {"code": str, "channel": str, "count": int, "origin": (str, type(None))},
    ASSIGNED: {"batch": str, "station": str},
    CLOSED: {"batch": str, "valid": int, "void": int, "reason": str},
    REOPENED: {"batch": str, "reason": str},
    DRAWN: {"batch": str, "seed": str, "percent": int},
    FORM: {
        "batch": str,
        "number": int,
        "pass": int,
        "void": str,
        "marks": str,
        "filled": str,
        "against": list,
    },
    DOUBTED: {"batch": str, "number": int, "note": str},
    RULED: {"batch": str, "number": int, "outcomes": list, "reason": str, "second": str},
    FILE: {"name": str, "sha256": str, "batch": str, "forms": int},
    TOTALS: {"channel": str, "source": str, "rows": list},
    MERGED: {"sources": list},
    REVOKED: {"import": str, "reason": str},
    RECIPIENT: {"key": str, "name": str},
    SEALED: {"edition": int, "heads": list, "results": str, "waivers": list, "second": str},
    UNSEALED: {"edition": int, "reason": str, "second": str},
    ISSUE: {
        "channel": str,
        "way": str,
        "forms": int,
        "on": str,
        "giver": str,
        "taker": str,
        "signed": str,
        "note": str,
    },
    APPROVED: {"plan": str, "names": list},
    HISTORY: {"year": int, "source": str, "rows": list},
    NETWORK: {"interfaces": list},
    OPINION: {"batch": str, "number": int, "agency": str, "text": str},
}

_LINE: _Fields = {"line": str, "value": dict}

LEDGER: Mapping[str, _Fields] = dict.fromkeys(
    (
        RULES,
        HOLIDAYS,
        TERMS,
        DEDUCTION,
        DEDUCTION_VERIFIED,
        DEDUCTION_DECIDED,
        FINDING,
        COMPLAINT,
        PLEDGE,
        REQUEST,
        COMPOSITE,
        BANDS,
        CONSEQUENCE,
        ANNULLED,
    ),
    _LINE,
)
"""Of the year around the count; `line` is the id of the line's first record, "" in that one."""

YEAR: Mapping[str, _Fields] = {
    **LEDGER,
    YEAR_SEALED: {"edition": int, "day": str, "standing": str, "heads": list, "second": str},
    YEAR_UNSEALED: {"edition": int, "reason": str, "second": str},
}
"""They go on under the survey's seal, until the year's own."""

BESIDE = {JOINED, RESTARTED, LOCKED, WORKED, NETWORK}
"""They change no figure: a station that has not heard of a seal goes on recording them."""

KINDS: Mapping[str, _Fields] = {**_COUNT, **YEAR}

HEADER: _Fields = {
    "format": int,
    "survey": str,
    "mode": str,
    "station": str,
    "incarnation": int,
    "seq": int,
    "prev": str,
    "at": str,
    "operator": str,
    "kind": str,
    "parents": list,
    "data": dict,
}


def check_fields(fields: Mapping[str, Any], expected: _Fields, what: str) -> None:
    """Raise BadRecordError unless the keys are exactly these, each of its type."""
    if fields.keys() != expected.keys():
        odd = ", ".join(sorted(fields.keys() ^ expected.keys()))
        raise BadRecordError("{what}: missing or unknown fields: {odd}", what=what, odd=odd)
    for name, kind in expected.items():
        value = fields[name]
        if not isinstance(value, kind) or isinstance(value, bool):
            raise BadRecordError("{what}: field {name} has a wrong type", what=what, name=name)
