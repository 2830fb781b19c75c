"""A whole round of three agencies and two channels, to the seal; always the same, byte for byte.

单位甲 and 单位乙 tie, 单位丙 stands in a group that is not ranked and has no mark in one dimension.
One form is void, one was keyed differently at two stations and ruled on, one is doubtful.
"""

from pathlib import Path

from desktop.actions.batches import register_batch
from desktop.actions.closing import assign_batch, close_batch
from desktop.actions.issuing import Issue, enter_issue
from desktop.actions.opinions import Opinion, enter_opinion
from desktop.actions.rulings import doubt_form, rule_form
from desktop.actions.sealing import seal
from desktop.tally.form import Form
from desktop.tally.letter import Letter
from desktop.tally.merge_report import MergeReport
from desktop.tally.plan import Plan
from desktop.tally.reconciliation import Slip
from tests.plans import Objects, small_plan
from tests.stations import Centre

LETTER = Letter(
    office="市评议活动办公室",
    number="评议办〔2006〕3号",
    date="2006-05-30",
    copies=20,
    report_to=("市委", "市政府"),
    issue_to=("各参评单位",),
    copy_to=("市监察局",),
    deadline="2006-06-30",
)
PEOPLE = {"Z01": ["supervisor"], "J01": ["scrutineer"], "C01": ["clerk"], "C02": ["clerk"]}
FIRST = ("111110", "121230", "222210", "232310", "111130")
"""B001: marks of the three agencies in two dimensions; the last has none in the second."""
SECOND = ("222220", "1212x0", "212130")


def plan() -> Plan:
    groups: Objects = [
        {"code": "G1", "name": "政府部门"},
        {"code": "G2", "name": "中央、省属单位", "ranked": False, "published": False},
    ]
    agencies: Objects = [
        {"code": "A001", "name": "单位甲", "group": "G1"},
        {"code": "A002", "name": "单位乙", "group": "G1"},
        {"code": "A003", "name": "单位丙", "group": "G2", "vertical": True},
    ]
    return small_plan(
        agencies,
        [
            {"code": "D1", "name": "依法行政", "points": 20},
            {"code": "D2", "name": "机关作风", "points": 20},
        ],
        title="2006年某市机关作风评议活动",
        year=2006,
        groups=groups,
        second_keying={"percent": 0},
        cut={"top": 1, "bottom": 0},
    )


def small_round(root: Path) -> tuple[Centre, MergeReport]:
    """The centre, its survey sealed, and what its only merge reported."""
    centre = Centre(root, batches={"B001": 6}, operators=PEOPLE, plan=plan())
    first, second = centre.stations
    with centre.opened() as survey:
        register_batch(survey, Slip("B002", "C2", 3, "A002"))
        with second.open() as opened:
            assign_batch(survey, "B002", opened.key.station)
        for line in (
            Issue("C1", "issued", 100, "2006-05-01", "评议办", "各单位"),
            Issue("C1", "returned", 6, "2006-05-07", "各单位", "评议办", "联络员", "第一批"),
        ):
            enter_issue(survey, line)
    for station in centre.stations:
        centre.tell(station)
    _key(centre)
    report = centre.merge(first, second)
    with centre.opened() as survey:
        _settle(survey)
    return centre, report


def _key(centre: Centre) -> None:
    first, second = centre.stations
    for number, marks in enumerate(FIRST, 1):
        first.key(number, marks=marks, operator="C01")
    first.key(6, marks="111111", void="V1", operator="C01")
    for number, marks in enumerate(SECOND, 1):
        second.key(number, marks=marks, batch="B002", operator="C02")
    # the first paper lay on the wrong desk for a while
    second.key(1, marks="111112", operator="C02")
    with second.open() as survey:
        doubt_form(survey, "B002", 2, note="第二行有涂改", operator="C02")
        for agency, text in (("A001", "办事窗口早点开门。"), ("", "问卷太长。")):
            enter_opinion(survey, Opinion("B002", 1, agency, text), operator="C02")


def _settle(survey) -> None:
    for batch, marks in (("B001", FIRST[0]), ("B002", SECOND[1])):
        number = 1 if batch == "B001" else 2
        rule_form(
            survey, batch, number, [Form(batch, number, marks)],
            reason="核对原表", second="J01", operator="Z01",
        )  # fmt: skip
    for batch in ("B001", "B002"):
        close_batch(survey, batch, operator="Z01")
    seal(survey, operator="Z01", second="J01")
