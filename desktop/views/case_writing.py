"""What is being written in a ledger: a new case, a correction or a step, until it is on record."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from desktop.assess.ledger_data import LineWrongError
from desktop.models.acting import Acting
from desktop.models.case_fields import CaseStep, TypedCase, made, texts_of
from desktop.models.cases import Case
from desktop.models.draft import Draft
from desktop.store.ledger_queries import Line
from desktop.tally.errors import PingyiError
from desktop.views.case_book import CaseBook
from desktop.views.case_form import CaseForm
from desktop.views.message_line import MessageLine
from desktop.views.workplace import Workplace

_NEW, _CORRECT = "new", "correct"


class CaseWriting(QObject):
    """What is typed is kept beside until it is on record: a crash or another look loses nothing.

    A new case that is left is there again when the next is begun.
    """

    begun = Signal()
    """The form has something to be filled in."""
    ended = Signal()
    """It is on record, or was left: the list has the turn."""

    def __init__(
        self, place: Workplace, book: CaseBook, message: MessageLine, form: CaseForm
    ) -> None:
        super().__init__(form)
        self._session, self._book, self._message, self.form = place.session, book, message, form
        self._day = ""
        self._cases: Sequence[Case] = ()
        self._task, self._subject = "", None  # type: tuple[str, Case | None]
        self._step: CaseStep | None = None
        self._sent = TypedCase("", "", {})
        self._new: Mapping[str, str] = {}
        self.acting = Acting(place.session, form)
        name = f"case-{book.id}-{place.session.code or 'station'}"
        journal = place.session.home.journal(place.session.opened.id, name)
        self._draft = Draft(journal, place.session.journals, self)
        self._connect()

    @property
    def is_open(self) -> bool:
        return bool(self._task)

    def know(self, cases: Sequence[Case], day: str) -> None:
        """The cases that there are, and the page's today."""
        self._cases, self._day = cases, day

    def keep(self) -> None:
        """Wait until what is typed is on the disk."""
        self._draft.keep()

    def begin_new(self) -> None:
        """A new case, with what was typed for it before."""
        if self._task not in ("", _NEW):
            self._message.say(self.tr("Record or leave first what is open here."), tone="warn")
        elif self._task:
            self.form.focus()
        else:
            self._begin(_NEW, None, self._new or self._first_texts())
            self.form.focus(self._book.fields(())[0].name)

    def correct(self, case: Case) -> None:
        """What the case says, steps included."""
        self._begin(_CORRECT, case, texts_of(case.value))
        self.form.focus(self._book.fields(())[0].name)

    def take_step(self, case: Case, step: CaseStep) -> None:
        self._step = step
        self._begin(step.id, case, step.given)
        self.form.focus()

    def settle(self, case: Case, value: Any) -> None:
        """One version of a line in dispute holds."""
        self._change(case.line, value, self.tr("The dispute is settled."))

    @Slot()
    def leave(self) -> None:
        """A new case stays for later, anything else is as it was."""
        self._new = self.form.texts() if self._task == _NEW else self._new
        self._end()

    def go_on(self) -> Case | None:
        """What was typed when the page went is here again; the case that it belongs to."""
        held = self._draft.left_behind(TypedCase.restored)
        if held is None:
            return None
        case = next((one for one in self._cases if one.key == held.line), None)
        if case:
            steps = {step.id: step for step in self._book.steps(case, self._day)}
            self._step = steps.get(held.task)
        if held.task == _NEW or (case and (self._step or held.task == _CORRECT)):
            self._begin(held.task, case, held.texts)
            self._follow_typing()
            text = self.tr("What was typed before is here again; it is not recorded yet.")
            self._message.say(text)
        return case

    def _begin(self, task: str, case: Case | None, texts: Mapping[str, str]) -> None:
        self._task, self._subject = task, case
        book = self._book
        unit = book.short.get(case.value.unit, "") if case else ""
        match task:
            case "new":
                title, fields, submit = book.words.enter, book.fields(self._cases), self.tr("Enter")
            case "correct":
                title, submit = self.tr("Correct: {0}").format(unit), self.tr("Correct")
                fields = book.fields(self._cases) + book.later_fields()
            case _:
                assert self._step
                title, submit = f"{self._step.title.rstrip('…')}  {unit}", self.tr("Put on record")
                fields = self._step.fields
        about = case.value.text if case and self._step else ""
        self.form.begin(title, fields, texts, submit=submit, about=about)
        self.begun.emit()

    def _end(self) -> None:
        self._task, self._subject, self._step = "", None, None
        self._draft.drop()
        self.ended.emit()

    def _first_texts(self) -> dict[str, str]:
        """A day that a case begins with is today, unless one was typed before."""
        first = self._book.fields(())[0]
        return {first.name: self._day} if first.kept else {}

    @Slot(dict)
    def _submit(self, texts: dict[str, str]) -> None:
        if self.acting.is_busy:
            self._message.say(self.tr("The one before is being recorded."), tone="warn")
            return
        try:
            value = self._value(texts)
        except PingyiError as error:
            self._tell(error)
            return
        if fault := self._book.order_fault(value):
            self._message.say(fault, tone="bad")
        else:
            self._record(value, texts)

    def _value(self, texts: dict[str, str]) -> Any:
        if self._step and self._subject:
            return self._step.take(self._subject.value, texts)
        return made(self._book.line, texts, self._subject.value if self._subject else None)

    def _record(self, value: Any, texts: dict[str, str]) -> None:
        self._sent = TypedCase(self._task, "", texts)
        if self._subject:
            unit = self._book.names.get(value.unit, value.unit)
            self._change(self._subject.line, value, self.tr("On record: {0}").format(unit))
        else:
            self._enter(value)

    def _enter(self, value: Any) -> None:
        """The next case may be typed meanwhile; what is refused comes back into the form."""
        book, by = self._book, self._session.code
        self.acting.start(
            lambda survey, _: book.enter(survey, value, operator=by),
            lambda _: self._message.say(book.words.entered, tone="good"),
        )
        self._new = self.form.kept()
        self._draft.drop()
        self.form.show_texts(self._new)
        self.form.focus()

    def _change(self, line: Line[Any], value: Any, said: str) -> None:
        book, by, written = self._book, self._session.code, (self._task, self._subject)

        def changed(_: object) -> None:
            self._message.say(said, tone="good")
            if (self._task, self._subject) == written:  # nothing else was begun meanwhile
                self._end()

        self.acting.start(lambda survey, _: book.change(survey, line, value, operator=by), changed)

    @Slot(object)
    def _refuse(self, error: PingyiError) -> None:
        """What was sent is in the form again, to be mended."""
        if self._task == _NEW and self._sent.task == _NEW:
            self.form.show_texts(self._sent.texts)
            self._follow_typing()
        self._tell(error)

    def _tell(self, error: PingyiError) -> None:
        """A field that is named has the focus."""
        named = str(error.fields.get("field", "")) if isinstance(error, LineWrongError) else ""
        fields = self._book.fields(()) + self._book.later_fields()
        titles = {held.name: held.title for held in fields}
        if named in titles:
            text = self.tr("{0} is missing or wrong: mend it.").format(titles[named])
            self._message.say(text, tone="bad")
            self.form.focus(named)
        else:
            self._message.tell(error)

    @Slot()
    def _follow_typing(self) -> None:
        line = self._subject.key if self._subject else ""
        self._draft.follow(TypedCase(self._task, line, self.form.texts()))

    def _connect(self) -> None:
        self.form.submitted.connect(self._submit)
        self.form.refused.connect(lambda text: self._message.say(text, tone="bad"))
        self.form.left.connect(self.leave)
        self.form.typed.connect(self._follow_typing)
        self.acting.failed.connect(self._refuse)
        self._draft.unwritten.connect(self._message.tell)
