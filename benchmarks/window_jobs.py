"""What is done at the window, each job in a process of its own with a screen of its own.

`python -m benchmarks.window_jobs JOB FOLDER WORD…` prints what it found as JSON.
"""

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random

from benchmarks.machine import system_field
from benchmarks.paper import SEED, home_of, plan_2005
from benchmarks.press_plans import presses, slipped
from benchmarks.sample_papers import papers
from benchmarks.window_clerk import Clerk
from benchmarks.window_keys import alternate
from benchmarks.window_surveys import (
    BATCH_FORMS,
    SHAPES,
    marked_papers,
    mixed_papers,
    plan_of,
    waiting_survey,
)
from desktop.store.form_queries import keyings
from desktop.store.survey_file import open_survey


def count_presses(folder: Path, scenario: str, forms: int) -> object:
    """Presses of every form, and how many cells are otherwise on record than on paper."""
    survey, plan, random = folder / "presses.pingyi", plan_2005(), Random(SEED)
    sheets = marked_papers(scenario, forms)
    codes = waiting_survey(survey, plan, len(sheets))
    clerk = Clerk(survey)
    keyed = _on_desk(clerk, codes, sheets)
    counted = [clerk.key_form(slipped(plan, marks, random)) for marks in keyed]
    clerk.leave()
    return {"presses": counted, "wrong": _wrong_cells(survey, codes, sheets)}


def time_keys(folder: Path, shape: str, forms: int) -> object:
    """Seconds from each press to the end of its paint, in the window and in a bare table."""
    chosen = SHAPES[int(shape)]
    survey, plan, random = folder / "latency.pingyi", plan_of(chosen), Random(SEED)
    sheets = mixed_papers(forms, chosen)
    codes = waiting_survey(survey, plan, forms)
    clerk = Clerk(survey)
    forms_keys = (slipped(plan, marks, random) for marks in _on_desk(clerk, codes, sheets))
    times = alternate(clerk, plan, forms_keys)
    clerk.leave()
    return times


def weigh(folder: Path, warm: str, forms: int) -> object:
    """Resident bytes after each form, those of the warm-up first."""
    survey, plan = folder / "memory.pingyi", plan_2005()
    sheets = list(papers("S3", int(warm) + forms, SEED))
    codes = waiting_survey(survey, plan, len(sheets))
    clerk, sizes = Clerk(survey), []
    for marks in _on_desk(clerk, codes, sheets):
        clerk.key_form(presses(plan, marks))
        sizes.append(1024 * int(system_field("/proc/self/status", "VmRSS").split(" ")[0]))
    clerk.leave()
    return sizes


def _on_desk(clerk: Clerk, codes: Sequence[str], sheets: Sequence[str]) -> Iterator[str]:
    """Each form's marks, when its batch is on the desk and its number is offered."""
    for at, marks in enumerate(sheets):
        if at % BATCH_FORMS == 0:
            clerk.take_batch(codes[at // BATCH_FORMS])
        yield marks


def _wrong_cells(path: Path, codes: Sequence[str], sheets: Sequence[str]) -> int:
    """Cells that differ, every cell of a form that is not on record exactly once."""
    wrong = 0
    with open_survey(path, home=home_of(path)) as survey:
        for at, marks in enumerate(sheets):
            held = keyings(survey, codes[at // BATCH_FORMS], at % BATCH_FORMS + 1)
            found = held[0].marks if len(held) == 1 else "".ljust(len(marks))
            wrong += sum(a != b for a, b in zip(found, marks, strict=True))
    return wrong


JOBS: dict[str, Callable[[Path, str, int], object]] = {
    "presses": count_presses,
    "keys": time_keys,
    "memory": weigh,
}


if __name__ == "__main__":
    found = JOBS[sys.argv[1]](Path(sys.argv[2]), sys.argv[3], int(sys.argv[4]))
    print(json.dumps(found))
