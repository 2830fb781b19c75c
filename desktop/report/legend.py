"""Names too long for a heading stand as codes there; the legend beside the table explains them."""

from typing import Protocol

from desktop.report.lines import widest
from desktop.report.theme import document_theme
from desktop.tally.plan import Grade
from desktop.words import Words


class Named(Protocol):
    @property
    def code(self) -> str: ...
    @property
    def name(self) -> str: ...


class Legend:
    """Collects what was shortened while one table's headings are made."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._room = document_theme().table.label_room
        self._shortened: dict[str, str] = {}

    def label(self, item: Named) -> str:
        return self._short(item.code, item.name)

    def grade(self, grade: Grade) -> str:
        return self._short(self._words("Grade {code}").format(code=grade.code), grade.name)

    @property
    def notes(self) -> list[str]:
        """One line for every shortened name, in full."""
        text = self._words("{code}: {name}")
        return [text.format(code=code, name=name) for code, name in self._shortened.items()]

    def _short(self, code: str, name: str) -> str:
        if "\n" not in name and widest(name, bold=True) <= self._room:
            return name
        self._shortened[code] = name
        return code
