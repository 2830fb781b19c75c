"""The batches: registered from slips or receipts, handed to stations, closed and reopened."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QItemSelectionModel, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QTableView, QWidget

from desktop.actions.batches import correct_batch
from desktop.actions.receipts import bundled, next_code, register_batches
from desktop.jobs import Job
from desktop.models.acting import Acting
from desktop.models.rows_model import Column, Row
from desktop.papers.sheets import batch_covers
from desktop.store.clerk_queries import BatchWork
from desktop.store.paper_queries import IssueLine
from desktop.store.station_queries import Station
from desktop.store.survey_file import SurveyFile
from desktop.tally.reconciliation import Slip
from desktop.views.batch_acts import BatchActs
from desktop.views.filtered_table import FilteredTable
from desktop.views.job_bar import JobBar
from desktop.views.message_line import MessageLine
from desktop.views.paper_buttons import PaperButtons, Writer
from desktop.views.parts import button, card, filled
from desktop.views.slip_form import GivenSlip, SlipForm
from desktop.views.workplace import Workplace
from desktop.words import words_for


class BatchesPanel(QWidget):
    """What is done is done to every batch that is selected; Enter corrects the slip of one."""

    def __init__(self, place: Workplace, message: MessageLine, parent: QWidget) -> None:
        super().__init__(parent)
        self._place, self._session, self._message = place, place.session, message
        self._words = words_for(place.language)
        self._plan = place.session.opened.plan
        self._names = {agency.code: agency.short or agency.name for agency in self._plan.agencies}
        self._batches: Sequence[BatchWork] = ()
        self._origins: Mapping[str, str] = {}
        self._stations: Sequence[Station] = ()
        self.acting = Acting(place.session, self)
        self.bar = JobBar(self.acting, self.tr("The batches go on record…"), self)
        columns = [
            Column(self.tr("Batch")),
            Column(self.tr("Channel")),
            Column(self.tr("Slip"), is_number=True),
            Column(self.tr("Keyed"), is_number=True),
            Column(self.tr("Station")),
            Column(self.tr("State")),
        ]
        self.list = FilteredTable(columns, self.tr("Batches"), place.theme, self, wide=1)
        self.list.table.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        header = self.list.table.horizontalHeader()
        header.setMinimumSectionSize(6 * place.theme.room["step"])
        self.add_button = button(self.tr("New batch…"), primary=True)
        self.hand_button, self.more_button = button(self.tr("Hand to")), button(self.tr("More"))
        self.form = SlipForm(place, self)
        self.acts = BatchActs(place, message, self)
        self.papers = PaperButtons(
            place, message, self.tr("Batch covers"), self._covers, self, text=self.tr("Covers")
        )
        self._lay_out()
        self._make_menus()
        self._connect()

    def show_batches(
        self,
        batches: Sequence[BatchWork],
        origins: Mapping[str, str],
        stations: Sequence[Station],
    ) -> None:
        """`origins` are codes of agencies, by the code of the batch."""
        selected = {held.code for held in self.chosen}
        self._batches, self._origins, self._stations = batches, origins, stations
        names = {held.station: held.name for held in stations}
        channels = {held.code: held.name for held in self._plan.channels}
        self.list.show_rows([self._row(held, names, channels) for held in batches])
        self._select(selected)

    def _row(self, held: BatchWork, names: Mapping[str, str], channels: Mapping[str, str]) -> Row:
        origin = self._names.get(self._origins.get(held.code, ""), "")
        channel = channels[held.channel] + (f" · {origin}" if origin else "")
        state = self._state(held)
        given = names.get(held.station or "", "")
        counts = (f"{held.count:,}", f"{held.keyed:,}")
        texts = (held.code, channel, *counts, given, state)
        tone = "good" if held.closed else "warn" if held.extra else "quiet"
        sorts = (held.code, channel, held.count, held.keyed, given, state)
        return Row(held, texts, sorts, ("text", "text", "text", "text", "text", tone))

    def _state(self, held: BatchWork) -> str:
        if held.closed:
            return self.tr("closed")
        if held.extra:
            return self.tr("{0} beyond the slip").format(held.extra)
        if held.keyed:
            return self.tr("{0} left").format(held.left)
        return self.tr("to be keyed")

    @property
    def chosen(self) -> list[BatchWork]:
        """The batches that are selected, in the order of the table."""
        rows = sorted(index.row() for index in self.list.table.selectionModel().selectedRows())
        shown = self.list.shown_rows()
        return [held for at in rows if isinstance(held := shown[at].key, BatchWork)]

    def _select(self, codes: set[str]) -> None:
        """The batches that were selected before they were read anew, whatever they hold now."""
        held = [row.key for row in self.list.shown_rows() if isinstance(row.key, BatchWork)]
        places = [at for at, batch in enumerate(held) if batch.code in codes]
        selection, flag = self.list.table.selectionModel(), QItemSelectionModel.SelectionFlag
        if places:
            self.list.select(held[places[0]])
        for at in places[1:]:
            selection.select(self.list.model.index(at, 0), flag.Select | flag.Rows)

    @Slot()
    def add(self) -> None:
        """The next free code is proposed."""
        self._begin(self.tr("A batch from its slip"), self._next_code())

    @Slot(object)
    def bundle(self, line: IssueLine) -> None:
        """Batches of one receipt: what came back, bundled."""
        title = self.tr("Batches from the receipt of {0}").format(line.on)
        self._begin(title, self._next_code(), channel=line.channel, forms=line.forms, bundled=True)

    @Slot()
    def correct(self) -> None:
        """The slip of one batch, as it should have been copied."""
        if held := self._one():
            title = self.tr("Correct the slip of {0}").format(held.code)
            slip: dict[str, Any] = {"channel": held.channel, "forms": held.count}
            origin = self._origins.get(held.code, "")
            self._begin(title, held.code, **slip, origin=origin, replaces=True)

    def _begin(self, title: str, code: str, **slip: Any) -> None:
        self.acts.question.close_question()
        self.add_button.setEnabled(False)  # one button of a page is the first one: the form's now
        self.form.begin(title, code, **slip)

    def _next_code(self) -> str:
        return next_code(held.code for held in self._batches)

    @Slot()
    def _register(self) -> None:
        given, by = self.form.given(), self._session.code
        self.bar.say(self.tr("The batches go on record…"))
        if given.replaces:
            slip = Slip(given.code, given.channel, given.forms, given.origin)
            self.acting.start(
                lambda survey, _: correct_batch(survey, slip, operator=by),
                lambda _: self._tell(self.tr("On record: {0}.").format(given.code)),
            )
        else:
            self.acting.start(partial(_registered, given=given, operator=by), self._tell_registered)

    def _tell_registered(self, codes: list[str]) -> None:
        text = (
            self.tr("Registered: {0}.") if len(codes) == 1 else self.tr("Registered: {0} to {1}.")
        )
        self._tell(text.format(codes[0], codes[-1]))

    def _tell(self, sentence: str) -> None:
        self.form.close_form()
        self._message.say(sentence, tone="good")

    def _one(self) -> BatchWork | None:
        """The one batch that is selected; of many, or of none, it is said that one is meant."""
        held = self.chosen
        if len(held) == 1:
            return held[0]
        self._message.say(self.tr("Select one batch."), tone="warn")
        return None

    @Slot(QAction)
    def _hand_over(self, action: QAction) -> None:
        self.acts.hand_to(str(action.data()), action.text(), self.chosen)

    @Slot()
    def _close(self) -> None:
        self.acts.close_batches(self.chosen)

    @Slot()
    def _reopen(self) -> None:
        self.acts.reopen(self.chosen)

    @Slot()
    def _import(self) -> None:
        if held := self._one():
            self.acts.import_forms(held)

    def _covers(self) -> Writer:
        codes = [held.code for held in self.chosen] or [held.code for held in self._batches]
        survey, words = self._session.opened, self._words

        def write(path: Path) -> Path:
            with survey.reader() as reader, reader.reading():
                return batch_covers(reader, codes, path, words)

        return write

    @Slot()
    def _offer_stations(self) -> None:
        """Those that work now; nothing is done until one of them is chosen."""
        self.stations.clear()
        for held in self._stations:
            if held.state in ("admitted", "supervisor"):
                self.stations.addAction(held.name).setData(held.station)

    @Slot()
    def _go_on(self) -> None:
        self.add_button.setEnabled(True)
        self.list.table.setFocus()

    def _connect(self) -> None:
        self.add_button.clicked.connect(self.add)
        self.list.row_chosen.connect(lambda _: self.correct())
        self.form.register_requested.connect(self._register)
        self.form.closed.connect(self._go_on)
        self.acts.asked.connect(self.form.close_form)
        self.acts.ended.connect(self._go_on)
        self.acting.failed.connect(self._message.tell)

    def _make_menus(self) -> None:
        self.stations, more = QMenu(self.hand_button), QMenu(self.more_button)
        self.stations.aboutToShow.connect(self._offer_stations)
        self.stations.triggered.connect(self._hand_over)
        self.hand_button.setMenu(self.stations)
        for text, slot in (
            (self.tr("Correct the slip…"), self.correct),
            (self.tr("Close…"), self._close),
            (self.tr("Open again…"), self._reopen),
            (self.tr("Import forms keyed elsewhere…"), self._import),
            (self.tr("Take over counts made outside…"), self.acts.enter_totals),
        ):
            more.addAction(text, slot)
        self.more_button.setMenu(more)

    def _lay_out(self) -> None:
        step = self._place.theme.room["step"]
        frame, column = card(margin=2 * step, spacing=step)
        row = QHBoxLayout()
        row.setSpacing(step)
        for made in (self.add_button, self.hand_button, self.more_button):
            row.addWidget(made)
        row.addStretch(1)
        row.addWidget(self.papers)
        column.addLayout(row)
        for part in (self.form, self.acts.question, self.acts.bar, self.bar):
            column.addWidget(part)
        column.addWidget(self.list, 1)
        filled(self).addWidget(frame)


def _registered(survey: SurveyFile, job: Job, *, given: GivenSlip, operator: str) -> list[str]:
    size = given.size or given.forms
    slips = bundled(given.code, given.channel, given.forms, size, given.origin)
    return register_batches(survey, slips, operator=operator, progress=job.report)
