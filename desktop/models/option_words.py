"""Scoring options in words, and how an alternative differs from the plan, in one line."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from PySide6.QtCore import QObject

from desktop.tally.numbers import number_text
from desktop.tally.plan import Plan
from desktop.tally.what_if import Alternative, changed_plan


class OptionWords(QObject):
    """Short enough for a list; the plan's own documents say each rule in full."""

    def __init__(self, plan: Plan, parent: QObject) -> None:
        super().__init__(parent)
        self._plan = plan

    def denominators(self) -> Mapping[str, str]:
        """What dimension scores are divided by."""
        offered = {
            "marks": self.tr("votes"),
            "marks+dont_know": self.tr("votes and don't-knows"),
            "forms": self.tr("valid forms"),
        }
        if not self._plan.dont_know:
            del offered["marks+dont_know"]
        return offered

    def combinations(self) -> Mapping[str, str]:
        """How dimension scores come together."""
        return {
            "sum": self.tr("sum"),
            "mean": self.tr("mean"),
            "pooled": self.tr("pooled over all votes"),
        }

    def channel_rules(self) -> Mapping[str, str]:
        return {"pooled": self.tr("counted together"), "weighted": self.tr("apart, by weight")}

    def missing(self) -> Mapping[str, str]:
        """What a channel without a score does."""
        return {
            "renormalise": self.tr("the others share its weight"),
            "zero": self.tr("counts as 0"),
            "stop": self.tr("leaves the agency unscored"),
        }

    def differences(self, other: Alternative) -> str:
        """What stands in an alternative and not in the plan."""
        found = self.tr("; ").join(self._differences(other))
        return found or self.tr("as in the plan")

    def _differences(self, other: Alternative) -> Iterator[str]:
        real, rule = self._plan.scoring, other.scoring
        if rule.denominator != real.denominator:
            yield self.tr("divided by {0}").format(self.denominators()[rule.denominator])
        if rule.dimensions != real.dimensions:
            yield self.tr("dimensions: {0}").format(self.combinations()[rule.dimensions])
        yield from self._channels(other)
        if rule.cap != real.cap:
            yield self._capped(rule.cap)
        if rule.trim != real.trim:
            yield self._trimmed(rule.trim)
        if rule.exclude_self != real.exclude_self:
            yield self.tr("own forms left out") if rule.exclude_self else self.tr("own forms count")
        if other.cut != self._plan.cut:
            yield self.tr("top {0}, bottom {1}").format(other.cut.top, other.cut.bottom)

    def _channels(self, other: Alternative) -> Iterator[str]:
        real, rule = self._plan.scoring, other.scoring
        if rule.channels == "pooled":
            if real.channels != "pooled":
                yield self.tr("channels counted together")
            return
        if real.channels != "weighted" or other.weights is not None:
            weights = (held.weight for held in changed_plan(self._plan, other).channels)
            text = self.tr("channels apart, weights {0}")
            yield text.format(" : ".join(map(number_text, weights)))
        if rule.missing_channel != real.missing_channel:
            text = self.tr("a channel without a score {0}")
            yield text.format(self.missing()[rule.missing_channel])

    def _capped(self, cap: Fraction | None) -> str:
        if cap is None:
            return self.tr("no cap")
        return self.tr("each dimension capped at {0}").format(number_text(cap))

    def _trimmed(self, share: Fraction) -> str:
        if not share:
            return self.tr("nothing trimmed")
        return self.tr("{0} % trimmed at either end").format(number_text(100 * share))
