"""What stands against the seal, or is to be done next: each line leads to the page for it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from desktop.actions.sealing import ObstacleGroup
from desktop.models.overview import Overview
from desktop.models.year_due import YearDue
from desktop.views.errand_line import ErrandLine
from desktop.views.page_list import PAGES as ENTRIES
from desktop.views.page_list import page_title
from desktop.views.parts import card, filled, label
from desktop.views.workplace import Workplace

PAGES = {
    "gaps": "merge",
    "unregistered": "register",
    "slips": "register",
    "closings": "register",
    "second": "register",
    "differing": "rulings",
    "rulings": "rulings",
}
"""The page that settles each kind of obstacle."""

_PLACES = 3
"""Named of each kind; its page lists them all."""


@dataclass(frozen=True, slots=True)
class Errand:
    """A line of the panel; `key` keeps the focus on it when the page is read anew."""

    key: str
    page: str
    number: str
    what: str
    where: str = ""


class ErrandsPanel(QWidget):
    """Nothing is settled here."""

    page_requested = Signal(str)

    def __init__(self, place: Workplace, parent: QWidget) -> None:
        super().__init__(parent)
        self._place = place
        self.lines: dict[str, ErrandLine] = {}
        self._own: list[Errand] = []
        self._year: list[Errand] = []
        plan = place.session.opened.plan
        self._units = {held.code: held.short or held.name for held in plan.agencies}
        step = place.theme.room["step"]
        self.title = label(type="row")
        self.nothing = label(type="row", tone="good", wrap=True)
        frame, column = card(margin=2 * step, spacing=step)
        column.addWidget(self.title)
        column.addWidget(self.nothing)
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(step // 2)
        self.of_year = label(self.tr("What is due in the year's ledgers"), type="row")
        self.of_year.setContentsMargins(0, step, 0, 0)
        self._column.addWidget(self.of_year)
        self._column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self._inside)
        column.addWidget(area, 1)
        filled(self).addWidget(frame)

    def show_overview(self, held: Overview) -> None:
        """What is next: the first steps of a new survey, else what the seal waits for."""
        steps = self._steps(held)
        obstacles = [] if held.edition.sealed else [self._obstacle(group) for group in held.groups]
        against = self.tr("What stands against the seal")
        self.title.setText(self.tr("What is next") if steps else against)
        self._own = [*steps, *obstacles]
        self._show()
        self.nothing.setText(self._nothing(held))
        self.nothing.setVisible(bool(self.nothing.text()))

    def show_year(self, due: Sequence[YearDue]) -> None:
        """What waits in the year's ledgers, below; of pages that this person does not see nothing.

        It is read after the overview, and comes a moment later.
        """
        session = self._place.session
        seen = {entry.id for entry in ENTRIES if entry.is_for(session)}
        before, self._year = self._year, [self._of_year(one) for one in due if one.page in seen]
        if self._year != before:
            self._show()

    def focus(self) -> bool:
        """Put the focus on the first line; whether there is one."""
        first = next(iter(self.lines.values()), None)
        if first:
            first.setFocus()
        return first is not None

    def _show(self) -> None:
        before = next((key for key, line in self.lines.items() if line.hasFocus()), None)
        for line in self.lines.values():
            self._column.removeWidget(line)
            line.hide()  # until it is deleted it would stand over those that come
            line.deleteLater()
        self.lines = {}
        for errand in self._own:
            self._insert(errand, self._column.indexOf(self.of_year))
        for errand in self._year:
            self._insert(errand, self._column.count() - 1)
        self.of_year.setVisible(bool(self._year))
        widest = max((line.number.sizeHint().width() for line in self.lines.values()), default=0)
        for line in self.lines.values():
            line.number.setMinimumWidth(widest)
        if before is not None:
            self._focus_again(before)

    def _insert(self, errand: Errand, at: int) -> None:
        self.lines[errand.key] = line = self._line(errand)
        self._column.insertWidget(at, line)

    def _focus_again(self, key: str) -> None:
        """On the line of this key, or the first; where none is left the focus goes its own way."""
        if line := self.lines.get(key, next(iter(self.lines.values()), None)):
            line.setFocus()

    def _line(self, errand: Errand) -> ErrandLine:
        texts, page = (errand.what, errand.where), page_title(errand.page)
        line = ErrandLine(errand.number, texts, page, self._place.theme, self._inside)
        line.clicked.connect(partial(self.page_requested.emit, errand.page))
        line.show()
        return line

    def _obstacle(self, group: ObstacleGroup) -> Errand:
        # what stands behind the stroke tells the obstacles of one batch or station apart
        places = [held.place.partition("/")[0] for held in group.problems]
        where = self.tr(", ").join(places[:_PLACES]) + (" …" if len(places) > _PLACES else "")
        count = f"{len(places):,}"
        return Errand(group.kind, PAGES[group.kind], count, self._kinds()[group.kind], where)

    def _of_year(self, held: YearDue) -> Errand:
        units = list(dict.fromkeys(held.units))
        names = [self._units.get(code, code) for code in units[:_PLACES]]
        where = self.tr(", ").join(names) + (" …" if len(units) > _PLACES else "")
        what = self._kinds_of_year()[held.kind.partition("-of-")[0]]
        return Errand(held.kind, held.page, f"{len(held.units):,}", what, where)

    def _kinds_of_year(self) -> dict[str, str]:
        disputed = self.tr("lines were changed on two computers: decide what holds")
        return {
            "complaints-overdue": self.tr("complaints are overdue"),
            "complaints-today": self.tr("complaints are due today"),
            "findings-overdue": self.tr("findings are not rectified in time"),
            "deadlines": self.tr("rectifications are due or overdue"),
            "drafts": self.tr("deductions are drafts: verify them"),
            "unconfirmed": self.tr("consequences wait to be confirmed"),
            "disputed": disputed,
        }

    def _kinds(self) -> dict[str, str]:
        return {
            "gaps": self.tr("runs of a station's records never came"),
            "unregistered": self.tr("batches were keyed without a slip"),
            "slips": self.tr("batches are not keyed as their slip says"),
            "closings": self.tr("batches are keyed and not closed"),
            "second": self.tr("batches wait for second keyings"),
            "differing": self.tr("forms are back with their first keyer"),
            "rulings": self.tr("forms wait for a ruling"),
        }

    def _steps(self, held: Overview) -> list[Errand]:
        """What is to be done that is no obstacle."""
        if held.edition.sealed:
            return [self._papers()]
        if held.batches and not held.groups:
            return [self._seal()]
        return self._first_steps(held)

    def _first_steps(self, held: Overview) -> list[Errand]:
        found = []
        if not held.batches:
            text = self.tr("Register the batches: their slips say what is to be keyed.")
            found.append(Errand("register", "register", "", text))
        if not held.has_stations and not held.whole.keyed:
            text = self.tr("Set up the stations, if others key too, and name the people.")
            found.append(Errand("stations", "stations", "", text))
        return found

    def _papers(self) -> Errand:
        return Errand("documents", "documents", "", self.tr("Print and sign the documents."))

    def _seal(self) -> Errand:
        return Errand("seal", "seal", "", self.tr("Seal the survey, with the scrutineer beside."))

    def _nothing(self, held: Overview) -> str:
        if held.edition.sealed:
            return self.tr("The result is sealed; nothing is taken or changed any more.")
        if held.batches and not held.groups:
            return self.tr("Every form is settled, every slip agrees, every record is here.")
        return ""
