"""One component of the composite: name, kind, full mark, weights, source, date, sample."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from desktop.assess.composite import Component, ComponentKind
from desktop.models.component_entry import COMPUTED, ComponentTexts
from desktop.models.composite_words import CompositeWords
from desktop.tally.numbers import number_text
from desktop.tally.plan import Group
from desktop.views.check_box import CheckBox
from desktop.views.drop_list import DropList
from desktop.views.entry_card import EntryCard
from desktop.views.parts import label
from desktop.views.theme import Theme

_COLUMNS = 4
_FULL = "100"


class CompositeForm(EntryCard):
    """A field for each group's own weight comes up where somebody asks for them."""

    def __init__(self, groups: Sequence[Group], theme: Theme, parent: QWidget) -> None:
        super().__init__("", theme, parent, columns=_COLUMNS)
        self.give_button.setText(self.tr("Put on record"))
        self._titles = {
            "name": self.tr("Name"),
            "kind": self.tr("Kind"),
            "full": self.tr("Full mark"),
            "weight": self.tr("Weight"),
            "weights": self.tr("Weight in a group"),
            "source": self.tr("Source"),
            "date": self.tr("Date"),
            "sample": self.tr("Sample, people asked"),
        }
        self.before: Component | None = None
        self.name, self.full, self.weight = QLineEdit(), QLineEdit(), QLineEdit()
        self.source, self.day, self.sample = QLineEdit(), QLineEdit(), QLineEdit()
        self.kind = DropList(self._titles["kind"], theme, self)
        for kind, text in CompositeWords(self).kinds().items():
            self.kind.add(text, kind)
        self.own = CheckBox(self.tr("Other weights in some groups"), theme)
        self.weights = {group.code: QLineEdit() for group in groups}
        self.groups = self._group_fields(groups, theme.room["step"])
        self._fill()
        self.own.toggled.connect(self.groups.setVisible)
        self.kind.activated.connect(self._propose)
        self.weight.textChanged.connect(self._show_common)

    def begin(self, held: Component | None) -> None:
        """A new component, or one that is on record."""
        self.before = held
        kind = held.kind if held else ComponentKind.SURVEY
        self.kind.setCurrentIndex(self.kind.findData(kind))
        self.name.setText(held.name if held else "")
        self.full.setText(number_text(held.full) if held else _FULL)
        self.weight.setText(number_text(held.weight) if held else "")
        for code, line in self.weights.items():
            own = held.weights.get(code) if held else None
            line.setText("" if own is None else number_text(own))
        self.own.setChecked(bool(held and held.weights))
        self.groups.setVisible(self.own.isChecked())
        self.source.setText(held.source if held else "")
        self.day.setText(held.date if held else "")
        self.sample.setText(str(held.sample) if held and held.sample is not None else "")
        title = self.tr("Change {0}").format(held.name) if held else self.tr("A new component")
        self.ask(title, "", self.weight if held else self.kind)

    def chosen_kind(self) -> ComponentKind:
        return ComponentKind(self.kind.currentData())

    def component(self, code: str, today: date) -> Component:
        """What is typed; the errors of `ComponentTexts.component`."""
        weights = {held: line.text() for held, line in self.weights.items()}
        texts = ComponentTexts(
            self.name.text(),
            self.chosen_kind(),
            self.full.text(),
            self.weight.text(),
            weights if self.own.isChecked() else {},
            self.source.text(),
            self.day.text(),
            self.sample.text(),
            self._titles,
        )
        return texts.component(self.before, code, today)

    @Slot()
    def _propose(self) -> None:
        """A kind brings its name, where nobody typed one."""
        if not self.name.text().strip() or not self.name.isModified():
            self.name.setText(self._names()[self.chosen_kind()])
        self.own_figures()

    def own_figures(self) -> bool:
        """Whether the figures are brought in; those of this file have neither date nor sample."""
        is_own = self.chosen_kind() not in COMPUTED
        for field in (self.source, self.day, self.sample):
            field.setPlaceholderText("" if is_own else self.tr("this file"))
        return is_own

    def _names(self) -> dict[ComponentKind, str]:
        return {
            ComponentKind.SURVEY: self.tr("Survey"),
            ComponentKind.ASSESSMENT: self.tr("Assessment"),
            ComponentKind.PHONE: self.tr("Phone poll"),
            ComponentKind.MYSTERY: self.tr("Mystery visits"),
            ComponentKind.ON_SITE: self.tr("On-site meeting"),
            ComponentKind.ONLINE: self.tr("Online poll"),
            ComponentKind.OTHER: "",
        }

    @Slot(str)
    def _show_common(self, text: str) -> None:
        for line in self.weights.values():
            line.setPlaceholderText(text)

    def _fill(self) -> None:
        titles = self._titles
        self.add(titles["kind"], self.kind)
        self.add(titles["name"], self.name)
        self.add(titles["weight"], self.weight)
        self.add(titles["full"], self.full)
        self.add(titles["source"], self.source, span=2)
        self.add(titles["date"], self.day)
        self.add(titles["sample"], self.sample)
        self.column.insertWidget(self.column.count() - 1, self.own)
        self.column.insertWidget(self.column.count() - 1, self.groups)

    def _group_fields(self, groups: Sequence[Group], step: int) -> QWidget:
        made = QWidget()
        grid = QGridLayout(made)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(step)
        grid.setVerticalSpacing(step // 4)
        for at, group in enumerate(groups):
            row, column = divmod(at, _COLUMNS + 2)
            line = self.weights[group.code]
            line.setAccessibleName(self.tr("Weight in {0}").format(group.name))
            grid.addWidget(label(group.name, type="label", tone="quiet"), 2 * row, column)
            grid.addWidget(line, 2 * row + 1, column)
        made.hide()
        return made
