"""`window-presses`: forms keyed in the real window, beside computed presses of other programs."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random
from statistics import mean

from benchmarks.child import run_module
from benchmarks.paper import SEED, plan_2005
from benchmarks.peer_presses import PEERS, peer_presses
from benchmarks.registry import Run
from benchmarks.report import Report, Table, Target
from benchmarks.sample_papers import SCENARIOS
from benchmarks.screens import OFFSCREEN
from benchmarks.window_surveys import marked_papers

LIMITS: Mapping[str, int] = {"S1": 310, "S2": 205, "S3": 160}
"""Presses a form that an average form of each scenario may take."""


@dataclass(frozen=True, slots=True)
class Keyed:
    """Presses of every form, and how many cells are otherwise on record than on paper."""

    presses: list[int]
    wrong: int


def measure(run: Run) -> Report:
    forms = run.amount(300, 3)
    found = {name: _keyed(run.folder / name, name, forms) for name in SCENARIOS}
    return report(forms, found)


def _keyed(folder: Path, scenario: str, forms: int) -> Keyed:
    folder.mkdir()
    words = ("presses", str(folder), scenario, str(forms))
    return Keyed(**json.loads(run_module("benchmarks.window_jobs", *words, screen=OFFSCREEN)))


def peer_mean(peer: str, scenario: str, forms: int) -> float:
    """Presses the same forms take in a program of PEERS, on average."""
    plan, random = plan_2005(), Random(SEED)
    return mean(peer_presses(peer, plan, marks, random) for marks in marked_papers(scenario, forms))


def report(forms: int, found: Mapping[str, Keyed]) -> Report:
    """From what was keyed of each scenario, of so many forms."""
    ours = {name: mean(held.presses) for name, held in found.items()}
    rows = [("Pingyi, counted", *(f"{ours[name]:.0f}" for name in SCENARIOS))]
    for peer in PEERS:
        means = (peer_mean(peer, name, forms) for name in SCENARIOS)
        rows.append((f"{peer}, computed", *(f"{each:,.0f}" for each in means)))
    wrong = sum(held.wrong for held in found.values())
    return Report(
        "window-presses",
        f"presses a form, {forms} forms of 120 × 5 of each scenario, slips and their mending too",
        [Table(("", *SCENARIOS), rows)],
        [
            "Counted as the window gets them, number and finish included; every form was read"
            " back from the file and compared with the paper, cell by cell.",
            *_left_out(forms, found),
        ],
        [
            *(Target(f"presses a form of {name}", ours[name], LIMITS[name]) for name in SCENARIOS),
            Target("cells on record that differ from the paper", wrong, 0),
        ],
    )


def _left_out(forms: int, found: Mapping[str, Keyed]) -> list[str]:
    blank = sum(forms - len(held.presses) for held in found.values())
    return [f"Left out, as void ones: {blank} forms blank throughout."] if blank else []
