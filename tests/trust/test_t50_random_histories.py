"""T50: whatever is recorded, by whomever, in whatever order: two programs say the same of it.

The records are made at random and past the acts, such as no screen would let anybody make: the
program's tables and the independent verifier's reading must agree on every form all the same.
"""

import os
import random
from typing import Any

import pytest

from desktop.actions import merging, sealing
from desktop.actions.counting import count_survey, results_file
from desktop.store import form_queries, kinds, queries, station_queries
from desktop.store.kinds import RecordId
from desktop.store.projection import standing_records
from tests.plans import small_plan
from tests.stations import Centre
from tools import verify_pingyi as tool

OPERATORS = {
    "a": ["clerk"],
    "b": ["checker"],
    "s": ["supervisor"],
    "j": ["scrutineer"],
    "ab": ["clerk", "supervisor"],
}
WHO = ["", "a", "b", "s", "j", "ab", "nobody"]
SHEETS = ["111111", "222222", "000000", "12?x-3", "333333"]
BATCHES = ["B001", "B002", "B009"]
PLAN: dict[str, Any] = {
    "dont_know": True,
    "validity": {"max_blank": {"share": "1/2", "reason": "V4"}, "one_grade": "V7"},
    "scoring": {"tie_break": ["positive", "bottom_grade", "top_grade"], "exclude_self": True},
    "bands": [
        {"code": "E", "name": "优", "from": "36"},
        {"code": "F", "name": "差", "to": "36"},
    ],
    "vetoes": [{"agency": "A2", "band": "F", "reason": "x"}],
}


KNOWN = ("form", "slip", "drawing", "paper")
PAPER = (kinds.ISSUE, kinds.APPROVED, kinds.HISTORY, kinds.NETWORK, kinds.OPINION)


