"""An office that keeps the year's ledgers on a fixed day, at the real window."""

from datetime import UTC, datetime

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.actions.ledgers import line_called
from desktop.actions.rule_sets import choose_rules, shipped_rules
from desktop.store.ledger_queries import lines
from tests.gui.clerk import focused
from tests.gui.office import Office

K = Qt.Key
TODAY = datetime(2005, 6, 20, 2, tzinfo=UTC)
RULES = shipped_rules("hundred-points")


class LedgerOffice(Office):
    """Its computer says 20 June 2005, whatever day it is."""

    def __init__(self, window, qtbot, centre, who="Z01"):
        super().__init__(window, qtbot, centre, who)
        self.survey.clock = lambda: TODAY

    def settle(self):
        """Until what was recorded is on the page as well: an act's end sets off a reading."""
        for _ in range(2):
            super().settle()
        area = self.window.area
        page = area.stack.currentWidget() if area else None
        reading = getattr(page, "reading", None)
        self.until(lambda: not (reading and reading.is_waiting))

    def held(self, ledger):
        """What the lines of a ledger say."""
        self.settle()
        return [line.value for line in lines(self.survey, ledger)]

    def press(self, *keys, control=False):
        """Keys where the focus is; a text is typed, and `\\n` in it is Enter."""
        modifier = Qt.KeyboardModifier.ControlModifier
        for key in keys:
            if isinstance(key, str):
                for character in key:
                    self._type(character)
            else:
                none = Qt.KeyboardModifier.NoModifier
                QTest.keyClick(focused(), key, modifier if control else none)

    def record(self, *keys):
        """Keys, and then what they set off is waited for."""
        self.press(*keys)
        self.settle()

    @staticmethod
    def _type(character):
        if character == "\n":
            QTest.keyClick(focused(), K.Key_Return)
        else:
            QTest.keyClicks(focused(), character)


def with_rules(centre):
    """The rule set of the year is chosen."""
    with centre.opened() as survey:
        choose_rules(survey, RULES)
    return centre


def changed_on(machine, ledger, act, change):
    """Change the only line of a ledger on one machine."""
    with machine.open() as survey:
        (line,) = lines(survey, ledger)
        act(survey, line_called(survey, ledger, line.id), change(line.value))


def shown(panel):
    """The texts of the rows that are shown."""
    return [row.texts for row in panel.list.shown_rows()]
