"""Scoring options to choose from, beginning with the plan's own."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QLineEdit, QScrollArea, QSpinBox, QWidget

from desktop.models.option_words import OptionWords
from desktop.tally.errors import PingyiError
from desktop.tally.numbers import number_text, parse_number
from desktop.tally.plan import Cut, Plan
from desktop.tally.what_if import Alternative
from desktop.views.check_box import CheckBox
from desktop.views.drop_list import DropList
from desktop.views.parts import filled, label
from desktop.views.theme import Theme


class OptionNumberError(PingyiError):
    message = '{name}: "{text}" is not a number; write one such as 20, 0.5 or 10/11.'


class OptionsForm(QWidget):
    """`alternative` reads it; an empty cap is none, and a trim is in percent at either end."""

    entered = Signal()
    """Enter in one of the fields."""

    def __init__(self, plan: Plan, words: OptionWords, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._plan, self._theme = plan, theme
        self.denominator = self._list(self.tr("Divided by"), words.denominators())
        self.dimensions = self._list(self.tr("Dimensions"), words.combinations())
        self.channels = self._list(self.tr("Channels"), words.channel_rules())
        self.missing = self._list(self.tr("Without a score, a channel"), words.missing())
        self.cap, self.trim = QLineEdit(), QLineEdit()
        self.cap.setPlaceholderText(self.tr("none"))
        self.exclude_self = CheckBox(self.tr("An agency's own forms are left out"), theme)
        self.top, self.bottom = QSpinBox(), QSpinBox()
        self.weights = {channel.code: QLineEdit() for channel in plan.channels}
        self._lay_out()
        self._begin()
        self.channels.currentIndexChanged.connect(self._show_weights)

    def alternative(self) -> Alternative:
        """What is chosen; OptionNumberError names a field that holds no number."""
        rule = replace(
            self._plan.scoring,
            denominator=self.denominator.currentData(),
            dimensions=self.dimensions.currentData(),
            channels=self.channels.currentData(),
            missing_channel=self.missing.currentData(),
            cap=self._number(self.cap) if self.cap.text().strip() else None,
            trim=self._number(self.trim) / 100,
            exclude_self=self.exclude_self.isChecked(),
        )
        return Alternative(rule, Cut(self.top.value(), self.bottom.value()), self._weights())

    def offer_own(self, *, is_possible: bool) -> None:
        """Own forms can be told apart only where a batch names an agency as its origin."""
        self.exclude_self.setEnabled(is_possible)

    def _weights(self) -> Mapping[str, Fraction] | None:
        """None where the plan's own weights stand, its groups' own among them."""
        if self.channels.currentData() == "pooled":
            return None
        typed = {code: self._number(field) for code, field in self.weights.items()}
        own = {channel.code: channel.weight for channel in self._plan.channels}
        return None if typed == own else typed

    def _number(self, field: QLineEdit) -> Fraction:
        text = field.text().strip()
        try:
            return parse_number(text)
        except ValueError:
            field.setFocus()
            raise OptionNumberError(name=field.accessibleName(), text=text) from None

    def _begin(self) -> None:
        """The plan's own options."""
        rule, cut = self._plan.scoring, self._plan.cut
        for chosen, value in (
            (self.denominator, rule.denominator),
            (self.dimensions, rule.dimensions),
            (self.channels, rule.channels),
            (self.missing, rule.missing_channel),
        ):
            chosen.setCurrentIndex(chosen.findData(value))
        self.cap.setText("" if rule.cap is None else number_text(rule.cap))
        self.trim.setText(number_text(100 * rule.trim))
        self.exclude_self.setChecked(rule.exclude_self)
        for channel in self._plan.channels:
            self.weights[channel.code].setText(number_text(channel.weight))
        for size, many in ((self.top, cut.top), (self.bottom, cut.bottom)):
            size.setRange(0, 1000)
            size.setValue(many)
        self._show_weights()

    def _show_weights(self) -> None:
        is_weighted = self.channels.currentData() == "weighted"
        for part in (self.missing, *self.weights.values()):
            self._rows.setRowVisible(part, is_weighted)

    def _list(self, name: str, choices: Mapping[str, str]) -> DropList:
        made = DropList(name, self._theme, self)
        # as wide as the column, not as its longest choice
        made.setSizeAdjustPolicy(DropList.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for value, text in choices.items():
            made.add(text, value)
        return made

    def _lay_out(self) -> None:
        inner = QWidget()
        self._rows = QFormLayout(inner)
        self._rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._rows.setVerticalSpacing(self._theme.room["step"])
        self._rows.setContentsMargins(0, 0, self._theme.room["step"], 0)
        for chosen in (self.denominator, self.dimensions, self.channels):
            self._add(chosen.accessibleName(), chosen)
        for channel in self._plan.channels:
            self._add(self.tr("Weight: {0}").format(channel.name), self.weights[channel.code])
        self._add(self.missing.accessibleName(), self.missing)
        self._add(self.tr("Cap of a dimension"), self.cap)
        self._add(self.tr("Trimmed at either end, %"), self.trim)
        self._rows.addRow(self.exclude_self)
        self._add(self.tr("Top"), self.top)
        self._add(self.tr("Bottom"), self.bottom)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        filled(self).addWidget(area)

    def _add(self, name: str, field: Any) -> None:
        field.setAccessibleName(name)
        if isinstance(field, QLineEdit):
            field.returnPressed.connect(self.entered)
        self._rows.addRow(label(name, type="label", wrap=True), field)
