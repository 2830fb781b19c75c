"""The page Seal: what stands against it, who lets it pass, and the seal with both people."""

from dataclasses import dataclass

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.actions.operators import Second, confirmed
from desktop.actions.rulings import check_second
from desktop.actions.sealing import Waiver, obstacles, seal, unseal
from desktop.actions.stations import read_reason
from desktop.jobs import Job
from desktop.models.acting import Acting
from desktop.store import editions, queries
from desktop.store.editions import Edition, SealedEdition
from desktop.store.queries import Operator
from desktop.store.records import Record
from desktop.store.survey_file import SurveyFile
from desktop.tally.errors import Problem
from desktop.views.custody_panel import CustodyPanel
from desktop.views.editions_panel import EditionsPanel
from desktop.views.job_bar import JobBar
from desktop.views.obstacles_panel import ObstaclesPanel
from desktop.views.parts import button, filled
from desktop.views.reading_page import ReadingPage
from desktop.views.signing_panel import SigningPanel
from desktop.views.workplace import Workplace


@dataclass(frozen=True, slots=True)
class _Found:
    """What the page shows, read in one view of the file."""

    at: Edition
    problems: list[Problem]
    sealed: list[SealedEdition]
    zero: Record | None
    people: list[Operator]


class SealView(ReadingPage):
    """One signing at a time stands in the page: a waiver, the seal, or its opening."""

    def __init__(self, place: Workplace, parent: QWidget) -> None:
        super().__init__(place, parent, _read)
        self._found: _Found | None = None
        self._problem: Problem | None = None
        self.acting = Acting(place.session, self)
        self.head.title.setText(self.tr("Seal"))
        self.seal_button = button(self.tr("Seal…"), primary=True)
        self.unseal_button = button(self.tr("Unseal…"), danger=True)
        self.bar = JobBar(self.acting, self.tr("Forms are counted, the seal goes on record…"), self)
        self.signing = SigningPanel(place, self)
        self.obstacles = ObstaclesPanel(place, self)
        self.editions = EditionsPanel(place, self)
        self.custody = CustodyPanel(place, self.message, self)
        self._lay_out()
        self._connect()

    def activate(self) -> None:
        """Read how things stand, and take the focus."""
        self.custody.show_backup()
        self.read()
        if not self.signing.isVisible():
            self.obstacles.list.table.setFocus()

    def put_away(self) -> None:
        """A PIN that was typed does not stay."""
        self.signing.put_away()

    def show_found(self, found: _Found) -> None:
        self._found = found
        self.obstacles.show_problems([] if found.at.sealed else found.problems)
        self.editions.show_editions(found.sealed)
        self.custody.show_zero(found.zero)
        self.signing.second.show_people(found.people)
        self.seal_button.setVisible(not found.at.sealed)
        self.unseal_button.setVisible(found.at.sealed)
        self._say_state(found)

    def _say_state(self, found: _Found) -> None:
        left = self.obstacles.open_count
        if found.at.sealed:
            text = self.tr("Sealed: edition {0}. Nothing is taken or changed any more.")
            self.head.say(text.format(found.at.number), "good")
        elif left:
            self.head.say(self.tr("%n thing(s) stand against the seal.", "", left), "warn")
        else:
            self.head.say(self.tr("Ready to be sealed as edition {0}.").format(found.at.number))

    @Slot()
    def ask_to_seal(self) -> None:
        """Both people sign; with obstacles left it says where they are."""
        if left := self.obstacles.open_count:
            text = self.tr("Settle or waive what stands in the list first: %n left.", "", left)
            self.message.say(text, tone="warn")
            self.obstacles.list.table.setFocus()
            return
        text = self.tr(
            "The head of every station and the hash of the results go on record. After it every"
            " act is refused, until two people open the seal again."
        )
        self._ask(self.tr("Seal the survey"), text, self.tr("Seal"), self._seal, reason=False)

    @Slot()
    def ask_to_unseal(self) -> None:
        text = self.tr(
            "The sealed edition stays printable as it is; the next edition begins. The reason is"
            " printed on the archive list."
        )
        title, action = self.tr("Open the seal again"), self.tr("Unseal")
        self._ask(title, text, action, self._unseal, reason=True)

    @Slot(object)
    def ask_to_waive(self, problem: Problem) -> None:
        self._problem = problem
        title = self.tr("Let {0} pass").format(problem.place)
        text = self.tr("It stays on record as it is; reason and names are printed with the seal.")
        self._ask(title, text, self.tr("Waive"), self._waive, reason=True)

    def _ask(self, title: str, text: str, action: str, then: object, *, reason: bool) -> None:
        self.message.tell(None)
        self._then = then
        self.editions.hide()  # the list of what stands against the seal needs the room
        self.signing.ask(title, text, action, reason=reason)

    @Slot()
    def _sign(self) -> None:
        self._then(self.signing.second.given(), self.signing.reason.text())  # type: ignore[operator]

    @Slot()
    def _make_room(self) -> None:
        self.editions.show()
        self.obstacles.list.table.setFocus()

    def _seal(self, second: Second, _: str) -> None:
        code, waivers = self._session.code, list(self.obstacles.waivers.values())

        def act(survey: SurveyFile, _: Job) -> int:
            made = seal(survey, waivers, operator=code, second=confirmed(survey, second))
            return int(made.data["edition"])

        self.acting.start(act, self._tell_sealed)

    def _unseal(self, second: Second, reason: str) -> None:
        code = self._session.code

        def act(survey: SurveyFile, _: Job) -> int:
            who = confirmed(survey, second)
            return unseal(survey, reason=reason, second=who, operator=code)

        self.acting.start(act, self._tell_unsealed)

    def _waive(self, second: Second, reason: str) -> None:
        assert self._problem
        code, place = self._session.code, self._problem.place

        def act(survey: SurveyFile, _: Job) -> Waiver:
            who = check_second(survey, confirmed(survey, second), code)
            return Waiver(place, read_reason(reason), who)

        self.acting.start(act, self._add_waiver)

    def _add_waiver(self, waiver: Waiver) -> None:
        self.signing.put_away()
        self.obstacles.add_waiver(waiver)
        self.message.say(self.tr("{0} is waived once the survey is sealed.").format(waiver.place))
        if self._found:
            self._say_state(self._found)

    def _tell_sealed(self, number: int) -> None:
        self.signing.put_away()
        text = self.tr("Sealed: edition {0}. Print the documents, and make the archive.")
        self.message.say(text.format(number), tone="good")
        self.obstacles.waivers.clear()
        self.changed.emit()

    def _tell_unsealed(self, number: int) -> None:
        self.signing.put_away()
        self.message.say(self.tr("Open again: edition {0} begins.").format(number), tone="good")
        self.changed.emit()

    def _connect(self) -> None:
        self.acting.failed.connect(self.message.tell)
        self.seal_button.clicked.connect(self.ask_to_seal)
        self.unseal_button.clicked.connect(self.ask_to_unseal)
        self.signing.signed.connect(self._sign)
        self.signing.closed.connect(self._make_room)
        self.obstacles.waiver_requested.connect(self.ask_to_waive)
        self.editions.documents_requested.connect(lambda _: self.page_requested.emit("documents"))

    def _lay_out(self) -> None:
        step = self._place.theme.room["step"]
        self.head.add(self.seal_button)
        self.head.add(self.unseal_button)
        left, row = QVBoxLayout(), QHBoxLayout()
        whole = filled(self)
        for column in (whole, left, row):
            column.setSpacing(2 * step)
        left.addWidget(self.obstacles, 3)
        left.addWidget(self.editions, 2)
        row.addLayout(left, 3)
        row.addWidget(self.custody, 2)
        whole.addWidget(self.head)
        whole.addWidget(self.signing)
        whole.addWidget(self.bar)
        whole.addLayout(row, 1)
        whole.addWidget(self.message)


def _read(survey: SurveyFile) -> _Found:
    return _Found(
        editions.edition(survey),
        obstacles(survey),
        editions.sealed_editions(survey),
        editions.zero_record(survey),
        queries.operators(survey),
    )
