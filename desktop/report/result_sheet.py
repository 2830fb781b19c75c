"""计票结果报告单 (document 6): one page for three signatures, if its content allows."""

from desktop.report.imprint import result_imprint
from desktop.report.imprint import standing as standing_text
from desktop.report.legend import Legend
from desktop.report.material import Material, warning_text
from desktop.report.outside import totals_table
from desktop.report.paper import Part, Writer, paper_writer
from desktop.report.result_tables import commended_and_last, forms_by_channel
from desktop.report.rule_text import rule_sentences
from desktop.report.sections import Sections
from desktop.report.signing import explanation, signatures
from desktop.report.standing import Standing
from desktop.report.strips import Strip, gap, kept, text_strips
from desktop.report.table_strips import table_strips
from desktop.report.theme import Theme, document_theme
from desktop.tally.results import FormCounts
from desktop.words import Words


def result_sheet(material: Material, words: Words) -> Writer:
    """Portrait A4; GlyphMissingError before anything is written."""
    theme = document_theme()
    sheet = _Sheet(material, theme, words)
    imprint = result_imprint(material, words("Count result sheet"), words)
    return paper_writer(imprint, theme.portrait, [Part(sheet.strips())], words)


class _Sheet:
    """The sheet from top to bottom."""

    def __init__(self, material: Material, theme: Theme, words: Words) -> None:
        self._material, self._theme, self._words = material, theme, words
        self._width = theme.portrait.room
        self._sections = Sections(self._width, theme, words)

    def strips(self) -> list[Strip]:
        results, words = self._material.results, self._words
        self._sections.title(
            (results.plan.title, "survey"),
            (words("Count result sheet"), "title"),
            (standing_text(self._material, words), "body"),
        )
        self._forms()
        self._totals()
        self._warnings()
        self._cut()
        self._rule_and_signatures()
        return self._sections.strips

    def _add(self, *strips: Strip) -> None:
        self._sections.strips += strips

    def _body(self, text: str) -> None:
        self._add(*text_strips(text, self._width, self._theme.styles["body"]))

    def _forms(self) -> None:
        words, legend = self._words, Legend(self._words)
        results = self._material.results
        table = forms_by_channel(results, legend, words)
        apart = words("Keyed forms alone, and shares of them; totals taken over stand apart below.")
        notes = [apart, *legend.notes] if results.totals else legend.notes
        self._sections.part(words("Forms by channel"), table, notes)
        self._add(gap(self._theme.rooms.gap / 2))
        self._body(identity(results.forms, words))
        missing = sum(row.missing for row in results.reconciliation if row.batch is None)
        extra = sum(row.extra for row in results.reconciliation if row.batch is None)
        if missing or extra:
            text = words(
                "Slips and keyed forms differ. Missing numbers: {missing}; extra numbers: {extra}."
            )
            self._body(text.format(missing=missing, extra=extra))

    def _totals(self) -> None:
        results, words = self._material.results, self._words
        if not results.totals:
            return
        note = words(
            "Counted outside and joined to the votes of the channel. The forms are those the "
            "source states: none of them was keyed, none is in the table above."
        )
        self._sections.part(words("Totals taken over"), totals_table(results, words), [note])

    def _warnings(self) -> None:
        for warning in self._material.warnings:
            self._add(gap(self._theme.rooms.gap))
            sentence = warning_text(warning, self._words)
            style = self._theme.styles["body"]
            lines = text_strips(sentence, self._width, style, keep=True)
            self._add(*kept([*lines, explanation(self._width, self._theme, self._words)]))

    def _cut(self) -> None:
        results, words = self._material.results, self._words
        if results.top or results.bottom:
            self._add(gap(self._theme.rooms.gap))
            table = commended_and_last(Standing(results, words))
            self._add(*table_strips(table, self._width, self._theme, _untitled))

    def _rule_and_signatures(self) -> None:
        """Held together: nobody signs a page on which nothing else stands."""
        words, theme = self._words, self._theme
        people = (words("Teller:"), words("Scrutineer:"), words("Chief scrutineer:"))
        text = words(" ").join(rule_sentences(self._material.results.plan, words))
        self._add(gap(theme.rooms.gap))
        strips = [
            *self._sections.heading(words("The rule")),
            *text_strips(text, self._width, theme.styles["note"]),
            gap(theme.rooms.gap),
            signatures(people, self._width, theme, words),
        ]
        self._add(*kept(strips))


def _untitled(_part: int, _of: int, _again: bool) -> list[Strip]:
    return []


def identity(forms: FormCounts, words: Words) -> str:
    """Valid, void and unsettled forms against those returned, as a sum to be checked by eye."""
    void = sum(forms.void.values())
    counts = {"valid": forms.valid, "void": void, "unsettled": forms.unsettled}
    if forms.unsettled:
        text = words(
            "Check: valid {valid} + void {void} + unsettled {unsettled} = returned {keyed}."
        )
    else:
        text = words("Check: valid {valid} + void {void} = returned {keyed}.")
    return text.format(keyed=forms.keyed, **counts)
