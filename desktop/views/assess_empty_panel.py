"""What the assessment page shows before a rule set is chosen: what to do first, and its button."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.actions.rule_sets import SHIPPED
from desktop.models.assess_year import AssessYear
from desktop.store import kinds
from desktop.views.assess_rules_acts import AssessRulesActs
from desktop.views.message_line import MessageLine
from desktop.views.parts import button, card, filled, label
from desktop.views.workplace import Workplace


class AssessEmptyPanel(QWidget):
    """Nothing stands here until the page has read whether there is a rule set."""

    rules_requested = Signal()
    """To look at the rules before one set is chosen."""

    def __init__(self, place: Workplace, message: MessageLine, parent: QWidget) -> None:
        super().__init__(parent)
        self.year: AssessYear | None = None
        self._may = place.session.may(kinds.RULES)
        self.acts = AssessRulesActs(place, message, self)
        self.title = label(self.tr("First choose the rule set of the year"), type="name")
        self.text = label(self._text(), type="row", tone="quiet", wrap=True)
        self.use_button = button(self.tr("Use the 100-point rule set"), primary=True)
        self.other_button = button(self.tr("Look at the rules first"))
        step = place.theme.room["step"]
        frame, column = card(margin=4 * step, spacing=2 * step)
        row = QHBoxLayout()
        row.setSpacing(step)
        row.addWidget(self.use_button)
        row.addWidget(self.other_button)
        row.addStretch(1)
        column.addWidget(self.title)
        column.addWidget(self.text)
        column.addLayout(row)
        self._frame = frame
        filled(self).addWidget(frame, 0, Qt.AlignmentFlag.AlignTop)
        frame.hide()
        self.use_button.clicked.connect(lambda: self.acts.choose_shipped(SHIPPED[0]))
        self.other_button.clicked.connect(self.rules_requested)

    def show_year(self, year: AssessYear) -> None:
        self.year = year
        self._frame.setVisible(year.rules is None)
        for made in (self.use_button, self.other_button):
            made.setVisible(self._may)

    def activate(self) -> None:
        if self._may:
            self.use_button.setFocus()

    def _text(self) -> str:
        if self._may:
            return self.tr(
                "It says what is deducted for what, who gives the evidence, and which bands the"
                " scores fall into. The 100-point set has 28 rules; a copy of it can be edited and"
                " chosen instead. It stays open to change until the first entry."
            )
        return self.tr(
            "The supervisor chooses it on his computer; this one learns of it by the next kit."
        )
