"""Whether slips nobody saw could change who is first and who is last. Nothing is recorded."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from desktop.actions.comparing import comparisons
from desktop.actions.counting import count_survey
from desktop.store import form_queries, queries
from desktop.store.survey_file import SurveyFile
from desktop.tally.confusion import Confusion, confusion
from desktop.tally.counting import channel_tallies, count_forms
from desktop.tally.errors import PingyiError
from desktop.tally.results import Results
from desktop.tally.stability import Stability, stability

ROUNDS = 1000


class NothingComparedError(PingyiError):
    message = (
        "No form of {path} was keyed by two people and settled, so nothing is known of slips: "
        "have the drawn forms keyed a second time, and rule on what differs."
    )


class RoundsError(PingyiError):
    message = "{rounds} rounds cannot be drawn: name a number from 1 to {most}."


MOST_ROUNDS = 100_000


@dataclass(frozen=True, slots=True)
class SurveyStability:
    """What the rounds found, and what they were drawn from."""

    results: Results
    seed: str
    """Whoever draws with this seed from the same file finds the same."""
    once: int
    """Valid forms keyed once: those that were redrawn."""
    open: int
    """Forms that count as nothing until somebody acts."""
    confusion: Confusion
    found: Stability


def survey_confusion(survey: SurveyFile) -> Confusion:
    """Which marks first keying made of which, by what another person keyed."""
    return confusion(survey.plan.mark_codes, comparisons(survey))


def survey_stability(
    survey: SurveyFile,
    *,
    rounds: int = ROUNDS,
    seed: str = "",
    report: Callable[[int, int], None] = lambda _done, _rounds: None,
) -> SurveyStability:
    """Redraw the forms keyed once by the slips that second keying found (RULES.md §4).

    Without a seed it is the beginning of the results' hash, which nobody chooses.
    NothingComparedError, RoundsError.
    """
    if not 1 <= rounds <= MOST_ROUNDS:
        raise RoundsError(rounds=rounds, most=MOST_ROUNDS)
    plan, found = survey.plan, survey_confusion(survey)
    if not found.trials:
        raise NothingComparedError(path=survey.path)
    results, totals = count_survey(survey), queries.totals(survey)
    once = count_forms(plan, queries.marks_keyed_once(survey))
    chosen = seed or results.hash[:8]
    return SurveyStability(
        results,
        chosen,
        sum(counter.forms for counter in once.values()),
        len(form_queries.open_forms(survey)),
        found,
        stability(
            plan,
            channel_tallies(plan, count_forms(plan, queries.marks_by_source(survey)), totals),
            channel_tallies(plan, once),
            found,
            Random(chosen),  # noqa: S311  anybody shall draw the same
            rounds,
            report,
        ),
    )
