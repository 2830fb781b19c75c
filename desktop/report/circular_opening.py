"""How every outgoing letter begins and ends: number, title, alerts; office, day and seal."""

from collections.abc import Iterator
from datetime import date

from desktop.report.circular_parts import Colophon, Paragraph, Part, Role, Signature
from desktop.report.material import Material
from desktop.tally.letter import Letter
from desktop.words import Words


def named(material: Material) -> str:
    """The survey's name inside a sentence: on one line."""
    return " ".join(material.results.plan.title.split("\n"))


def opened(material: Material, title: str, number: str, words: Words) -> Iterator[Part]:
    """Nobody may take a drill, or figures that can still change, for what is sent out."""
    if number:
        yield Paragraph(Role.NUMBER, number)
    if material.results.mode == "drill":
        text = words("Drill: this is no result of a survey and may not be issued.")
        yield Paragraph(Role.ALERT, text)
    elif not material.sealed:
        text = words("The results are not sealed: a draft to be checked, not to be issued.")
        yield Paragraph(Role.ALERT, text)
    yield Paragraph(Role.TITLE, title)


def closed(closing: str, letter: Letter, words: Words) -> Signature:
    return Signature(closing, letter.office or blank(words), day_text(letter.date, words))


def blank(words: Words) -> str:
    """A line to write on, where the letter says nothing."""
    return words("________________")


def day_text(day: str, words: Words) -> str:
    """`2005年12月31日`; room between 年, 月 and 日 where no day is given."""
    if not day:
        return words("____________")
    held = date.fromisoformat(day)
    return words("{year}-{month:02}-{day:02}").format(
        year=held.year, month=held.month, day=held.day
    )


def ordinals(words: Words) -> Iterator[str]:
    """一、二、三、 before the headings of a letter, which has no more of them."""
    yield from (words("1. "), words("2. "), words("3. "), words("4. "), words("5. "), words("6. "))


def colophon(letter: Letter, words: Words) -> Colophon:
    """版记: who gets it, who printed it and when, and how many copies."""
    lines = (
        (words("Reported to: {units}"), letter.report_to),
        (words("Issued to: {units}"), letter.issue_to),
        (words("Copied to: {units}"), letter.copy_to),
    )
    printed = words("printed {day}").format(day=day_text(letter.date, words))
    copies = str(letter.copies) if letter.copies else words("____")
    return Colophon(
        [text.format(units=words(", ").join(units)) for text, units in lines],
        (letter.office or blank(words), printed),
        words("Copies: {copies}").format(copies=copies),
    )
