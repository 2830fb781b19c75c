"""The files of a merge side by side: whose they are, how far verified, and what each brings."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QLocale, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desktop.models.merge_files import FileState, MergeFile
from desktop.models.rows_model import Column, Row, Sort
from desktop.tally.merge_report import SourceReport
from desktop.views.filtered_table import FilteredTable
from desktop.views.parts import button, filled
from desktop.views.theme import Theme

_STATION, _CODE, _INCARNATION, _RECORDS, _SIZE = range(1, 6)
_NEW, _PRESENT, _REPLACING, _UNSETTLED, _GAPS, _FORKS, _OPENED, _STATE = range(6, 14)
_BEFORE = (_CODE, _INCARNATION, _RECORDS, _SIZE)
_AFTER = (_NEW, _PRESENT, _REPLACING, _UNSETTLED, _GAPS, _FORKS, _OPENED)
_TONES = {
    FileState.WAITING: "quiet",
    FileState.VERIFYING: "quiet",
    FileState.SOUND: "good",
    FileState.SAME: "quiet",
    FileState.STRANGER: "warn",
    FileState.REFUSED: "bad",
}


class MergeFilesPanel(QWidget):
    """Once there is a dry run, its figures stand where the marks of the file stood."""

    removal_requested = Signal(object)
    """The path of a file that is to be left out."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.table = FilteredTable(
            [
                Column(self.tr("File")),
                Column(self.tr("Station")),
                Column(self.tr("Admission code")),
                Column(self.tr("Incarnation"), is_number=True),
                Column(self.tr("Records"), is_number=True),
                Column(self.tr("Size"), is_number=True),
                Column(self.tr("New"), is_number=True),
                Column(self.tr("Present"), is_number=True),
                Column(self.tr("Replacing"), is_number=True),
                Column(self.tr("Unsettled"), is_number=True),
                Column(self.tr("Gaps"), is_number=True),
                Column(self.tr("Forks"), is_number=True),
                Column(self.tr("Unassigned"), is_number=True),
                Column(self.tr("State")),
            ],
            self.tr("Files to merge"),
            theme,
            self,
            wide=0,
        )
        self.remove_button = button(self.tr("Leave out"))
        self.remove_button.setToolTip(self.tr("The file is not merged; it stays where it is."))
        self.table.tools.addWidget(self.remove_button)
        filled(self).addWidget(self.table)
        self.remove_button.clicked.connect(self._remove)
        delete = QShortcut(QKeySequence("Del"), self.table.table)
        delete.activated.connect(self._remove)
        self._figures: bool | None = None

    def show_files(self, files: Sequence[MergeFile], sources: Sequence[SourceReport]) -> None:
        """The files, with what the dry run or the merge says of them where there was one."""
        found = {source.path: source for source in sources}
        self._show_columns(figures=bool(found))
        self.table.show_rows([self._row(file, found) for file in files])

    def _show_columns(self, *, figures: bool) -> None:
        if self._figures == figures:
            return
        self._figures = figures
        for columns, hidden in ((_BEFORE, figures), (_AFTER, not figures)):
            for column in columns:
                self.table.table.setColumnHidden(column, hidden)

    def _row(self, file: MergeFile, sources: Mapping[str, SourceReport]) -> Row:
        source = sources.get(str(file.path))
        counts = _counts(source) if source and source.refused is None else ()
        bad = {_UNSETTLED, _GAPS, _FORKS, _OPENED}
        figures: list[tuple[str, Sort]] = [(QLocale().toString(count), count) for count in counts]
        figures = figures or [("", None)] * len(_AFTER)
        tones = [
            "warn" if column in bad and counts and counts[column - _NEW] else "text"
            for column in _AFTER
        ]
        size = QLocale().formattedDataSize(file.size) if file.size else ""
        texts = (
            *(file.path.name, file.name, file.code),
            *(_number(file.incarnation), _number(file.records), size),
            *(text for text, _ in figures),
            self._state(file, source),
        )
        sorts: tuple[Sort, ...] = (
            *(file.path.name, file.name, file.code, file.incarnation, file.records, file.size),
            *(count for _, count in figures),
            texts[-1],
        )
        tone = "quiet" if _is_known(file, source) else _TONES[file.state]
        return Row(file.path, texts, sorts, ("text",) * _NEW + (*tones, tone))

    def _state(self, file: MergeFile, source: SourceReport | None) -> str:
        if _is_known(file, source):
            return self.tr("Nothing new")
        if file.state is FileState.VERIFYING and file.records:
            share = QLocale().toString(file.verified), QLocale().toString(file.records)
            return self.tr("Verified {0} of {1}").format(*share)
        return {
            FileState.WAITING: self.tr("Waiting"),
            FileState.VERIFYING: self.tr("Being verified"),
            FileState.SOUND: self.tr("Verified"),
            FileState.SAME: self.tr("Same as another"),
            FileState.STRANGER: self.tr("Not admitted"),
            FileState.REFUSED: self.tr("Refused"),
        }[file.state]

    @Slot()
    def _remove(self) -> None:
        path = self.table.current()
        if isinstance(path, Path):
            self.removal_requested.emit(path)


def _is_known(file: MergeFile, source: SourceReport | None) -> bool:
    """Whether every record of it was here already."""
    return source is not None and file.state is FileState.SOUND and not source.new


def _counts(source: SourceReport) -> tuple[int, ...]:
    return (
        source.new,
        source.present,
        source.replacing,
        len(source.conflicts),
        len(source.gaps),
        len(source.forks),
        len(source.unassigned),
    )


def _number(count: int) -> str:
    return QLocale().toString(count) if count else ""
