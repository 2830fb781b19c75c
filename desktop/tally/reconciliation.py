"""Paper against keyed forms, per channel and batch (RULES.md §4, document 6)."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from desktop.tally.errors import PingyiError, Problem
from desktop.tally.form import FormState
from desktop.tally.numbers import rounded
from desktop.tally.plan import Channel, Plan


class ReturnedAboveIssuedError(PingyiError):
    message = (
        "Channel {channel} has {keyed} forms back of {issued} issued, and this plan allows no "
        "more than were issued: check the issue register before the batch is counted."
    )


@dataclass(frozen=True, slots=True)
class Slip:
    """A batch as its paper cover states it: numbers 1 to `count`, from `origin` if named."""

    code: str
    channel: str
    count: int
    origin: str | None = None


@dataclass(frozen=True, slots=True)
class FormStanding:
    """How one form number of a batch stands; `void` is a reason's code or empty."""

    number: int
    state: FormState
    void: str = ""


@dataclass(frozen=True, slots=True)
class ReconciliationRow:
    """A channel's row (`batch` None) or a batch's; the numbers behind the counts are kept."""

    channel: str
    batch: str | None
    issued: int | None
    slip: int
    keyed: int
    valid: int
    void: Mapping[str, int]
    unsettled: int
    missing: int
    extra: int
    missing_numbers: tuple[int, ...] = ()
    extra_numbers: tuple[int, ...] = ()

    @property
    def agrees(self) -> bool:
        """Slip, keyed and void agree, and nothing waits for a ruling."""
        return not (self.missing or self.extra or self.unsettled)


def reconcile_batch(plan: Plan, slip: Slip, forms: Iterable[FormStanding]) -> ReconciliationRow:
    """One batch: what the slip says against the form numbers keyed."""
    states: Counter[FormState] = Counter()
    void = _no_voids(plan)
    numbers: set[int] = set()
    for form in forms:
        numbers.add(form.number)
        states[form.state] += 1
        if form.state is FormState.VOID:
            void[form.void] += 1
    expected = range(1, slip.count + 1)
    missing = tuple(number for number in expected if number not in numbers)
    extra = tuple(sorted(number for number in numbers if number > slip.count))
    return ReconciliationRow(
        channel=slip.channel,
        batch=slip.code,
        issued=None,
        slip=slip.count,
        keyed=len(numbers),
        valid=states[FormState.VALID],
        void=void,
        unsettled=states[FormState.UNSETTLED],
        missing=len(missing),
        extra=len(extra),
        missing_numbers=missing,
        extra_numbers=extra,
    )


def reconcile(plan: Plan, batches: Iterable[ReconciliationRow]) -> tuple[ReconciliationRow, ...]:
    """Every channel of the plan, each followed by its batches in order of code."""
    by_channel: dict[str, list[ReconciliationRow]] = {c.code: [] for c in plan.channels}
    for row in batches:
        by_channel[row.channel].append(row)
    rows: list[ReconciliationRow] = []
    for channel in plan.channels:
        held = sorted(by_channel[channel.code], key=lambda row: row.batch or "")
        rows += [_channel_row(plan, channel, held), *held]
    return tuple(rows)


def reconciliation_warnings(plan: Plan, rows: Iterable[ReconciliationRow]) -> list[Problem]:
    """Returned above issued, and a quorum not reached: to be explained with a signature."""
    names = {channel.code: channel.name for channel in plan.channels}
    found = []
    for row in rows:
        if row.batch is None and row.issued is not None:
            found += _channel_warnings(plan, names[row.channel], row, row.issued)
    return found


def check_returned(plan: Plan, rows: Iterable[ReconciliationRow]) -> None:
    """Raise ReturnedAboveIssuedError where the plan makes it a hard rule (RULES.md §1)."""
    if plan.validity.returned_above_issued != "stop":
        return
    for row in rows:
        if row.batch is None and row.issued is not None and row.keyed > row.issued:
            raise ReturnedAboveIssuedError(channel=row.channel, keyed=row.keyed, issued=row.issued)


def _channel_warnings(plan: Plan, name: str, row: ReconciliationRow, issued: int) -> list[Problem]:
    found = []
    if row.keyed > issued:
        message = "issued {issued}, back {keyed}: a signed explanation is needed"
        found.append(Problem(name, message, {"keyed": row.keyed, "issued": issued}))
    quorum = plan.validity.quorum
    if quorum is not None and row.keyed < quorum * issued:
        share = Fraction(row.keyed, issued)
        message = "only {share} % of the forms issued are back; the plan asks for {quorum} %"
        fields = {"share": rounded(100 * share, 1), "quorum": rounded(100 * quorum, 1)}
        found.append(Problem(name, message, fields))
    return found


def _channel_row(
    plan: Plan, channel: Channel, batches: list[ReconciliationRow]
) -> ReconciliationRow:
    void = _no_voids(plan)
    for row in batches:
        void.update(row.void)
    return ReconciliationRow(
        channel=channel.code,
        batch=None,
        issued=channel.issued,
        slip=sum(row.slip for row in batches),
        keyed=sum(row.keyed for row in batches),
        valid=sum(row.valid for row in batches),
        void=void,
        unsettled=sum(row.unsettled for row in batches),
        missing=sum(row.missing for row in batches),
        extra=sum(row.extra for row in batches),
    )


def _no_voids(plan: Plan) -> Counter[str]:
    return Counter({reason.code: 0 for reason in plan.void_reasons})
