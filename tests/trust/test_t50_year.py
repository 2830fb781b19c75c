"""T50: the independent verifier on the year's ledgers: random histories, forged seals, late forms.

Lines are made at random and past the acts, at several machines; two programs must agree on what
every line says, on the standing and its hash, and on who was left aside.
"""

import copy
import os
import random
import shutil
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from desktop.actions import merging
from desktop.actions.ledgers import enter_line
from desktop.actions.rule_sets import choose_rules, rules_mark
from desktop.actions.sealing import Waiver, obstacles, seal, unseal
from desktop.actions.year_sealing import seal_year, unseal_year, year_obstacles
from desktop.actions.year_standing import year_standing
from desktop.assess.ledger import State
from desktop.assess.ledger_data import to_value
from desktop.assess.points import Facts
from desktop.assess.rule_set import RuleKind
from desktop.store import kinds, ledger_queries, station_queries
from desktop.store.ledgers import DEDUCTIONS, LEDGERS, PLEDGES
from desktop.store.records import Header, write_record
from desktop.store.survey_file import SurveyFile
from desktop.tally.plan_reading import plan_from_json
from tests import year_lines as made
from tests.plans import plan_value
from tests.stations import Centre, Machine
from tests.tampering import insertion, tamper
from tools import verify_pingyi as tool

FULL = os.environ.get("PINGYI_TRUST") == "full"
PEOPLE = {"a": ["clerk"], "b": ["checker"], "s": ["supervisor"], "j": ["scrutineer"]}
WHO = ["", "", "", "", "a", "b", "s", "s", "s", "j", "nobody"]
DECIDING = ["", *"ssssss", "a", "nobody"]
DECISIONS = (kinds.DEDUCTION_DECIDED, kinds.ANNULLED)
UNITS = ("A1", "A2", "A3", "A4")
DAYS = [f"2006-{month:02d}-{day:02d}" for month in (1, 3, 6, 11) for day in (1, 15)]
FACTS = (
    Facts(), Facts(count=0), Facts(count=3), Facts(count=1, due=4), Facts(count=5, due=4),
    Facts(rate=Fraction(437, 5)), Facts(rate=Fraction(200, 3)), Facts(rate=Fraction(101)),
    Facts(amount=Fraction(25, 2)), Facts(amount=Fraction(3)), Facts(count=2, amount=Fraction(20)),
)  # fmt: skip
GOOD = dict.fromkeys(RuleKind, Facts(count=2)) | {
    RuleKind.STEP: Facts(rate=Fraction(33, 2)),
    RuleKind.RATE: Facts(rate=Fraction(200, 3)),
    RuleKind.PROPORTION: Facts(count=1, due=3),
    RuleKind.DISCRETIONARY: Facts(amount=Fraction(25, 2)),
}


def plan():
    """A1 answers for A2; the fourth unit is a subordinate of the third."""
    value = plan_value(4, 1, second_keying={"percent": 0})
    for unit, parent in ((1, "A1"), (3, "A3")):
        value["agencies"][unit]["parent"] = parent
    return plan_from_json(value)


