"""T27: one bit flipped anywhere; every change of content is found by `verify`."""

import os
import random
import sqlite3
from contextlib import closing

from desktop.store.verification import verify_survey
from tests.plans import small_plan
from tests.surveys import keyed

OFFSETS = 10_000 if os.environ.get("PINGYI_TRUST") == "full" else 1_500
TABLES = ("record", "survey", "zero", "batch", "totals", "head", "replaced", "form")


def content(path):
    """Everything a program could read from the file, or None where it cannot be read."""
    try:
        with closing(sqlite3.connect(path)) as db:
            db.text_factory = bytes
            schema = db.execute("SELECT type, name, tbl_name, sql FROM sqlite_master").fetchall()
            rows = [db.execute(f"SELECT * FROM {table}").fetchall() for table in TABLES]
            header = db.execute("PRAGMA application_id").fetchall()
    except (sqlite3.Error, UnicodeDecodeError):
        return None
    return schema, rows, header


def test_t27_every_change_of_content_is_found(tmp_path):
    path = tmp_path / "a.pingyi"
    sheets = ["".join(random.Random(at).choices("1230", k=200)) for at in range(60)]
    keyed(path, sheets, small_plan(agencies=40, dimensions=5)).close()
    whole, expected = path.read_bytes(), content(path)
    choice = random.Random(27)
    changed = found = 0
    for _ in range(OFFSETS):
        at, bit = choice.randrange(len(whole)), 1 << choice.randrange(8)
        path.write_bytes(whole[:at] + bytes([whole[at] ^ bit]) + whole[at + 1 :])
        if content(path) != expected:
            changed += 1
            found += bool(verify_survey(path))
    print(f"{OFFSETS} flips, {changed} changed content, {found} found")
    assert changed > OFFSETS // 6
    assert found == changed
