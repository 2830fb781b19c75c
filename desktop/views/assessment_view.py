"""The page Assessment: the deduction ledger of the year, and the scores and bands it comes to."""

from collections.abc import Callable
from importlib import import_module
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from desktop.models.assess_year import AssessYear, Waiting, read_year
from desktop.models.reading import Reading
from desktop.store import station_queries
from desktop.views.assess_empty_panel import AssessEmptyPanel
from desktop.views.assess_rows import AssessRows
from desktop.views.message_line import PageLine
from desktop.views.page_head import PageHead
from desktop.views.parts import filled
from desktop.views.tab_row import TabRow
from desktop.views.workplace import Workplace
from desktop.words import words_for

_MAKERS = {
    "standing": "assess_standing_panel:AssessStandingPanel",
    "waiting": "assess_waiting_panel:AssessWaitingPanel",
    "sheet": "assess_sheet_panel:AssessSheetPanel",
    "entry": "assess_entry_panel:AssessEntryPanel",
    "ledger": "assess_ledger_panel:AssessLedgerPanel",
    "rules": "assess_rules_panel:AssessRulesPanel",
    "seal": "assess_seal_panel:AssessSealPanel",
}
_FOR_CLERKS = ("entry", "ledger")
_OVERSEERS = frozenset({"supervisor", "checker", "scrutineer"})
_NEVER = -1


