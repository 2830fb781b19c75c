"""Rooms of the year's documents, read from the documents' theme; and their pages across."""

from dataclasses import replace

from desktop.report.theme import Theme, theme_table


def year_room(name: str) -> float:
    """How many hanzi a cell of such a column has on a line, before it wraps."""
    room: float = theme_table("year")[name]
    return room


def landscape(theme: Theme) -> Theme:
    """The theme with its pages turned: sheets are begun on what it calls portrait."""
    return replace(theme, portrait=theme.landscape)
