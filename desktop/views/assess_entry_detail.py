"""One entry in words: its rule, what it states, what happened, who decided, and on which days."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from desktop.assess.ledger import Entry, State
from desktop.models.assess_year import AssessYear
from desktop.models.times import in_words, local
from desktop.report.year_facts import facts_text
from desktop.store.ledger_queries import Line
from desktop.views.assess_rows import AssessRows
from desktop.views.parts import filled, label
from desktop.views.workplace import Workplace
from desktop.words import words_for


class AssessEntryDetail(QWidget):
    """Of the entry under the cursor; it keeps its room."""

    def __init__(self, place: Workplace, rows: AssessRows, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows, self._words = rows, words_for(place.language)
        self.rule = label(wrap=True)
        self.text = label(type="label", tone="quiet", wrap=True)
        column = filled(self)
        column.setSpacing(place.theme.room["step"] // 4)
        column.addWidget(self.rule)
        column.addWidget(self.text)
        self.text.setMinimumHeight(2 * self.text.fontMetrics().lineSpacing())

    def show_line(self, year: AssessYear, line: Line[Entry] | None) -> None:
        rule = year.rule_by_code.get(line.value.rule) if line else None
        if line is None or rule is None:
            self.rule.setText("")
            self.text.setText("")
            return
        facts = facts_text(rule, line.value, self._words)
        self.rule.setText(f"{rule.section}  {rule.text}  ({facts})")
        self.text.setText(" · ".join(self._parts(line)))

    def _parts(self, line: Line[Entry]) -> Iterator[str]:
        entry, names = line.value, self._rows.says.fields()
        for name in ("text", "reason", "approver", "source"):
            if held := getattr(entry, name):
                yield self.tr("{0}: {1}").format(names[name], " ".join(held.split()))
        if entry.attachments:
            files = self._words(", ").join(held.name for held in entry.attachments)
            yield self.tr("{0}: {1}").format(names["attachments"], files)
        words = self._rows.says.states
        days = (f"{words[held]} {entry.states[held]}" for held in State if held in entry.states)
        yield self._words(", ").join(days)
        when = in_words(local(line.at), self.tr("d MMM H:mm"))
        yield self.tr("last changed by {0}, {1}").format(line.operator or "—", when)
