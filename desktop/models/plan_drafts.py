"""Plans that were begun on this machine and neither founded nor filed: none is lost."""

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from desktop.store.journal import Journal
from desktop.store.keys import Home
from desktop.tally.plan_draft import Value


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A draft that was left: what it is called, when it was last kept, and where."""

    title: str
    agencies: int
    kept: datetime
    journal: Journal


def unfinished(home: Home) -> list[Unfinished]:
    """The drafts that were left, the newest first."""
    found = [held for path in _folder(home).glob("draft-*.json") if (held := _read(path))]
    return sorted(found, key=lambda held: held.kept, reverse=True)


def new_journal(home: Home) -> Journal:
    """Where the next draft is kept."""
    return Journal(_folder(home) / f"draft-{secrets.token_hex(6)}.json")


def _folder(home: Home) -> Path:
    return home.root / "plans"


def _read(path: Path) -> Unfinished | None:
    """A draft, or None of a file that cannot be read now; one that is none is put aside."""
    journal = Journal(path)
    try:
        held = journal.read()
        kept = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except OSError:
        return None
    if held is None:
        return None
    value = held.get("value")
    if not isinstance(value, dict):
        journal.put_aside()
        return None
    return Unfinished(str(value.get("title", "")), _count(value), kept, journal)


def _count(value: Value) -> int:
    rows: Any = value.get("agencies")
    return len(rows) if isinstance(rows, list) else 0
