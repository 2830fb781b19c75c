"""Numbers and lists as printed; a dash stands where there is nothing."""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from desktop.tally.form import form_name
from desktop.tally.numbers import number_text, rounded
from desktop.tally.plan import Plan
from desktop.words import Words

DASH = "—"
_HASH_GROUP = 8
HASH_LINE = 4


def count_text(count: int | None) -> str:
    return DASH if count is None else str(count)


def score_text(plan: Plan, score: Fraction | None) -> str:
    """As the plan displays scores: scaled, rounded half up."""
    display = plan.scoring.display
    return DASH if score is None else rounded(score * display.scale, display.decimals)


def gap_text(plan: Plan, points: Fraction) -> str:
    """What a score is above or below another, with its sign unless that is nothing in print."""
    text = score_text(plan, points)
    return f"+{text}" if points > 0 and text.strip("0.") else text


def percent_text(share: Fraction | None) -> str:
    return DASH if share is None else f"{rounded(100 * share, 2)}%"


def share_of(part: int, whole: int | None) -> Fraction | None:
    return Fraction(part, whole) if whole else None


def plain_number(value: Fraction, decimals: int) -> str:
    """Exact where its decimals end, else rounded: for limits named in a sentence."""
    text = number_text(value)
    return rounded(value, decimals) if "/" in text else text


def signed(value: Fraction) -> str:
    return number_text(value) if value < 0 else f"+{number_text(value)}"


def number_runs(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """First and last of every run of numbers that follow on; `numbers` ascend."""
    first = last = 0
    for number in numbers:
        if first and number == last + 1:
            last = number
            continue
        if first:
            yield first, last
        first = last = number
    if first:
        yield first, last


def form_runs(batch: str, numbers: Iterable[int], words: Words) -> list[str]:
    """`B001-003` or, for a run, `B001-003 to 007`."""
    run = words("{first} to {last}")
    return [
        run.format(first=form_name(batch, first), last=f"{last:03d}")
        if last > first
        else form_name(batch, first)
        for first, last in number_runs(numbers)
    ]


def forms_text(forms: Sequence[tuple[str, int]], words: Words) -> str:
    """Forms in order of batch and number, runs drawn together."""
    batches: dict[str, list[int]] = {}
    for batch, number in forms:
        batches.setdefault(batch, []).append(number)
    runs = (run for batch, held in batches.items() for run in form_runs(batch, held, words))
    return words(", ").join(runs)


def hash_groups(digits: str) -> list[str]:
    """Eight digits each: what an eye compares at once."""
    return [digits[at : at + _HASH_GROUP] for at in range(0, len(digits), _HASH_GROUP)]


def hash_lines(digits: str) -> list[list[str]]:
    """The groups of a whole hash on two lines; a dash alone where there is none."""
    groups = hash_groups(digits) or [DASH]
    return [groups[at : at + HASH_LINE] for at in range(0, len(groups), HASH_LINE)]


def hash_text(digits: str) -> str:
    """A whole hash for a cell of a table."""
    return "\n".join(map(" ".join, hash_lines(digits)))


def hash_line(digits: str) -> str:
    """A whole hash on one line."""
    return "  ".join(hash_groups(digits)) or DASH


def record_text(record: str) -> str:
    """A record id as people quote it: its first twelve digits."""
    return record[:12] or DASH
