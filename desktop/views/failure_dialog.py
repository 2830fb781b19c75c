"""A fault of the program: what to do, and a report to copy that holds no mark."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.views.parts import button, label


class FailureDialog(QDialog):
    """The one dialog that nobody asked for: the form on the desk is kept all the same."""

    def __init__(self, report: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Something went wrong in the program"))
        self.report = QPlainTextEdit(report)
        self.report.setReadOnly(True)
        self.copy_button = button(self.tr("Copy the report"))
        self.close_button = button(self.tr("Go on"), primary=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addWidget(label(self.tr("This is a fault of the program, not yours."), type="name"))
        column.addWidget(label(self._advice(), wrap=True))
        column.addWidget(label(self.tr("The report"), type="label", tone="quiet"))
        column.addWidget(self.report, 1)
        row = QHBoxLayout()
        row.addWidget(self.copy_button)
        row.addStretch(1)
        row.addWidget(self.close_button)
        column.addLayout(row)
        # room for the text at its size: it grows with the font
        line = self.fontMetrics().height()
        self.resize(36 * line, 20 * line)
        self.close_button.setDefault(True)
        self.close_button.setFocus()
        self.close_button.clicked.connect(self.accept)
        self.copy_button.clicked.connect(self._copy)

    def _advice(self) -> str:
        return self.tr(
            "Every saved form is safe. Close the program and start it again: the open form comes"
            " back at its cell. Give this report to the supervisor; it holds no marks and no names."
        )

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report.toPlainText())
