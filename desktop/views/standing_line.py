"""What is on record: the form saved last, and the code of this station's last record."""

from PySide6.QtCore import QTime, Slot
from PySide6.QtWidgets import QWidget

from desktop.session import Session
from desktop.store import clerk_queries
from desktop.tally.form import form_name
from desktop.views.parts import filled, label


class StandingLine(QWidget):
    """At the foot of the window, at the right."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._seq = session, 0
        self.text = label(type="label", tone="good")
        filled(self).addWidget(self.text)

    @Slot()
    def refresh(self) -> None:
        """Read the end of the chain."""
        survey = self._session.opened
        saved, tip = clerk_queries.last_saved(survey), survey.tip
        head = self.tr("record {0} · {1}").format(tip.seq, tip.head[:8].upper())
        if saved:
            when = QTime.currentTime().toString("HH:mm:ss") if 0 < self._seq < tip.seq else ""
            head = self.tr("saved {0} {1}").format(form_name(*saved), when).strip() + f"   {head}"
        self._seq = tip.seq
        self.text.setText(head)
