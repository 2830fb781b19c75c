"""Opinions on paper: paragraphs with a number of this sheet's own, and nothing else beside them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from desktop.report.feedback_look import feedback_look
from desktop.report.fonts import printable
from desktop.report.sections import Sections, numbered
from desktop.report.strips import Strip, gap
from desktop.report.theme import document_theme


def add_opinions(sections: Sections, texts: Sequence[str]) -> None:
    """The opinions below their heading, over as many pages as they take."""
    words, theme = sections.words, document_theme()
    title = words("Opinions")
    held = [text for text in map(opinion_text, texts) if text]
    sections.strips.append(gap(theme.rooms.gap))
    if not held:
        sections.strips += sections.heading(title)
        sections.body(words("No opinion on this agency was written."))
        return
    note = words("As they were written, without names: {count}.").format(count=len(held))
    again = tuple(sections.heading(title + words(" (continued)")))
    sections.strips += sections.heading(title, [note])
    sections.strips += [replace(strip, repeat=again) for strip in _paragraphs(held)]


def opinion_text(text: str) -> str:
    """What stands on paper: its lines, without those that are empty."""
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "\n".join(printable(line) for line in lines if line)


def _paragraphs(texts: Sequence[str]) -> Iterator[Strip]:
    theme = document_theme()
    for number, text in enumerate(texts, 1):
        yield from _flowing(numbered(number, text, theme.portrait.room, theme))
        yield gap(feedback_look().opinion_gap)


def _flowing(lines: Sequence[Strip]) -> Iterator[Strip]:
    """A page may part a paragraph, but leaves no line of it alone."""
    held = {0, len(lines) - 2} - {len(lines) - 1}
    for at, line in enumerate(lines):
        yield replace(line, keep=at in held)
