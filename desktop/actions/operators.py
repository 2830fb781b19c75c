"""Register operators, and sign them in by PIN."""

import hashlib
import hmac
import re
import secrets
from collections.abc import Iterable
from dataclasses import dataclass

from desktop.actions.authority import check_may, known_operator
from desktop.actions.errors import (
    OperatorCodeError,
    OperatorLockedError,
    PinShortError,
    PinWrongError,
    RoleUnknownError,
)
from desktop.actions.text_files import read_name
from desktop.store import kinds, queries
from desktop.store.authority import ROLES
from desktop.store.locks import LOCK_SECONDS
from desktop.store.queries import Operator
from desktop.store.survey_file import SurveyFile

_CODE = re.compile(r"[A-Za-z0-9]{1,16}")
_PIN = re.compile(r"[0-9]{4,12}")
_COST = {"n": 2**14, "r": 8, "p": 1, "dklen": 32}
"""scrypt: 16 MB and some 50 ms a try."""


def register_operator(
    survey: SurveyFile,
    code: str,
    *,
    name: str,
    roles: Iterable[str],
    pin: str,
    operator: str = "",
    salt: str = "",
) -> None:
    """Put an operator on record; the same code again replaces name, roles and PIN, and unlocks.

    `salt`, 32 hex digits, makes drills repeatable; by itself it is drawn. Raises
    OperatorCodeError, RoleUnknownError, PinShortError, TextRefusedError.
    """
    check_may(survey, operator, kinds.OPERATOR)
    if not _CODE.fullmatch(code):
        raise OperatorCodeError(code=code)
    if unknown := set(roles) - set(ROLES):
        raise RoleUnknownError(role=min(unknown), known=" ".join(ROLES))
    if not _PIN.fullmatch(pin):
        raise PinShortError
    salt = salt or secrets.token_hex(16)
    fields = {
        "operator": code,
        "name": read_name(name, "--name"),
        "roles": [role for role in ROLES if role in set(roles)],
        "salt": salt,
        "pin": _hashed(pin, salt),
    }
    parents = [held.record for held in queries.operators(survey) if held.code == code]
    with survey.transaction():
        survey.append(kinds.OPERATOR, fields, parents=parents, operator=operator)
    survey.home.pin_locks(survey.id).passed(code)


def sign_in(survey: SurveyFile, code: str, pin: str) -> Operator:
    """The operator; OperatorUnknownError, PinWrongError, OperatorLockedError.

    Five wrong PINs lock the operator for ten minutes that no clock can shorten, on record.
    """
    operator = known_operator(survey, code)
    locks = survey.home.pin_locks(survey.id)
    if seconds := locks.remaining(code):
        raise OperatorLockedError(operator=code, minutes=-(-seconds // 60))
    if hmac.compare_digest(_hashed(pin, operator.salt), operator.pin):
        locks.passed(code)
        return operator
    if not locks.failed(code):
        raise PinWrongError(operator=code)
    if not survey.is_sealed:  # nothing goes on record under a seal; the lock holds all the same
        with survey.transaction():
            survey.append(kinds.LOCKED, {"operator": code})
    raise OperatorLockedError(operator=code, minutes=-(-LOCK_SECONDS // 60))


@dataclass(frozen=True, slots=True)
class Second:
    """Who stands beside whoever acts: an operator's code with the PIN, or a name without one."""

    name: str
    pin: str = ""


def confirmed(survey: SurveyFile, second: Second) -> str:
    """The second person's code, once the PIN was right; a name where nobody is registered.

    The errors of `sign_in`. Whether this person may be the second, the act itself says.
    """
    if second.name.strip() and queries.operators(survey):
        return sign_in(survey, second.name.strip(), second.pin).code
    return second.name.strip()


def _hashed(pin: str, salt: str) -> str:
    return hashlib.scrypt(pin.encode(), salt=bytes.fromhex(salt), **_COST).hex()
