"""The page Opinions: what people wrote on their forms, keyed one after the other."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.actions.errors import BatchUnknownError
from desktop.actions.opinion_errors import AgencyUnknownError
from desktop.actions.opinions import Opinion
from desktop.models.draft import Draft
from desktop.models.notices import Notice
from desktop.models.opinion_desk import (
    OpinionDesk,
    OpinionList,
    Place,
    Reader,
    TypedOpinion,
    is_unchanged,
)
from desktop.store import opinion_queries
from desktop.store.opinion_queries import OpinionLine
from desktop.tally.errors import PingyiError
from desktop.tally.form import FormNameError, FormNumberError, form_name
from desktop.tally.opinions import one_paragraph
from desktop.views.offline_panel import OfflinePanel
from desktop.views.opinion_list import OpinionRows
from desktop.views.opinion_panel import OpinionPanel
from desktop.views.opinion_strip import OpinionStrip
from desktop.views.parts import filled
from desktop.views.reading_page import ReadingPage
from desktop.views.workplace import Workplace

_OF_THE_FORM = (FormNameError, FormNumberError, BatchUnknownError)
"""Errors that the form's number is to be mended for."""


class OpinionsView(ReadingPage):
    """Saved on this thread: the next number is asked for when the record is durable."""

    help_requested = Signal()

    def __init__(self, place: Workplace, parent: QWidget) -> None:
        reader = Reader.of(place.session)
        super().__init__(place, parent, reader.read)
        self._reader = reader
        self._found: OpinionList | None = None
        self._is_begun = False
        self.desk = OpinionDesk(place.session)
        plan = place.session.opened.plan
        self.head.title.setText(self.tr("Opinions"))
        self.panel = OpinionPanel(plan, place.theme, self)
        self.list = OpinionRows(plan, place.theme, self, by_whom=reader.sees_all)
        name = f"opinion-{place.session.code or 'station'}"
        journal = place.session.home.journal(place.session.opened.id, name)
        self._draft = Draft(journal, place.session.journals, self)
        self._lay_out()
        self.strip = OpinionStrip(self.panel, self.list)
        self._connect()

    @Slot()
    def activate(self) -> None:
        """Go on where the work was left."""
        if self.offline.holds():
            self.put_away()
            return
        self.read()
        if not self._is_begun:
            self._is_begun = True
            self._go_on()
        self._tell_hint()
        (self.panel.focus_text if self.panel.has_unsaved else self.panel.focus_form)()

    @Slot()
    def put_away(self) -> None:
        """Keep what is typed for whoever comes back to it."""
        self._draft.keep()

    def show_found(self, found: OpinionList) -> None:
        self._found = found
        self.list.show_lines(found)
        self._say_state(found)

    @Slot()
    def save(self) -> None:
        """Put the opinion on record, and ask for the next form."""
        panel, line = self.panel, self.panel.line
        try:
            place = self.desk.read(panel.form.text())
            panel.form.setText(form_name(*place))
            opinion = Opinion(*place, panel.agency.code(), one_paragraph(panel.text.toPlainText()))
            if is_unchanged(line, opinion):
                self.give_up()
                self.message.tell(Notice("nothing_changed"))
                return
            if question := self.desk.question_of_text(opinion.text):
                self._ask(question)
                self.panel.focus_text()
                return
            warning = self.desk.save(opinion, line)
        except PingyiError as error:
            self._refuse(error)
        else:
            self._begin_next(self.tr("{0} saved").format(form_name(*place)), warning)

    @Slot()
    def take_back(self) -> None:
        """The opinion that is open for correction is none."""
        if line := self.panel.line:
            try:
                warning = self.desk.take_back(line)
            except PingyiError as error:
                self._refuse(error)
            else:
                text = self.tr("Opinion on {0} taken back; it stays on record.")
                self._begin_next(text.format(line.form), warning)

    def _begin_next(self, said: str, warning: PingyiError | None) -> None:
        self._begin(None)
        self.panel.focus_form()
        if warning:
            self.message.tell(warning)
        else:
            self.message.say(said, tone="good")
        self._place.sounds.play("warn" if warning else "saved")
        self.changed.emit()
        self.read()

    def _begin(self, line: OpinionLine | None) -> None:
        """Another opinion; nothing of the one before is to be kept any more."""
        self.panel.begin(line)
        self._draft.drop()
        self._tell_hint()

    def _go_on(self) -> None:
        """What was typed when the program ended, unless it is on record by now."""
        held = self._draft.left_behind(TypedOpinion.restored)
        if held is None:
            return
        lines = opinion_queries.opinions(self._session.opened)
        if held.is_on_record(lines):
            self._draft.drop()
            return
        line = next((each for each in lines if each.record == held.record), None)
        self.panel.restore(held, line)
        self.message.say(self.tr("What was typed before is here again; it is not saved yet."))

    @Slot()
    def _follow_typing(self) -> None:
        """Keep what is typed; the line has been read when a key is pressed."""
        self.message.tell(None)
        held = self.panel.held
        if held.form or held.agency or held.code or held.text or held.record:
            self._draft.follow(held)
        else:
            self._draft.drop()

    @Slot()
    def _take_form(self) -> None:
        """The number was entered or scanned: on to the agency."""
        try:
            place = self._place_typed()
        except PingyiError as error:
            self._refuse(error)
            return
        self.panel.form.setText(form_name(*place))
        if question := self.desk.question(place):
            self._ask(question)
            self.panel.focus_form()
            return
        self._tell_others(place)
        self.panel.agency.setFocus()

    def _ask(self, question: Notice) -> None:
        self._place.sounds.play("warn")
        self.message.tell(question)

    def _place_typed(self) -> Place:
        """Enter alone means the form of the opinion that was saved last, once more."""
        typed = self.panel.form.text().strip()
        return self.desk.last if self.desk.last and not typed else self.desk.read(typed)

    def _tell_others(self, place: Place) -> None:
        """What stands on the form already, so that no opinion is keyed twice."""
        count = self._found.forms.get(place, 0) if self._found else 0
        self.message.tell(None)
        if count and not self.panel.line:
            text = self.tr("%n opinion(s) stand on {0} already.", "", count)
            self.message.say(text.format(form_name(*place)), tone="warn")

    @Slot()
    def _take_agency(self) -> None:
        try:
            self.panel.agency.code()
        except PingyiError as error:
            self._refuse(error)
        else:
            self.panel.focus_text()

    def _refuse(self, error: PingyiError) -> None:
        """Say why, where it is to be mended; nothing typed is lost."""
        self._place.sounds.play("warn")
        if isinstance(error, _OF_THE_FORM):
            self.panel.focus_form()
        elif isinstance(error, AgencyUnknownError):
            self.panel.agency.setFocus()
        else:
            self.panel.focus_text()
        self.message.tell(error)

    @Slot(object)
    def correct(self, line: OpinionLine) -> None:
        """Open an opinion for correction, unless another is not saved yet."""
        if self.panel.has_unsaved and self.panel.line != line:
            self._place.sounds.play("warn")
            self.message.say(self.tr("Save first what is typed here, or empty it."), tone="warn")
        elif self.panel.line != line:
            self._begin(line)
            self.message.tell(None)
        self.panel.focus_text()

    @Slot(object)
    def _ask_to_take_back(self, line: OpinionLine) -> None:
        self.correct(line)
        if self.panel.line == line:
            self.panel.take_back_button.setFocus()
            text = self.tr("Enter takes the opinion on {0} back; Esc leaves it.")
            self.message.say(text.format(line.form), tone="warn")

    @Slot()
    def give_up(self) -> None:
        """The opinion that was to be corrected stays as it is."""
        if self.panel.line:
            self._begin(None)
            self.message.tell(None)
            self.list.setFocus()

    def _tell_hint(self) -> None:
        last = self.desk.last
        self.panel.offer(self.desk.batch, form_name(*last) if last else "")

    def _say_state(self, found: OpinionList) -> None:
        if not found.is_open:
            self.head.say(self.tr("The zero report comes first."), "warn")
        elif not found.lines:
            self.head.say(
                self.tr("Form number, agency, text: Enter goes on, and saves at the end.")
            )
        elif self._reader.sees_all:
            self.head.say(self.tr("%n opinion(s) are keyed.", "", len(found.lines)))
        else:
            self.head.say(self.tr("You have keyed %n opinion(s).", "", len(found.lines)))

    def _connect(self) -> None:
        self.panel.form_entered.connect(self._take_form)
        self.panel.agency_taken.connect(self._take_agency)
        self.panel.save_requested.connect(self.save)
        self.panel.take_back_requested.connect(self.take_back)
        self.panel.given_up.connect(self.give_up)
        self.panel.typed.connect(self._follow_typing)
        self.list.line_chosen.connect(self.correct)
        self.list.take_back_requested.connect(self._ask_to_take_back)
        self._draft.unwritten.connect(self.message.tell)

    def _lay_out(self) -> None:
        step = self._place.theme.room["step"]
        self.stack, inner = QStackedWidget(), QWidget()
        column = filled(inner)
        column.setSpacing(step)
        for widget, share in ((self.head, 0), (self.panel, 2), (self.message, 0), (self.list, 3)):
            column.addWidget(widget, share)
        # a list that makes room for each message would move under the eye
        policy = self.message.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.message.setSizePolicy(policy)
        self.stack.addWidget(inner)
        self.offline = OfflinePanel(self._place, self.stack, self)
        self.offline.shut.connect(self.put_away)
        self.offline.released.connect(self.activate)
        filled(self).addWidget(self.stack)
