"""What other weights would make of the composite: tried here, recorded nowhere."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from desktop.assess.composite import Missing
from desktop.assess.year import CompositeSetting
from desktop.models.component_entry import with_weights
from desktop.models.composite_rows import Composed, same_weights, what_if_rows
from desktop.models.composite_words import CompositeWords
from desktop.models.rows_model import Column
from desktop.tally.errors import PingyiError
from desktop.views.composite_weights import CompositeWeights
from desktop.views.drop_list import DropList
from desktop.views.filtered_table import FilteredTable
from desktop.views.parts import button, card, filled, label, set_tone
from desktop.views.workplace import Workplace
from desktop.words import words_for


class CompositeWhatIfPanel(QWidget):
    """Weights at the left, ranks at the right; the result stays as the weights on record say."""

    components_requested = Signal()

    def __init__(self, place: Workplace, parent: QWidget) -> None:
        super().__init__(parent)
        self._place, self._words = place, words_for(place.language)
        plan = place.session.opened.plan
        self._composed: Composed | None = None
        self._tried: CompositeSetting | None = None
        self.banner = label(type="row", tone="warn", wrap=True)
        self.state = label(type="label", tone="quiet", wrap=True)
        self.group = DropList(self.tr("Weights of"), place.theme, self)
        self.group.add(self.tr("all groups"), "")
        for held in plan.groups:
            self.group.add(held.name, held.code)
        self.weights = CompositeWeights(place.theme, self)
        self.missing = DropList(self.tr("Where a figure is missing"), place.theme, self)
        for choice, text in CompositeWords(self).missing().items():
            self.missing.add(text, choice)
        self.back_button = button(self.tr("Back to the weights on record"))
        self.list = self._made_list()
        self.nothing = label(
            self.tr("There is no ranking yet to compare with: name the components first."),
            type="row",
            wrap=True,
        )
        self.components_button = button(self.tr("To the components"), primary=True)
        self.stack = QStackedWidget()
        self._lay_out()
        self._connect()

    def activate(self) -> None:
        if self._composed:
            self.weights.focus()
        else:
            self.components_button.setFocus()

    def put_away(self) -> None:
        """Nothing is open here."""

    def show_composed(self, composed: Composed | None) -> None:
        """What is on record now; what was tried over other components is given up."""
        before, self._composed = self._composed, composed
        self.stack.setCurrentIndex(1 if composed else 0)
        if composed is None:
            return
        if before is None or self._tried is None or before.setting != composed.setting:
            self._tried = composed.setting
        self._show_tried()

    @Slot()
    def put_back(self) -> None:
        """The weights on record again."""
        if self._composed:
            self._tried = self._composed.setting
            self._show_tried()
            self.weights.write_anew()

    @Slot()
    def _try(self) -> None:
        if self._tried is None:
            return
        group = str(self.group.currentData())
        tried = with_weights(self._tried, self.weights.weights(), group)
        missing = Missing(self.missing.currentData())
        self._tried = CompositeSetting(tried.components, missing)
        self._show_tried()

    @Slot()
    def _show_tried(self) -> None:
        composed, tried = self._composed, self._tried
        if composed is None or tried is None:
            return
        self.weights.show_setting(tried, str(self.group.currentData()))
        self.missing.setCurrentIndex(self.missing.findData(tried.missing))
        is_changed = not same_weights(tried, composed.setting)
        self.back_button.setEnabled(is_changed)
        self._say_what_if(is_changed=is_changed)
        try:
            lines = composed.tried(tried)
        except PingyiError as error:
            self._say(error.sentence(self._words), "bad")
            return
        rows = what_if_rows(composed, lines)
        self.list.show_rows(rows)
        moved = sum(bool(row.texts[1]) for row in rows)
        text = self.tr("%n unit(s) would change rank.", "", moved)
        self._say(text if is_changed else self.tr("These are the weights on record."), "quiet")

    def _say_what_if(self, *, is_changed: bool) -> None:
        set_tone(self.banner, "warn" if is_changed else "quiet")
        self.banner.setText(
            self.tr("What-if, not the result: nothing here is recorded or printed.")
            if is_changed
            else self.tr("Push a weight to see what it would do; nothing here is recorded.")
        )

    def _say(self, text: str, tone: str) -> None:
        set_tone(self.state, tone)
        self.state.setText(text)

    def _made_list(self) -> FilteredTable:
        columns = [
            Column(self.tr("What-if rank"), is_number=True),
            Column(self.tr("Change"), is_number=True),
            Column(self.tr("Unit")),
            Column(self.tr("What-if score"), is_number=True),
            Column(self.tr("Rank"), is_number=True),
            Column(self.tr("Score"), is_number=True),
        ]
        name = self.tr("Ranks under other weights")
        return FilteredTable(columns, name, self._place.theme, self, wide=2)

    def _connect(self) -> None:
        self.weights.changed.connect(self._try)
        self.missing.activated.connect(self._try)
        self.group.currentIndexChanged.connect(self._show_group)
        self.back_button.clicked.connect(self.put_back)
        self.components_button.clicked.connect(self.components_requested)

    @Slot()
    def _show_group(self) -> None:
        self._show_tried()
        self.weights.write_anew()

    def _lay_out(self) -> None:
        step = self._place.theme.room["step"]
        empty, whole = QWidget(), QWidget()
        first = filled(empty)
        first.setSpacing(2 * step)
        first.addWidget(self.nothing)
        first.addWidget(self.components_button, 0, Qt.AlignmentFlag.AlignLeft)
        first.addStretch(1)
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * step)
        row.addWidget(self._side(step))
        right = QVBoxLayout()
        right.setSpacing(step)
        right.addWidget(self.banner)
        right.addWidget(self.list, 1)
        note = self.tr("Ranked by the unrounded score.")
        right.addWidget(label(note, type="note", tone="quiet", wrap=True))
        row.addLayout(right, 1)
        for part in (empty, whole):
            self.stack.addWidget(part)
        frame, column = card(margin=2 * step)
        column.addWidget(self.stack)
        filled(self).addWidget(frame)

    def _side(self, step: int) -> QWidget:
        side, inner = QWidget(), QWidget()
        side.setFixedWidth(44 * step)
        column, held = filled(side), filled(inner)
        column.setSpacing(step)
        held.setContentsMargins(0, 0, step, 0)
        held.addWidget(self.weights)
        held.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        for name, field in (
            (self.tr("Weights of"), self.group),
            (self.tr("Where a figure is missing"), self.missing),
        ):
            column.addWidget(label(name, type="label", tone="quiet"))
            column.addWidget(field)
        column.addWidget(area, 1)
        column.addWidget(self.state)
        column.addWidget(self.back_button)
        return side
