"""公示 (document 8): the order of the published groups, and nothing of any other."""

from collections.abc import Iterator

from desktop.report.circular_opening import blank, closed, named, opened, ordinals
from desktop.report.circular_parts import Composed, Listing, Paragraph, Part, Role
from desktop.report.circular_pdf import letter_pdf
from desktop.report.circular_sentences import forms_sentences
from desktop.report.docx_letter import letter_text
from desktop.report.figures import hash_line
from desktop.report.imprint import result_imprint
from desktop.report.material import Material
from desktop.report.notice_lists import Published
from desktop.report.paper import Writer
from desktop.tally.letter import Letter
from desktop.words import Words


def notice(material: Material, letter: Letter, words: Words) -> Writer:
    """To be posted; GlyphMissingError before anything is written."""
    return letter_pdf(composed_notice(material, letter, words), words)


def notice_text(material: Material, letter: Letter, words: Words) -> Writer:
    """The same as a docx for the office to complete; CharacterRefusedError likewise."""
    return letter_text(composed_notice(material, letter, words), words)


def composed_notice(material: Material, letter: Letter, words: Words) -> Composed:
    """Order alone, as RULES.md §5 has it: no score, no vote, no first and last, no rule that names.

    The forms are those of the whole survey; the number of agencies is not said.
    """
    imprint = result_imprint(material, words("Public notice"), words)
    return Composed(imprint, tuple(_Notice(material, letter, words).parts()))


class _Notice:
    """The notice from top to bottom."""

    def __init__(self, material: Material, letter: Letter, words: Words) -> None:
        self._material, self._letter, self._words = material, letter, words
        self._published = Published(material.results, words)
        self._ordinals = ordinals(words)
        self._tables = 0

    def parts(self) -> Iterator[Part]:
        words, name = self._words, named(self._material)
        title = words("Public notice of the results of {survey}").format(survey=name)
        yield from opened(self._material, title, self._letter.number, words)
        text = words("The results of {survey} are published here for everybody to examine.")
        forms = forms_sentences(self._material.results, words)
        yield self._body(text.format(survey=name), *forms)
        yield from self._order()
        yield from self._objections()
        yield from self._check()
        yield closed(words("This is hereby published."), self._letter, words)

    def _order(self) -> Iterator[Part]:
        words, published = self._words, self._published
        yield self._heading(words("Ranking"))
        if not published.groups:
            text = words("The plan publishes no group of agencies: there is nothing to list.")
            yield self._body(text)
            return
        tables = published.tables()
        if tables:
            text = words(
                "Ranks run from the highest score down; the rule stands at the foot of the page."
            )
            yield self._body(text)
        for title, table in tables:
            self._tables += 1
            number = words("Table {number}").format(number=self._tables)
            yield Listing(f"{number}　{title}", table)
        for sentence in published.sentences():
            yield self._body(sentence)

    def _objections(self) -> Iterator[Part]:
        words, office = self._words, self._letter.office
        line = blank(words)
        yield self._heading(words("Objections"))
        yield self._body(words("Open to objections: ____________ to ____________"))
        text = words(
            "Whoever objects may say so to {office} before that day, with the facts and a way to "
            "be reached."
        )
        yield self._body(text.format(office=office or words("the office named below")))
        yield self._body(words("Office: {office}").format(office=office or line))
        yield self._body(words("Telephone: {blank}").format(blank=line))
        yield self._body(words("Address: {blank}").format(blank=line))

    def _check(self) -> Iterator[Part]:
        words, digits = self._words, self._material.results.hash
        yield self._heading(words("How to check this notice"))
        yield self._body(
            words(
                "The hash below is computed from the whole result; were one figure changed, it "
                "would be another. It must be that of the signed count result sheet, and the "
                "square code at the foot holds it."
            )
        )
        label = words("Hash of the results (SHA-256)")
        yield self._body(words("{code}: {name}").format(code=label, name=hash_line(digits)))

    def _heading(self, title: str) -> Paragraph:
        return Paragraph(Role.HEADING, next(self._ordinals) + title)

    def _body(self, *sentences: str) -> Paragraph:
        return Paragraph(Role.BODY, self._words(" ").join(sentences))
