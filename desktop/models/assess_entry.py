"""An entry of the deduction ledger as it is typed: its rule found by words, its facts by kind."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from hashlib import sha256
from pathlib import Path

from desktop.actions.text_files import read_bytes
from desktop.assess.ledger import Attachment, Entry, State, double_rules
from desktop.assess.points import Facts, entry_points
from desktop.assess.rule_set import Rule, RuleKind, RuleSet
from desktop.models.agency_finder import Addressee, AgencyFinder
from desktop.models.assess_year import AssessYear
from desktop.models.typed_values import NumberTypedError, typed_day, typed_number
from desktop.tally.errors import PingyiError, Problem
from desktop.tally.numbers import number_text, rounded
from desktop.tally.plan import Plan
from desktop.tally.texts import folded

ASKED: Mapping[RuleKind, tuple[str, ...]] = {
    RuleKind.OCCURRENCE: ("count",),
    RuleKind.STEP: ("rate",),
    RuleKind.PROPORTION: ("count", "due"),
    RuleKind.RATE: ("rate", "source"),
    RuleKind.DISCRETIONARY: ("amount", "count", "reason", "approver"),
    RuleKind.VETO: (),
}
"""What a rule asks for beside what every entry has, in the order it is typed."""

_HAN = str.maketrans("123456789", "一二三四五六七八九")
"""Documents number their parts so; whoever types has digits under the hand."""


class UnitMissingError(PingyiError):
    message = "No unit is chosen: type its number, code or name, and press Enter."


class RuleMissingError(PingyiError):
    message = "No rule is chosen: type its section or some of its words, and press Enter."


class RuleFinder(AgencyFinder):
    """The lines of a rule set, found by section or by words of theirs."""

    def __init__(self, plan: Plan, whole: str) -> None:
        super().__init__(plan, whole)
        self._rules: Sequence[Rule] = ()

    def take(self, rules: RuleSet) -> None:
        """Look in this set from now on."""
        self._rules = rules.rules

    @property
    def all(self) -> list[Addressee]:
        """Nothing, then the rules in the order of the document."""
        return [self.whole, *map(_listed, self._rules)]

    def find(self, typed: str) -> list[Addressee]:
        """A section may be typed with digits: `4.4` is 四.4; every word must be in the line."""
        words = [folded(word).replace("。", ".") for word in typed.split()]
        if not words:
            return self.all
        ranked = [(_rank(words, rule), rule) for rule in self._rules]
        fitting = [(rank, at) for at, (rank, _) in enumerate(ranked) if rank is not None]
        return [_listed(self._rules[at]) for _, at in sorted(fitting)]


def plain(value: Fraction, decimals: int = 2) -> str:
    """Exact where its decimals end, else rounded."""
    text = number_text(value)
    return rounded(value, decimals) if "/" in text else text


def rule_line(rule: Rule) -> str:
    """Section, text and points on one line."""
    return f"{rule.section}  {rule.text}  {points_text(rule)}"


def points_text(rule: Rule) -> str:
    """What one of what is counted costs or brings: `-2/人次`, `-10～-20/件次`.

    Of a share it is the most that it comes to: `-30`.
    """
    if rule.kind is RuleKind.VETO:
        return rule.band
    sign = "+" if rule.adds else "-"
    most = f"{sign}{plain(rule.points)}"
    if rule.kind is RuleKind.PROPORTION:
        return most
    least = f"{sign}{plain(rule.least)}～" if rule.kind is RuleKind.DISCRETIONARY else ""
    return f"{least}{most}/{rule.unit}"


def moved_text(points: Fraction | None) -> str:
    """Points as they move the score, with their sign; empty where there are none to be had."""
    if points is None:
        return ""
    return f"{'+' if points > 0 else ''}{plain(points)}"


def moved(rule: Rule, entry: Entry) -> Fraction:
    """By how much an entry moves the score once it counts; the errors of `entry_points`."""
    points = entry_points(rule, entry.facts)
    return points if rule.adds else -points


def read_facts(rule: Rule, typed: Mapping[str, str], names: Mapping[str, str]) -> Facts:
    """The facts that the rule asks for; `typed` and `names` by field. NumberTypedError."""
    asked = ASKED[rule.kind]

    def number(field: str) -> Fraction:
        return typed_number(names[field], typed[field])

    def whole(field: str) -> int:
        held = number(field)
        if held.denominator != 1:
            raise NumberTypedError(name=names[field], text=typed[field])
        return int(held)

    return Facts(
        count=whole("count") if "count" in asked else 1,
        due=whole("due") if "due" in asked else 0,
        rate=number("rate") if "rate" in asked else None,
        amount=number("amount") if "amount" in asked else None,
    )


def typed_facts(facts: Facts) -> dict[str, str]:
    """As they are typed."""
    return {
        "count": str(facts.count),
        "due": str(facts.due) if facts.due else "",
        "rate": "" if facts.rate is None else number_text(facts.rate),
        "amount": "" if facts.amount is None else number_text(facts.amount),
    }


def past_day(name: str, text: str, today: date) -> str:
    """A day; without a year the last such day up to today. DayUnreadError, TextMissingError."""
    return typed_day(name, text, today - timedelta(days=364), needed=True)


def written(text: str) -> str:
    """A text for the record, as it is kept."""
    return unicodedata.normalize("NFC", text).strip()


def meetings(year: AssessYear, entry: Entry, line: str = "") -> list[Problem]:
    """Where this entry's case stands under another rule too; `line` is the entry corrected."""
    held = [one.value for one in year.cases.get((entry.unit, entry.case), ()) if one.id != line]
    mine = replace(entry, states={State.DRAFT: year.today})
    return [
        problem
        for problem in double_rules([mine, *held])
        if entry.rule in (problem.fields["one"], problem.fields["other"])
    ]


def file_attached(path: Path) -> Attachment:
    """Name and SHA-256 of a file that stays where it is; the errors of `read_bytes`."""
    return Attachment(path.name, sha256(read_bytes(path)).hexdigest())


def _listed(rule: Rule) -> Addressee:
    return Addressee(0, rule.code, rule_line(rule))


def _rank(words: list[str], rule: Rule) -> int | None:
    """0 where a section begins so, 1 where a code does, 2 where every word is somewhere."""
    section, code = folded(rule.section), folded(rule.code)
    first, *others = words
    head, dot, tail = first.partition(".")
    if not others and section.startswith((first, head.translate(_HAN) + dot + tail)):
        return 0
    if not others and code.startswith(first):
        return 1
    whole = f"{section} {code} {folded(rule.text)}"
    return 2 if all(word in whole for word in words) else None
