"""The composite's ranking: what each component contributes to each unit, and what is missing."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.assess.composite import Component, Missing
from desktop.models.composite_rows import Composed, account, ranking_rows
from desktop.models.rows_model import Column
from desktop.tally.errors import PingyiError
from desktop.tally.numbers import number_text
from desktop.views.drop_list import DropList
from desktop.views.filtered_table import FilteredTable
from desktop.views.message_line import MessageLine
from desktop.views.parts import button, card, filled, label, set_tone
from desktop.views.table_copy import TableCopy
from desktop.views.workplace import Workplace
from desktop.words import words_for

_OWN = 3
"""Columns before those of the components."""


class CompositeRankingPanel(QWidget):
    """The line below the table says how the score under the cursor comes about."""

    components_requested = Signal()

    def __init__(self, place: Workplace, message: MessageLine, parent: QWidget) -> None:
        super().__init__(parent)
        self._place, self._message = place, message
        self._composed: Composed | None = None
        self.group = DropList(self.tr("Group"), place.theme, self)
        self.what = DropList(self.tr("Figures"), place.theme, self)
        self.copy_button = button(self.tr("Copy table"))
        self.account = label(type="body", wrap=True)
        self.sources = label(type="label", tone="quiet", wrap=True)
        self.nothing = label(type="row", wrap=True)
        self.components_button = button(self.tr("To the components"), primary=True)
        self.stack = QStackedWidget()
        self._offer()
        self.list = self._made_table(())
        self._lay_out()
        self._connect()

    def activate(self) -> None:
        """The table has the focus, or the button that leads on."""
        (self.list.table if self._composed else self.components_button).setFocus()

    def put_away(self) -> None:
        """Nothing is open here."""

    def show_composed(self, composed: Composed | None, nothing: object) -> None:
        """This ranking, or what is said where there is none: an error, or what to do first."""
        self._composed = composed
        self.stack.setCurrentIndex(1 if composed else 0)
        if composed is None:
            self._say_nothing(nothing)
            return
        titles = tuple(self._title(held) for held in composed.setting.components)
        if titles != self._titles:
            self._renew_table(titles)
        self._show_rows()
        self.sources.setText(self._sources(composed))

    def _say_nothing(self, why: object) -> None:
        is_error = isinstance(why, PingyiError)
        words = words_for(self._place.language)
        self.nothing.setText(why.sentence(words) if isinstance(why, PingyiError) else str(why))
        set_tone(self.nothing, "warn" if is_error else "text")

    def _title(self, held: Component) -> str:
        """The component, and below it its weight; groups may have other ones."""
        own = "*" if held.weights else ""
        return f"{held.name}\n× {number_text(held.weight)}{own}"

    def _sources(self, composed: Composed) -> str:
        """How units rank, where the figures are from, what became of missing ones, what is void."""
        found = [self.tr("Ranked by the unrounded score.")]
        found += [self._source(held) for held in composed.setting.components]
        if any(held.weights for held in composed.setting.components):
            found.append(self.tr("* other weights in some groups."))
        if composed.lacking:
            found.append(self._rule(composed.setting.missing))
        if composed.void:
            names = (composed.units[code].name for code in composed.void)
            text = self.tr("Void, not ranked: {0}.")
            found.append(text.format(self.tr(", ").join(names)))
        return "  ".join(found)

    def _source(self, held: Component) -> str:
        facts = [fact for fact in (held.source, held.date) if fact]
        if held.sample is not None:
            facts.append(self.tr("sample {0}").format(f"{held.sample:,}"))
        told = self.tr("this file") if not facts else self.tr(", ").join(facts)
        return self.tr("{0}: {1}.").format(held.name, told)

    def _rule(self, missing: Missing) -> str:
        if missing is Missing.STOP:
            return self.tr("A unit with a missing figure has no score.")
        return self.tr("Where a figure is missing, the other components carry its weight.")

    @Slot()
    def _show_rows(self) -> None:
        if self._composed is None:
            return
        shown, group = str(self.what.currentData()), str(self.group.currentData())
        word = self.tr("missing")
        self.list.show_rows(ranking_rows(self._composed, shown, word, group))

    @Slot()
    def _copy(self) -> None:
        self.copying.copy()

    @Slot(object)
    def _tell_account(self, unit: object) -> None:
        if self._composed is None or unit is None:
            self.account.setText("")
            return
        line = next(held for held in self._composed.lines if held.unit == unit)
        lacking = self.tr(", ").join(held.name for held in self._composed.missing(line.unit))
        none = self.tr("no score: {0} is missing").format(lacking)
        name = self._composed.units[line.unit].name
        told = account(self._composed, line, none)
        self.account.setText(self.tr("{0}: {1}").format(name, told))

    def _made_table(self, titles: tuple[str, ...]) -> FilteredTable:
        self._titles = titles
        columns = [
            Column(self.tr("Rank"), is_number=True),
            Column(self.tr("Unit")),
            Column(self.tr("Score"), is_number=True),
            *(Column(title, is_number=True) for title in titles),
        ]
        assert len(columns) == _OWN + len(titles)
        made = FilteredTable(columns, self.tr("Composite ranking"), self._place.theme, self, wide=1)
        for tool in (self.group, self.what, self.copy_button):
            made.tools.addWidget(tool)
        self.copying = TableCopy(made.table, self._message, made)
        made.current_changed.connect(self._tell_account)
        return made

    def _renew_table(self, titles: tuple[str, ...]) -> None:
        """A table with other columns in the place of this one, filtered alike."""
        before = self.list
        self.list = self._made_table(titles)
        self.list.filter.setText(before.filter.text())
        self._column.replaceWidget(before, self.list)
        if before.table.hasFocus():
            self.list.table.setFocus()
        before.deleteLater()

    def _offer(self) -> None:
        self.group.add(self.tr("All groups"), "")
        for held in self._place.session.opened.plan.groups:
            self.group.add(held.name, held.code)
        self.what.add(self.tr("Contributions"), "contributions")
        self.what.add(self.tr("Marks out of 100"), "marks")

    def _connect(self) -> None:
        self.group.currentIndexChanged.connect(self._show_rows)
        self.what.currentIndexChanged.connect(self._show_rows)
        self.copy_button.clicked.connect(self._copy)
        self.components_button.clicked.connect(self.components_requested)

    def _lay_out(self) -> None:
        step = self._place.theme.room["step"]
        empty, ranking = QWidget(), QWidget()
        first = filled(empty)
        first.setSpacing(2 * step)
        first.addWidget(self.nothing)
        first.addWidget(self.components_button)
        first.setAlignment(self.components_button, Qt.AlignmentFlag.AlignLeft)
        first.addStretch(1)
        self._column = filled(ranking)
        self._column.setSpacing(step)
        self._column.addWidget(self.list, 1)
        self._column.addWidget(self.account)
        self._column.addWidget(self.sources)
        self.stack.addWidget(empty)
        self.stack.addWidget(ranking)
        frame, column = card(margin=2 * step)
        column.addWidget(self.stack)
        filled(self).addWidget(frame)
