"""What a plan's rule would do: in words, on one agency's votes, and with one option otherwise."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from fractions import Fraction

from PySide6.QtWidgets import QWidget

from desktop.report.rule_parts import score_range
from desktop.report.rule_text import rule_sentences
from desktop.tally.numbers import number_text, rounded
from desktop.tally.plan import Plan
from desktop.tally.worked_example import (
    Choice,
    WorkedExample,
    usual_scoring,
    worked_example,
)
from desktop.views.parts import filled
from desktop.views.rich_text import RichText, heading, numbered, paragraph, table
from desktop.views.theme import Theme
from desktop.words import words_for

_DASH = "—"
_MINUS = "\u2212"


class RulePane(QWidget):
    """As high as what it says: whoever holds it scrolls."""

    def __init__(self, theme: Theme, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words_for(language)
        self.text = RichText(self.tr("What this rule would do"), theme, self)
        filled(self).addWidget(self.text)
        self.show_plan(None)

    def show_plan(self, plan: Plan | None) -> None:
        """Compute the example under this plan; None where the plan is not sound yet."""
        if plan is None:
            hint = self.tr("What the rule would do is shown as soon as the plan is sound.")
            self.text.show_parts([paragraph((hint, "quiet"))])
        else:
            self.text.show_parts(self._parts(plan, worked_example(plan)))

    def _parts(self, plan: Plan, example: WorkedExample) -> Iterable[str]:
        yield heading(self.tr("What this rule gives"))
        yield self._outcome(plan, example)
        yield heading(self.tr("If one thing were otherwise"))
        yield self._choices(plan, example)
        yield heading(self.tr("The example: one agency's votes"))
        yield self._counts(plan, example)
        yield heading(self.tr("The rule in words"))
        yield numbered(rule_sentences(plan, self._words))

    def _outcome(self, plan: Plan, example: WorkedExample) -> str:
        scored = self.tr("{0} points").format(_number(plan, example.score))
        full = self.tr("of {0}").format(self._full(plan))
        usual = self.tr("Usual: votes as the denominator, dimensions added, channels pooled.")
        found = paragraph((scored, "score"), (full, "plain"))
        return found + paragraph((self._compared(plan, example), "plain"), (usual, "quiet"))

    def _compared(self, plan: Plan, example: WorkedExample) -> str:
        """Beside the usual rule; points of two full marks are not taken from one another."""
        score, mark = _number(plan, example.default), self._full(plan)
        usual = replace(plan, scoring=usual_scoring(plan))
        if self._full(usual) != mark:
            text = self.tr("The usual rule gives {0} of {1}.")
            return text.format(score, self._full(usual))
        if not example.change:
            return self.tr("The usual rule gives the same.")
        more = self.tr("The usual rule gives {0}: this plan gives {1} more.")
        less = self.tr("The usual rule gives {0}: this plan gives {1} less.")
        text = more if example.change > 0 else less
        return text.format(score, _number(plan, abs(example.change)))

    def _choices(self, plan: Plan, example: WorkedExample) -> str:
        """One option after the other; what the plan chose is marked, by a word too."""
        head = [
            self.tr("Option"),
            self.tr("Choice"),
            self.tr("Score"),
            self.tr("Full mark"),
            self.tr("Change"),
        ]
        titles, rows, before = self._options(), [], ""
        for choice in example.choices:
            name = titles[choice.option] if choice.option != before else ""
            rows.append((self._choice(plan, choice, name), choice.is_chosen))
            before = choice.option
        return table(head, rows, words=2)

    def _choice(self, plan: Plan, choice: Choice, name: str) -> list[str]:
        value = self._value(plan, choice)
        marks = [self.tr("in this plan")] if choice.is_chosen else []
        marks += [self.tr("usual")] if choice.is_default else []
        text = self.tr("{0} ({1})").format(value, self.tr(", ").join(marks)) if marks else value
        if choice.problem:
            why = self.tr("does not go with the other options")
            return [name, text, _DASH, _DASH, why]
        full = self._full(replace(plan, scoring=choice.rule))
        return [name, text, _number(plan, choice.score), full, _change(plan, choice)]

    def _full(self, plan: Plan) -> str:
        """The highest score there is, as printed."""
        high = score_range(plan)[1] * plan.scoring.display.scale
        return _plain(plan, high)

    def _counts(self, plan: Plan, example: WorkedExample) -> str:
        head = [self.tr("Dimension"), *(grade.name for grade in plan.grades)]
        head += [self.tr("Don't know")] if plan.dont_know else []
        head += [self.tr("Blank"), self.tr("Score")]
        rows = []
        for dimension, counts, score in zip(
            plan.dimensions, example.counts, example.dimensions, strict=True
        ):
            empty = [counts.dont_know, counts.blank] if plan.dont_know else [counts.blank]
            figures = [f"{count:,}" for count in (*counts.grades, *empty)]
            rows.append(([dimension.name, *figures, _number(plan, score)], False))
        return paragraph((self._about(plan, example), "quiet")) + table(head, rows, words=1)

    def _about(self, plan: Plan, example: WorkedExample) -> str:
        text = self.tr("{0} valid forms, made up for comparison; not this survey's votes.")
        about = text.format(f"{example.forms:,}")
        if len(plan.channels) == 1:
            return about
        names = (
            f"{channel.name} {_number(plan, score)}"
            for channel, score in zip(plan.channels, example.channels, strict=True)
        )
        each = self.tr("By channel, before the channels are put together: {0}.")
        return about + self.tr(" ") + each.format(self.tr(", ").join(names))

    def _options(self) -> Mapping[str, str]:
        return {
            "denominator": self.tr("Divided by"),
            "dimensions": self.tr("Dimensions"),
            "channels": self.tr("Channels"),
            "cap": self.tr("Cap of a dimension"),
            "trim": self.tr("Trimmed at either end"),
            "scale": self.tr("Printed times"),
        }

    def _value(self, plan: Plan, choice: Choice) -> str:
        match choice.option, choice.value:
            case "denominator", value:
                texts = {
                    "marks": self.tr("votes"),
                    "marks+dont_know": self.tr("votes and don't-knows"),
                    "forms": self.tr("valid forms"),
                }
            case "dimensions", value:
                texts = {
                    "sum": self.tr("added"),
                    "mean": self.tr("averaged"),
                    "pooled": self.tr("pooled"),
                }
            case "channels", value:
                texts = {"pooled": self.tr("pooled"), "weighted": self.tr("by weight")}
            case "cap", None:
                return self.tr("none")
            case "trim", Fraction() as share:
                return self.tr("{0} %").format(number_text(100 * share))
            case _, value:
                return number_text(value) if isinstance(value, Fraction) else str(value)
        return texts[str(value)]


def _number(plan: Plan, value: Fraction | None) -> str:
    return _DASH if value is None else rounded(value, plan.scoring.display.decimals)


def _plain(plan: Plan, value: Fraction) -> str:
    text = number_text(value)
    return _number(plan, value) if "/" in text else text


def _change(plan: Plan, choice: Choice) -> str:
    if not choice.change:
        return _DASH if choice.change is None or choice.is_chosen else "0"
    sign = "+" if choice.change > 0 else _MINUS
    return sign + _number(plan, abs(choice.change))
