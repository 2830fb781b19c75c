"""The import ledger: what was merged when and by whom, revoked with a reason and brought back."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desktop.jobs import Job
from desktop.models.acting import Acting
from desktop.models.merge_ledger import Ledger
from desktop.models.merge_work import Revoked, revoke
from desktop.models.rows_model import Column, Row
from desktop.models.times import in_words, local
from desktop.store.import_queries import ImportLine
from desktop.store.kinds import RecordId
from desktop.store.survey_file import SurveyFile
from desktop.views.batch_changes import BatchChanges
from desktop.views.filtered_table import FilteredTable
from desktop.views.job_bar import JobBar
from desktop.views.message_line import MessageLine
from desktop.views.parts import button, filled, label
from desktop.views.workplace import Workplace


class ImportLedgerPanel(QWidget):
    """One import is current; what is done with it takes a reason and a second press."""

    def __init__(
        self,
        place: Workplace,
        channels: Mapping[str, str],
        message: MessageLine,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._place, self._session, self._message = place, place.session, message
        self._imports: dict[RecordId, ImportLine] = {}
        self._asked: ImportLine | None = None
        self._moment = self.tr("d MMM H:mm")
        self.acting = Acting(place.session, self)
        self.table = FilteredTable(
            [
                Column(self.tr("Merged at")),
                Column(self.tr("Merged by")),
                Column(self.tr("Files")),
                Column(self.tr("Stations")),
                Column(self.tr("Records"), is_number=True),
                Column(self.tr("State")),
                Column(self.tr("Import")),
            ],
            self.tr("Import ledger"),
            place.theme,
            self,
            wide=2,
        )
        self.revoke_button = button(self.tr("Revoke…"), danger=True)
        self.restore_button = button(self.tr("Bring back…"))
        self.detail = label(type="label", tone="quiet", wrap=True)
        self.hint = label(wrap=True)
        self.reason = QLineEdit()
        self.confirm_button = button("", danger=True)
        self.cancel_button = button(self.tr("Leave it"))
        self.bar = JobBar(self.acting, self.tr("The tables are being made again"), self)
        self.changes = BatchChanges(channels, place.theme, self)
        self._lay_out()
        self._connect()
        self._ask_nothing()
        self.changes.hide()

    def show_ledger(self, ledger: Ledger) -> None:
        """The newest import first."""
        self._imports = {held.record: held for held in ledger.imports}
        self.table.show_rows([self._row(held, ledger) for held in reversed(ledger.imports)])
        self._follow()

    def _row(self, held: ImportLine, ledger: Ledger) -> Row:
        names = [ledger.stations.get(reach.station, "") for reach in held.stations]
        files = self.tr("{0}: {1}").format(len(held.files), " ".join(held.files))
        state = self.tr("Stands")
        if held.revoked:
            at = in_words(local(held.revoked.at), self._moment)
            state = self.tr("Revoked {0}: {1}").format(at, held.revoked.reason)
        texts = (
            in_words(local(held.at), self._moment),
            ledger.person(held.operator),
            *(files, " ".join(names)),
            *(str(held.records), state, held.record[:12]),
        )
        sorts = (held.at, *texts[1:4], held.records, *texts[5:])
        tone = "text" if held.standing else "warn"
        return Row(held.record, texts, sorts, (*("text",) * 5, tone, "quiet"))

    @property
    def current(self) -> ImportLine | None:
        """The import under the cursor."""
        key = self.table.current()
        return self._imports.get(RecordId(key)) if isinstance(key, str) else None

    @Slot()
    def _follow(self) -> None:
        """What can be done with the import under the cursor."""
        held = self.current
        self.revoke_button.setVisible(held is None or held.standing)
        self.revoke_button.setEnabled(held is not None)
        self.restore_button.setVisible(held is not None and not held.standing)
        self._say_current(held)
        if not self.acting.is_busy and held != self._asked:
            self._ask_nothing()

    def _say_current(self, held: ImportLine | None) -> None:
        """The import whole: its id and its files do not fit a row."""
        if held is None:
            self.detail.setText(self.tr("Nothing was merged yet."))
            return
        text = self.tr("Import {0}: {1}").format(held.record, " ".join(held.files))
        if held.revoked:
            by = self.tr("Revoked by {0}: {1}")
            code = held.revoked.operator or "—"
            text += "\n" + by.format(code, held.revoked.reason)
        self.detail.setText(text)

    @Slot()
    def _ask(self) -> None:
        held = self.current
        if held is None or self.acting.is_busy:
            return
        if held.standing:
            text = self.tr(
                "Records that came with import {0} alone are set aside; nothing is deleted, and it"
                " can be brought back."
            )
            self.confirm_button.setText(self.tr("Revoke this import"))
        else:
            text = self.tr("The records of import {0} count again.")
            self.confirm_button.setText(self.tr("Bring this import back"))
        self._asked = held
        self.hint.setText(text.format(held.record[:12]))
        self._show_question(shown=True)
        self.reason.setFocus()

    @Slot()
    def _ask_nothing(self) -> None:
        had_focus = self.reason.hasFocus() or self.confirm_button.hasFocus()
        self._asked = None
        self.reason.clear()
        self._show_question(shown=False)
        if had_focus:
            self.table.table.setFocus()

    def _show_question(self, *, shown: bool) -> None:
        for widget in (self.hint, self.reason, self.confirm_button, self.cancel_button):
            widget.setVisible(shown)

    @Slot()
    def _confirm(self) -> None:
        held = self._asked
        if held is None or self.acting.is_busy:
            return
        self._message.tell(None)
        target = held.revoked.record if held.revoked else held.record
        reason, operator = self.reason.text(), self._session.code

        def act(survey: SurveyFile, _: Job) -> Revoked:
            return revoke(survey, target, reason, operator)

        self.acting.start(act, lambda made: self._tell(made, held))

    def _tell(self, made: Revoked, held: ImportLine) -> None:
        self._ask_nothing()
        text = self.tr("Import {0} is revoked; batches that changed: {1}.")
        if not held.standing:
            text = self.tr("Import {0} counts again; batches that changed: {1}.")
        self._message.say(text.format(held.record[:12], len(made.changes)), tone="good")
        self.changes.show_changes(made.changes)
        self.changes.setVisible(bool(made.changes))

    @Slot(object)
    def _fail(self, error: object) -> None:
        """What was typed stays."""
        self._message.tell(error)
        if self._asked:
            self.reason.setFocus()

    def _connect(self) -> None:
        self.table.current_changed.connect(self._follow)
        self.revoke_button.clicked.connect(self._ask)
        self.restore_button.clicked.connect(self._ask)
        self.reason.returnPressed.connect(self._confirm)
        self.confirm_button.clicked.connect(self._confirm)
        self.cancel_button.clicked.connect(self._ask_nothing)
        self.acting.failed.connect(self._fail)

    def _lay_out(self) -> None:
        step = self._place.theme.room["step"]
        self.reason.setPlaceholderText(self.tr("Reason"))
        self.reason.setAccessibleName(self.tr("Reason"))
        self.table.tools.addWidget(self.restore_button)
        self.table.tools.addSpacing(2 * step)
        self.table.tools.addWidget(self.revoke_button)
        row = QHBoxLayout()
        row.setSpacing(step)
        row.addWidget(self.reason, 1)
        row.addWidget(self.cancel_button)
        row.addSpacing(2 * step)
        row.addWidget(self.confirm_button, 0, Qt.AlignmentFlag.AlignRight)
        column = filled(self)
        column.setSpacing(step)
        column.addWidget(self.table, 1)
        column.addWidget(self.detail)
        column.addWidget(self.hint)
        column.addLayout(row)
        column.addWidget(self.bar)
        column.addWidget(self.changes, 1)
