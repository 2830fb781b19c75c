"""What a plan is begun from: one that was left, a shipped one, an empty one, a file, a survey."""

from __future__ import annotations

from PySide6.QtCore import QDateTime, QEvent, QLocale, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QWidget

from desktop.models.plan_drafts import Unfinished, unfinished
from desktop.session import Session
from desktop.views.parts import button, card, filled, label
from desktop.views.path_field import PathField, open_dialog
from desktop.views.shipped_plans import shipped_plans
from desktop.views.theme import Theme

_SOURCE = Qt.ItemDataRole.UserRole


class PlanBeginPanel(QWidget):
    """`chosen` gives an Unfinished, a path, or None for an empty plan."""

    chosen = Signal(object)
    refused = Signal(object)

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._theme = session, theme
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("What to begin from"))
        self.list.setSpacing(theme.room["step"] // 2)
        self.list.setStyleSheet(f"QListWidget::item {{ padding: {theme.room['step'] // 2}px; }}")
        self.list.installEventFilter(self)
        self.list.itemClicked.connect(self._choose)
        self.remove = button(self.tr("Take this draft off the list"))
        self.remove.clicked.connect(self._put_aside)
        kinds = self.tr("Plans and surveys (*.json *.pingyi)")
        choose = open_dialog(self.tr("Choose a plan or a survey"), kinds)
        self.file = PathField(self.tr("A plan file, or a survey"), choose, self)
        self.enter = button(self.tr("Begin from this file"))
        self.file.returned.connect(self._take_file)
        self.enter.clicked.connect(self._take_file)
        self.list.currentItemChanged.connect(self._show_remove)
        self._lay_out(theme.room["step"])
        self.setFocusProxy(self.list)

    def refresh(self) -> None:
        """Show the drafts that were left, and then everything else."""
        self.list.clear()
        for left in unfinished(self._session.home):
            self._offer(self._called(left), left)
        self._offer(self.tr("An empty plan"), None)
        for title, path in shipped_plans():
            self._offer(self.tr("Like this one: {0}").format(title), path)
        self.list.setCurrentRow(0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            item = self.list.currentItem()
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and item is not None:
                self._choose(item)
                return True
        return super().eventFilter(watched, event)

    def _called(self, left: Unfinished) -> str:
        when = QDateTime.fromSecsSinceEpoch(int(left.kept.timestamp()))
        kept = QLocale().toString(when, QLocale.FormatType.ShortFormat)
        title = left.title or self.tr("without a title")
        text = self.tr("Go on with a draft: {0}, {1} agencies, of {2}")
        return text.format(title, left.agencies, kept)

    def _offer(self, text: str, source: object) -> None:
        item = QListWidgetItem(text)
        item.setData(_SOURCE, source)
        self.list.addItem(item)

    @Slot(QListWidgetItem)
    def _choose(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(_SOURCE))

    @Slot()
    def _take_file(self) -> None:
        if self.file.path:
            self.chosen.emit(self.file.path)
        else:
            self.refused.emit(self.tr("Name a plan file or a survey first."))
            self.file.setFocus()

    @Slot()
    def _show_remove(self) -> None:
        item = self.list.currentItem()
        left = item.data(_SOURCE) if self.list.currentRow() >= 0 else None
        self.remove.setEnabled(isinstance(left, Unfinished))

    @Slot()
    def _put_aside(self) -> None:
        """Off the list; the file stays under another name."""
        item = self.list.currentItem()
        left = item.data(_SOURCE) if self.list.currentRow() >= 0 else None
        if isinstance(left, Unfinished):
            left.journal.put_aside()
            self.refresh()
            self.list.setFocus()

    def _lay_out(self, step: int) -> None:
        frame, column = card(margin=3 * step, spacing=step)
        column.addWidget(label(self.tr("What to begin from"), type="name"))
        column.addWidget(label(self._about(), type="label", tone="quiet", wrap=True))
        column.addWidget(self.list, 1)
        row = QHBoxLayout()
        row.addWidget(self.remove)
        row.addStretch(1)
        column.addLayout(row)
        name = self.tr("A plan file, or a survey whose plan to begin from")
        column.addWidget(label(name, type="label", tone="quiet"))
        row = QHBoxLayout()
        row.setSpacing(2 * step)
        row.addWidget(self.file, 1)
        row.addWidget(self.enter)
        column.addLayout(row)
        filled(self).addWidget(frame)

    def _about(self) -> str:
        return self.tr(
            "Nothing is founded before the last step; every change is kept by itself, and the plan"
            " that you begin from stays as it is."
        )
