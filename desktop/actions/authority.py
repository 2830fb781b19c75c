"""Who may do what: checked here, once, for every act."""

from desktop.actions.errors import (
    NotSupervisorError,
    OperatorUnknownError,
    RoleMissingError,
    SignInNeededError,
)
from desktop.store import queries
from desktop.store.authority import FOUNDER_ONLY, MAY, SIGNED_IN
from desktop.store.queries import Operator
from desktop.store.survey_file import SurveyFile


def check_may(survey: SurveyFile, operator: str, kind: str) -> None:
    """Raise unless this station and, where one is signed in, this operator may do the act.

    NotSupervisorError, SignInNeededError, OperatorUnknownError or RoleMissingError.
    """
    if kind in FOUNDER_ONLY and survey.station != survey.founder:
        raise NotSupervisorError(path=survey.path)
    if not operator:
        if kind in SIGNED_IN and survey.station != survey.founder:
            raise SignInNeededError
        return
    needed = MAY[kind]
    if not known_operator(survey, operator).roles & needed:
        raise RoleMissingError(operator=operator, roles=" / ".join(sorted(needed)))


def is_supervising(survey: SurveyFile, operator: str) -> bool:
    """A supervisor signed in, or the supervisor's own station with nobody signed in."""
    if not operator:
        return survey.is_supervisor
    return "supervisor" in known_operator(survey, operator).roles


def known_operator(survey: SurveyFile, code: str) -> Operator:
    """The operator of this code; OperatorUnknownError."""
    for operator in queries.operators(survey):
        if operator.code == code:
            return operator
    raise OperatorUnknownError(operator=code)
