"""A weight for each component: pushed along a slider, or typed exactly."""

from collections.abc import Mapping
from fractions import Fraction

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QSlider, QWidget

from desktop.assess.year import CompositeSetting
from desktop.models.composite_rows import share
from desktop.models.typed_values import typed_number
from desktop.report.figures import DASH
from desktop.tally.errors import PingyiError
from desktop.tally.numbers import number_text, rounded
from desktop.views.parts import label, set_tone
from desktop.views.theme import Theme

_MOST = 100


class CompositeWeights(QWidget):
    """What a field holds that is no weight changes nothing, and stands there in red."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.sliders: dict[str, QSlider] = {}
        self.fields: dict[str, QLineEdit] = {}
        self._shares: dict[str, QLabel] = {}
        self.sum = label(type="label", tone="quiet")
        self._weights: dict[str, Fraction] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.room["step"])
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(0, 1)
        self.setStyleSheet(_style(theme))

    def weights(self) -> Mapping[str, Fraction]:
        """By the component's code."""
        return dict(self._weights)

    def show_setting(self, setting: CompositeSetting, group: str) -> None:
        """The weights that hold in a group, or with "" those in common."""
        if set(self.fields) != {held.code for held in setting.components}:
            self._make(setting)
        most = max((held.weight_in(group) for held in setting.components), default=Fraction())
        for held in setting.components:
            weight = self._weights[held.code] = held.weight_in(group)
            with QSignalBlocker(self.sliders[held.code]):
                self.sliders[held.code].setMaximum(max(_MOST, int(2 * most)))
                self.sliders[held.code].setValue(round(weight))
            if not self.fields[held.code].hasFocus():
                self.fields[held.code].setText(number_text(weight))
                self._mark(held.code, is_wrong=False)
            part = share(setting, held, group)
            self._shares[held.code].setText(DASH if part is None else f"{rounded(100 * part, 1)} %")
        whole = sum(self._weights.values(), Fraction())
        self.sum.setText(self.tr("Sum of the weights: {0}").format(number_text(whole)))

    def write_anew(self) -> None:
        """What stands in the fields is what holds."""
        for code, weight in self._weights.items():
            self.fields[code].setText(number_text(weight))
            self._mark(code, is_wrong=False)

    def focus(self) -> None:
        if first := next(iter(self.sliders.values()), None):
            first.setFocus()

    def _make(self, setting: CompositeSetting) -> None:
        while item := self._grid.takeAt(0):
            widget = item.widget()
            if widget and widget is not self.sum:
                widget.hide()
                widget.deleteLater()
        self.sliders, self.fields, self._shares, self._weights = {}, {}, {}, {}
        for at, held in enumerate(setting.components):
            self._add(2 * at, held.code, held.name)
        self._grid.addWidget(self.sum, 2 * len(setting.components), 0, 1, 3)

    def _add(self, row: int, code: str, name: str) -> None:
        slider, field = QSlider(Qt.Orientation.Horizontal), QLineEdit()
        slider.setAccessibleName(self.tr("Weight: {0}").format(name))
        slider.setPageStep(5)
        field.setAccessibleName(self.tr("Weight: {0}").format(name))
        field.setFixedWidth(10 * self._theme.room["step"])
        field.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._shares[code] = label(type="label", tone="quiet")
        self._shares[code].setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(label(name, type="label"), row, 0)
        self._grid.addWidget(slider, row + 1, 0)
        self._grid.addWidget(self._shares[code], row, 1, 2, 1)
        self._grid.addWidget(field, row, 2, 2, 1)
        self.sliders[code], self.fields[code] = slider, field
        slider.valueChanged.connect(lambda value, code=code: self._push(code, value))
        field.textEdited.connect(lambda text, code=code: self._type(code, text))
        field.editingFinished.connect(self.write_anew)

    def _push(self, code: str, value: int) -> None:
        self._weights[code] = Fraction(value)
        self.fields[code].setText(str(value))
        self._mark(code, is_wrong=False)
        self.changed.emit()

    @Slot()
    def _type(self, code: str, text: str) -> None:
        try:
            weight = typed_number("", text)
        except PingyiError:
            weight = Fraction(-1)
        self._mark(code, is_wrong=weight < 0)
        if weight >= 0:
            self._weights[code] = weight
            self.changed.emit()

    def _mark(self, code: str, *, is_wrong: bool) -> None:
        set_tone(self.fields[code], "bad" if is_wrong else "text")


def _style(theme: Theme) -> str:
    line, accent, card = (theme.colours[name].name() for name in ("line", "accent", "card"))
    side = theme.room["step"]
    return (
        f"QSlider {{ min-height: {3 * side}px; }}"
        f"QSlider::groove:horizontal {{ height: 2px; background: {line}; }}"
        f"QSlider::sub-page:horizontal {{ background: {accent}; }}"
        f"QSlider::handle:horizontal {{ width: {2 * side}px; height: {2 * side}px;"
        f" margin: -{side - 1}px 0; border: 2px solid {accent}; border-radius: {side + 2}px;"
        f" background: {card}; }}"
        f"QSlider::handle:horizontal:focus {{ background: {accent}; }}"
        f"QLineEdit[tone='bad'] {{ color: {theme.colours['bad'].name()}; }}"
    )