class Chance:
    """Writes whatever it likes into the ledgers, at whatever machine."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.rules = self.rule_set()

    def rule_set(self):
        """The shipped set with points that end nowhere, added points, a veto and other offices."""
        changes: list[dict[str, Any]] = [
            {}, {"points": Fraction(10, 3)}, {"adds": True}, {"supervising": True},
            {"offices": ()}, {"points": Fraction(1, 8)},
        ]  # fmt: skip
        rules = [
            replace(rule, **self.random.choice(changes))
            if rule.kind is RuleKind.OCCURRENCE
            else rule
            for rule in made.RULES.rules
        ]
        first = rules[0]
        veto = made.RULES.bands[self.random.randrange(4)].code
        rules.append(replace(first, code="veto", kind=RuleKind.VETO, band=veto))
        most = self.random.choice([None, Fraction(105)])
        return replace(made.RULES, rules=tuple(rules), most=most)

    def entry(self):
        rule = self.random.choice([*self.rules.rules, *[self.rules.rule("veto")] * 4])
        reached = self.random.choice([1, 2, 3, 4, 4, 4, 4, 4, 5])
        states = list(State)[:reached]
        if self.random.random() < 0.5 and State.CIRCULARISED in states:
            states.remove(State.CIRCULARISED)
        return replace(
            made.ENTRY,
            unit=self.random.choice(UNITS),
            rule=self.random.choice([rule.code] * 9 + ["0-0"]),
            facts=self.random.choice([*FACTS, *[GOOD[rule.kind]] * 30]),
            office=self.random.choice([*rule.offices * 9, "别的单位"]),
            reason=self.random.choice(["", "情节较重", "情节较重", "情节较重"]),
            approver="分管负责人",
            source=self.random.choice(["", "评议", "评议"]),
            rules=self.random.choice([rules_mark(self.rules)] * 30 + ["0" * 16]),
            states={state: self.random.choice(DAYS) for state in states},
        )

    def record(self, survey: SurveyFile):
        kind, value = self.random.choice(
            [self.deduction] * 4
            + [lambda: (kinds.PLEDGE, replace(made.PLEDGE, text=str(self.random.random())))]
            + [self.annulment] * 3 * survey.is_supervisor
        )()
        line, parents = self.line(survey, kind)
        operator = self.random.choice(DECIDING if kind in DECISIONS else WHO)
        with survey.transaction():
            data = {"line": line, "value": to_value(value)}
            survey.append(kind, data, parents=parents, operator=operator)

    def deduction(self):
        entry = self.entry()
        allowed = [kinds.DEDUCTION_DECIDED]
        if entry.states.keys() <= {State.DRAFT, State.VERIFIED}:
            allowed.append(kinds.DEDUCTION_VERIFIED)
        if entry.states.keys() <= {State.DRAFT}:
            allowed.append(kinds.DEDUCTION)
        return self.random.choice(allowed), entry

    def annulment(self):
        withdrawn = self.random.choice(["", "", *DAYS])
        unit, on = self.random.choice(UNITS), self.random.choice(DAYS)
        return kinds.ANNULLED, replace(made.ANNULMENT, unit=unit, on=on, withdrawn=withdrawn)

    def line(self, survey, kind):
        """A new line or one that is here, with some of its heads, or what is not its own."""
        ledger = next(held for held in LEDGERS if kind in held.kinds)
        known = ledger_queries.lines(survey, ledger)
        if not known or self.random.random() < 0.4:
            return "", ()
        held, other = self.random.choice(known), self.random.choice(known)
        parents = held.heads if self.random.random() < 0.7 else other.heads[:1]
        return held.id, parents


def history(root, seed):
    """Two stations and the supervisor at work, with merges, kits and revocations between."""
    chance = Chance(seed)
    centre = Centre(root, operators=PEOPLE, batches={"B001": 1}, plan=plan())
    with centre.opened() as survey:
        choose_rules(survey, chance.rules)
    machines = [centre.supervisor, *centre.stations]
    for _ in range(6):
        with chance.random.choice(machines).open() as survey:
            for _ in range(chance.random.randint(4, 16)):
                chance.record(survey)
        if chance.random.random() < 0.6:
            centre.merge(chance.random.choice(centre.stations))
        if chance.random.random() < 0.4:
            centre.tell(chance.random.choice(centre.stations))
        if chance.random.random() < 0.2:
            _revoke(centre, chance)
    assert not [held for held in centre.merge(*centre.stations).sources if held.refused]
    return centre


def _revoke(centre, chance):
    with centre.opened() as survey:
        held = station_queries.authority(survey)
        standing = [each for each in [*held.imports, *held.revocations] if held.is_active(each)]
        if standing:
            merging.revoke(survey, chance.random.choice(sorted(standing)), reason="x")


def said(*paths):
    return tool.verify(paths).wrongs


def checked(path):
    report = tool.Report()
    survey = tool.check_survey(path, "a.pingyi", report)
    return survey, report


@pytest.mark.parametrize("seed", range(60 if FULL else 8))
def test_t50_two_programs_say_the_same_of_any_ledgers(tmp_path, seed):
    centre = history(tmp_path, seed)
    found, report = checked(centre.supervisor.path)
    assert found
    assert report.wrongs == []
    with centre.opened(write=False) as survey:
        assert {r for r, _ in station_queries.ignored(survey)} == found.state.ignored.keys()
        for ledger in LEDGERS:
            lines = ledger_queries.lines(survey, ledger)
            values = {line.id: [line.value, *line.others] for line in lines}
            ours = {
                at: sorted(map(tool.canonical, map(to_value, held))) for at, held in values.items()
            }
            theirs = found.state.lines(ledger.kinds).items()
            assert ours == {line: sorted(map(tool.canonical, held)) for line, held in theirs}
        rules = found.state.setting("rules.chosen")
        for day in (*DAYS, "2006-05-31", made.DAY):
            hashed = year_standing(survey, day).hash
            assert tool.results_hash(tool.year_standing(found.state, rules, day)) == hashed
        places = {held.place for held in year_obstacles(survey)}
    assert {line[:8] for line in tool.left_open(found.state, rules)} == places
    assert all(held.verify() == [] for held in [centre.supervisor, *centre.stations])


def test_t50_the_histories_hold_what_they_promise(tmp_path):
    seen = dict.fromkeys(("disputed", "ignored", "unsound", "counted", "void", "vetoed"), 0)
    for seed in range(5):
        centre = history(tmp_path / str(seed), seed)
        with centre.opened(write=False) as survey:
            standing = year_standing(survey, made.DAY)
            seen["disputed"] += len(standing.disputed)
            seen["ignored"] += len(station_queries.ignored(survey))
            seen["unsound"] += len(standing.problems)
            seen["counted"] += sum(len(row.lines) for row in standing.rows)
            seen["void"] += len(standing.void)
            seen["vetoed"] += sum(row.vetoed for row in standing.rows)
    print(seen)
    assert min(seen.values()) > 0


# Seals


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """One form counted, two entries counted, and a rule set."""
    root = tmp_path_factory.mktemp("t50") / "centre"
    centre = Centre(root, 2, batches={"B001": 3}, operators=PEOPLE, plan=plan())
    one, _ = centre.stations
    one.key(1, operator="a", marks="1111")
    with one.open() as survey:
        enter_line(survey, PLEDGES, made.PLEDGE, operator="a")
    with centre.opened() as survey:
        choose_rules(survey, made.RULES)
        made.taken(survey, made.STEPS[:3])
        made.taken(survey, made.STEPS[:3], replace(made.ENTRY, unit="A2", rule="4-3b"))
    centre.merge(one)
    return centre


@pytest.fixture
def centre(built, tmp_path):
    root = tmp_path / "centre"
    shutil.copytree(built.root, root)
    copied = copy.copy(built)
    copied.root, copied.supervisor = root, Machine(root / "supervisor")
    copied.stations = [Machine(root / f"station-{number}") for number in (1, 2)]
    return copied


def seal_count(centre):
    with centre.opened() as survey:
        waivers = [Waiver(held.place, "缺", "j") for held in obstacles(survey)]
        return seal(survey, waivers, operator="s")


def close_year(centre):
    with centre.opened() as survey:
        return seal_year(survey, made.DAY, second="j", operator="s")


def test_t50_a_sealed_year_is_computed_anew_under_every_edition(centre):
    close_year(centre)
    with centre.opened() as survey:
        unseal_year(survey, reason="补一条", second="j", operator="s")
        made.taken(survey, made.STEPS[:3])
    seal_count(centre)
    close_year(centre)
    report = tool.verify([centre.supervisor.path])
    assert report.wrongs == []
    assert sum("the year, sealed edition" in line for line in report.lines) == 2


def test_t50_the_count_is_opened_again_under_the_years_seal(centre):
    seal_count(centre)
    close_year(centre)
    with centre.opened() as survey:
        unseal(survey, reason="漏了一份", second="j", operator="s")
    one, _ = centre.stations
    one.key(2, operator="a", marks="2222")
    centre.merge(one)
    seal_count(centre)
    assert said(centre.supervisor.path) == []


def good_seal(survey):
    return {
        "edition": 1,
        "day": made.DAY,
        "standing": year_standing(survey, made.DAY).hash,
        "heads": station_queries.chain_heads(survey),
        "second": "j",
    }


NOWHERE = [{"station": "a", "incarnation": 1, "last": 1, "head": "00" * 32}]
FORGED: dict[str, tuple[dict[str, Any], str]] = {
    "another hash": ({"standing": "00" * 32}, "its standing is not the one computed"),
    "another day": ({"day": "2006-03-02"}, "its standing is not the one computed"),
    "a record that is not there": ({"heads": NOWHERE}, "is not here"),
}


@pytest.mark.parametrize(("change", "message"), FORGED.values(), ids=FORGED)
def test_t50_a_forged_seal_of_the_year_is_found(centre, change, message):
    """Signed by the supervisor's own key, by another program."""
    with centre.opened() as survey, survey.transaction():
        survey.append(kinds.YEAR_SEALED, good_seal(survey) | change)
    (wrong,) = said(centre.supervisor.path)
    assert "the year's seal of edition 1" in wrong
    assert message in wrong


