"""To come."""

from PySide6.QtWidgets import QWidget

from desktop.views.workplace import Workplace


class DrillView(QWidget):
    strip: QWidget | None = None

    def __init__(self, place: Workplace, parent: QWidget) -> None:
        super().__init__(parent)

    def activate(self) -> None: ...

    def put_away(self) -> None: ...
