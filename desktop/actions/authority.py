"""Who may do what: checked here, once, for every act."""

from desktop.actions.errors import OperatorUnknownError, RoleMissingError
from desktop.store import kinds, queries
from desktop.store.queries import Operator
from desktop.store.survey_file import SurveyFile

ROLES = ("clerk", "checker", "supervisor", "scrutineer")
"""录入员, 复核员, 主管, 监票人."""

_MAY = {
    kinds.ZERO: {"supervisor"},
    kinds.OPERATOR: {"supervisor"},
    kinds.BATCH: {"clerk", "checker", "supervisor"},
    kinds.FORM: {"clerk", "checker"},
    kinds.TOTALS: {"supervisor"},
}


def check_may(survey: SurveyFile, operator: str, kind: str) -> None:
    """OperatorUnknownError or RoleMissingError; a station's own act (`""`) is the station's."""
    if not operator:
        return
    needed = _MAY[kind]
    if not known_operator(survey, operator).roles & needed:
        raise RoleMissingError(operator=operator, roles=" / ".join(sorted(needed)))


def known_operator(survey: SurveyFile, code: str) -> Operator:
    """The operator of this code; OperatorUnknownError."""
    for operator in queries.operators(survey):
        if operator.code == code:
            return operator
    raise OperatorUnknownError(operator=code)
