"""Turns answers of real people into surveys, through the forms file that anybody would use."""

import csv
from collections.abc import Iterable, Mapping
from pathlib import Path

from desktop.actions.batches import register_batch
from desktop.actions.importing import import_forms
from desktop.tally.plan import Plan
from desktop.tally.plan_reading import plan_from_json
from desktop.tally.reconciliation import Slip
from tests.plans import plan_value
from tests.surveys import founded

INSTITUTIONS = (
    "confinan", "conbus", "conclerg", "coneduc", "confed", "conlabor", "conpress",
    "conmedic", "contv", "conjudge", "consci", "conlegis", "conarmy",
)  # fmt: skip


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def institutions_plan(channels: Iterable[str], **changes: object) -> Plan:
    """Thirteen institutions as agencies, one dimension, three grades."""
    agencies = [{"code": name, "name": name, "group": "G1"} for name in INSTITUTIONS]
    parts = {"agencies": agencies, "channels": [{"code": c, "name": c} for c in channels]}
    return plan_from_json(plan_value(1, 1) | parts | changes)


def import_answers(
    folder: Path,
    plan: Plan,
    by_channel: Mapping[str, list[dict[str, str]]],
    marks: Mapping[str, str],
):
    """A survey whose channels hold these answers; `marks` translates a code to a mark."""
    survey = founded(folder / "answers.pingyi", plan)
    for at, (channel, rows) in enumerate(by_channel.items(), 1):
        path, batch = folder / f"{channel}.csv", f"B{at:03d}"
        write_forms(path, rows, marks)
        register_batch(survey, Slip(batch, channel, len(rows)))
        import_forms(survey, path, batch=batch)
    return survey


def write_forms(path: Path, rows: list[dict[str, str]], marks: Mapping[str, str]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(["form", "void", *(f"{name}.D1" for name in INSTITUTIONS)])
        for number, row in enumerate(rows, 1):
            out.writerow([number, "", *(marks[row[name]] for name in INSTITUTIONS)])
