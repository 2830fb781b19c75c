"""日报 (document 3): one day of work, how the count stands that evening, when it will be done."""

from datetime import date
from pathlib import Path

from desktop.report.circular_opening import day_text
from desktop.report.daily_forecast import forecast_table
from desktop.report.daily_tables import (
    batch_table,
    channel_table,
    rate_table,
    second_table,
    uneven_table,
    void_table,
)
from desktop.report.daily_work import (
    import_table,
    network_table,
    obstacle_table,
    people_table,
)
from desktop.report.fonts import printable
from desktop.report.imprint import Naming
from desktop.report.legend import Legend
from desktop.report.paper import Part, paper_writer
from desktop.report.sections import Sections
from desktop.report.sheets import begun, signed, write_pdf
from desktop.report.strips import gap
from desktop.report.theme import document_theme
from desktop.tally.day_rows import DailyReport
from desktop.words import Words

_FEW_REASONS = 2
"""So many reasons of void forms stand in the table of channels itself."""


def write_daily_report(report: DailyReport, path: Path, *, naming: Naming, words: Words) -> Path:
    """Write a PDF of this name, or one named after the day into this folder; its path.

    GlyphMissingError: nothing was written.
    """
    document, theme = words("Daily report"), document_theme()
    imprint = naming.imprint(document, words)
    sections = begun(imprint, theme, words)
    _Report(report, sections).lay()
    day = report.day.isoformat()
    writer = paper_writer(imprint, theme.portrait, [Part(sections.strips, day)], words)
    return write_pdf(path, f"{document}-{day}", writer)


class _Report:
    """The report from top to bottom."""

    def __init__(self, report: DailyReport, sections: Sections) -> None:
        self._report, self._sections, self._words = report, sections, sections.words

    def lay(self) -> None:
        self._day()
        self._channels()
        self._second_and_rulings()
        self._batches()
        self._people()
        self._imports()
        self._obstacles()
        self._forecast()
        self._signatures()

    def _day(self) -> None:
        report, words, theme = self._report, self._words, document_theme()
        self._sections.centred(weekday_text(report.day, words), theme.styles["survey"])
        until = words("Nothing was recorded on this day.")
        if report.last:
            until = words("Up to the day's last record, {time}.").format(
                time=f"{report.last:%H:%M}"
            )
        zone = words("Times: this computer's (UTC{zone}).").format(zone=report.zone)
        here = words("Packages not merged yet are not in it.")
        self._sections.centred(words(" ").join((until, zone, here)), theme.styles["note"])
        self._sections.strips.append(gap(theme.rooms.gap / 2))

    def _channels(self) -> None:
        report, words, legend = self._report, self._words, Legend(self._words)
        used = [at for at, _ in enumerate(report.reasons) if _occurs(report, at)]
        few = len(used) <= _FEW_REASONS
        table = channel_table(report, used if few else [], legend, words)
        notes = [
            words(
                "Keyed = valid + void + open (waiting for a second look or a ruling). Issued: else "
                "by the plan."
            ),
            *legend.notes,
        ]
        self._sections.part(words("Forms by channel"), table, notes)
        if not few:
            more = Legend(words)
            apart = void_table(report, used, more, words)
            self._sections.part(words("Void forms by reason"), apart, more.notes)

    def _second_and_rulings(self) -> None:
        report, words = self._report, self._words
        note = words("In forms. To be drawn: the plan's share of batches not closed yet.")
        title = words("Second keying and rulings")
        self._sections.part(title, second_table(report, words), [note])
        pending = report.second.rates.pending
        notes = []
        if pending:
            told = words("Not in it: {count} forms whose two keyings differ and are not settled.")
            notes = [told.format(count=f"{pending:,}")]
        title = words("Error rates of first keying")
        self._sections.part(title, rate_table(report, words), notes)

    def _batches(self) -> None:
        report, words = self._report, self._words
        batches = report.batches
        told = words("closed {closed} of {all}").format(closed=batches.all_closed, all=batches.all)
        even = words("no batch is closed short or goes beyond its slip.")
        notes = [told + words(".")] if report.uneven else [words("; ").join((told, even))]
        self._sections.part(words("Batches today"), batch_table(report, words), notes)
        if report.uneven:
            note = words("Closed with numbers missing, or keyed beyond the slip.")
            table = uneven_table(report, words)
            self._sections.part(words("Batches that differ from their slip"), table, [note])

    def _people(self) -> None:
        report, words = self._report, self._words
        note = words(
            "Keyings; of a form keyed at two stations both. Presses, times and speed: by the "
            "stretches on record."
        )
        title, silent = words("Keyed on this day"), self._silent()
        if report.people:
            self._sections.part(title, people_table(report, words), [note, *silent])
        else:
            self._sections.strips += self._sections.heading(title)
            self._sections.body(words("Nothing keyed on this day is here."), *silent)

    def _silent(self) -> list[str]:
        """A line with the stations of which nothing came that was made on this day, if any."""
        report, words = self._report, self._words
        named = words("{station} (last record: {last})")
        shown = [
            named.format(
                station=printable(held.name),
                last=f"{held.last:%Y-%m-%d %H:%M}" if held.last else words("none"),
            )
            for held in report.silent
        ]
        told = words("Nothing of this day came from {stations}.")
        return [told.format(stations=words(", ").join(shown))] if shown else []

    def _imports(self) -> None:
        report, words = self._report, self._words
        nothing = words("No package was merged and no import revoked on this day.")
        title = words("Packages merged and imports revoked")
        self._sections.part_or(title, import_table(report, words), nothing)
        if report.networks:
            table = network_table(report, words)
            self._sections.part(words("Networks seen"), table)
        elif report.offline:
            self._sections.body(words("No network was seen on this day."))

    def _obstacles(self) -> None:
        report, words = self._report, self._words
        nothing = words("Nothing stands against the seal.")
        if report.sealed:
            nothing = words("The survey is sealed.")
        title = words("What stands against the seal")
        self._sections.part_or(title, obstacle_table(report, words), nothing)

    def _forecast(self) -> None:
        words = self._words
        self._sections.part(words("Pace and forecast"), forecast_table(self._report, words))

    def _signatures(self) -> None:
        words = self._words
        line = words("The papers keyed today were counted and agree with this report.")
        people = (words("Filled in by:"), words("Scrutineer:"), words("Supervisor:"))
        signed(self._sections, words("Signatures"), [line], people)


def _occurs(report: DailyReport, at: int) -> bool:
    return any(held.void[at] for held in report.channels)


def weekday_text(day: date, words: Words) -> str:
    """A day of the calendar with its weekday."""
    weekday = (
        words("Monday"),
        words("Tuesday"),
        words("Wednesday"),
        words("Thursday"),
        words("Friday"),
        words("Saturday"),
        words("Sunday"),
    )[day.weekday()]
    return f"{day_text(day.isoformat(), words)}　{weekday}"
