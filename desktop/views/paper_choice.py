"""The papers of a survey as a list: what each is called, as what it comes, and what it is for."""

from PySide6.QtWidgets import QWidget

from desktop.models.rows_model import Column, Row
from desktop.papers.listing import BLANKS, OUTGOING, PAPERS, RESULTS, WORK, Paper
from desktop.views.filtered_table import FilteredTable
from desktop.views.parts import filled
from desktop.views.workplace import Workplace
from desktop.words import words_for


class PaperChoice(QWidget):
    """In the order of the list of papers; a part's name may be typed to see that part alone."""

    def __init__(self, place: Workplace, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words_for(place.language)
        self._parts = {
            RESULTS: self.tr("results"),
            OUTGOING: self.tr("letters"),
            WORK: self.tr("work"),
            BLANKS: self.tr("blanks"),
        }
        columns = [Column(self.tr("Document")), Column(self.tr("As")), Column(self.tr("For"))]
        self.list = FilteredTable(columns, self.tr("Documents"), place.theme, self, wide=0)
        filled(self).addWidget(self.list)
        self.setFocusProxy(self.list.table)

    @property
    def paper(self) -> Paper | None:
        """The one under the cursor."""
        held = self.list.current()
        return held if isinstance(held, Paper) else None

    def show_papers(self) -> None:
        """Every paper there is; the cursor stays where it was."""
        self.list.show_rows([self._row(at, held) for at, held in enumerate(PAPERS)])

    def _row(self, at: int, paper: Paper) -> Row:
        part = self._parts[paper.part]
        title, suffix = self._words(paper.title), paper.suffix[1:].upper()
        return Row(paper, (title, suffix, part), (title, suffix, at), ("text", "quiet", "quiet"))
