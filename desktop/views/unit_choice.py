"""The units of the year to choose from in order of rank: opened, or typed by any part of a name."""

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker

from desktop.views.agency_choice import AgencyChoice


class UnitChoice(AgencyChoice):
    """As agencies are chosen in the results."""

    def offer_units(self, units: Iterable[tuple[str, str]]) -> None:
        """Each by its code and what is shown of it."""
        with QSignalBlocker(self):
            self.clear()
            for code, text in units:
                self.add(text, code)
