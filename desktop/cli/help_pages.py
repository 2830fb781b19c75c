"""Help pages in the reader's language: click hands all their texts to its formatter, in English."""

from collections.abc import Iterable

import click
from rich.cells import cell_len

from desktop.cli.layout import folded
from desktop.cli.screen import words


def paragraphs(text: str) -> list[str]:
    """A docstring's paragraphs, each on one line: the keys of their translations."""
    return [" ".join(part.split()) for part in text.split("\n\n")]


class HelpPage(click.HelpFormatter):
    """Translates what it writes, and folds it where wide characters would leave the screen."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, _placeholders(args), prefix)

    def write_heading(self, heading: str) -> None:
        self._write_line(words("{heading}:").format(heading=heading))

    def write_text(self, text: str) -> None:
        told = [folded(words(part), self._room) for part in paragraphs(text)]
        for at, lines in enumerate(told):
            if at:
                self.write("\n")
            for line in lines:
                self._write_line(line)

    def write_dl(
        self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2
    ) -> None:
        shown = [(_placeholders(term), _explained(text)) for term, text in rows]
        column = min(max(cell_len(term) for term, _ in shown), col_max) + col_spacing
        for term, text in shown:
            lines = folded(text, self._room - column)
            if cell_len(term) > column - col_spacing:
                self._write_line(term)
                term = ""  # noqa: PLW2901  a long term stands on a line of its own
            for line in lines:
                self._write_line(term + " " * (column - cell_len(term)) + line)
                term = ""  # noqa: PLW2901

    @property
    def _room(self) -> int:
        return self.width - self.current_indent

    def _write_line(self, line: str) -> None:
        self.write(f"{' ' * self.current_indent}{line}".rstrip() + "\n")


def _placeholders(text: str) -> str:
    """`TEXT`, `INTEGER`, `[OPTIONS]` and their like translated, names of options as they are."""
    return " ".join(words(part) if part.isupper() else part for part in text.split(" "))


def _explained(text: str) -> str:
    """An option's help; what click adds behind it in brackets is translated already."""
    told, gap, added = text.partition("  [")
    return words(told) + gap + added
