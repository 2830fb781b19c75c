"""The page Log: who put what on record, where and when; filtered as one types, and exported."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desktop.actions.writing import refusal_named
from desktop.files import write_whole
from desktop.log_texts import HEADS, kind_text, log_row
from desktop.models.acting import Acting
from desktop.models.rows_model import Column, Row
from desktop.report.log_file import log_file
from desktop.store import kinds
from desktop.store.log_queries import LogLine, log_lines
from desktop.store.survey_file import SurveyFile
from desktop.views.drop_list import DropList
from desktop.views.filtered_table import FilteredTable
from desktop.views.parts import button, card, filled
from desktop.views.path_field import save_dialog
from desktop.views.reading_page import ReadingPage
from desktop.views.saving import with_suffix
from desktop.views.workplace import Workplace
from desktop.words import Words, words_for

_NOTES = slice(HEADS.index("Reason"), HEADS.index("Record"))
"""Columns of the file that share one in the table: most lines have none of them."""
_LONG = 16
"""Letters of what a record concerns, beyond which it stands in the note: names of files."""
_FORMS = (kinds.FORM, kinds.DOUBTED, kinds.RULED)
_OTHERS = "-"
"""No kind and no code: what is left without the forms, or without anybody signed in."""


@dataclass(frozen=True, slots=True)
class _Read:
    """Rows as the table shows them, built beside the window; kinds and people there are."""

    rows: list[Row]
    kinds: dict[str, str]
    people: list[str]


class LogView(ReadingPage):
    """Everything on record but nothing of what was marked: a form's marks are no log's business."""

    def __init__(self, place: Workplace, parent: QWidget) -> None:
        self._words = words_for(place.language)
        super().__init__(place, parent, partial(_read, words=self._words))
        self._rows: list[Row] = []
        self.acting = Acting(place.session, self)
        self.head.title.setText(self.tr("Log"))
        self.kind = DropList(self.tr("Which records"), place.theme, self)
        self.person = DropList(self.tr("Whose records"), place.theme, self)
        self.export_button = button(self.tr("Save as CSV…"))
        heads = (*HEADS[: _NOTES.start], "Note", HEADS[-1])
        columns = [Column(self._words(head), is_number=head == "No.") for head in heads]
        self.list = FilteredTable(
            columns, self.tr("Operation log"), place.theme, self, wide=_NOTES.start
        )
        self._choose_file = save_dialog(self.tr("Operation log"), self.tr("CSV files (*.csv)"))
        self._lay_out()
        self._connect()

    def activate(self) -> None:
        """Read the log anew; the filter has the focus."""
        self.read()
        self.list.filter.setFocus()

    def put_away(self) -> None:
        """Nothing is open here."""

    def show_found(self, read: _Read) -> None:
        self._rows = read.rows
        self._offer(
            self.kind,
            {"": self.tr("All records"), _OTHERS: self.tr("All but forms")} | read.kinds,
        )
        everybody = {"": self.tr("Everybody"), _OTHERS: self.tr("Nobody signed in")}
        self._offer(self.person, everybody | {code: code for code in read.people})
        self._show_wanted()
        self.head.say(self.tr("%n record(s); nothing is ever deleted.", "", len(read.rows)))

    def _offer(self, choices: DropList, offered: dict[str, str]) -> None:
        """What was chosen stays chosen."""
        chosen = choices.currentData() or ""
        choices.clear()
        for choice, text in offered.items():
            choices.add(text, choice)
        choices.setCurrentIndex(max(0, choices.findData(chosen)))

    @Slot()
    def _show_wanted(self) -> None:
        kind, person = self.kind.currentData() or "", self.person.currentData() or ""
        self.list.show_rows([row for row in self._rows if _is_wanted(_line(row), kind, person)])

    @Slot()
    def export(self) -> None:
        """What is shown, filter and all, goes into the file."""
        chosen = self._choose_file(self, f"{self.tr('Operation log')}.csv")
        if not chosen:
            return
        path, shown, words = with_suffix(chosen, ".csv"), self.list.shown_rows(), self._words
        if path != Path(chosen) and path.exists():
            text = self.tr("{0} is there already: choose it by its whole name to replace it.")
            self.message.say(text.format(path), tone="warn")
            return
        self.acting.labour(lambda _, __: _export(path, shown, words), partial(self._tell, path))

    def _tell(self, path: Path, _: object) -> None:
        self.message.say(self.tr("Saved: {0}").format(path), tone="good")

    def _connect(self) -> None:
        self.kind.activated.connect(self._show_wanted)
        self.person.activated.connect(self._show_wanted)
        self.export_button.clicked.connect(self.export)
        self.acting.failed.connect(self.message.tell)

    def _lay_out(self) -> None:
        step = self._place.theme.room["step"]
        self.list.tools.insertWidget(0, self.kind)
        self.list.tools.insertWidget(1, self.person)
        self.head.add(self.export_button)
        column = filled(self)
        column.setSpacing(2 * step)
        frame, inner = card(margin=2 * step, spacing=step)
        inner.addWidget(self.list, 1)
        column.addWidget(self.head)
        column.addWidget(frame, 1)
        column.addWidget(self.message)


def _line(row: Row) -> LogLine:
    assert isinstance(row.key, LogLine)
    return row.key


def _is_wanted(line: LogLine, kind: str, person: str) -> bool:
    is_kind = line.kind not in _FORMS if kind == _OTHERS else kind in ("", line.kind)
    is_whose = not line.operator if person == _OTHERS else person in ("", line.operator)
    return is_kind and is_whose


def _export(path: Path, rows: Sequence[Row], words: Words) -> None:
    heads = [words(head) for head in HEADS]
    with refusal_named(path):
        write_whole(path, log_file(heads, [log_row(_line(row), words) for row in rows]))


def _read(survey: SurveyFile, *, words: Words) -> _Read:
    lines = log_lines(survey)
    found = {line.kind for line in lines}
    return _Read(
        [_row(line, words) for line in lines],
        {kind: kind_text(kind, words) for kind in kinds.KINDS if kind in found},
        sorted({line.operator for line in lines if line.operator}),
    )


def _row(line: LogLine, words: Words) -> Row:
    told = list(log_row(line, words))
    notes = told[_NOTES]
    if len(line.about) > _LONG:
        told[_NOTES.start - 1] = ""
        notes.insert(0, line.about)
    texts = (*told[: _NOTES.start], " · ".join(filter(None, notes)), told[-1])
    tone = "quiet" if line.aside else "text"
    return Row(line, texts, (line.number, line.at, *texts[2:]), (tone,) * len(texts))
