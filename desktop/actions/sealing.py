"""Sealing 封存 and unsealing 启封: what stands against it, who waives it, and the editions."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import asdict, dataclass

from desktop.actions.authority import check_may
from desktop.actions.counting import count_survey
from desktop.actions.errors import (
    EditionUnknownError,
    NotSealedError,
    ObstaclesError,
    SecondMissingError,
    WaiverUnknownError,
)
from desktop.actions.rulings import check_second
from desktop.actions.stations import read_reason
from desktop.store import editions, form_queries, kinds, queries, station_queries
from desktop.store.errors import SealedError
from desktop.store.records import Record
from desktop.store.survey_file import SurveyFile
from desktop.tally.errors import Problem
from desktop.tally.keyings import RULING_QUEUE, FormStage


@dataclass(frozen=True, slots=True)
class Waiver:
    """An obstacle that two people let pass: its place, why, and the second of the two."""

    place: str
    reason: str
    second: str


_STAGES = {
    FormStage.CONFLICT: "keyed differently in one pass: rule on it",
    FormStage.DIFFERING: "its two keyings differ: the first keyer looks again",
    FormStage.DISPUTED: "its two keyings differ still: rule on it",
    FormStage.DOUBTFUL: "the paper is doubtful: rule on it",
}


@dataclass(frozen=True, slots=True)
class ObstacleGroup:
    """Obstacles that are settled in one way, of one of `OBSTACLE_KINDS`."""

    kind: str
    problems: tuple[Problem, ...]


OBSTACLE_KINDS = (
    "gaps",
    "unregistered",
    "slips",
    "closings",
    "second",
    "differing",
    "rulings",
)
"""In the order in which they are settled: first every paper is there and keyed, then compared."""


def obstacles(survey: SurveyFile) -> list[Problem]:
    """Everything that stands against the seal, each at a place of its own to waive it by."""
    return [problem for _, problem in _found(survey)]


def obstacle_groups(survey: SurveyFile) -> list[ObstacleGroup]:
    """The obstacles by kind, in the order of `OBSTACLE_KINDS`; kinds without any are left out."""
    held: dict[str, list[Problem]] = defaultdict(list)
    for kind, problem in _found(survey):
        held[kind].append(problem)
    return [ObstacleGroup(kind, tuple(held[kind])) for kind in OBSTACLE_KINDS if kind in held]


def seal(
    survey: SurveyFile,
    waivers: Sequence[Waiver] = (),
    *,
    operator: str = "",
    second: str = "",
) -> Record:
    """Seal the survey: the head of every chain and the hash of the results are put on record.

    `second` is who signs beside the supervisor; a script may seal without.
    ObstaclesError lists what is neither settled nor waived; SealedError, WaiverUnknownError, and
    the errors of `check_second`.
    """
    check_may(survey, operator, kinds.SEALED)
    # counted inside, so that nothing another program writes comes between count and seal
    with survey.transaction():
        if survey.is_sealed:
            raise SealedError(path=survey.path)
        _check_obstacles(survey, waivers, operator)
        fields = {
            "edition": editions.edition(survey).number,
            "heads": station_queries.chain_heads(survey),
            "results": count_survey(survey).hash,
            "waivers": [asdict(waiver) for waiver in waivers],
            "second": check_second(survey, second, operator) if second else "",
        }
        parents = editions.seal_heads(survey)
        return survey.append(kinds.SEALED, fields, parents=parents, operator=operator)


def _check_obstacles(survey: SurveyFile, waivers: Sequence[Waiver], operator: str) -> None:
    found, waived = obstacles(survey), {waiver.place for waiver in waivers}
    if unknown := sorted(waived - {problem.place for problem in found}):
        raise WaiverUnknownError(place=unknown[0])
    for waiver in waivers:
        read_reason(waiver.reason)
        check_second(survey, waiver.second, operator)
    if open_still := [problem for problem in found if problem.place not in waived]:
        raise ObstaclesError(open_still, path=survey.path)


def unseal(survey: SurveyFile, *, reason: str, second: str, operator: str = "") -> int:
    """Open a sealed survey again, by two people and for a reason; the edition that begins.

    NotSealedError, ReasonMissingError and the errors of `check_second`.
    """
    check_may(survey, operator, kinds.UNSEALED)
    if not survey.is_sealed:
        raise NotSealedError(path=survey.path)
    if not second.strip():
        raise SecondMissingError
    number = editions.edition(survey).number
    fields = {
        "edition": number,
        "reason": read_reason(reason),
        "second": check_second(survey, second, operator),
    }
    parents = editions.seal_heads(survey)
    with survey.transaction():
        survey.append(kinds.UNSEALED, fields, parents=parents, operator=operator)
    return number + 1


def edition_of(survey: SurveyFile, number: int | None) -> AbstractContextManager[SurveyFile]:
    """The survey as it was sealed in an edition, or as it stands; EditionUnknownError."""
    if number is None:
        return nullcontext(survey)
    seal_of_it = editions.seal_record(survey, number)
    if seal_of_it is None:
        raise EditionUnknownError(path=survey.path, edition=number)
    return editions.sealed_view(survey, seal_of_it)


def _found(survey: SurveyFile) -> Iterator[tuple[str, Problem]]:
    for held in form_queries.open_forms(survey):
        kind = "rulings" if held.stage in RULING_QUEUE else "differing"
        yield kind, Problem(held.name, _STAGES[held.stage])
    for kind, check in _CHECKS.items():
        for problem in check(survey):
            yield kind, problem


def _slips(survey: SurveyFile) -> Iterator[Problem]:
    for row in queries.batch_rows(survey):
        if row.missing or row.extra:
            message = "slip {slip}, keyed {keyed}: missing {missing}, beyond the slip {extra}"
            fields = {
                "slip": row.slip,
                "keyed": row.keyed,
                "missing": row.missing,
                "extra": row.extra,
            }
            yield Problem(str(row.batch), message, fields)


def _closings(survey: SurveyFile) -> Iterator[Problem]:
    """Batches whose second keying was never drawn, as they were never closed."""
    if survey.plan.second_keying_percent:
        for row in queries.batch_rows(survey):
            code = str(row.batch)
            if row.keyed and not form_queries.drawing(survey, code):
                message = "keyed and not closed: its second keying was never drawn"
                yield Problem(f"{code}/1", message)


def _second_keyings(survey: SurveyFile) -> Iterator[Problem]:
    for slip in queries.slips(survey):
        if waiting := form_queries.awaiting(survey, slip.code):
            message = "second keyings that are due and not there: {count}"
            yield Problem(f"{slip.code}/2", message, {"count": len(waiting)})


def _gaps(survey: SurveyFile) -> Iterator[Problem]:
    names = station_queries.station_names(survey)
    for gap in station_queries.gaps(survey):
        place = f"{names.get(gap.station, gap.station[:8])}/{gap.incarnation}"
        message = "records {first} to {last} of this station never came"
        yield Problem(place, message, {"first": gap.first, "last": gap.last})


def _unregistered(survey: SurveyFile) -> Iterator[Problem]:
    for batch in form_queries.unregistered_batches(survey):
        yield Problem(batch, "forms were keyed and no slip is on record: they are not counted")


_CHECKS: Mapping[str, Callable[[SurveyFile], Iterator[Problem]]] = {
    "slips": _slips,
    "closings": _closings,
    "second": _second_keyings,
    "gaps": _gaps,
    "unregistered": _unregistered,
}
