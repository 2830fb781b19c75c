"""Batches from a receipt: what came back in one go, bundled into batches of a size."""

import re
from collections import Counter
from collections.abc import Callable, Iterable

from desktop.actions.batches import append_slip, check_slip
from desktop.actions.errors import BatchCountError
from desktop.store import queries
from desktop.store.survey_file import SurveyFile
from desktop.tally.errors import PingyiError
from desktop.tally.reconciliation import Slip

_CODE = re.compile(r"(.*?)([0-9]+)")
_MOST = 99_999
_MOST_BATCHES = 9_999

Progress = Callable[[int, int], None]
"""Told how many are done, of how many; may raise to stop."""


class BundlesTooManyError(PingyiError):
    message = (
        "{forms} forms in batches of {size} are more than {most} batches: take more forms a batch."
    )


def next_code(known: Iterable[str]) -> str:
    """The code after the highest of the usual kind: `B231` after `B230`, `B001` where none is.

    The usual kind is what stands before the number in most codes.
    """
    numbered = [found for code in known if (found := _CODE.fullmatch(code))]
    if not numbered:
        return "B001"
    kinds = Counter(found[1].casefold() for found in numbered)
    usual = max(kinds, key=lambda kind: (kinds[kind], kind))
    of_kind = [found for found in numbered if found[1].casefold() == usual]
    last = max(of_kind, key=lambda found: int(found[2]))
    return _after(last[1], last[2])


def bundled(code: str, channel: str, forms: int, size: int, origin: str | None) -> list[Slip]:
    """Slips of `size` forms each, the last with what is left; codes count on from `code`.

    BatchCountError where there is nothing to bundle, or a bundle would be too large;
    BundlesTooManyError where the size is too small for so many forms.
    """
    if not (forms >= 1 and 1 <= size <= _MOST):
        raise BatchCountError(count=forms if forms < 1 else size)
    if forms > size * _MOST_BATCHES:
        raise BundlesTooManyError(forms=forms, size=size, most=_MOST_BATCHES)
    slips, left = [], forms
    while left:
        slips.append(Slip(code, channel, min(size, left), origin))
        left -= slips[-1].count
        found = _CODE.fullmatch(code)
        code = _after(found[1], found[2]) if found else f"{code}2"
    return slips


def register_batches(
    survey: SurveyFile,
    slips: Iterable[Slip],
    *,
    operator: str = "",
    progress: Progress = lambda done, total: None,
) -> list[str]:
    """Put slips on record, all of them or none; their codes. The errors of `register_batch`.

    A code that stands twice among them is refused as one that is taken.
    """
    held = list(slips)
    taken = {known.code.casefold() for known in queries.slips(survey)}
    for slip in held:
        check_slip(survey, slip, operator, {slip.code} if slip.code.casefold() in taken else ())
        taken.add(slip.code.casefold())
    with survey.transaction():
        for at, slip in enumerate(held):
            progress(at, len(held))
            append_slip(survey, slip, (), operator)
    return [slip.code for slip in held]


def _after(head: str, digits: str) -> str:
    return f"{head}{int(digits) + 1:0{len(digits)}d}"
