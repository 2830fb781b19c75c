"""雷同: forms with identical answers, for people to look at; never voided for it (RULES.md §3)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import pairwise

from desktop.tally.form import form_name
from desktop.tally.marks import BLANK, one_grade


@dataclass(frozen=True, slots=True)
class IdenticalForms:
    """Valid forms with the same marks, by batch and number."""

    forms: tuple[tuple[str, int], ...]
    straight: str
    """The one grade of straight-lined forms (`marks.one_grade`), or empty."""

    @property
    def batches(self) -> tuple[str, ...]:
        return tuple(sorted({batch for batch, _ in self.forms}))

    @property
    def longest_run(self) -> int:
        """Most forms in a row, number after number within one batch."""
        longest = run = 1
        for (batch, number), (next_batch, next_number) in pairwise(self.forms):
            run = run + 1 if (batch, number + 1) == (next_batch, next_number) else 1
            longest = max(longest, run)
        return longest

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(form_name(batch, number) for batch, number in self.forms)

    @property
    def ranges(self) -> tuple[str, ...]:
        """The forms' names, numbers in a row as one: `B001-003–005`."""
        found: list[str] = []
        run: list[tuple[str, int]] = []
        for batch, number in self.forms:
            if run and (batch, number - 1) != run[-1]:
                found.append(_range(run))
                run = []
            run.append((batch, number))
        return (*found, _range(run))


def _range(run: Sequence[tuple[str, int]]) -> str:
    first = form_name(*run[0])
    return first if len(run) == 1 else f"{first}–{run[-1][1]:03d}"


def identical_forms(forms: Iterable[tuple[str, int, bytes]]) -> list[IdenticalForms]:
    """Sets of two or more valid forms with equal marks, the largest first.

    `forms` gives batch code, number and marks. Entirely blank forms are not compared.
    """
    found: dict[bytes, list[tuple[str, int]]] = {}
    straight: dict[bytes, str] = {}
    for batch, number, marks in forms:
        if marks.strip(BLANK.encode()):
            key = blake2b(marks, digest_size=16).digest()
            found.setdefault(key, []).append((batch, number))
            if key not in straight:
                straight[key] = one_grade(marks.decode("ascii"))
    sets = [
        IdenticalForms(tuple(sorted(held)), straight[key])
        for key, held in found.items()
        if len(held) > 1
    ]
    return sorted(sets, key=lambda held: (-len(held.forms), held.forms))
