"""A small drill to try the window on: a batch half keyed, one to begin, one to key again."""

from pathlib import Path
from random import Random

from desktop.actions.batches import register_batch
from desktop.actions.closing import close_batch
from desktop.actions.founding import declare_zero, found
from desktop.actions.keying import key_form
from desktop.actions.sample_marks import S2, scenario_marks
from desktop.assets import resource
from desktop.store.keys import Home
from desktop.store.survey_file import SurveyFile
from desktop.tally.form import Form
from desktop.tally.plan_reading import read_plan
from desktop.tally.reconciliation import Slip

_SEED = 2005
_BATCHES = (("B001", 50, 31), ("B002", 20, 0), ("B003", 30, 30))
"""Code, forms on the slip, forms keyed."""


def open_trial(path: Path, home: Home) -> SurveyFile:
    """Found the drill, ready to key; the errors of `found`."""
    plan = read_plan(resource("plans", "2005.json").read_text(encoding="utf-8"))
    survey = found(path, plan, mode="drill", home=home)
    declare_zero(survey)
    random = Random(_SEED)  # noqa: S311  invented forms need no secrecy
    for code, count, keyed in _BATCHES:
        register_batch(survey, Slip(code, plan.channels[0].code, count))
        for number in range(1, keyed + 1):
            key_form(
                survey,
                Form(
                    code,
                    number,
                    scenario_marks(random, S2, len(plan.agencies), len(plan.dimensions)),
                ),
            )
    close_batch(survey, _BATCHES[-1][0])
    return survey
