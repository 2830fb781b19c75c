"""Years around the count for the tests of their documents: a small one, and a city's."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from itertools import count
from typing import Any

from desktop.assess.complaints import Complaint, Handling, Terms
from desktop.assess.composite import Component, ComponentKind, Missing, composite
from desktop.assess.consequences import consequences
from desktop.assess.documents import (
    Assessment,
    ComplaintsBook,
    CompositeBook,
    ConsequenceRow,
    ConsequencesBook,
    FindingsBook,
    Row,
    Unit,
    Year,
    YearBook,
)
from desktop.assess.findings import Finding, FindingKind, InspectorKind
from desktop.assess.ledger import Entry, State
from desktop.assess.points import Facts
from desktop.assess.promises import Kept, Pledge, Request
from desktop.assess.rule_set import RuleKind, RuleSet
from desktop.assess.standing import standing
from desktop.assess.working_days import Holidays, Term
from desktop.assess.year import Annulment, CompositeSetting, Confirmation, LastBands, TermsTable
from tests.unit.assess.samples import hundred_points, shipped
from tests.unit.report.sheets import digest

DAY = "2006-12-31"
NAMES = ("市水务局", "市教育局", "市地方税务局", "市公安局", "市档案馆")
_HUNDRED = 100


def units(*names: str, groups: Sequence[str] = ("政府部门", "直属单位")) -> dict[str, Unit]:
    """The third is vertically managed, the fifth is below the first."""
    return {
        code: Unit(code, name, groups[at % len(groups)], at == 2, "A001" if at == 4 else None)
        for at, name in enumerate(names)
        for code in (f"A{at + 1:03d}",)
    }


def year(rules: RuleSet | None = None, **changes: Any) -> Year:
    held = changes.pop("units", None) or units(*NAMES)
    given: dict[str, Any] = {"standing": digest("standing"), "sealed": True, "day": DAY}
    return Year(2006, rules=rules or hundred_points(), units=held, **given | changes)


def entry(
    unit: str, rule: str, on: str = "2006-06-01", state: State = State.COUNTED, **more: Any
) -> Entry:
    """A line that reached this state on its own day, with its facts and texts among `more`."""
    facts = {name: more.pop(name) for name in ("count", "due", "rate", "amount") if name in more}
    numbers: dict[str, Any] = {
        name: Fraction(value) if name in ("rate", "amount") else value
        for name, value in facts.items()
    }
    reached = list(State)[: list(State).index(state) + 1]
    given = {"document": "监发〔2006〕12号", **more}
    states = dict.fromkeys(reached, on)
    return Entry(unit, rule, Facts(**numbers), on, "监察局", **given, states=states)


SMALL = (
    entry("A001", "2-1", "2006-03-02", count=1, due=7, text="应进未进1项"),
    entry("A001", "6-1", "2006-12-20", rate="87.4", source="2006年度万人评议"),
    entry("A002", "1-1a", "2006-02-14", count=2),
    entry("A003", "5-1", "2006-05-09", amount="15", reason="影响较大", approver="领导小组"),
    entry("A003", "4-2", "2006-05-30", count=3),
    entry("A005", "4-3b", "2006-07-18", text="午间饮酒", case="午间检查"),
)
WAITING = (
    entry("A002", "4-1a", "2006-11-02", State.VERIFIED),
    entry("A002", "4-5", "2006-10-02", State.WITHDRAWN),
)


def rows(*values: Any, disputed: Sequence[int] = ()) -> list[Row[Any]]:
    """Lines numbered as their ids begin; `disputed` are places among them."""
    return [Row(digest(str(at))[:12], value, at in disputed) for at, value in enumerate(values)]


def assessment(
    *entries: Entry,
    of: Year | None = None,
    disputed: Sequence[int] = (),
    void: Sequence[Annulment] = (),
) -> Assessment:
    """The standing computed by the rules themselves."""
    held, found = of or year(), rows(*(entries or SMALL + WAITING), disputed=disputed)
    parents = {code: unit.parent for code, unit in held.units.items()}
    sound = [row.value for row in found if not row.is_disputed]
    standings = standing(held.rules, parents, sound, held.day, {it.unit for it in void})
    return Assessment(held, standings, found, void)


FALSIFIED = Annulment("A004", "伪造满意率", "2006-12-28", "李副主任")


def findings(*found: Finding, of: Year | None = None, **how: Any) -> FindingsBook:
    return FindingsBook(of or year(day="2006-06-30"), rows(*found, **how))


def finding(unit: str, found: str, text: str = "上班时间打牌", **more: Any) -> Finding:
    given = {"inspector": "张晓红", "inspector_kind": InspectorKind.RETIRED}
    given |= {"kind": FindingKind.PASTIME}
    return Finding(found, unit=unit, text=text, **given | more)


TERMS = TermsTable(Terms(Term(5, working=True), Term(15, working=True)))


def complaints(*held: Complaint, of: Year | None = None, **how: Any) -> ComplaintsBook:
    book = of or year(day="2006-06-30")
    return ComplaintsBook(book, rows(*held, **how), TERMS, Holidays())


def complaint(unit: str, received: str, **more: Any) -> Complaint:
    given = {"channel": "热线", "kind": "服务态度", "handling": Handling.ASSIGNED}
    return Complaint(
        received, unit=unit, **given | {"text": "窗口无人", "complainant": "王先生"} | more
    )


def components(codes: Sequence[str], lacking: Sequence[str] = ()) -> tuple[Component, ...]:
    """Two, of which the second lacks the figures of some units."""
    survey = {code: Fraction(110 - at % 40) for at, code in enumerate(codes)}
    phone = {
        code: Fraction(9, 2) - Fraction(at % 7, 10)
        for at, code in enumerate(codes)
        if code not in lacking
    }
    return (
        Component("S", "万人评议", ComponentKind.SURVEY, Fraction(110), Fraction(60), {}, survey),
        Component(
            "P", "电话访问", ComponentKind.PHONE, Fraction(5), Fraction(40), {"乙": Fraction(20)},
            phone, "统计局社情民意调查中心", "2006-11-20", 1200,
        ),
    )  # fmt: skip


def composite_book(
    of: Year | None = None,
    lacking: Sequence[str] = ("A002",),
    missing: Missing = Missing.RENORMALISE,
) -> CompositeBook:
    held = of or year()
    groups = {code: "乙" if at % 2 else "甲" for at, code in enumerate(held.units)}
    setting = CompositeSetting(components(list(held.units), lacking), missing)
    lines = composite(setting.components, groups, missing)
    return CompositeBook(held, setting, lines, groups)


LAST = LastBands(2005, "市办发〔2006〕3号", {})


def consequence_rows(made: Assessment, last: dict[str, str]) -> list[ConsequenceRow]:
    """The first is confirmed and done, the second confirmed; nobody has looked at the others."""
    held = made.year
    bands = {it.unit: it.band.code for it in made.standings if it.rank is not None}
    vertical = [code for code, unit in held.units.items() if unit.vertical]
    found = consequences(held.rules, bands, last, vertical)
    confirmed = (
        {"document": "市办发〔2007〕1号", "done": "2006-12-30"},
        {"document": "市办发〔2007〕2号", "deadline": "2006-12-15"},
    )
    return [
        ConsequenceRow(
            it.unit,
            it.rule,
            bands[it.unit],
            last.get(it.unit, ""),
            Confirmation(it.unit, it.rule.code, "2006-12-29", **confirmed[at]) if at < 2 else None,
        )
        for at, it in enumerate(found)
    ]


def consequences_book(made: Assessment | None = None, **last: str) -> ConsequencesBook:
    held = made or assessment()
    bands = last or {"A004": "excellent", "A003": "fail", "A002": "good"}
    return ConsequencesBook(held.year, consequence_rows(held, bands), LAST)


def confirmed(held: ConsequencesBook, *codes: str, deadline: str = "") -> ConsequencesBook:
    """Somebody confirmed all that follows, or what is of these codes; nobody anything else."""

    def decided(row: ConsequenceRow) -> Confirmation | None:
        if codes and row.rule.code not in codes:
            return None
        until = deadline if row.rule.days else ""
        return Confirmation(row.unit, row.rule.code, "2006-12-29", "市办发〔2007〕1号", until)

    made = [replace(row, confirmation=decided(row)) for row in held.rows]
    return replace(held, rows=made)


def city(count_of: int = 120, entries: int = 3000, *, rules: str = "hundred-points") -> Assessment:
    """So many units and lines, each of another rule and wording."""
    names = [
        f"市{at:03d}号机关作风和效能建设工作委员会办公室"[: 6 + at % 17] for at in range(count_of)
    ]
    kinds = ("市委部门", "政府部门", "垂直管理单位", "直属企事业单位")
    held = year(shipped(rules), units=units(*names, groups=kinds))
    codes = list(held.units)
    made = [_made(held, codes, at) for at in range(entries)]
    return assessment(*made, of=held, disputed=(3,), void=[replace(FALSIFIED, unit=codes[6])])


def _made(held: Year, codes: Sequence[str], at: int) -> Entry:
    rule = held.rules.rules[(at * 5 + at // 28) % len(held.rules.rules)]
    more: dict[str, Any] = {}
    match rule.kind:
        case RuleKind.STEP:
            more = {"rate": str(5 + at % 12)}
        case RuleKind.PROPORTION:
            more = {"count": 1 + at % 3, "due": 9}
        case RuleKind.RATE:
            more = {"rate": str(90 - at % 9) + ".4", "source": "万人评议"}
        case RuleKind.DISCRETIONARY:
            more = {"amount": str(rule.least), "reason": "情节较重", "approver": "领导小组"}
    on = (date(2006, 1, 4) + timedelta(days=at % 350)).isoformat()
    states = (State.COUNTED,) * 9 + (State.VERIFIED, State.WITHDRAWN, State.DRAFT)
    # some units collect more of it than others
    unit = codes[
        min(at * 7 + at // 9, at * at + 3 * at, key=lambda by: by % len(codes)) % len(codes)
    ]
    text = f"第{at}件：现场检查时发现，已责令整改" if at % 3 else ""
    return entry(unit, rule.code, on, states[at % len(states)], text=text, **more)


def city_findings(held: Year, found: int = 300) -> FindingsBook:
    codes, kinds, who = list(held.units), list(FindingKind), list(InspectorKind)
    start = date(2006, 3, 1)
    made = []
    for at in range(found):
        on = start + timedelta(days=at * 2 // 3)
        later = [(on + timedelta(days=3 * step)).isoformat() for step in range(1, 6)]
        fed_back, due, rectified, closed = later[0], later[2], later[3], later[4]
        reached = at % 4
        made.append(
            finding(
                codes[at * 11 % len(codes)],
                on.isoformat(),
                f"第{at}次暗访：办公室内两人闲聊，窗口无人值守",
                kind=kinds[at % len(kinds)],
                inspector_kind=who[at % len(who)],
                fed_back=fed_back if reached > 0 else "",
                due=due if reached > 0 else "",
                rectified=rectified if reached > 1 else "",
                closed=closed if reached > 2 else "",
            )
        )
    return findings(*made, of=replace(held, day="2006-06-30"))


def city_complaints(held: Year, found: int = 500) -> ComplaintsBook:
    codes, start = list(held.units), date(2006, 1, 4)
    made = []
    for at in range(found):
        on = start + timedelta(days=at * 3 // 5)
        days = [(on + timedelta(days=step)).isoformat() for step in (2, 20, 22)]
        reached = at % 9
        made.append(
            complaint(
                codes[at * 17 % len(codes)],
                on.isoformat(),
                channel=("热线", "市长信箱", "微博", "信访局")[at % 4],
                handling=list(Handling)[at % 3],
                complainant="" if at % 5 == 0 else "王先生",
                accepted=days[0] if reached else "",
                finished=days[1] if reached > 1 else "",
                answered=days[2] if reached > 2 else "",
                result="已整改并道歉" if reached > 1 else "",
            )
        )
    return complaints(*made, of=held)


def book(made: Assessment | None = None) -> YearBook:
    """All ledgers of a year, small or big."""
    held = made or assessment(disputed=(7,), void=[FALSIFIED])
    big = len(held.year.units) > len(NAMES)
    codes = list(held.year.units)
    numbers = count(1)
    pledges = [
        Pledge(codes[at % len(codes)], f"第{next(numbers)}项承诺", "按期办结率", "2006-10-31", kept)
        for at in range(40 if big else 3)
        for kept in (list(Kept)[at % 3],)
    ]
    requests = [Request("2006-03-01", "企业代表", codes[0], "简化手续", "2006-04-01")]
    return YearBook(
        held,
        city_findings(held.year, 300 if big else 12),
        city_complaints(held.year, 500 if big else 18),
        consequences_book(held, **{codes[0]: "excellent", codes[2]: "fail"}),
        rows(*pledges),
        rows(*requests),
        composite_book(held.year, codes[1:3]),
    )
