"""Which edition is shown: the survey as it stands, or as it was sealed once."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desktop.store.editions import Edition, SealedEdition
from desktop.views.drop_list import DropList
from desktop.views.theme import Theme


class EditionChoice(DropList):
    """`number` is the sealed edition that is chosen, or None for the survey as it stands."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__("", theme, parent)
        self.setAccessibleName(self.tr("Edition"))
        self.setToolTip(self.tr("Edition"))

    @property
    def number(self) -> int | None:
        held = self.currentData()
        return held if isinstance(held, int) else None

    def offer(self, at: Edition, editions: Sequence[SealedEdition]) -> None:
        """Offer the survey as it stands, and every sealed edition that it is not."""
        before = self.currentData()
        sealed, open_ = self.tr("Sealed: edition {0}"), self.tr("As it stands: edition {0}")
        self.clear()
        self.add((sealed if at.sealed else open_).format(at.number), None)
        for held in reversed(editions):
            if not (at.sealed and held.number == at.number):
                self.add(sealed.format(held.number), held.number)
        self.setCurrentIndex(max(0, self.findData(before)))
