"""The fields of a ledger's form: a day, a unit, a choice, a line, a paragraph, each by its keys."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from desktop.models.agency_finder import AgencyFinder
from desktop.models.case_fields import CaseField, FieldKind, day_text
from desktop.tally.plan import Plan
from desktop.views.agency_field import AgencyField
from desktop.views.case_line import CaseLine
from desktop.views.drop_list import DropList
from desktop.views.paragraph_field import ParagraphField
from desktop.views.theme import Theme

_SELECTING = Qt.FocusReason.TabFocusReason
"""A field that is gone to so has its text selected: what is typed takes its place."""


@dataclass(frozen=True)
class Filled:
    """A field and the widget that it is filled in with."""

    field: CaseField
    widget: QWidget
    text: Callable[[], str]
    put: Callable[[str], None]

    @property
    def is_wide(self) -> bool:
        return self.field.kind in (FieldKind.UNIT, FieldKind.TEXT)

    def has_focus(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and (focused is self.widget or self.widget.isAncestorOf(focused))

    def focus(self) -> None:
        self.widget.setFocus(_SELECTING)
        if isinstance(self.widget, QLineEdit):
            # it may have had the focus already, from a button that is gone
            self.widget.selectAll()


def filled_with(
    field: CaseField, plan: Plan, theme: Theme, parent: QWidget, *, typed: Callable[[], None]
) -> Filled:
    """The widget for a field; `typed` is called whenever what stands there changes."""
    match field.kind:
        case FieldKind.UNIT:
            return _unit(field, plan, theme, parent, typed)
        case FieldKind.CHOICE:
            return _choice(field, theme, parent, typed)
        case FieldKind.TEXT:
            return _paragraph(field, parent, typed)
        case _:
            return _line(field, parent, typed, after=field.after or f"{plan.year}-01-01")


def _unit(
    field: CaseField, plan: Plan, theme: Theme, parent: QWidget, typed: Callable[[], None]
) -> Filled:
    asked = QCoreApplication.translate("CaseFields", "Number, code or name")
    made = AgencyField(AgencyFinder(plan, asked), field.title, theme, parent)
    made.chosen_changed.connect(lambda _: typed())
    return Filled(field, made, lambda: made.chosen.code if made.chosen else "", made.show_code)


def _choice(field: CaseField, theme: Theme, parent: QWidget, typed: Callable[[], None]) -> Filled:
    """Each choice begins with its digit, so that one key takes it."""
    made = DropList(field.title, theme, parent)
    for place, (value, text) in enumerate(field.choices.items(), 1):
        made.add(f"{place}  {text}", value)
    made.setSizeAdjustPolicy(DropList.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.currentIndexChanged.connect(lambda _: typed())

    def put(value: str) -> None:
        if made.findData(value) < 0 and value:
            made.add(value, value)
        made.setCurrentIndex(max(made.findData(value), 0))

    return Filled(field, made, lambda: str(made.currentData() or ""), put)


def _paragraph(field: CaseField, parent: QWidget, typed: Callable[[], None]) -> Filled:
    made = ParagraphField(field.title, parent)
    made.textChanged.connect(typed)
    return Filled(field, made, lambda: made.toPlainText().strip(), made.setPlainText)


def _line(field: CaseField, parent: QWidget, typed: Callable[[], None], *, after: str) -> Filled:
    made = CaseLine(field.known, parent)
    made.setAccessibleName(field.title)
    made.textChanged.connect(lambda _: typed())
    if field.kind is FieldKind.DAY:
        made.setPlaceholderText(f"{after[:4]}-05-08")
        return Filled(field, made, lambda: day_text(made.text(), after), made.setText)
    return Filled(field, made, lambda: made.text().strip(), made.setText)
