"""What came of a practice: figures, and each cell that is not as on its paper."""

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QListView, QWidget

from desktop.models.practice import Mistake, Score
from desktop.tally.marks import INVALID
from desktop.tally.plan import Plan
from desktop.views.parts import button, card, filled, label
from desktop.views.theme import Theme


class PracticeScore(QWidget):
    """Shows one score; it is kept nowhere."""

    again_requested = Signal()

    def __init__(self, plan: Plan, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._plan, self._step = plan, theme.room["step"]
        self.title = label(self.tr("Practice: your score"), type="name")
        self.figures = [label(type="number") for _ in range(4)]
        self.wrong = label(type="row", wrap=True)
        self.mistakes, self.list = QStringListModel(self), QListView()
        self.again_button = button(self.tr("Again"), primary=True)
        self._lay_out()
        self.again_button.clicked.connect(self.again_requested)

    def show_score(self, score: Score) -> None:
        """These figures, and the cells that are wrong."""
        forms = max(score.forms, 1)
        minutes, seconds = divmod(round(score.seconds / forms), 60)
        presses, fewest = round(score.presses / forms), round(score.fewest / forms)
        for held, text in zip(
            self.figures,
            (
                self.tr("{0} of {1}").format(score.right, score.cells),
                self.tr("{0} of {1}").format(score.clean, score.forms),
                f"{minutes}:{seconds:02d}",
                self.tr("{0} ({1} would do)").format(presses, fewest),
            ),
            strict=True,
        ):
            held.setText(text)
        self.mistakes.setStringList([self._told(mistake) for mistake in score.mistakes])
        self.list.setVisible(bool(score.mistakes))
        right = self.tr("Every form is as its paper.")
        self.wrong.setText(self.tr("Not as on the paper:") if score.mistakes else right)
        self.again_button.setFocus()

    def _told(self, mistake: Mistake) -> str:
        if mistake.cell is None:
            return self.tr("form {0}: void on one side only; look at the paper again").format(
                mistake.number
            )
        row, column = divmod(mistake.cell, len(self._plan.dimensions))
        return self.tr("form {0}, row {1}, {2}: paper {3}, keyed {4}").format(
            mistake.number,
            f"{row + 1:03d}",
            self._plan.dimensions[column].name,
            _key(mistake.paper),
            _key(mistake.keyed),
        )

    def _lay_out(self) -> None:
        frame, column = card(margin=3 * self._step, spacing=2 * self._step)
        head, grid = QHBoxLayout(), QGridLayout()
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.again_button)
        column.addLayout(head)
        grid.setHorizontalSpacing(6 * self._step)
        grid.setVerticalSpacing(0)
        for at, (held, text) in enumerate(zip(self.figures, self._captions(), strict=True)):
            grid.addWidget(held, 0, at)
            grid.addWidget(label(text, type="label", tone="quiet"), 1, at)
        grid.setColumnStretch(len(self.figures), 1)
        column.addLayout(grid)
        column.addWidget(self.wrong)
        self.list.setModel(self.mistakes)
        self.list.setAccessibleName(self.tr("Cells that are wrong"))
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        column.addWidget(self.list, 1)
        column.setAlignment(self.wrong, Qt.AlignmentFlag.AlignTop)
        filled(self).addWidget(frame)

    def _captions(self) -> tuple[str, str, str, str]:
        return (
            self.tr("cells right"),
            self.tr("forms without a mistake"),
            self.tr("time a form"),
            self.tr("presses a form"),
        )


def _key(mark: str) -> str:
    """The key that enters a mark."""
    return "*" if mark == INVALID else mark
