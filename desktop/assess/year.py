"""What an office settles beside its ledgers: terms, weights, last year's bands, decisions."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop.assess.complaints import Terms
from desktop.assess.composite import Component, Missing


@dataclass(frozen=True, slots=True)
class TermsTable:
    """Deadlines of complaints by their kind; `standard` holds for every other kind."""

    standard: Terms
    kinds: Mapping[str, Terms] = field(default_factory=dict)

    def of(self, kind: str) -> Terms:
        return self.kinds.get(kind, self.standard)


@dataclass(frozen=True, slots=True)
class CompositeSetting:
    """The components with their weights, and what becomes of a missing figure."""

    components: tuple[Component, ...]
    missing: Missing = Missing.RENORMALISE


@dataclass(frozen=True, slots=True)
class LastBands:
    """Last year's bands by the codes of that year."""

    year: int
    source: str
    bands: Mapping[str, str]
    """The band's code by the unit's."""
    successors: Mapping[str, str] = field(default_factory=dict)
    """Merged and renamed units: today's code by the former one."""


@dataclass(frozen=True, slots=True)
class Confirmation:
    """Somebody confirmed a consequence; days are written such as 2006-05-31."""

    unit: str
    rule: str
    """The code of the consequence in the rule set."""
    on: str
    document: str
    """Number and title of the document by which it was done."""
    deadline: str = ""
    done: str = ""
    """The day that what was asked for was finished."""
    note: str = ""
    withdrawn: str = ""
    """The day it was taken back, `note` says why: what it confirmed did not follow, or no more."""


@dataclass(frozen=True, slots=True)
class Annulment:
    """Results of a unit are void 作废 because they were falsified; the others rank without it."""

    unit: str
    reason: str
    on: str
    second: str
    """Who answers for it besides."""
    withdrawn: str = ""
    """The day it was taken back, with its reason in `note`."""
    note: str = ""

    def is_void(self, day: str = "9998-12-31") -> bool:
        """Whether they are void on the day or, without one, at last."""
        return self.on <= day and not (self.withdrawn and self.withdrawn <= day)
