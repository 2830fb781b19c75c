"""Results declared void 作废 by two people, with a reason, beside the ranking without them."""

from dataclasses import dataclass

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desktop.actions.consequences import annul_results, restore_results
from desktop.actions.operators import confirmed
from desktop.assess.year import Annulment
from desktop.jobs import Job
from desktop.models.acting import Acting
from desktop.models.consequence_rows import ConsequencesFound, standing_rows
from desktop.models.rows_model import Column, Row
from desktop.report.figures import DASH
from desktop.store.ledger_queries import Line
from desktop.store.survey_file import SurveyFile
from desktop.views.entry_card import EntryCard
from desktop.views.filtered_table import FilteredTable
from desktop.views.message_line import MessageLine
from desktop.views.parts import button, card, filled, label
from desktop.views.signing_panel import SigningPanel
from desktop.views.workplace import Workplace


@dataclass(frozen=True, slots=True)
class _Wish:
    """Whose results are to be void."""

    unit: str
    name: str


class ConsequenceVoidPanel(QWidget):
    """Enter on a unit asks for the reason; Enter on a void one takes it back."""

    def __init__(self, place: Workplace, message: MessageLine, parent: QWidget) -> None:
        super().__init__(parent)
        self._place, self._session, self._message = place, place.session, message
        self._units = {held.code: held.name for held in place.session.opened.plan.agencies}
        self._found: ConsequencesFound | None = None
        self._wish: _Wish | None = None
        self._line: Line[Annulment] | None = None
        self.acting = Acting(place.session, self)
        self.signing = SigningPanel(place, self)
        self.restoring = EntryCard(self.tr("Take it back"), place.theme, self, columns=1)
        self.reason = QLineEdit()
        self.restoring.add(self.tr("Reason, in a few words"), self.reason)
        self.standing, self.list = self._made_standing(), self._made_list()
        self.annul_button = button(self.tr("Declare void…"), danger=True)
        self.restore_button = button(self.tr("Take back…"))
        self._lay_out()
        self._connect()

    def activate(self) -> None:
        if not (self.signing.isVisible() or self.restoring.isVisible()):
            self.standing.table.setFocus()

    def put_away(self) -> None:
        """A PIN that was typed does not stay."""
        self.signing.put_away()

    def show_found(self, found: ConsequencesFound) -> None:
        self._found = found
        self.signing.second.show_people(found.people)
        self.standing.show_rows(standing_rows(found, self._units, self.tr("void")))
        self.list.show_rows([self._row(line) for line in found.annulments])
        self.restore_button.setEnabled(bool(found.annulments))

    def _row(self, line: Line[Annulment]) -> Row:
        held = line.value
        back = f"{held.withdrawn} {held.note}" if held.withdrawn else DASH
        tone = "quiet" if held.withdrawn else "text"
        since = f"{held.on} {held.second}"
        texts = (self._units.get(held.unit, held.unit), held.reason, since, back)
        return Row(line.id, texts, tones=(tone,) * len(texts))

    @Slot()
    def ask_to_annul(self) -> None:
        unit = self.standing.current()
        if not isinstance(unit, str):
            return
        self._message.tell(None)
        self.restoring.hide()
        self._wish = _Wish(unit, self._units[unit])
        title = self.tr("The results of {0} are void").format(self._wish.name)
        text = self.tr(
            "Its results leave this ranking and the composite, the others rank without it, and"
            " nothing follows from its band. Reason and both names stay on record."
        )
        self.signing.ask(title, text, self.tr("Declare void"), reason=True)

    @Slot()
    def ask_to_restore(self) -> None:
        key = self.list.current()
        lines = {line.id: line for line in self._found.annulments} if self._found else {}
        self._line = next((line for id_, line in lines.items() if id_ == key), None)
        if self._line is None:
            return
        if self._line.value.withdrawn:
            self._message.say(self.tr("That was taken back already."), tone="warn")
            return
        self._message.tell(None)
        self.signing.hide()
        self.reason.clear()
        name = self._units.get(self._line.value.unit, self._line.value.unit)
        self.restoring.ask(self.tr("The results of {0} hold again").format(name), "", self.reason)

    @Slot()
    def _annul(self) -> None:
        assert self._found
        assert self._wish
        wish, code, on = self._wish, self._session.code, self._found.today
        second, reason = self.signing.second.given(), self.signing.reason.text()

        def act(survey: SurveyFile, _: Job) -> None:
            who = confirmed(survey, second)
            annul_results(survey, wish.unit, reason, on, second=who, operator=code)

        text = self.tr("The results of {0} are void; the ranking is made without them.")
        self.acting.start(act, lambda _: self._tell(text.format(wish.name)))

    @Slot()
    def _restore(self) -> None:
        assert self._found
        assert self._line
        line, code, on = self._line, self._session.code, self._found.today
        reason = self.reason.text()

        def act(survey: SurveyFile, _: Job) -> None:
            restore_results(survey, line, reason, on, operator=code)

        text = self.tr("The results of {0} hold again.")
        name = self._units.get(line.value.unit, line.value.unit)
        self.acting.start(act, lambda _: self._tell(text.format(name)))

    def _tell(self, told: str) -> None:
        self.signing.put_away()
        self.restoring.put_away()
        self._message.say(told, tone="good")

    def _made_standing(self) -> FilteredTable:
        columns = [
            Column(self.tr("Rank"), is_number=True),
            Column(self.tr("Unit")),
            Column(self.tr("Score"), is_number=True),
            Column(self.tr("Band")),
        ]
        return FilteredTable(columns, self.tr("Ranking now"), self._place.theme, self, wide=1)

    def _made_list(self) -> FilteredTable:
        columns = [
            Column(self.tr("Unit")),
            Column(self.tr("Reason")),
            Column(self.tr("Void since, second person")),
            Column(self.tr("Taken back")),
        ]
        return FilteredTable(columns, self.tr("Void results"), self._place.theme, self, wide=1)

    def _connect(self) -> None:
        self.annul_button.clicked.connect(self.ask_to_annul)
        self.restore_button.clicked.connect(self.ask_to_restore)
        self.standing.row_chosen.connect(lambda _: self.ask_to_annul())
        self.list.row_chosen.connect(lambda _: self.ask_to_restore())
        self.signing.signed.connect(self._annul)
        self.signing.closed.connect(self.standing.table.setFocus)
        self.restoring.given.connect(self._restore)
        self.restoring.closed.connect(self.standing.table.setFocus)
        self.acting.failed.connect(self._message.tell)

    def _lay_out(self) -> None:
        step = self._place.theme.room["step"]
        row, whole = QHBoxLayout(), filled(self)
        for held in (row, whole):
            held.setSpacing(step)
        for table, tool, title, share in (
            (self.standing, self.annul_button, self.tr("Ranking now"), 2),
            (self.list, self.restore_button, self.tr("Void results"), 3),
        ):
            frame, column = card(margin=2 * step, spacing=step)
            column.addWidget(label(title, type="row"))
            table.tools.addWidget(tool)
            column.addWidget(table, 1)
            row.addWidget(frame, share)
        whole.addWidget(self.signing)
        whole.addWidget(self.restoring)
        whole.addLayout(row, 1)
