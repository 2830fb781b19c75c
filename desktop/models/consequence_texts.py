"""What a consequence has come to, in one sentence, and the columns of their list."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject

from desktop.actions.consequences import ConsequenceLine, Cut
from desktop.models.rows_model import Column


class ConsequenceTexts(QObject):
    """`units`: names by code."""

    def __init__(self, units: Mapping[str, str], parent: QObject) -> None:
        super().__init__(parent)
        self._units = units

    def columns(self) -> list[Column]:
        return [
            Column(self.tr("Unit")),
            Column(self.tr("Last year")),
            Column(self.tr("This year")),
            Column(self.tr("Survey"), is_number=True),
            Column(self.tr("What follows")),
            Column(self.tr("State")),
            Column(self.tr("Deadline")),
        ]

    def title(self, lines: Sequence[ConsequenceLine]) -> str:
        """What is asked for: of one line, or of many by one document."""
        first = lines[0]
        text = self.tr("{0}: {1}").format(self.unit(first.unit), first.rule.text)
        if len(lines) == 1:
            return text
        return self.tr("%n consequence(s) by one document; the first: ", "", len(lines)) + text

    def told(self, line: ConsequenceLine) -> str:
        """By which document it was confirmed, when it is due, and what was noted."""
        name, rule = self.unit(line.unit), line.rule.text
        if line.confirmed is None:
            return self.tr("{0}: {1}. Enter confirms it with its document.").format(name, rule)
        held = line.confirmed.value
        facts = [self.tr("confirmed {0}").format(held.on), held.document or self.tr("no document")]
        if held.deadline:
            facts.append(self.tr("by {0}").format(held.deadline))
        if held.done:
            facts.append(self.tr("done {0}").format(held.done))
        facts += [held.note] if held.note else []
        return self.tr("{0}: {1}: {2}.").format(name, rule, self.tr("; ").join(facts))

    def cut(self, cut: Cut) -> str:
        """The survey's first and last by name; nothing where they are the same few units."""
        if not cut.ranks:
            return self.tr("The survey has no ranking yet.")
        if set(cut.top) & set(cut.bottom):
            return ""
        text = self.tr("Survey, first: {0}. Last: {1}.")
        return text.format(self._named(cut.top), self._named(cut.bottom))

    def unit(self, code: str) -> str:
        return self._units.get(code, code)

    def _named(self, codes: Sequence[str]) -> str:
        return self.tr(", ").join(map(self.unit, codes))
