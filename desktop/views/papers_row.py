"""The papers of a clerk: the shift sheet and the key card, printed or saved as PDF."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from desktop.models.shift_rows import shift_sheet
from desktop.models.times import in_words, local
from desktop.papers.sheets import naming_of
from desktop.store.survey_file import timestamp
from desktop.views.message_line import MessageLine
from desktop.views.paper_buttons import PaperButtons, Writer
from desktop.views.parts import filled
from desktop.views.printing import printers
from desktop.views.workplace import Workplace
from desktop.words import words_for


class PapersRow(QWidget):
    """Laying a paper out takes a second: it is done beside."""

    recorded = Signal()
    """The stretch went on record, so that the sheet names the last record there is."""

    def __init__(self, place: Workplace, message: MessageLine, parent: QWidget) -> None:
        super().__init__(parent)
        self._place, self._session = place, place.session
        self._words = words_for(place.language)
        self.printer = QComboBox()
        self.printer.setAccessibleName(self.tr("Printer"))
        chosen = self.printer.currentText
        self.sheet = PaperButtons(
            place,
            message,
            self.tr("Shift sheet"),
            self._sheet,
            self,
            text=self.tr("Print shift sheet"),
            printer=chosen,
        )
        self.card = PaperButtons(
            place,
            message,
            self.tr("Key card"),
            self._card,
            self,
            text=self.tr("Print key card"),
            printer=chosen,
        )
        self.print_sheet, self.save_sheet = self.sheet.print_button, self.sheet.save_button
        self.print_card, self.save_card = self.card.print_button, self.card.save_button
        self._lay_out()

    def refresh(self) -> None:
        """Look for printers; a file that is only viewed has no shift to put on paper."""
        held = printers()
        self.printer.clear()
        self.printer.addItems(held)
        self.printer.setVisible(len(held) > 1)
        self.sheet.setVisible(self._session.opened.station is not None)

    def _sheet(self) -> Writer:
        from desktop.report.shift_sheet import write_shift_sheet

        survey, stretch = self._session.opened, self._place.stretch
        stretch.record()
        self.recorded.emit()
        began, ended = local(stretch.shift_began), local(timestamp(survey.clock()))
        hour = self.tr("H:mm")
        day = self.tr("d MMM H:mm")
        end = hour if began.date() == ended.date() else day
        sheet = shift_sheet(
            self._session, stretch, began=in_words(began, day), ended=in_words(ended, end)
        )
        return partial(write_shift_sheet, sheet, naming=naming_of(survey), words=self._words)

    def _card(self) -> Writer:
        from desktop.report.key_card import write_key_card

        return partial(write_key_card, self._session.opened.plan, words=self._words)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(2 * self._place.theme.room["step"])
        row.addWidget(self.sheet)
        row.addWidget(self.card)
        row.addStretch(1)
        row.addWidget(self.printer)
        filled(self).addLayout(row)
