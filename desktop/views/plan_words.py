"""Problems of a plan in an office's words: what stands in a file is never spoken of."""

from collections.abc import Mapping

from PySide6.QtCore import QObject

from desktop.tally.errors import Problem
from desktop.words import words_for


class PlanWords(QObject):
    """Sentences for whoever fills in fields, where the rules speak to whoever writes a file."""

    def __init__(self, language: str, parent: QObject) -> None:
        super().__init__(parent)
        self._words = words_for(language)
        self._own = self._sentences()

    def sentence(self, problem: Problem) -> str:
        """What is wrong, without its place."""
        text = self._own.get(problem.message) or self._words(problem.message)
        fields = dict(problem.fields)
        if "first" in fields:
            fields["first"] = int(str(fields["first"])) + 1  # rows are counted from 1 on the page
        return text.format(**fields)

    def _sentences(self) -> Mapping[str, str]:
        return {
            "must be a text that is not empty": self.tr("Something has to stand here."),
            "must be a code of up to 16 letters A–Z, digits, _ or -": self.tr(
                "A code has up to 16 letters A–Z, digits, _ or -."
            ),
            'must be a number written as text, such as "22" or "10/11"': self.tr(
                "A number has to stand here, such as 22, 0.55 or 10/11."
            ),
            'must be a decimal or p/q such as "22", "0.55" or "10/11", not "{value}"': self.tr(
                "A number has to stand here, such as 22, 0.55 or 10/11."
            ),
            '"{value}" stands already at {place}[{first}]: every {key} once': self.tr(
                "“{value}” stands in row {first} already."
            ),
            'names "{code}", which the plan does not list': self.tr(
                "“{code}” is not in the plan: choose another."
            ),
            "must be above 0, or null for none": self.tr("Above 0, or empty for none."),
            'must be 1 to 4 digits written as text, such as "47", or "" for none': self.tr(
                "1 to 4 digits, or nothing."
            ),
            "the best band has no upper bound: leave it null": self.tr(
                "The best band has no upper bound: leave it empty."
            ),
            "the last band has no lower bound: leave it null": self.tr(
                "The last band has no lower bound: leave it empty."
            ),
            "must list {low} to {high}, not {count}": self.tr(
                "There have to be {low} to {high} of them, not {count}."
            ),
            "is pooled, so the weights of channels do nothing: write weighted to use them": self.tr(
                "The channels are pooled, so their weights do nothing."
            ),
            'goes with the denominator "marks" alone': self.tr(
                "Trimming goes with division by votes alone."
            ),
        }
