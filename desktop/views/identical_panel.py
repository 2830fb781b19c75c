"""Forms with identical answers: a suspicion for people, never void by itself; and the void ones."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.models.counted import Counted
from desktop.models.reading import Reading
from desktop.models.rows_model import Column, Row
from desktop.store import queries
from desktop.store.survey_file import SurveyFile
from desktop.tally.form import form_name
from desktop.tally.identical import IdenticalForms, identical_forms
from desktop.views.choices import Choices
from desktop.views.filtered_table import FilteredTable
from desktop.views.message_line import MessageLine
from desktop.views.parts import filled, label
from desktop.views.workplace import Workplace

_SETS, _VOID = "sets", "void"
_ALL, _STRAIGHT, _OTHER = "all", "straight", "other"
_IN_ROW, _WRITTEN_OUT = 12, 40
"""Ranges of form numbers in a row of the table, and below it; nobody looks at hundreds."""


@dataclass(frozen=True, slots=True)
class _Found:
    sets: list[IdenticalForms]
    void: list[tuple[str, int, str]]
    channels: dict[str, str]
    """Batch to its channel's code."""


class IdenticalPanel(QWidget):
    """Two lists, one at a time. Nothing here does anything to a form."""

    page_requested = Signal(str)

    def __init__(self, place: Workplace, message: MessageLine, parent: QWidget) -> None:
        super().__init__(parent)
        self._place, self._sets = place, list[IdenticalForms]()
        self._plan = place.session.opened.plan
        self._records = -1
        self.reading = Reading(place.session, self)
        self.reading.failed.connect(message.tell)
        self.lists = Choices(self.tr("List"), self._list_names(), place.theme, self)
        self.kind = Choices(self.tr("Which sets"), self._kind_names(), place.theme, self)
        self.told = label(type="body", wrap=True)
        self.advice = label(self._advice(), type="label", tone="quiet", wrap=True)
        self.forms = label(type="label", wrap=True)
        self.table = self._table(self._set_columns(), self.tr("Identical answers"), wide=4)
        self.void_table = self._table(self._void_columns(), self.tr("Void forms"), wide=3)
        self.pages = QStackedWidget()
        self._lay_out()
        self._connect()

    def show_counted(self, counted: Counted) -> None:
        """The file is verified and stands so: read it, where it went on since it was read."""
        if counted.records != self._records:
            self._records = counted.records
            self.reading.ask(_read, self._show)

    def activate(self) -> None:
        """Take the focus; figures come once the file is verified."""
        self.table.table.setFocus()

    @Slot(object)
    def show_list(self, name: str) -> None:
        """The sets of identical forms, or the forms that are void."""
        self.lists.show_choice(name)
        self.pages.setCurrentIndex(int(name == _VOID))

    @Slot(object)
    def show_kind(self, kind: str) -> None:
        """All sets, the straight-lined ones, or the others."""
        self.kind.show_choice(kind)
        wanted = {_ALL: (True, False), _STRAIGHT: (True,), _OTHER: (False,)}[kind]
        self.table.show_rows([self._row(one) for one in self._sets if bool(one.straight) in wanted])
        self._show_forms(self.table.current())

    def _show(self, found: _Found) -> None:
        self._sets = found.sets
        self.told.setText(self._summary(found.sets))
        checked = next(kind for kind, made in self.kind.buttons.items() if made.isChecked())
        self.show_kind(str(checked))
        self.void_table.show_rows([self._void_row(*one, found.channels) for one in found.void])
        sets, void = self.tr("Identical answers: {0} sets"), self.tr("Void forms: {0}")
        self.lists.buttons[_SETS].setText(sets.format(f"{len(found.sets):,}"))
        self.lists.buttons[_VOID].setText(void.format(f"{len(found.void):,}"))

    @Slot(object)
    def _show_forms(self, key: object) -> None:
        """The numbers of the set under the cursor, written out to be taken to the bundles."""
        held = next((one for one in self._sets if one.forms == key), None)
        if held is None:
            self.forms.setText("")
            return
        self.forms.setText(self.tr("Form numbers: {0}").format(self._ranges(held, _WRITTEN_OUT)))

    def _ranges(self, held: IdenticalForms, most: int) -> str:
        ranges = held.ranges
        more = len(ranges) - most
        rest = [self.tr("… and {0} more").format(more)] if more > 0 else []
        return "  ".join([*ranges[:most], *rest])

    def _summary(self, sets: Sequence[IdenticalForms]) -> str:
        if not sets:
            return self.tr("No two valid forms hold the same answers.")
        straight = [one for one in sets if one.straight]
        forms = sum(len(one.forms) for one in sets)
        among = sum(len(one.forms) for one in straight)
        return self.tr(
            "{0} forms in {1} sets hold the same answers as another; {2} of them have one grade"
            " throughout, {3} differ from cell to cell and are rarely alike by chance."
        ).format(f"{forms:,}", len(sets), f"{among:,}", f"{forms - among:,}")

    def _advice(self) -> str:
        return self.tr(
            "A suspicion for people to look at; all of them count. Take the papers out of their"
            " bundles and lay them side by side. One hand, or a copied answer: flag them as"
            " doubtful while keying, or have them ruled on from the paper by two people. Numbers"
            " in a row from one batch weigh more than numbers far apart."
        )

    def _row(self, held: IdenticalForms) -> Row:
        names = {grade.code: grade.name for grade in self._plan.grades}
        size, run, batches = len(held.forms), held.longest_run, held.batches
        texts = (
            str(size),
            names.get(held.straight, "—"),
            str(run),
            self.tr("{0} batches").format(len(batches)) if len(batches) > 3 else " ".join(batches),
            self._ranges(held, _IN_ROW),
        )
        sorts = (size, texts[1], run, len(batches), texts[4])
        grade, row = "text" if held.straight else "quiet", "warn" if run > 1 else "quiet"
        return Row(held.forms, texts, sorts, ("text", grade, row, "text", "quiet"))

    def _void_row(self, batch: str, number: int, void: str, channels: dict[str, str]) -> Row:
        channel_names = {channel.code: channel.name for channel in self._plan.channels}
        reasons = {reason.code: reason.name for reason in self._plan.void_reasons}
        name = form_name(batch, number)
        channel = channels.get(batch, "")
        texts = (name, batch, channel_names.get(channel, channel), reasons.get(void, void))
        return Row(name, texts)

    def _table(self, columns: Sequence[Column], name: str, *, wide: int) -> FilteredTable:
        return FilteredTable(columns, name, self._place.theme, self, wide=wide)

    def _set_columns(self) -> list[Column]:
        return [
            Column(self.tr("Forms"), is_number=True),
            Column(self.tr("One grade")),
            Column(self.tr("In a row"), is_number=True),
            Column(self.tr("Batches")),
            Column(self.tr("Form numbers")),
        ]

    def _void_columns(self) -> list[Column]:
        return [
            Column(self.tr("Form number")),
            Column(self.tr("Batch")),
            Column(self.tr("Channel")),
            Column(self.tr("Why it is void")),
        ]

    def _list_names(self) -> dict[Any, str]:
        return {_SETS: self.tr("Identical answers"), _VOID: self.tr("Void forms")}

    def _kind_names(self) -> dict[Any, str]:
        return {
            _ALL: self.tr("All"),
            _STRAIGHT: self.tr("One grade throughout"),
            _OTHER: self.tr("Differing answers"),
        }

    def _lay_out(self) -> None:
        step = self._place.theme.room["step"]
        sets, void = QWidget(), QWidget()
        column = filled(sets)
        column.setSpacing(step)
        column.addWidget(self.told)
        column.addWidget(self.advice)
        self.table.tools.addWidget(self.kind)
        column.addWidget(self.table, 1)
        column.addWidget(self.forms)
        filled(void).addWidget(self.void_table)
        for page in (sets, void):
            self.pages.addWidget(page)
        whole = filled(self)
        whole.setSpacing(step)
        whole.addWidget(self.lists)
        whole.addWidget(self.pages, 1)

    def _connect(self) -> None:
        self.lists.chosen.connect(self.show_list)
        self.kind.chosen.connect(self.show_kind)
        self.table.current_changed.connect(self._show_forms)
        self.lists.show_choice(_SETS)
        self.kind.show_choice(_ALL)


def _read(survey: SurveyFile) -> _Found:
    return _Found(
        identical_forms(queries.valid_forms(survey)),
        queries.void_forms(survey),
        {slip.code: slip.channel for slip in queries.slips(survey)},
    )
