"""What a job does to hand over, and what it says about the package afterwards."""

from dataclasses import dataclass
from pathlib import Path

from desktop.actions.packing import pack
from desktop.store import kinds
from desktop.store.survey_file import SurveyFile


@dataclass(frozen=True, slots=True)
class HandedOver:
    """A package that was read back: the station's forms and records in it, and the last id."""

    path: Path
    forms: int
    records: int
    head: str


def hand_over(survey: SurveyFile, folder: Path) -> HandedOver:
    """Pack this station's chain on a connection of its own; the errors of `pack`."""
    with survey.twin() as twin:
        path, manifest = pack(twin, folder)
        return HandedOver(path, _own_forms(twin), manifest.count, manifest.runs[-1].head)


def _own_forms(survey: SurveyFile) -> int:
    """Forms that this station keyed, however often."""
    keyed = (held.data for held in survey.own_records() if held.kind == kinds.FORM)
    return len({(held["batch"], held["number"]) for held in keyed})