class Chance:
    """Appends whatever it likes, at whatever machine."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.numbers = self.random.choice([3, 8, 20])
        self.known: dict[str, list[RecordId]] = {name: [] for name in KNOWN}

    def form(self):
        return {
            "batch": self.random.choice(BATCHES[:2] * 3 + BATCHES),
            "number": self.random.randint(1, self.numbers),
            "void": self.random.choice(["", "", "", "", "V2"]),
            "marks": self.random.choice(SHEETS),
        }

    def some(self, name, most=2):
        known = self.known[name]
        return self.random.sample(known, min(len(known), self.random.randint(0, most)))

    def record(self, survey):
        makes = [self.keyed] * 6 + [self.doubted, self.slip, self.drawn, self.network]
        makes += [self.opinion]
        makes += [self.ruled, self.issue, self.approved, self.year] * survey.is_supervisor
        make = self.random.choice(makes)
        name, kind, data = make()
        operator = self.random.choice(WHO)
        parents = self.some(name) if self.random.random() < 0.5 else []
        here = [held for held in parents if _is_here(survey, held)]
        with survey.transaction():
            made = survey.append(kind, data, parents=here, operator=operator)
        self.known[name].append(made.id)

    def keyed(self):
        asked = self.some("form") if self.random.random() < 0.3 else []
        more = {"pass": self.random.choice([1, 1, 2]), "filled": "", "against": asked}
        return "form", kinds.FORM, self.form() | more

    def doubted(self):
        form = self.form()
        return "form", kinds.DOUBTED, {"batch": form["batch"], "number": form["number"], "note": ""}

    def ruled(self):
        form = self.form()
        places = {
            (held["batch"], held["number"]): held for held in (self.form(), self.form(), form)
        }
        outcomes = self.random.sample(list(places.values()), self.random.randint(0, len(places)))
        place = {"batch": form["batch"], "number": form["number"]}
        return "form", kinds.RULED, place | {"outcomes": outcomes, "reason": "x", "second": "j"}

    def slip(self):
        data = {
            "code": self.random.choice(BATCHES[:2]),
            "channel": self.random.choice(["C1", "C2"]),
        }
        more = {"count": self.random.randint(2, 5), "origin": self.random.choice([None, "A1"])}
        return "slip", kinds.BATCH, data | more

    def drawn(self):
        data = {"batch": self.random.choice(BATCHES), "seed": str(self.random.random())}
        return "drawing", kinds.DRAWN, data | {"percent": self.random.choice([0, 30, 100])}

    def issue(self):
        data = {"channel": self.random.choice(["C1", "C2"]), "forms": self.random.randint(0, 9)}
        people = dict.fromkeys(("giver", "taker", "signed", "note"), "x")
        more = {"way": self.random.choice(["issued", "returned"]), "on": "2005-12-31"}
        return "paper", kinds.ISSUE, data | people | more

    def approved(self):
        return "paper", kinds.APPROVED, {"plan": "ab" * 32, "names": [str(self.random.random())]}

    def year(self):
        row = {"agency": "A1", "rank": self.random.choice([None, 1, 2]), "score": "97.5"}
        data = {"year": self.random.choice([2003, 2004]), "source": "x", "rows": [row]}
        return "paper", kinds.HISTORY, data

    def network(self):
        return "paper", kinds.NETWORK, {"interfaces": [str(self.random.random())]}

    def opinion(self):
        form, agency = self.form(), self.random.choice(["", "A1", "A2"])
        place = {"batch": form["batch"], "number": form["number"]}
        text = self.random.choice(["", str(self.random.random())])
        return "paper", kinds.OPINION, place | {"agency": agency, "text": text}


def _is_here(survey, identity):
    return survey.db.execute("SELECT 1 FROM record WHERE id = ?", (identity,)).fetchone()


def history(root, seed, plan):
    """Two stations and the supervisor at work, with merges, kits and revocations between."""
    chance = Chance(seed)
    centre = Centre(root, operators=OPERATORS, batches={"B001": 4, "B002": 3}, plan=plan)
    machines = [centre.supervisor, *centre.stations]
    for _ in range(8):
        machine = chance.random.choice(machines)
        with machine.open() as survey:
            for _ in range(chance.random.randint(1, 9)):
                chance.record(survey)
        if chance.random.random() < 0.5:
            centre.merge(chance.random.choice(centre.stations))
        if chance.random.random() < 0.3:
            centre.tell(chance.random.choice(centre.stations))
        if chance.random.random() < 0.3:
            _revoke(centre, chance)
    assert not [held for held in centre.merge(*centre.stations).sources if held.refused]
    if chance.random.random() < 0.5:
        _revoke(centre, chance)
    return centre


def _revoke(centre, chance):
    with centre.opened() as survey:
        held = station_queries.authority(survey)
        standing = [each for each in [*held.imports, *held.revocations] if held.is_active(each)]
        if standing:
            merging.revoke(survey, chance.random.choice(sorted(standing)), reason="x")


@pytest.mark.parametrize("seed", range(60 if os.environ.get("PINGYI_TRUST") == "full" else 15))
def test_t50_two_programs_say_the_same_of_any_history(tmp_path, seed):
    centre = history(tmp_path, seed, small_plan(**PLAN))
    report = tool.Report()
    survey = tool.check_survey(centre.supervisor.path, "a.pingyi", report)
    assert survey
    assert report.wrongs == []
    state = survey.state
    with centre.opened(write=False) as held:
        rows = held.db.execute("SELECT batch, number, stage, state, void FROM form").fetchall()
        found = {place: (f.stage, f.state, f.void) for place, f in state.forms.items()}
        assert {row[:2]: row[2:] for row in rows} == found
        assert {record for record, _ in station_queries.ignored(held)} == state.ignored.keys()
        for kind in PAPER:
            heads = {record.id for record in standing_records(held.db, kind)}
            assert heads == {head["id"] for head in state.of(kind)}
        counted = {
            (batch, number): marks.decode() for batch, number, marks in queries.valid_forms(held)
        }
        assert counted == {p: f.marks for p, f in state.forms.items() if f.state == "valid"}
        due = {code: len(form_queries.awaiting(held, code)) for code in state.slips}
        assert {code: count for code, count in due.items() if count} == state.awaiting()
        assert {problem.place for problem in sealing.obstacles(held)} == tool.obstacles(state)
        expected = results_file(count_survey(held))
    results = tool.results_of(state)
    results["hash"] = tool.results_hash(results)
    assert tool.canonical(results) == expected
    assert all(station.verify() == [] for station in [centre.supervisor, *centre.stations])
    with centre.opened() as held:
        waivers = [sealing.Waiver(it.place, "缺", "j") for it in sealing.obstacles(held)]
        seal = sealing.seal(held, waivers, operator="s")
    assert tool.verify([centre.supervisor.path]).wrongs == []
    assert seal.data["results"] == results["hash"]
