"""An error rate in plain words: what it says of forms keyed once, and what would say it better."""

from fractions import Fraction

from PySide6.QtCore import QObject

from desktop.tally.error_rates import ErrorRate, ErrorRates
from desktop.tally.numbers import rounded


class RateSentences(QObject):
    """Says nothing that the figures do not hold."""

    def paragraph(self, found: ErrorRates) -> str:
        """What was compared, what it means, what is still open, and how to know it better."""
        if not found.overall.forms.trials:
            return self.nothing(found.overall.pending)
        parts = (self._compared(found), self._meaning(found), self._pending(found))
        return self.tr(" ").join(part for part in parts if part)

    def nothing(self, pending: int) -> str:
        """Nobody keyed anything a second time, or none of it is settled."""
        if pending:
            return self.tr(
                "{0} forms were keyed twice and still differ; none is settled, so nothing is known"
                " of errors yet. Rule on what differs first."
            ).format(f"{pending:,}")
        return self.tr(
            "No form was keyed a second time by another person, so nothing is known of errors."
            " Close the batches: closing draws the forms to be keyed a second time."
        )

    def narrowing(self, rate: ErrorRate, wanted: int | None) -> str:
        """How many forms more would halve the interval by form; empty where nobody knows."""
        if wanted is None:
            return ""
        return self.tr(
            "{0} forms keyed twice put the share of wrong forms between {1} and {2} %. To halve"
            " that interval, about {3} more would have to be keyed a second time."
        ).format(
            f"{rate.trials:,}",
            _percent(rate.low),
            _percent(rate.high),
            f"{wanted - rate.trials:,}",
        )

    def caution(self) -> str:
        """Why the interval by cell is to be read with care."""
        return self.tr(
            "Slips of one form come together (a row that slipped, a wrong fill), so the interval by"
            " cell is narrower than the truth; the one by form is sound. What both people keyed"
            " wrong, and what is wrong on the paper itself, no second keying sees."
        )

    def _compared(self, found: ErrorRates) -> str:
        forms, cells = found.overall.forms, found.overall.cells
        return self.tr(
            "{0} forms were keyed by two people and settled; {1} of them had been keyed wrong"
            " somewhere, in {2} of {3} cells."
        ).format(*(f"{n:,}" for n in (forms.trials, forms.errors, cells.errors, cells.trials)))

    def _meaning(self, found: ErrorRates) -> str:
        cells, forms = found.overall.cells, found.overall.forms
        if not cells.trials:
            return ""
        return self.tr(
            "So of 1,000 cells keyed once about {0} are wrong (95 % interval {1} to {2}), and of"
            " 100 forms about {3} have a slip somewhere."
        ).format(
            rounded(Fraction(1000 * cells.errors, cells.trials), 1),
            rounded(1000 * Fraction(cells.low), 1),
            rounded(1000 * Fraction(cells.high), 1),
            rounded(Fraction(100 * forms.errors, forms.trials), 0),
        )

    def _pending(self, found: ErrorRates) -> str:
        if not found.overall.pending:
            return ""
        return self.tr(
            "{0} forms still differ and are in neither rate: the rates will rise when they are"
            " ruled on."
        ).format(f"{found.overall.pending:,}")


def _percent(share: float) -> str:
    return rounded(100 * Fraction(share), 1)