class AssessmentView(QWidget):
    """Its parts are made when they are first shown, and given what the page read."""

    page_requested = Signal(str)
    changed = Signal()

    def __init__(self, place: Workplace, parent: QWidget) -> None:
        super().__init__(parent)
        self.strip: QWidget | None = None
        self._place, self._session = place, place.session
        self.year: AssessYear | None = None
        self._day, self._read_to = "", _NEVER
        self.message = PageLine(place.language, self)
        self.reading = Reading(place.session, self)
        plan, words = place.session.opened.plan, words_for(place.language)
        self.rows = AssessRows(plan, words, self)
        self.head = PageHead(self.tr("Assessment by 100 points"), place.theme, self)
        titles = self._titles()
        self.tabs = TabRow(self.tr("Parts of the assessment"), titles, place.theme, self)
        self.stack = QStackedWidget()
        self.empty = AssessEmptyPanel(place, self.message, self)
        self.stack.addWidget(self.empty)
        self.parts: dict[str, Any] = {}
        self.shown = titles[0][0]
        self._lay_out()
        self._connect()

    def activate(self) -> None:
        """Read what was recorded since; the part in front takes the focus."""
        self._read()
        self.show_part(self.shown)

    def put_away(self) -> None:
        """What was typed and not recorded stays in its fields; a PIN does not."""
        if "seal" in self.parts:
            self.parts["seal"].put_away()

    @Slot(str)
    def show_part(self, part: str) -> None:
        """Bring a part to the front."""
        self.shown = part
        self.tabs.show_part(part)
        if self.year is None or (self.year.rules is None and part != "rules"):
            self.stack.setCurrentWidget(self.empty)
            if self.year:
                self._keep_on_tabs(self.empty.activate)
            return
        held = self._part(part)
        self.stack.setCurrentWidget(held)
        self._give(held)
        self._keep_on_tabs(held.activate)

    @Slot()
    def show_waiting(self) -> None:
        """What is to be decided."""
        self.show_part("waiting")

    @Slot(object)
    def show_unit(self, code: str) -> None:
        """The sheet of one unit, as chosen in the standing."""
        self._part("sheet").show_unit(code)
        self.show_part("sheet")

    @Slot(object)
    def show_entries(self, lines: tuple[str, ...]) -> None:
        """Entries in the ledger, wherever they were named."""
        if lines:
            self.show_part("ledger")
            self._part("ledger").show_entries(lines)

    @Slot(object)
    def correct(self, line: str) -> None:
        """One entry in the form."""
        self.show_part("entry")
        self._part("entry").correct(line)

    @Slot(str)
    def show_day(self, day: str) -> None:
        """The standing of another day; an empty text means today."""
        self._day, self._read_to = day, _NEVER
        self._read()

    def _read(self) -> None:
        newest = station_queries.record_count(self._session.opened)
        if newest != self._read_to:
            self._read_to, day = newest, self._day
            self.reading.ask(lambda survey: read_year(survey, day), self._take)

    def _take(self, year: AssessYear) -> None:
        first, had_rules = self.year is None, bool(self.year and self.year.rules)
        self.year = year
        self._say_state(year)
        self.empty.show_year(year)
        if first or bool(year.rules) != had_rules:
            self.show_part(self.shown)
        else:
            self._give(self.stack.currentWidget())

    def _keep_on_tabs(self, activate: Callable[[], None]) -> None:
        """Who goes along the row of parts by keys goes on along it."""
        goes_along = self.tabs.is_walked
        activate()
        if goes_along:
            self.tabs.setFocus()

    def _give(self, held: Any) -> None:
        """The part in front alone draws; the others are given the year when they come there."""
        if self.year and held.year is not self.year:
            held.show_year(self.year)

    def _say_state(self, year: AssessYear) -> None:
        if not (rules := year.rules):
            self.head.say(self.tr("No rule set is chosen for this year yet."), "warn")
            return
        if year.edition.sealed:
            text = self.tr("The year is sealed: edition {0}. Nothing is entered any more.")
            self.head.say(text.format(year.edition.number), "good")
            return
        waits = sum(held.why is not Waiting.UNDECIDED for held in year.matters)
        undecided = len(year.matters) - waits
        text = self.tr("{0}: {1} entries, {2} not decided").format(
            rules.name, f"{len(year.entries):,}", f"{undecided:,}"
        )
        more = self.tr("; {0} to be looked into").format(waits) if waits else ""
        self.head.say(text + more, "warn" if waits else "quiet")

    def _part(self, part: str) -> Any:
        if part not in self.parts:
            module, name = _MAKERS[part].split(":")
            maker = getattr(import_module(f"desktop.views.{module}"), name)
            self.parts[part] = made = maker(self._place, self.rows, self.message, self)
            self.stack.addWidget(made)
            for signal, slot in (
                ("unit_chosen", self.show_unit),
                ("entries_chosen", self.show_entries),
                ("correct_requested", self.correct),
                ("day_chosen", self.show_day),
                ("waiting_requested", self.show_waiting),
                ("changed", self.changed),
            ):
                if told := getattr(made, signal, None):
                    told.connect(slot)
            if self.year:
                made.show_year(self.year)
        return self.parts[part]

    def _titles(self) -> list[tuple[str, str]]:
        titles = {
            "standing": self.tr("Standing"),
            "waiting": self.tr("To decide"),
            "sheet": self.tr("One unit"),
            "entry": self.tr("Enter"),
            "ledger": self.tr("Ledger"),
            "rules": self.tr("Rules"),
            "seal": self.tr("Year's seal"),
        }
        operator = self._session.operator
        if operator and not operator.roles & _OVERSEERS:
            return [(part, titles[part]) for part in _FOR_CLERKS]
        return list(titles.items())

    @Slot()
    def _follow(self) -> None:
        if self.isVisible():
            self._read()

    @Slot(object)
    def _tell_unread(self, error: object) -> None:
        self._read_to = _NEVER
        self.message.tell(error)

    def _connect(self) -> None:
        self.tabs.part_chosen.connect(self.show_part)
        self.empty.rules_requested.connect(lambda: self.show_part("rules"))
        self.reading.failed.connect(self._tell_unread)
        self._session.recorded.connect(self._follow)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.tabs, 1)
        column = filled(self)
        column.setSpacing(self._place.theme.room["step"])
        column.addWidget(self.head)
        column.addLayout(row)
        column.addWidget(self.stack, 1)
        column.addWidget(self.message)
