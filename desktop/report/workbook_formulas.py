"""The plan's rule as formulas over the columns of the sheets of votes."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.report.sheet import Sheet
from desktop.report.workbook_rule import Rule


def grade_key(number: int) -> str:
    """The key of the column that counts the votes of a grade, numbered from the best."""
    return f"grade{number}"


@dataclass(frozen=True, slots=True)
class Formulas:
    """Scores come out as they are printed, scale included, but not rounded."""

    rule: Rule

    def dimension(self, sheet: Sheet) -> str:
        """A dimension's score, from the votes in its own row."""
        cells = [sheet.cell(key) for key in self._grades]
        text = f"({self._earned(cells)})/{self._denominator(sheet)}"
        if self.rule.plan.scoring.cap is not None:
            text = f"MIN({self.rule.cap_name},{text})"
        return self._scaled(text)

    def combined(self, votes: Sheet, wanted: str, points: str = "") -> str:
        """A score from a sheet of votes; `wanted` are conditions, `points` a bonus's cell."""
        pooled = self.rule.plan.scoring.dimensions == "pooled"
        text = self._pooled(votes, wanted) if pooled else self._together(votes, wanted)
        if points:
            text = f"{text}+{self._scaled(points)}"
        return f"ROUND({text},{self.rule.fine})"

    @property
    def _grades(self) -> list[str]:
        return [grade_key(number) for number, _ in enumerate(self.rule.plan.grades, 1)]

    def _earned(self, counts: Sequence[str]) -> str:
        values = (self.rule.value_name(number) for number in range(1, len(counts) + 1))
        return "+".join(f"{count}*{value}" for count, value in zip(counts, values, strict=True))

    def _denominator(self, sheet: Sheet) -> str:
        cells = [sheet.cell(key) for key in self._among]
        return cells[0] if len(cells) == 1 else f"({'+'.join(cells)})"

    @property
    def _among(self) -> list[str]:
        """The columns that the denominator adds up."""
        plan = self.rule.plan
        match plan.scoring.denominator:
            case "forms":
                return ["forms"]
            case "marks+dont_know" if plan.dont_know:
                return ["votes", "dont_know"]
            case _:
                return ["votes"]

    def _pooled(self, votes: Sheet, wanted: str) -> str:
        earned = self._earned([total(votes, key, wanted) for key in self._grades])
        among = "+".join(total(votes, key, wanted) for key in self._among)
        return self._scaled(f"{len(self.rule.plan.dimensions)}*({earned})/({among})")

    def _together(self, votes: Sheet, wanted: str) -> str:
        """Dimension scores are scaled already."""
        weights = [held.weight for held in self.rule.plan.dimensions]
        if all(weight == 1 for weight in weights):
            text, among = total(votes, "recomputed", wanted), str(len(weights))
        else:
            text, among = self._weighted(votes, wanted, len(weights))
        return f"{text}/{among}" if self.rule.plan.scoring.dimensions == "mean" else text

    def _weighted(self, votes: Sheet, wanted: str, count: int) -> tuple[str, str]:
        names = [self.rule.weight_name(number) for number in range(1, count + 1)]
        of = f"{wanted},{votes.outside('dimension_no')}"
        terms = (
            f"{name}*{total(votes, 'recomputed', f'{of},{number}')}"
            for number, name in enumerate(names, 1)
        )
        return f"({'+'.join(terms)})", f"({'+'.join(names)})"

    def _scaled(self, text: str) -> str:
        scaled = self.rule.plan.scoring.display.scale != 1
        return f"{text}*{self.rule.scale_name}" if scaled else text


def total(votes: Sheet, key: str, wanted: str) -> str:
    """The sum of a column of another sheet, over the rows that are wanted."""
    return f"SUMIFS({votes.outside(key)},{wanted})"


def same(sheet: Sheet, other: Sheet, *keys: str) -> str:
    """Wanted are the rows of the other sheet with the same number as a row of this one."""
    return ",".join(f"{other.outside(key)},{sheet.cell(key)}" for key in keys)