def test_t50_a_year_sealed_over_an_open_entry_is_found(centre):
    with centre.opened() as survey:
        line = made.taken(survey, ())
        with survey.transaction():
            survey.append(kinds.YEAR_SEALED, good_seal(survey))
    (wrong,) = said(centre.supervisor.path)
    assert f"although these lines were open: {line[:8]}" in wrong


def test_t50_two_seals_of_one_edition_are_found(centre):
    record = close_year(centre)
    with centre.opened() as survey:
        unseal_year(survey, reason="再来", second="j", operator="s")
        with survey.transaction():
            survey.append(kinds.YEAR_SEALED, good_seal(survey))
    (wrong,) = said(centre.supervisor.path)
    assert "another seal of this edition" in wrong
    assert record.data["edition"] == 1


def added(centre, kind, data, station=None):
    """A record at the end of a machine's chain, put into the supervisor's file past its acts."""
    machine = station or centre.supervisor
    with machine.open() as survey:
        tip = survey.tip
        key = machine.home.station_key(survey.id)
        header = Header(
            survey.id, "official", key.station, tip.incarnation, tip.seq + 1, tip.head,
            "2006-12-31T00:00:00Z",
        )  # fmt: skip
    with centre.opened(write=False) as survey:
        count = record_count_of(survey)
    late = write_record(key, header, kind, data)
    tamper(centre.supervisor.path, insertion(count + 1, late))
    return late


