"""Lines of the year's ledgers that tests share, for the units A1 to A3 of a small plan."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

from desktop.actions.deductions import enter_deduction, move_deduction
from desktop.actions.rule_sets import rules_mark, shipped_rules
from desktop.actions.terms import shipped_terms
from desktop.assess.complaints import Complaint, Handling
from desktop.assess.composite import Component, ComponentKind
from desktop.assess.findings import Finding, FindingKind, InspectorKind
from desktop.assess.ledger import Entry, State
from desktop.assess.points import Facts
from desktop.assess.promises import Pledge, Request
from desktop.assess.working_days import Holidays
from desktop.assess.year import (
    Annulment,
    CompositeSetting,
    Confirmation,
    LastBands,
)
from desktop.store import ledger_queries
from desktop.store.ledgers import DEDUCTIONS, Ledger
from desktop.store.survey_file import SurveyFile

DAY = "2006-12-31"
RULES = shipped_rules("hundred-points")
ENTRY = Entry(
    "A1", "4-5", Facts(count=2), "2006-03-01", "监察局", text="着装不规范", case="三月检查"
)
FINDING = Finding(
    "2006-03-01", "监督员01", InspectorKind.PRESS, "A2", FindingKind.ORDER, "上班聊天",
    verified="2006-03-02",
)  # fmt: skip
COMPLAINT = Complaint("2006-03-01", "热线", "咨询", "A1", Handling.OWN, "无人接电话", "某市民")
PLEDGE = Pledge("A2", "窗口当日办结", "当日办结率", "2006-06-30")
REQUEST = Request("2006-03-01", "座谈会", "A3", "增设一个窗口")
ANNULMENT = Annulment("A3", "数据不实", "2006-11-01", "S02")
CONFIRMATION = Confirmation("A2", "commend", "2006-12-31", "通报〔2006〕1号")
BANDS = LastBands(2004, "通报", {"A1": "excellent", "B9": "fail"}, {"B9": "A2"})
HOLIDAYS = Holidays((date(2006, 5, 1),), (date(2006, 4, 29),))
TERMS = shipped_terms()
COMPOSITE = CompositeSetting(
    (
        Component(
            "T", "电话访问", ComponentKind.PHONE, Fraction(5), Fraction(1), {"G1": Fraction(1, 3)},
            {"A1": Fraction(9, 2)}, "市城调队", "2006-10-01", 300,
        ),
    )
)  # fmt: skip

STEPS = (State.VERIFIED, State.CIRCULARISED, State.COUNTED, State.WITHDRAWN)


def only(survey: SurveyFile, ledger: Ledger[Any]) -> ledger_queries.Line[Any]:
    """The first line of a ledger."""
    return ledger_queries.lines(survey, ledger)[0]


def taken(survey: SurveyFile, states: Iterable[State], entry: Entry = ENTRY, **who: Any) -> str:
    """A new entry, taken through these states on the days after its draft; its line's id."""
    made = enter_deduction(survey, entry, on="2006-03-02", **who)
    for at, state in enumerate(states, 3):
        (line,) = ledger_queries.lines(survey, DEDUCTIONS, begins=made.id)
        move_deduction(survey, line, state, on=f"2006-03-{at:02d}", **who)
    return made.id


def draft(**changes: Any) -> Entry:
    """The entry of a first record, with changes."""
    return replace(ENTRY, states={State.DRAFT: "2006-03-02"}, rules=rules_mark(RULES), **changes)
