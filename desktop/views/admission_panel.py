"""This station's name and admission code, large for reading aloud, and what newer kits bring."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.actions.merging import merge
from desktop.store import queries, station_queries
from desktop.store.admission import admission_code
from desktop.store.survey_file import SurveyFile
from desktop.tally.errors import PingyiError
from desktop.tally.merge_report import MergeReport
from desktop.views.message_line import MessageLine
from desktop.views.parts import button, card, filled, label, set_tone
from desktop.views.path_field import PathField, open_dialog
from desktop.views.workplace import Workplace


class AdmissionPanel(QWidget):
    """`large` where the survey was joined just now and the code waits to be compared."""

    merged = Signal()
    """Something came in."""

    def __init__(
        self, place: Workplace, message: MessageLine, parent: QWidget, *, large: bool
    ) -> None:
        super().__init__(parent)
        self._place, self._session, self._message = place, place.session, message
        self.is_large = large
        self.name, self.code = label(type="row"), label(type="number")
        self.state = label(type="label", wrap=True)
        title = self.tr("Newer kit")
        self.kit = PathField(title, open_dialog(title, self.tr("Kits (*.pyp)")), self)
        self.kit.line.setPlaceholderText(self.tr("Newer kit"))
        self.merge_button = button(self.tr("Merge kit"))
        self._lay_out()
        self.merge_button.clicked.connect(self._merge)
        self.kit.returned.connect(self._merge)

    def refresh(self) -> None:
        """Name, code and state as the file has them."""
        survey = self._session.opened
        held = _own(survey)
        if held is None:
            return
        self.name.setText(self.tr("Station {0}").format(held.name))
        code = admission_code(held.station)
        self.code.setText(_spaced(code))
        self.code.setAccessibleName(self.tr("Admission code {0}").format(code))
        self.state.setText(self._states()[held.state])
        tones = {"admitted": "good", "suspended": "bad", "joined": "warn"}
        set_tone(self.state, tones.get(held.state, "quiet"))

    def _states(self) -> dict[str, str]:
        return {
            "supervisor": self.tr("The supervisor's station."),
            "admitted": self.tr("Admitted: the supervisor takes packages of this station."),
            "suspended": self.tr("Suspended: the supervisor takes nothing more of this station."),
            "joined": self.tr(
                "Joined. Hand a package over and read this code aloud; the supervisor compares"
                " it. The next kit brings the admission here."
            ),
        }

    @Slot()
    def _merge(self) -> None:
        path = self.kit.path
        if path is None:
            self.kit.setFocus()
            return
        self._message.tell(None)
        survey = self._session.opened
        before = _known(survey)
        try:
            self._session.await_check()
            report = merge(survey, [path], operator=self._session.code)
        except PingyiError as error:
            self._message.tell(error)
        else:
            self._tell(path, report, before)

    def _tell(self, path: Path, report: MergeReport, before: tuple[int, int]) -> None:
        (source,) = report.sources
        if source.refused:
            self._message.tell(source.refused)
            return
        self.kit.line.clear()
        if not source.new:
            self._message.say(self.tr("{0} brings nothing new.").format(path.name))
            return
        batches, people = (
            now - then for now, then in zip(_known(self._session.opened), before, strict=True)
        )
        text = self.tr("{0} brought records: {1}; new batches: {2}, new operators: {3}.")
        self._message.say(text.format(path.name, source.new, batches, people), tone="good")
        self.merged.emit()

    def _lay_out(self) -> None:
        step = self._place.theme.room["step"]
        frame, column = card(margin=2 * step, spacing=step)
        if self._session.opened.station is None:
            column.addWidget(label(self.tr("Station"), type="name"))
            column.addWidget(label(self.tr("This file is only viewed here."), tone="quiet"))
        else:
            self._lay_out_station(column)
        survey = self._session.opened
        self.kit.setVisible(survey.station not in {None, survey.founder})
        filled(self).addWidget(frame)

    def _lay_out_station(self, column: QVBoxLayout) -> None:
        """One below the other; where the code is large, what is to be done stands beside it."""
        column.addWidget(self.name)
        step, beside = self._place.theme.room["step"], QVBoxLayout()
        beside.setSpacing(step)
        if self.is_large:
            row = QHBoxLayout()
            row.setSpacing(4 * step)
            row.addWidget(self.code)
            row.addLayout(beside, 1)
            row.setAlignment(beside, Qt.AlignmentFlag.AlignVCenter)
            column.addLayout(row)
            # the theme has no larger type: this is read aloud across a table, once
            size = self._place.theme.type["number"] * 3 // 2
            self.code.setStyleSheet(f"font-size: {size}px; font-weight: bold")
        else:
            column.addWidget(self.code)
            column.addLayout(beside)
        beside.addWidget(self.state)
        if not self._session.opened.is_supervisor:
            row = QHBoxLayout()
            row.setSpacing(step)
            row.addWidget(self.kit, 1)
            row.addWidget(self.merge_button)
            beside.addLayout(row)


def _own(survey: SurveyFile) -> station_queries.Station | None:
    held = station_queries.stations(survey)
    return next((one for one in held if one.station == survey.station), None)


def _known(survey: SurveyFile) -> tuple[int, int]:
    """Batches and operators known here."""
    return len(queries.slips(survey)), len(queries.operators(survey))


def _spaced(code: str) -> str:
    """`A B C D   E F G H   J K L M`: letter by letter, as it is read aloud."""
    return "   ".join(" ".join(group) for group in code.split("-"))