def record_count_of(survey):
    ((count,),) = survey.db.execute("SELECT count(*) FROM record").fetchall()
    return count


PLEDGED = {"line": "", "value": to_value(made.PLEDGE)}
DOUBT = {"batch": "B001", "number": 1, "note": "x"}


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        (kinds.PLEDGE, PLEDGED),
        (kinds.DEDUCTION, {"line": "", "value": to_value(made.draft())}),
        (kinds.REVOKED, {"import": "00" * 32, "reason": "x"}),
    ],
)
def test_t50_whatever_of_the_year_follows_its_seal_is_found(centre, kind, data):
    close_year(centre)
    added(centre, kind, data)
    (wrong,) = said(centre.supervisor.path)
    assert f"not opened again before ['{kind}']" in wrong


@pytest.mark.parametrize(
    ("kind", "data"),
    [(kinds.DOUBTED, DOUBT), (kinds.REVOKED, {"import": "00" * 32, "reason": "x"})],
)
def test_t50_whatever_of_the_count_follows_its_seal_is_found(centre, kind, data):
    """Also behind lines of the year, which may follow it."""
    seal_count(centre)
    with centre.opened() as survey:
        enter_line(survey, PLEDGES, made.PLEDGE)
    assert said(centre.supervisor.path) == []
    added(centre, kind, data)
    (wrong,) = said(centre.supervisor.path)
    assert f"not opened again before ['{kind}']" in wrong


@pytest.fixture
def lax(monkeypatch):
    """A program that merges under seals what no program of ours would."""
    monkeypatch.setattr(SurveyFile, "check_open", lambda self, kind: None)


def test_t50_a_form_merged_under_the_counts_seal_is_found(centre, lax):
    seal_count(centre)
    one, _ = centre.stations
    with one.open() as survey:
        enter_line(survey, PLEDGES, made.PLEDGE)
    centre.merge(one)
    assert said(centre.supervisor.path) == []
    one.key(2, operator="a", marks="2222")
    centre.merge(one)
    (wrong,) = said(centre.supervisor.path)
    assert "under it brought ['form.keyed']" in wrong


def test_t50_a_form_woken_under_the_counts_seal_is_found(centre, lax):
    one, _ = centre.stations
    with centre.opened() as survey:
        (held,) = station_queries.imports(survey)
        merging.revoke(survey, held.record, reason="试")
    seal_count(centre)
    assert said(centre.supervisor.path) == []
    centre.merge(one)
    (wrong,) = said(centre.supervisor.path)
    assert "under it brought ['form.keyed']" in wrong


def test_t50_a_line_merged_under_the_years_seal_is_found(centre, lax):
    close_year(centre)
    one, _ = centre.stations
    one.key(2, operator="a", marks="2222")
    centre.merge(one)
    assert said(centre.supervisor.path) == []
    with one.open() as survey:
        enter_line(survey, PLEDGES, made.PLEDGE)
    centre.merge(one)
    (wrong,) = said(centre.supervisor.path)
    assert "the year's seal" in wrong
    assert "under it brought ['pledge.entered']" in wrong


