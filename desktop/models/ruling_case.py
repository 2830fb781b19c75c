"""A form before whoever rules on it: what was keyed, where it differs, and what the paper shows."""

from collections.abc import Sequence

from desktop.store.form_queries import OpenForm
from desktop.tally.errors import PingyiError
from desktop.tally.form import Form, read_form_name
from desktop.tally.keyings import Keying
from desktop.tally.plan import Plan


class PaperUnsaidError(PingyiError):
    message = "Say first what the paper of {form} shows: {count} cells of it are still open."


class OutcomeUnsaidError(PingyiError):
    message = "Say first what the paper of {form} shows: take a keying, or say that it is void."


class RulingCase:
    """Nothing is proposed: the paper decides, and every differing cell is open until it is said."""

    def __init__(self, plan: Plan, held: OpenForm) -> None:
        self.plan, self.held = plan, held
        self.heads: tuple[Keying, ...] = held.heads
        self.valid: list[Keying] = [head for head in held.heads if head.marks and not head.void]
        self.differing = tuple(cell for cell in range(plan.cells) if self._differs(cell))
        self._paper: dict[int, str] = {}
        self._base: Keying | None = None
        self.void = ""
        """The reason for which the paper is void."""
        self.no_paper = False
        self.moves: dict[str, tuple[str, int]] = {}
        """The record of another paper, and the place it gets."""

    def mark(self, cell: int, mark: str) -> None:
        """The paper shows this in a cell; an empty text says nothing of it any more."""
        self.void, self.no_paper = "", False
        if mark:
            self._paper[cell] = mark
        else:
            self._paper.pop(cell, None)

    def take(self, head: Keying) -> None:
        """The paper shows what this keying says, void reason and all."""
        self.no_paper, self._paper, self.void = False, {}, head.void
        self._base = None if head.void else head

    def take_void(self, reason: str) -> None:
        """The paper is void for a listed reason; an empty text takes that back."""
        self.void, self.no_paper = reason, False

    def take_nothing(self, *, no_paper: bool) -> None:
        """There is no paper of this number; what was keyed stays on record and counts nowhere."""
        self.no_paper, self.void = no_paper, ""

    def move(self, head: Keying, form: str) -> None:
        """What this keying says stands on another paper: FormNameError, FormNumberError."""
        self.moves[head.record] = read_form_name(form)

    def stay(self, head: Keying) -> None:
        """It does not, after all."""
        self.moves.pop(head.record, None)

    def shown(self, cell: int) -> str:
        """What the paper shows in a cell as far as it was said; empty where it is open."""
        if self.void or self.no_paper:
            return ""
        if cell in self._paper:
            return self._paper[cell]
        if self._base:
            return self._base.marks[cell]
        return "" if cell in self.differing or not self.valid else self.valid[0].marks[cell]

    @property
    def open_cells(self) -> tuple[int, ...]:
        """Cells of which nothing was said yet."""
        if self.void or self.no_paper or not self.valid:
            return ()
        return tuple(cell for cell in self.differing if not self.shown(cell))

    @property
    def is_said(self) -> bool:
        """Whether anything was decided: a doubtful paper is not settled by saying nothing."""
        decided = self._paper or self._base or self.void or self.no_paper or self.moves
        return bool(decided)

    def outcomes(self) -> list[Form]:
        """The forms that this number leaves; PaperUnsaidError, OutcomeUnsaidError."""
        moved = [self._moved(head) for head in self.heads if head.record in self.moves]
        if self.no_paper:
            return moved
        if not self.is_said or (not self.void and not self.valid):
            raise OutcomeUnsaidError(form=self.held.name)
        if self.open_cells:
            raise PaperUnsaidError(form=self.held.name, count=len(self.open_cells))
        return [self._here(), *moved]

    def _here(self) -> Form:
        batch, number = self.held.batch, self.held.number
        if self.void:
            return Form(batch, number, self._marks_of_void(), self.void)
        return Form(batch, number, "".join(map(self.shown, range(self.plan.cells))))

    def _marks_of_void(self) -> str:
        """The cells of a void form are kept where a keying has them, and never counted."""
        alike: Sequence[Keying] = [head for head in self.heads if head.void == self.void]
        return alike[0].marks if alike else ""

    def _moved(self, head: Keying) -> Form:
        batch, number = self.moves[head.record]
        return Form(batch, number, head.marks, head.void)

    def _differs(self, cell: int) -> bool:
        return len({head.marks[cell] for head in self.valid}) > 1
