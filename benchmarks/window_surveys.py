"""Surveys for the keying window: official ones, with batches that wait to be keyed."""

import json
from dataclasses import dataclass
from pathlib import Path
from random import Random

from benchmarks.paper import SEED, home_of, plan_2005
from benchmarks.sample_papers import SCENARIOS, papers
from desktop.actions.batches import register_batch
from desktop.actions.founding import declare_zero, found
from desktop.actions.sample_forms import scenario_marks
from desktop.actions.stations import join, make_kit
from desktop.assets import resource
from desktop.store.keys import Home
from desktop.tally.marks import BLANK
from desktop.tally.plan import Plan
from desktop.tally.plan_reading import plan_from_json
from desktop.tally.reconciliation import Slip

BATCH_FORMS = 50


@dataclass(frozen=True, slots=True)
class Shape:
    """Agencies × dimensions of a form, and the milliseconds in which a key must be painted."""

    agencies: int
    dimensions: int
    budget: int

    def __str__(self) -> str:
        return f"{self.agencies} × {self.dimensions}"


SHAPES = (Shape(120, 5, 16), Shape(200, 10, 25))


def plan_of(shape: Shape) -> Plan:
    """The plan of 2005, its agencies and dimensions repeated under other codes where it lacks."""
    whole = plan_2005()
    if (shape.agencies, shape.dimensions) == (len(whole.agencies), len(whole.dimensions)):
        return whole
    held = json.loads(resource("plans", "2005.json").read_text(encoding="utf-8"))
    for key, wanted in (("agencies", shape.agencies), ("dimensions", shape.dimensions)):
        known = held[key]
        for at in range(len(known), wanted):
            copied = known[at % len(known)]
            known.append(copied | {"code": f"X{at}", "name": f"{copied['name']}{at}"})
    for agency in held["agencies"][120:]:
        agency.pop("short", None)
    return plan_from_json(held)


def waiting_survey(path: Path, plan: Plan, forms: int) -> list[str]:
    """A station's file of an official survey; the codes of batches for so many forms.

    The supervisor's own laptop shows the overview first; a clerk's is what is measured.
    """
    codes = [f"{at:03d}" for at in range(1, -(-forms // BATCH_FORMS) + 1)]
    office = path.parent / f"{path.stem}-office"
    office.mkdir()
    with found(office / path.name, plan, mode="official", home=Home(office / "home")) as survey:
        declare_zero(survey)
        for code in codes:
            register_batch(survey, Slip(code, plan.channels[0].code, BATCH_FORMS))
        make_kit(survey, office / "kit.pyp")
    join(office / "kit.pyp", path, name="1", home=home_of(path)).close()
    return codes


def marked_papers(scenario: str, count: int) -> list[str]:
    """The forms of a scenario without those that are blank throughout.

    Such a form is no keying: it is void (全空), for which the window asks for the reason.
    """
    return [marks for marks in papers(scenario, count, SEED) if marks.strip(BLANK)]


def mixed_papers(count: int, shape: Shape) -> list[str]:
    """So many forms of any shape, of the three scenarios in turn."""
    random, scenarios = Random(SEED), list(SCENARIOS.values())
    chosen = (scenarios[at % len(scenarios)] for at in range(count))
    return [scenario_marks(random, each, shape.agencies, shape.dimensions) for each in chosen]