# T27 and T41 of the ledgers: bits and rows


def test_t50_any_bit_flipped_in_a_line_is_found(centre):
    close_year(centre)
    path, chance = centre.supervisor.path, random.Random(50)
    content = path.read_bytes()
    places = [at for at in range(len(content)) if content.startswith(b'"value":{', at)]
    assert len(places) >= 4
    for _ in range(200 if FULL else 40):
        at = chance.choice(places) + chance.randrange(9, 200)
        flipped = bytearray(content)
        flipped[at] ^= 1 << chance.randrange(8)
        path.write_bytes(flipped)
        assert said(path)
    path.write_bytes(content)
    assert said(path) == []


def test_t50_a_changed_entry_is_found(centre):
    counted = "WHERE kind = 'deduction.decided'"
    change = """UPDATE record SET body = replace(body, '"count":2', '"count":1') """
    tamper(centre.supervisor.path, change + counted)
    assert "signature" in "\n".join(said(centre.supervisor.path))


ODD: dict[str, tuple[str, dict[str, Any], str]] = {
    "a unit of no plan": (kinds.PLEDGE, {"unit": "A9"}, "no agency"),
    "a day of no calendar": (kinds.PLEDGE, {"due": "2006-02-30"}, "due"),
    "no indicator": (kinds.PLEDGE, {"indicator": " "}, "indicator"),
    "a field more": (kinds.PLEDGE, {"more": ""}, "fields"),
    "a control character": (kinds.PLEDGE, {"note": "\x07"}, "note"),
    "too long": (kinds.PLEDGE, {"note": "x" * 2001}, "note"),
    "an unknown word": (kinds.PLEDGE, {"kept": "perhaps"}, "kept"),
    "a state too far": (kinds.DEDUCTION, {"states": {"counted": "2006-03-01"}}, "supervisor"),
    "an unknown state": (kinds.DEDUCTION, {"states": {"x": "2006-03-01"}}, "states"),
    "a count below zero": (
        kinds.DEDUCTION, {"facts": {"count": -1, "due": 0, "rate": None, "amount": None}}, "count",
    ),
    "a number that is not the shortest": (
        kinds.DEDUCTION, {"facts": {"count": 1, "due": 0, "rate": "87.40", "amount": None}}, "rate",
    ),
    "a fraction that is a decimal": (
        kinds.DEDUCTION, {"facts": {"count": 1, "due": 0, "rate": "1/2", "amount": None}}, "rate",
    ),
    "a flag that is a number": (kinds.TERMS, {"standard": {
        "accept": {"days": 1, "working": 1}, "finish": {"days": 1, "working": True}}}, "working"),
    "a band twice": (kinds.RULES, {"bands": to_value(made.RULES)["bands"][:1] * 2}, "twice"),
    "bands with a gap": (kinds.RULES, {"bands": to_value(made.RULES)["bands"][::2]}, "gap"),
}  # fmt: skip
VALUES = {
    kinds.PLEDGE: made.PLEDGE,
    kinds.DEDUCTION: made.draft(),
    kinds.TERMS: made.TERMS,
    kinds.RULES: made.RULES,
}


@pytest.mark.parametrize(("kind", "change", "message"), ODD.values(), ids=ODD)
def test_t50_both_programs_refuse_what_a_line_may_not_say(centre, kind, change, message):
    """Signed by a station that wrote it all the same."""
    data = {"line": "", "value": to_value(VALUES[kind]) | change}
    late = added(centre, kind, data)
    wrong = said(centre.supervisor.path)
    assert message in "\n".join(wrong)
    assert late.id[:8] in wrong[0]
    assert any(late.id in held for held in centre.supervisor.verify())


@pytest.mark.parametrize("line", ["x", "A" * 64, "ab" * 32])
def test_t50_a_line_without_parents_names_none(centre, line):
    added(centre, kinds.PLEDGE, PLEDGED | {"line": line})
    assert "line" in said(centre.supervisor.path)[0]
    assert centre.supervisor.verify()


def test_t50_every_value_of_the_year_is_known_to_the_verifier():
    assert tool.VALUES.keys() == kinds.LEDGER.keys()
    assert kinds.YEAR.keys() == tool.OF_THE_YEAR
    assert tool.BESIDE == kinds.BESIDE
    lines = {ledger.kinds for ledger in LEDGERS}
    assert set(tool.LEDGERS) == lines
    assert DEDUCTIONS.kinds == tool.DEDUCTIONS
