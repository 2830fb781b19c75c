"""The kinds of records and the fields of their `data` (docs/FORMAT.md describes each)."""

from collections.abc import Mapping
from typing import Any, NewType

from desktop.store.errors import BadRecordError

RecordId = NewType("RecordId", str)
"""64 hex digits."""

FOUNDED = "survey.founded"
ZERO = "zero.declared"
BATCH = "batch.registered"
FORM = "form.keyed"
FILE = "file.imported"
TOTALS = "totals.entered"
OPERATOR = "operator.registered"
LOCKED = "operator.locked"

_Fields = Mapping[str, type | tuple[type, ...]]

KINDS: Mapping[str, _Fields] = {
    FOUNDED: {"name": str, "plan": dict},
    ZERO: {},
    BATCH: {"code": str, "channel": str, "count": int, "origin": (str, type(None))},
    FORM: {"batch": str, "number": int, "pass": int, "void": str, "marks": str},
    FILE: {"name": str, "sha256": str, "batch": str, "forms": int},
    TOTALS: {"channel": str, "source": str, "rows": list},
    OPERATOR: {"operator": str, "name": str, "roles": list, "salt": str, "pin": str},
    LOCKED: {"operator": str},
}

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
