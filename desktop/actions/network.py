"""Networks that were up while there should have been none: put on record, never hidden."""

import unicodedata
from collections.abc import Iterable

from desktop.actions.authority import check_may
from desktop.store import kinds
from desktop.store.records import Record
from desktop.store.survey_file import SurveyFile
from desktop.tally.texts import LONGEST


def note_network(survey: SurveyFile, names: Iterable[str], *, operator: str = "") -> Record | None:
    """Record which networks are up on this machine; None, and no record, where there is none."""
    interfaces = sorted({name for name in map(_named, names) if name})
    if not interfaces:
        return None
    check_may(survey, operator, kinds.NETWORK)
    with survey.transaction():
        return survey.append(kinds.NETWORK, {"interfaces": interfaces}, operator=operator)


def _named(name: str) -> str:
    """What the system calls a network: nobody here can mend it, so what is unfit is left out."""
    normal = unicodedata.normalize("NFC", name)
    fit = "".join(c for c in normal if not unicodedata.category(c).startswith(("C", "Zl", "Zp")))
    return fit.strip()[:LONGEST]
