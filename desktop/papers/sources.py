"""What papers are made from: one view of a survey, counted once for all of them."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from desktop.store.survey_file import SurveyFile
from desktop.tally.letter import Letter
from desktop.words import Words

if TYPE_CHECKING:
    from desktop.report.imprint import Naming
    from desktop.report.material import Material


@dataclass
class Sources:
    """`letter` is what an office adds to its outgoing papers."""

    survey: SurveyFile
    words: Words
    letter: Letter = field(default_factory=Letter)

    @cached_property
    def naming(self) -> "Naming":
        """What sheets of the work name, with the hash of the results where the file gives any."""
        from desktop.papers.sheets import naming_of

        return naming_of(self.survey, with_results=True)

    @cached_property
    def material(self) -> "Material":
        """The results, counted when the first paper asks for them."""
        from desktop.papers.sheets import material_of

        return material_of(self.survey)
