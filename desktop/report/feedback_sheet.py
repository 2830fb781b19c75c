"""One agency's feedback sheet from top to bottom."""

from collections.abc import Sequence

from reportlab.graphics.shapes import Drawing

from desktop.assess.findings import Finding
from desktop.report.agency_charts import AgencyCharts
from desktop.report.chart_strip import chart_strip, chart_width
from desktop.report.circular_opening import day_text
from desktop.report.feedback_facts import Told, why_unscored
from desktop.report.feedback_findings import add_findings
from desktop.report.feedback_look import feedback_look
from desktop.report.feedback_opinions import add_opinions
from desktop.report.feedback_tables import (
    channel_table,
    dimension_table,
    line_table,
    overall_table,
    share_note,
)
from desktop.report.fonts import printable
from desktop.report.imprint import Imprint
from desktop.report.legend import Legend
from desktop.report.sheets import begun, signed
from desktop.report.strips import Strip, gap, text_strips
from desktop.report.theme import document_theme
from desktop.tally.letter import Letter


class FeedbackSheet:
    """Made of what the agency is told, the letter it goes with, opinions and findings on it."""

    def __init__(
        self,
        told: Told,
        letter: Letter,
        opinions: Sequence[str],
        imprint: Imprint,
        findings: Sequence[Finding] = (),
    ) -> None:
        self._told, self._letter = told, letter
        self._opinions, self._findings = opinions, findings
        self._words, self._theme = told.words, document_theme()
        self._sections = begun(imprint, self._theme, self._words)

    def strips(self) -> list[Strip]:
        self._address()
        self._overall()
        self._dimensions()
        self._channels()
        add_opinions(self._sections, self._opinions)
        add_findings(self._sections, self._findings)
        self._answer()
        return self._sections.strips

    def _address(self) -> None:
        words, told = self._words, self._told
        width, theme = self._theme.portrait.room, self._theme
        name = words("{agency}:").format(agency=told.agency.name)
        self._sections.strips += text_strips(name, width, theme.styles["survey"], keep=True)
        self._sections.body(words(" | ").join(self._facts()))
        if told.result.score is None:
            self._unscored()

    def _facts(self) -> list[str]:
        words, told = self._words, self._told
        facts = [
            (words("Agency code"), told.agency.code),
            (words("Group"), told.group.name),
            (words("Year"), str(told.plan.year)),
        ]
        if self._letter.office:
            facts.append((words("Sent by"), printable(self._letter.office)))
        text = words("{code}: {name}")
        return [text.format(code=label, name=fact) for label, fact in facts]

    def _unscored(self) -> None:
        """An agency of a group that is not scored lacks nothing."""
        why = why_unscored(self._told)
        self._sections.strips.append(gap(self._theme.rooms.gap))
        if self._told.group.scored:
            self._sections.notice(why)
        else:
            self._sections.body(why)

    def _overall(self) -> None:
        told, words = self._told, self._words
        self._sections.part(words("Result as a whole"), overall_table(told), self._mean_notes())
        if remarks := told.remarks():
            text = words("{code}: {name}")
            self._sections.body(text.format(code=words("Remarks"), name=remarks))
        if told.lines or told.vetoes:
            title = words("Bonus, deduction and veto")
            note = words("In the score above; not in the scores by dimension and by channel.")
            self._sections.part(title, line_table(told), [note] if told.lines else [])

    def _mean_notes(self) -> list[str]:
        told, words = self._told, self._words
        if told.compared:
            text = words(
                "Group mean: of the {count} agencies of the group that have a score, each counting "
                "alike. Differences are taken before rounding."
            )
            return [text.format(count=told.means.agencies)]
        if not told.group.scored:
            return []
        if told.means.agencies and told.result.score is not None:
            return [words("No other agency of the group has a score: nothing to compare with.")]
        return [
            words("Fewer than two agencies of the group have a score: nothing to compare with.")
        ]

    def _dimensions(self) -> None:
        told, words, legend = self._told, self._words, Legend(self._words)
        table = dimension_table(told, legend)
        self._sections.part(words("Each dimension"), table, [*share_note(told), *legend.notes])
        self._draw(self._charts.against_group())

    def _channels(self) -> None:
        self._sections.part(self._words("Each channel alone"), channel_table(self._told))
        self._draw(self._charts.grade_shares())

    @property
    def _charts(self) -> AgencyCharts:
        width = chart_width(self._theme.portrait.room)
        return AgencyCharts(self._told.standing, self._told.result, width=width, named=False)

    def _draw(self, drawing: Drawing | None) -> None:
        """Off the table above: a chart has a ground, which would cover half of its last rule."""
        if drawing:
            self._sections.strips += [gap(feedback_look().chart_gap), chart_strip(drawing)]

    def _answer(self) -> None:
        words, day = self._words, self._letter.deadline
        asked = [
            words("Set the result and the opinions side by side, find causes, decide on measures."),
            self._written(day_text(day, words) if day else ""),
            words("Sign for the receipt of this sheet below."),
        ]
        self._sections.paragraphs(words("What is asked of you"), asked, [])
        people = (words("Sent by the office:"), words("Received by the agency:"))
        blank = "" if day else words("Written answer due by:")
        signed(self._sections, words("Receipt"), self._parties(), people, blank=blank)

    def _written(self, day: str) -> str:
        words = self._words
        office = printable(self._letter.office) or words("the survey office")
        if day:
            text = words("Send a written answer under your seal to {office} by {day}.")
        else:
            text = words(
                "Send a written answer under your seal to {office} by the day named below."
            )
        return text.format(office=office, day=day)

    def _parties(self) -> list[str]:
        words = self._words
        text = words("{code}: {name}")
        parties = [(words("Received by"), self._told.agency.name)]
        if self._letter.office:
            parties.insert(0, (words("Sent by"), printable(self._letter.office)))
        return [text.format(code=label, name=name) for label, name in parties]
