"""The settings page: how the window looks and sounds, where backups go, what lies where."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.views.backup_card import BackupCard
from desktop.views.look_choice import LookChoice
from desktop.views.parts import button, card, filled, label
from desktop.views.places_card import PlacesCard
from desktop.views.workplace import Workplace


class SettingsView(QWidget):
    """What is chosen here is taken at once, and kept for this machine."""

    strip: QWidget | None = None

    def __init__(self, place: Workplace, parent: QWidget) -> None:
        super().__init__(parent)
        self._place = place
        self.look = LookChoice(place.session, place.theme, self)
        self.look.show_swatches()
        self.backup = BackupCard(place, self)
        self.places = PlacesCard(place, self)
        self.hearing = {
            "saved": button(self.tr("A form is stored")),
            "low": button(self.tr("A key means nothing")),
            "warn": button(self.tr("Look at the line")),
            "end": button(self.tr("The end of a page")),
        }
        for name, made in self.hearing.items():
            made.clicked.connect(lambda _, name=name: place.sounds.play(name))
            made.setEnabled(place.session.settings.sounds)
        self._lay_out(place.theme.room["step"])

    def activate(self) -> None:
        """Show the backup folder as it stands, and take the focus."""
        self.backup.refresh()
        if not self.look.focus_again():
            self.look.language.focus()

    def put_away(self) -> None:
        """Nothing is open here."""

    def _lay_out(self, step: int) -> None:
        page = QWidget()
        page.setObjectName("page")
        page.setMaximumWidth(150 * step)
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(2 * step)
        for at, held in enumerate((self._looks(step), self._sounds(step))):
            grid.addWidget(held, at, 0)
        grid.addWidget(self.backup, 0, 1)
        grid.addWidget(self.places, 1, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(2, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # the page's own ground shows, not a card's
        scroll.setStyleSheet("QScrollArea, QScrollArea > QWidget { background: transparent; }")
        scroll.setWidget(page)
        column: QVBoxLayout = filled(self)
        column.setSpacing(2 * step)
        column.addWidget(label(self.tr("Settings"), type="name"))
        column.addWidget(scroll, 1)

    def _looks(self, step: int) -> QWidget:
        frame, column = card(margin=2 * step, spacing=step)
        column.addWidget(label(self.tr("How the window looks"), type="row"))
        for name, row in (
            (self.tr("Language"), self.look.language),
            (self.tr("Theme"), self.look.theme),
            (self.tr("Text size"), self.look.text_size),
        ):
            column.addWidget(label(name, type="label", tone="quiet"))
            column.addWidget(row)
        column.addWidget(label(self._kept_text(), type="label", tone="quiet", wrap=True))
        column.addStretch(1)
        return frame

    def _sounds(self, step: int) -> QWidget:
        frame, column = card(margin=2 * step, spacing=step)
        column.addWidget(label(self.tr("Sounds while keying"), type="row"))
        column.addWidget(self.look.sounds)
        column.addWidget(label(self.tr("Hear each"), type="label", tone="quiet"))
        grid = QGridLayout()
        grid.setSpacing(step)
        for at, made in enumerate(self.hearing.values()):
            grid.addWidget(made, at // 2, at % 2)
        row = QHBoxLayout()
        row.addLayout(grid)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        return frame

    def _kept_text(self) -> str:
        return self.tr("A change is seen at once; an open form stays at its cell.")
