"""The independent verifier (tools/verify_pingyi.py): passes what is good, finds what is not.

It shares no code with the program, so what both agree on was computed twice.
"""

import ast
import hashlib
import json
import random
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.actions.batches import register_batch
from desktop.actions.counting import count_survey, results_file
from desktop.actions.keying import correct_form, key_form
from desktop.actions.totals import enter_totals
from desktop.store.authority import FOUNDER_ONLY, MAY
from desktop.store.kinds import HEADER, KINDS
from desktop.tally.form import Form
from desktop.tally.plan_reading import plan_from_json
from desktop.tally.reconciliation import Slip
from tests.plans import plan_value
from tests.surveys import founded
from tests.tampering import tamper
from tools import verify_pingyi as tool

TOOL = Path(__file__).resolve().parents[2] / "tools" / "verify_pingyi.py"

RULES = {
    "as shipped": {},
    "mean of weighted dimensions, capped": {"dimensions": "mean", "cap": "20"},
    "pooled dimensions": {"dimensions": "pooled"},
    "don't-knows below": {"denominator": "marks+dont_know"},
    "forms below": {"denominator": "forms"},
    "pooled over forms": {"denominator": "forms", "dimensions": "pooled"},
    "weighted, renormalised": {"channels": "weighted"},
    "weighted, zero": {"channels": "weighted", "missing_channel": "zero"},
    "weighted, stop": {"channels": "weighted", "missing_channel": "stop"},
    "own forms out": {"exclude_self": True},
    "trimmed": {"trim": "1/10"},
}
VALIDITY = {"max_blank": {"share": "1/4", "reason": "V4"}, "one_grade": "V7"}


def plan_with(scoring):
    equal = "pooled" in scoring.get("dimensions", "")
    plan = plan_value(4, 2, dont_know=True, scoring=scoring)
    plan["dimensions"][0]["weight"] = "1" if equal else "3/2"
    plan["channels"][1]["weight"] = "0.4"
    plan["groups"].append({"code": "G2", "name": "其他", "ranked": False, "weights": {"C2": "1"}})
    plan["agencies"][3]["group"] = "G2"
    plan["validity"] = VALIDITY if scoring == {} else {}
    plan["adjustments"] = [{"agency": "A2", "points": "-1/3", "reason": "扣分"}]
    return plan_from_json(plan)


def make(folder, scoring):
    """A survey with every kind of record, and its results."""
    chance = random.Random(50)
    path, out = folder / "a.pingyi", folder / "results.json"
    totals = folder / "t.csv"
    totals.write_text("agency,dimension,1,2,3,?,forms\nA1,D1,4,3,2,1,12\nA1,D2,5,3,1,0,12\n")
    with founded(path, plan_with(scoring)) as survey:
        for batch, channel, origin in (("B001", "C1", "A2"), ("B002", "C2", None)):
            register_batch(survey, Slip(batch, channel, 20, origin))
            key_form(survey, Form(batch, 19, "11-10111"))
            key_form(survey, Form(batch, 20, "xx?x0xxx"))
            for number in range(1, 19):
                marks = "".join(chance.choices("123?0x-", (9, 5, 3, 1, 2, 1, 1), k=8))
                key_form(survey, Form(batch, number, marks, "V2" if number == 7 else ""))
        correct_form(survey, Form("B002", 3, "11112222"))
        enter_totals(survey, totals, channel="C2", source="市城调队")
        out.write_bytes(results_file(count_survey(survey)))
    return path, out


def verify(*paths):
    done = subprocess.run(
        [sys.executable, TOOL, *paths], capture_output=True, encoding="utf-8", check=False
    )
    return done.returncode, done.stdout


@pytest.mark.parametrize("scoring", RULES.values(), ids=RULES)
def test_t50_every_figure_is_counted_anew_and_equal(tmp_path, scoring):
    code, said = verify(*make(tmp_path, scoring))
    assert code == 0, said
    assert "figures counted anew: equal" in said


def test_t50_it_imports_nothing_of_the_program():
    tree = ast.parse(TOOL.read_text(encoding="utf-8"))
    nodes = [node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)]
    names = {
        name.split(".")[0]
        for node in nodes
        for name in (
            [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else [a.name for a in node.names]
        )
    }
    assert names - set(sys.stdlib_module_names) == {"cryptography"}


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        ("UPDATE record SET body = replace(body, 'V2', 'V3') WHERE number = 12", "record 12"),
        ("UPDATE record SET signature = zeroblob(64) WHERE number = 10", "signature"),
        ("DELETE FROM record WHERE number = 10", "is missing"),
        ("UPDATE record SET number = 100 WHERE number = 10", "is missing"),
        ("DELETE FROM record WHERE number > 30", "is counted"),
    ],
)
def test_t50_a_changed_log_is_found(tmp_path, statement, message):
    path, out = make(tmp_path, {})
    tamper(path, statement)
    code, said = verify(path, out)
    assert (code, message in said) == (1, True), said


def leaves(value, way=()):
    """Every figure of a results file, by the keys that lead to it."""
    if not isinstance(value, dict | list):
        yield way, value
        return
    for key in value if isinstance(value, dict) else range(len(value)):
        yield from leaves(value[key], (*way, key))


def put(value, way, leaf):
    for key in way[:-1]:
        value = value[key]
    value[way[-1]] = leaf


def other_than(leaf):
    return {"int": lambda: leaf + 1, "NoneType": lambda: 1}.get(
        type(leaf).__name__, lambda: "1/1"
    )()


def test_t50_any_changed_figure_of_the_results_is_found(tmp_path):
    """Each in turn, with the hash made again by somebody who knows how."""
    path, out = make(tmp_path, {})
    survey = tool.check_survey(path, path.name, tool.Report())
    assert survey
    whole = json.loads(out.read_bytes())
    whole.pop("hash")
    changed = 0
    for way, leaf in leaves(whole):
        results = json.loads(json.dumps(whole))
        put(results, way, other_than(leaf))
        results["hash"] = hashlib.sha256(canonical(results)).hexdigest()
        report = tool.Report()
        tool.check_results(canonical(results), survey, report, "results.json")
        assert report.wrongs, way
        changed += 1
    assert changed > 300


def test_t50_results_with_another_hash_or_in_other_bytes_are_found(tmp_path):
    path, out = make(tmp_path, {})
    content = out.read_bytes()
    whole = json.loads(content)
    for changed in (
        canonical(whole | {"hash": "00" * 32}),
        canonical(whole | {"more": 1}),
        canonical({name: value for name, value in whole.items() if name != "cut"}),
        json.dumps(whole, ensure_ascii=False).encode(),
        content[:-1],
    ):
        out.write_bytes(changed)
        code, said = verify(path, out)
        assert code == 1, said


def test_t50_it_knows_every_kind_and_who_may_record_it():
    """Written twice, so that neither is changed alone."""
    assert {kind: set(fields) for kind, fields in tool.KINDS.items()} == {
        kind: set(fields) for kind, fields in KINDS.items()
    }
    assert set(tool.HEADER) == set(HEADER)
    assert tool.FOUNDERS == FOUNDER_ONLY
    for kind in KINDS:
        assert tool.MAY.get(kind, tool.SUPERVISOR) == MAY.get(kind, tool.SUPERVISOR), kind


def canonical(value):
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()
