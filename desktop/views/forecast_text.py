"""The forecast in sentences: the date, what it stands on, and what is missing for it."""

from datetime import date
from fractions import Fraction

from PySide6.QtCore import QDate, QLocale, QObject

from desktop.tally.forecast import Forecast, Lack, Measured
from desktop.tally.numbers import rounded


class ForecastText(QObject):
    """Every sentence says no more than what was measured."""

    def finish(self, held: Forecast) -> str:
        """The date by itself, large; a dash where there is none."""
        return self.day(held.finish, held.today) if held.finish else "—"

    def finish_note(self, held: Forecast) -> str:
        """What the date stands on, or why there is none, in a few words."""
        if held.is_done:
            return self.tr("nothing is left")
        if Lack.SLIPS in held.lacks:
            return self.tr("no batch is registered")
        if Lack.WORK in held.lacks:
            return self.tr("no work on record yet")
        if Lack.FORMS in held.lacks:
            return self.tr("no form finished yet")
        if Lack.FAR in held.lacks or held.measured is None:
            return self.tr("more than ten years")
        if Lack.LITTLE in held.lacks:
            return self.tr("rough: under 2 hours measured")
        days = len(held.measured.days)
        return self.tr("at the pace of {0} days").format(days) if days > 1 else self._one_day(held)

    def title(self, held: Forecast) -> str:
        """The answer, over the chart."""
        if held.is_done:
            return self.tr("Every form that is registered is keyed")
        if Lack.SLIPS in held.lacks:
            return self.tr("Nobody knows yet what is to be keyed: register the batches first")
        if held.finish is None or held.measured is None:
            return self._no_date(held)
        pace = self._number(held.measured.forms_per_day)
        done = self.day(held.finish, held.today)
        return self.tr("{0} forms a day: done on {1}").format(pace, done)

    def basis(self, held: Forecast) -> str:
        """What was measured, and what is taken for granted."""
        if held.measured is None or not held.measured.pace.forms:
            return ""
        parts = [self._measured(held.measured), self._per_form(held.measured)]
        if held.measured.rest:
            parts.append(self.tr("No work on {0}.").format(self._weekdays(held.measured.rest)))
        if not held.is_done:
            parts.append(self._left(held))
        return self.tr(" ").join(part for part in parts if part)

    def answer(self, held: Forecast, wished: date) -> str:
        """How many clerks that day takes."""
        needed = held.clerks_for(wished)
        day = self.day(wished, held.today)
        if held.is_done:
            return self.tr("Nothing is left to be keyed.")
        if held.measured is None or not held.measured.pace.forms:
            return self._no_date(held)
        if needed is None:
            return self.tr("Not one working day is left until {0}.").format(day)
        now = self._number(held.measured.clerks)
        days = held.days_until(wished)
        text = self.tr("Clerks needed to be done on {0}: {1} (now {2} a day; {3} working days).")
        return text.format(day, needed, now, days)

    def day(self, day: date, today: date) -> str:
        """The year stands with it where it is another than today's."""
        shape = self.tr("d MMM") if day.year == today.year else self.tr("d MMM yyyy")
        return QLocale().toString(QDate(day.year, day.month, day.day), shape)

    def _one_day(self, held: Forecast) -> str:
        assert held.measured
        day = held.measured.days[0]
        if day == held.today:
            return self.tr("at today's pace")
        return self.tr("at the pace of {0}").format(self.day(day, held.today))

    def _no_date(self, held: Forecast) -> str:
        if Lack.FORMS in held.lacks:
            return self.tr("Work is on record, and not one form was finished in it")
        if Lack.FAR in held.lacks:
            return self.tr("At this pace it takes more than ten years")
        return self.tr("No pace yet: work is on record once a clerk signs out and packs it up")

    def _measured(self, held: Measured) -> str:
        days = [self.day(day, held.days[-1]) for day in (held.days[0], held.days[-1])]
        when = days[0] if days[0] == days[1] else self.tr("{0} to {1}").format(*days)
        text = self.tr("Measured {0}: {1} clerks a day, {2} hours each at work.")
        return text.format(when, self._number(held.clerks), self._number(held.hours))

    def _per_form(self, held: Measured) -> str:
        pace = held.pace
        figures = (pace.forms_per_hour, pace.presses_per_form, pace.seconds_per_form)
        if any(figure is None for figure in figures):
            return ""
        text = self.tr("Each keys {0} forms an hour: {1} presses and {2} seconds a form.")
        return text.format(*(self._number(figure) for figure in figures if figure is not None))

    def _left(self, held: Forecast) -> str:
        left = held.left
        return self.tr("Left: {0} forms and {1} second keyings.").format(
            f"{left.first:,}", f"{left.second:,}"
        )

    def _weekdays(self, days: frozenset[int]) -> str:
        names = [QLocale().standaloneDayName(day + 1) for day in sorted(days)]
        return self.tr(", ").join(names)

    @staticmethod
    def _number(value: Fraction) -> str:
        """One decimal below a hundred, none above it or where it is a whole number."""
        whole = value.denominator == 1 or value >= 100
        return f"{int(rounded(value, 0)):,}" if whole else rounded(value, 1)
