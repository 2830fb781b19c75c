"""The keys that matter now, at the foot of the window."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from desktop.models.desk import Desk
from desktop.models.keys import Prompt
from desktop.views.parts import label

Keys = tuple[tuple[str, str], ...]
"""What stands on the key, and what it does here."""


class KeyStrip(QStackedWidget):
    """Follows the desk's prompt."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._rows: dict[Keys, QWidget] = {}
        self.shown: Keys = ()
        desk.prompt_changed.connect(self.refresh)
        desk.form_changed.connect(self.refresh)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show the keys of the present prompt; each row of keys is made once."""
        self.shown = self._keys()
        if self.shown not in self._rows:
            self._rows[self.shown] = row_of(self.shown)
            self.addWidget(self._rows[self.shown])
        self.setCurrentWidget(self._rows[self.shown])

    def _keys(self) -> Keys:
        match self._desk.prompt:
            case Prompt.NUMBER:
                return (
                    ("Enter", self.tr("take this number")),
                    ("0–9", self.tr("another number, or scan")),
                    ("F10", self.tr("close batch")),
                    ("Esc", self.tr("other batch")),
                    ("F1", self.tr("help")),
                )
            case Prompt.JUMP | Prompt.CHECK:
                return (("0–9", self.tr("number")), ("Enter", self.tr("take it")), self._back())
            case Prompt.FILL | Prompt.REASON:
                return (("1–9", self.tr("choose")), self._back())
            case Prompt.PAUSED:
                return ((self.tr("any key"), self.tr("go on")),)
        return self._at_cells()

    def _back(self) -> tuple[str, str]:
        return "Esc", self.tr("back to the form")

    def _at_cells(self) -> Keys:
        names = [held.name for held in self._desk.plan.grades]
        digits = " ".join(held.code for held in self._desk.plan.grades)
        keys = [(digits, " ".join(_shortened(names)))]
        if len(names) <= 3:
            fills = " ".join(str(6 + at) for at in range(1, len(names) + 1))
            keys.append((fills, self.tr("rest of row")))
        else:
            keys.append(("+ 1", self.tr("rest of row")))
        keys += [("/", self.tr("rest blank")), ("0", self.tr("blank"))]
        if self._desk.plan.dont_know:
            keys.append((".", self.tr("don't know")))
        keys += [
            ("*", self.tr("invalid")),
            ("−", self.tr("back")),
            ("G", self.tr("go to row")),
            ("V", self.tr("void")),
            ("D", self.tr("doubtful")),
        ]
        return tuple(keys)


def row_of(keys: Keys) -> QWidget:
    """Key caps, each with what it does."""
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    for cap, text in keys:
        key = label(cap)
        key.setProperty("cap", True)
        row.addWidget(key)
        row.addWidget(label(text, type="label", tone="quiet"))
        row.addSpacing(6)
    row.addStretch(1)
    return made


def _shortened(names: Sequence[str]) -> list[str]:
    """Names short enough to stand beside each other: an office's 不满意 becomes 不满."""
    return [name if len(name) <= 2 or not name.endswith("满意") else name[:2] for name in names]
