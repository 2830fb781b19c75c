"""The clerk's desk: what each key does to the open form, prompt by prompt (KEYING.md)."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal

from desktop.actions.entering import Way
from desktop.models.draft import Draft
from desktop.models.keys import Key, Prompt
from desktop.models.notices import Notice
from desktop.models.open_form import KeyRefusedError, OpenForm
from desktop.models.work_meter import WorkMeter
from desktop.models.worklists import Place, Worklist
from desktop.store.errors import MarkUnraisedError
from desktop.tally.errors import PingyiError
from desktop.tally.form import form_name
from desktop.tally.marks import BLANK, DONT_KNOW, INVALID
from desktop.tally.pages import PagePlace, page_of_row
from desktop.tally.plan import Plan

_ARROWS: Mapping[str, Mapping[str, int]] = {
    Key.UP: {"rows": -1},
    Key.DOWN: {"rows": 1},
    Key.LEFT: {"columns": -1},
    Key.RIGHT: {"columns": 1},
}
_LONGEST = 5
"""Digits typed at a prompt."""


class Desk(QObject):
    """One form after the other from a worklist; every key changes it, asks, or is refused.

    Nothing here opens a dialog: what there is to say goes out as `told`, and away with the next
    key.
    """

    form_changed = Signal()
    """Another form is open, or none."""
    cells_marked = Signal(int, int)
    """First and last cell that a key changed."""
    cursor_moved = Signal()
    prompt_changed = Signal()
    told = Signal(object)
    """A Notice, a PingyiError, or None where there is nothing to say any more."""
    sounded = Signal(str)
    form_saved = Signal(object)
    """The OpenForm that is on record now."""
    left = Signal()

    def __init__(
        self, plan: Plan, worklist: Worklist, meter: WorkMeter, draft: Draft, parent: QObject
    ) -> None:
        super().__init__(parent)
        self.plan, self.worklist, self.meter, self.draft = plan, worklist, meter, draft
        self.form: OpenForm | None = None
        self.prompt = Prompt.NUMBER
        self.typed = ""
        self.offered = worklist.following(None)
        self._asked: Place | None = None
        self._checked_pages: set[int] = set()
        draft.unwritten.connect(self.told)
        self._acts = self._acts_by_key()
        self._at = self._acts_by_prompt()

    def resume(self, form: OpenForm) -> None:
        """Go on with the form that a crash or a sign-out left open, at its cell."""
        self._open(form)
        self.told.emit(Notice("form_resumed", {"form": form_name(form.batch, form.number)}))

    def take_number(self, text: str) -> None:
        """Open the form that was typed, scanned or accepted; asks first where that is unusual."""
        self.meter.press()
        self.told.emit(None)
        try:
            place = self.worklist.read(text.strip())
            question = self.worklist.question(place) if place != self._asked else None
            self._asked = place if question else None
            if question:
                self.told.emit(question)
                self.sounded.emit("warn")
            else:
                self._open(self.worklist.open(place))
        except PingyiError as error:
            self._refuse(error, "warn")

    def press(self, key: str) -> None:
        """What one key does at the present prompt; a key that means nothing changes nothing."""
        self.meter.press()
        self.told.emit(None)
        try:
            self._at[self.prompt](key)
        except PingyiError as error:
            self._refuse(error, "low" if isinstance(error, KeyRefusedError) else "warn")

    def leave(self) -> None:
        """Put the form away at its cell; it comes back with the desk."""
        self._wait_for(Prompt.NUMBER)
        self.draft.keep()
        self.form = None
        self.form_changed.emit()
        self.left.emit()

    def _acts_by_key(self) -> Mapping[str, Callable[[], None]]:
        return {
            "0": lambda: self._mark(self._held.put, BLANK),
            ".": self._dont_know,
            "*": lambda: self._mark(self._held.put, INVALID),
            "/": lambda: self._mark(self._held.fill, BLANK),
            "+": lambda: self._wait_for(Prompt.FILL),
            Key.BACK: self._back,
            Key.ENTER: self._arm_finish,
            Key.JUMP: lambda: self._wait_for(Prompt.JUMP),
            Key.VOID: self._void,
            Key.DOUBT: self._doubt,
            Key.PAUSE: self._pause,
            Key.LEAVE: self._arm_leave,
        }

    def _acts_by_prompt(self) -> Mapping[Prompt, Callable[[str], None]]:
        return {
            Prompt.NUMBER: lambda _: None,
            Prompt.CELLS: self._at_cells,
            Prompt.FINISH: self._at_finish,
            Prompt.LEAVE: self._at_leave,
            Prompt.FILL: self._at_fill,
            Prompt.JUMP: self._at_jump,
            Prompt.REASON: self._at_reason,
            Prompt.CHECK: self._at_check,
            Prompt.PAUSED: self._at_pause,
        }

    def _refuse(self, error: PingyiError, sound: str) -> None:
        if isinstance(error, KeyRefusedError):
            fields = {name: value for name, value in error.fields.items() if name != "warning"}
            self.told.emit(Notice(error.warning, fields))
        else:
            self.told.emit(error)
        self.sounded.emit(sound)

    def _open(self, form: OpenForm) -> None:
        self.form = form
        self._asked = None
        self._checked_pages = set()
        self.draft.follow(form)
        self._wait_for(Prompt.CELLS)
        self.form_changed.emit()

    def _wait_for(self, prompt: Prompt, typed: str = "") -> None:
        self.prompt, self.typed = prompt, typed
        self.prompt_changed.emit()

    @property
    def _held(self) -> OpenForm:
        assert self.form is not None
        return self.form

    def _at_cells(self, key: str) -> None:
        if act := self._acts.get(key):
            act()
        elif key.isdecimal() and "1" <= key <= "6":
            self._mark(self._held.put, self._grade(int(key)))
        elif key.isdecimal() and "7" <= key <= "9":
            self._fill(int(key) - 6)
        elif key in _ARROWS:
            self._held.move(**_ARROWS[key])
            self._moved()
        else:
            raise KeyRefusedError("num_lock" if key == Key.NUM_LOCK else "key_meaningless")

    def _mark(self, act: Callable[[str], range], mark: str) -> None:
        cells = act(mark)
        self.cells_marked.emit(cells[0], cells[-1])
        self._moved()
        self._ask_for_page(cells[-1])

    def _fill(self, grade: int) -> None:
        self._mark(self._held.fill, self._grade(grade))
        self.meter.fills += 1

    def _grade(self, number: int) -> str:
        """The mark of the n-th grade; the plan may have fewer."""
        codes = [grade.code for grade in self.plan.grades]
        if str(number) not in codes:
            raise KeyRefusedError("grade_absent", digit=number, known=" ".join(codes))
        return str(number)

    def _dont_know(self) -> None:
        if not self.plan.dont_know:
            raise KeyRefusedError("dont_know_absent")
        self._mark(self._held.put, DONT_KNOW)

    def _back(self) -> None:
        before = self._held.void
        cells = self._held.back()
        if cells:
            self.cells_marked.emit(cells[0], cells[-1])
        self._moved()
        if before:
            self.form_changed.emit()

    def _moved(self) -> None:
        self.draft.touch()
        self.cursor_moved.emit()

    def _ask_for_page(self, cell: int) -> None:
        """At the last cell of a page that has a check number 校验码, ask for it once."""
        row = cell // self._held.columns
        page = page_of_row(self.plan, row)
        crossed = (cell + 1) % self._held.columns == 0 and page.is_last_row
        if crossed and self._held.way in (Way.NEW, Way.SECOND):
            self.sounded.emit("end")
            if page.check and page.number not in self._checked_pages:
                self._wait_for(Prompt.CHECK)

    def _void(self) -> None:
        if self._held.void:
            self._set_void("")
        else:
            self._wait_for(Prompt.REASON)

    def _set_void(self, reason: str) -> None:
        self._held.void = reason
        self._wait_for(Prompt.CELLS)
        self.draft.touch()
        self.form_changed.emit()

    def _doubt(self) -> None:
        """Flag the paper 疑难, noting the place where the clerk stood."""
        form = self._held
        agency, dimension = self.plan.agencies[form.row], self.plan.dimensions[form.column]
        form.doubt = "" if form.doubt else f"{form.row + 1:03d} {agency.name} · {dimension.name}"
        self.draft.touch()
        self.form_changed.emit()
        self.told.emit(Notice("doubt_on" if form.doubt else "doubt_off"))

    def _pause(self) -> None:
        self.meter.pause()
        self._wait_for(Prompt.PAUSED)

    def _arm_finish(self) -> None:
        blank = self._held.check_finish()
        self._wait_for(Prompt.FINISH)
        if self._held.void:
            self.told.emit(Notice("void_finish_armed"))
        else:
            self.told.emit(Notice("finish_armed" if blank else "save_armed", {"count": blank}))

    def _arm_leave(self) -> None:
        self._wait_for(Prompt.LEAVE)
        name = form_name(self._held.batch, self._held.number)
        self.told.emit(Notice("leave_armed", {"form": name}))

    def _at_finish(self, key: str) -> None:
        self._wait_for(Prompt.CELLS)
        if key == Key.ENTER:
            self._save()
        else:
            self._at_cells(key)

    def _at_leave(self, key: str) -> None:
        self._wait_for(Prompt.CELLS)
        if key == Key.LEAVE:
            self.leave()
        else:
            self._at_cells(key)

    def _at_pause(self, key: str) -> None:
        """Whatever is pressed ends the pause, and does nothing else."""
        self._wait_for(Prompt.CELLS)

    def _at_fill(self, key: str) -> None:
        self._wait_for(Prompt.CELLS)
        if key.isdecimal() and "1" <= key <= "6":
            self._fill(int(key))
        elif key not in (Key.LEAVE, Key.BACK):
            raise KeyRefusedError("key_meaningless")

    def _at_jump(self, key: str) -> None:
        if key != Key.ENTER:
            self._type(key)
            return
        typed = self.typed
        self._wait_for(Prompt.CELLS)
        if not typed:
            self._held.jump_to_gap()
        elif 1 <= int(typed) <= self._held.rows:
            self._held.jump(int(typed) - 1)
        else:
            raise KeyRefusedError("row_unknown", row=typed, last=self._held.rows)
        self._moved()

    def _at_reason(self, key: str) -> None:
        """A digit chooses; with more than nine reasons, a number and Enter."""
        count = len(self.plan.void_reasons)
        if count > 9 and key != Key.ENTER:
            self._type(key)
        elif key in (Key.LEAVE, Key.BACK, Key.VOID):
            self._wait_for(Prompt.CELLS)
        else:
            self._choose_reason(self.typed if count > 9 else key)

    def _choose_reason(self, digits: str) -> None:
        reasons = self.plan.void_reasons
        self._wait_for(Prompt.CELLS)
        if not digits.isdecimal():
            raise KeyRefusedError("key_meaningless")
        if not 1 <= int(digits) <= len(reasons):
            raise KeyRefusedError("reason_unknown", digit=digits)
        reason = reasons[int(digits) - 1]
        self._set_void(reason.code)
        self.told.emit(Notice("void_armed", {"reason": reason.name}))

    @property
    def page_behind(self) -> PagePlace:
        """The page that ends with the cell before the cursor."""
        return page_of_row(self.plan, (self._held.cursor - 1) // self._held.columns)

    def _at_check(self, key: str) -> None:
        page = self.page_behind
        if key == Key.LEAVE or (key == Key.BACK and not self.typed):
            self._wait_for(Prompt.CELLS)
            self._back()  # nothing passes a page's end without its number
        elif key != Key.ENTER:
            self._type(key)
        elif self.typed == page.check:
            self._checked_pages.add(page.number)
            self._wait_for(Prompt.CELLS)
        else:
            typed = self.typed
            self._wait_for(Prompt.CHECK)
            raise KeyRefusedError("check_wrong", text=typed, page=page.number)

    def _type(self, key: str) -> None:
        """Digits into the prompt; Backspace takes one away, Esc leaves the prompt."""
        if key == Key.LEAVE or (key == Key.BACK and not self.typed):
            self._wait_for(Prompt.CELLS)
        elif key == Key.BACK:
            self._wait_for(self.prompt, self.typed[:-1])
        elif key.isdecimal() and len(key) == 1 and len(self.typed) < _LONGEST:
            self._wait_for(self.prompt, self.typed + key)
        else:
            raise KeyRefusedError("key_meaningless")

    def _save(self) -> None:
        form = self._held
        if form.way is Way.CORRECT and not form.is_changed:
            self._put_down(form)
            self.told.emit(Notice("nothing_changed"))
            return
        warning = self._put_on_record(form)
        self._count(form)
        self._put_down(form)
        self.sounded.emit("warn" if warning else "saved")
        self.form_saved.emit(form)
        if warning:
            self.told.emit(warning)

    def _put_on_record(self, form: OpenForm) -> PingyiError | None:
        """What went wrong beside a form that is on record; what keeps it off is raised."""
        try:
            self.worklist.save(form)
        except MarkUnraisedError as error:
            return error
        return None

    def _count(self, form: OpenForm) -> None:
        meter = self.meter
        meter.forms += 1
        meter.corrections += form.corrections
        meter.corrected += form.way is Way.CORRECT
        meter.voided += bool(form.void)
        meter.doubted += bool(form.doubt)

    def _put_down(self, form: OpenForm) -> None:
        self.draft.drop()
        self.form = None
        self.offered = self.worklist.following((form.batch, form.number))
        self._wait_for(Prompt.NUMBER)
        self.form_changed.emit()
