"""通报 (document 8): the whole result for those who took part, on paper and to be edited."""

from collections.abc import Iterator

from desktop.report.circular_opening import closed, colophon, named, opened, ordinals
from desktop.report.circular_parts import (
    Composed,
    Listing,
    Opening,
    Paragraph,
    Part,
    Role,
)
from desktop.report.circular_pdf import letter_pdf
from desktop.report.circular_sentences import (
    forms_sentences,
    incomplete_sentence,
    order_sentences,
    subject_sentence,
    unscored_sentence,
    void_sentences,
)
from desktop.report.circular_tables import forms_table, group_table, overall_table, scores_table
from desktop.report.docx_letter import letter_text
from desktop.report.imprint import result_imprint
from desktop.report.material import Material
from desktop.report.outside import totals_table
from desktop.report.paper import Writer
from desktop.report.result_tables import commended_and_last
from desktop.report.rule_parts import cut_text
from desktop.report.rule_text import rule_sentences
from desktop.report.standing import Standing
from desktop.report.table import Table
from desktop.tally.letter import Letter
from desktop.words import Words


def circular(material: Material, letter: Letter, words: Words) -> Writer:
    """For signing and sealing; GlyphMissingError before anything is written."""
    return letter_pdf(composed_circular(material, letter, words), words)


def circular_text(material: Material, letter: Letter, words: Words) -> Writer:
    """The same as a docx for the office to complete; CharacterRefusedError likewise."""
    return letter_text(composed_circular(material, letter, words), words)


def composed_circular(material: Material, letter: Letter, words: Words) -> Composed:
    """Says what the results say; consequences for the first and the last are the office's."""
    imprint = result_imprint(material, words("Circular"), words)
    return Composed(imprint, tuple(_Circular(material, letter, words).parts()))


class _Circular:
    """The circular from top to bottom; headings and tables are numbered as they come."""

    def __init__(self, material: Material, letter: Letter, words: Words) -> None:
        self._material, self._letter, self._words = material, letter, words
        self._results = material.results
        self._standing = Standing(material.results, words)
        self._ordinals = ordinals(words)
        self._tables = 0

    def parts(self) -> Iterator[Part]:
        words, name = self._words, named(self._material)
        title = words("Circular on the results of {survey}").format(survey=name)
        number = self._letter.number or words("No. ________")
        yield from opened(self._material, title, number, words)
        yield Paragraph(Role.ADDRESS, self._address())
        yield self._body(
            subject_sentence(self._results, name, words),
            words("The results are made known as follows."),
        )
        yield from self._forms()
        yield from self._rule()
        yield from self._ranking()
        yield from self._cut()
        yield from self._apart()
        yield closed(words("This is hereby made known."), self._letter, words)
        yield colophon(self._letter, self._words)

    def _address(self) -> str:
        units = self._words(", ").join(self._letter.issue_to)
        if units:
            return self._words("To {units}:").format(units=units)
        return self._words("To all agencies taking part:")

    def _forms(self) -> Iterator[Part]:
        words, results = self._words, self._results
        yield self._heading(words("Forms issued and returned"))
        yield self._body(*forms_sentences(results, words), *void_sentences(results, words))
        yield self._table(words("Forms by channel"), forms_table(self._standing))
        if results.totals:
            text = words("Totals taken over joined the votes; their forms are not among these.")
            yield self._body(text)
            yield self._table(words("Totals taken over"), totals_table(results, words))

    def _rule(self) -> Iterator[Part]:
        yield self._heading(self._words("How the score is computed"))
        yield self._body(*rule_sentences(self._results.plan, self._words))

    def _ranking(self) -> Iterator[Part]:
        words, standing = self._words, self._standing
        overall = overall_table(standing)
        if not overall.blocks:
            return
        yield self._heading(words("Ranking"))
        yield self._body(*order_sentences(standing))
        yield self._table(words("Overall ranking"), overall)
        if len(self._results.plan.groups) > 1:
            yield from self._groups()

    def _groups(self) -> Iterator[Part]:
        title = self._words("Ranking within group: {group}")
        for group in self._results.plan.groups:
            table = group_table(self._standing, group)
            if table.blocks:
                yield self._table(title.format(group=group.name), table)

    def _cut(self) -> Iterator[Part]:
        """Neutral: what follows from a place is the office's to say, and to answer for."""
        words, results = self._words, self._results
        if not (results.top or results.bottom):
            return
        cut = cut_text(results.plan, words)
        yield self._heading(words("The first and the last"))
        text = words("Listed: {cut} of the overall ranking, with every tie at the edge.")
        yield self._body(text.format(cut=cut))
        title = words("The overall ranking: {cut}").format(cut=cut)
        yield self._table(title, commended_and_last(self._standing))
        yield Opening(words("Decisions on these agencies, to be completed by the office"))

    def _apart(self) -> Iterator[Part]:
        found = list(self._unranked())
        if found:
            yield self._heading(self._words("Agencies without a rank"))
            yield from found

    def _unranked(self) -> Iterator[Part]:
        words, standing = self._words, self._standing
        if text := incomplete_sentence(standing):
            yield self._body(text)
        for group in self._results.plan.groups:
            if not group.scored:
                yield self._body(unscored_sentence(standing, group))
            elif not group.ranked and (table := scores_table(standing, group)).blocks:
                title = words("Scores without ranking: {group}").format(group=group.name)
                yield self._table(title, table)

    def _heading(self, title: str) -> Paragraph:
        return Paragraph(Role.HEADING, next(self._ordinals) + title)

    def _body(self, *sentences: str) -> Paragraph:
        return Paragraph(Role.BODY, self._words(" ").join(sentences))

    def _table(self, title: str, table: Table) -> Listing:
        self._tables += 1
        number = self._words("Table {number}").format(number=self._tables)
        return Listing(f"{number}　{title}", table)
