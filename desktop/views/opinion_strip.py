"""The keys of the page Opinions that matter now, at the foot of the window."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.views.key_strip import Keys, row_of
from desktop.views.opinion_list import OpinionRows
from desktop.views.opinion_panel import OpinionPanel


class OpinionStrip(QStackedWidget):
    """Follows the focus from field to field."""

    def __init__(self, panel: OpinionPanel, rows: OpinionRows) -> None:
        super().__init__()
        self._rows: Mapping[QObject, QWidget] = {
            panel.form: row_of(self._at_form()),
            panel.agency.line: row_of(self._at_agency()),
            panel.text: row_of(self._at_text()),
            rows.table.table: row_of(self._at_list()),
        }
        for field, row in self._rows.items():
            field.installEventFilter(self)
            self.addWidget(row)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and watched in self._rows:
            self.setCurrentWidget(self._rows[watched])
        return super().eventFilter(watched, event)

    def _at_form(self) -> Keys:
        return (
            ("0–9", self.tr("number, or scan")),
            ("Enter", self.tr("take it; alone, the same form again")),
            ("Tab", self.tr("next field")),
            ("F1", self.tr("help")),
        )

    def _at_agency(self) -> Keys:
        return (
            ("0–9", self.tr("number on the paper")),
            ("A–Z", self.tr("code, or part of the name")),
            ("↑ ↓", self.tr("choose")),
            ("Enter", self.tr("take it; alone, a general opinion")),
            ("Esc", self.tr("back")),
        )

    def _at_text(self) -> Keys:
        return (("Enter", self.tr("save")), ("Esc", self.tr("back")), ("F1", self.tr("help")))

    def _at_list(self) -> Keys:
        return (
            ("↑ ↓", self.tr("choose")),
            ("Enter", self.tr("correct")),
            ("Del", self.tr("take back")),
            ("F1", self.tr("help")),
        )
