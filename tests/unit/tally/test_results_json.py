from dataclasses import replace

from desktop.tally.form import FormState
from desktop.tally.reconciliation import FormStanding, Slip, reconcile, reconcile_batch
from desktop.tally.results import Results, cut_of, form_counts
from desktop.tally.results_json import results_json
from tests.plans import small_plan, tallied

REASONS = [{"code": "V1", "name": "复印"}]
CELL = {"blank": 0, "dont_know": 0, "invalid": 0, "not_applicable": 0}


def results_of(plan, *forms):
    standings = [FormStanding(n, FormState.VALID) for n in range(1, len(forms) + 1)]
    rows = reconcile(plan, [reconcile_batch(plan, Slip("B1", "C1", 3), standings)])
    agencies = tuple(tallied(plan, forms))
    top, bottom = cut_of(plan, agencies)
    counts = form_counts(plan, rows)
    return Results("id", "official", plan, "hash", counts, agencies, top, bottom, rows)


def dimension(counts, score, **states):
    grades = dict(zip("123", counts, strict=True))
    return {"code": "D1", "counts": grades, "score": score} | CELL | states


def test_the_whole_object_of_a_small_survey():
    cut = {"top": 1, "bottom": 1}
    plan = small_plan(2, 1, void_reasons=REASONS, cut=cut, dont_know=True)
    found = results_json(results_of(plan, "12", "3?"))
    assert found["agencies"][0] == {
        "code": "A2",
        "rank": 1,
        "group_rank": 1,
        "score": "17/1",
        "display": "17.0000",
        "rate": "1/1",
        "votes": 1,
        "dimensions": [dimension((0, 1, 0), "17/1", dont_know=1)],
        "channels": [
            {
                "code": "C1",
                "forms": 2,
                "score": "17/1",
                "dimensions": [dimension((0, 1, 0), "17/1", dont_know=1)],
            },
            {"code": "C2", "forms": 0, "score": None, "dimensions": [dimension((0, 0, 0), None)]},
        ],
    }
    assert [(a["code"], a["score"], a["rate"]) for a in found["agencies"]][1] == (
        "A1",
        "33/2",
        "1/2",
    )
    assert found["cut"] == {"top": ["A2"], "bottom": ["A1"]}
    assert found["forms"] == {"valid": 2, "void": {"V1": 0}, "unsettled": 0}
    assert (found["survey"], found["mode"], found["plan_hash"]) == ("id", "official", "hash")


def test_the_reconciliation_lists_channels_then_batches():
    found = results_json(results_of(small_plan(2, 1, void_reasons=REASONS), "12", "3x"))
    counts = {"slip": 3, "keyed": 2, "valid": 2, "void": {"V1": 0}, "missing": 1, "extra": 0}
    none = {"slip": 0, "keyed": 0, "valid": 0, "void": {"V1": 0}, "missing": 0, "extra": 0}
    assert found["reconciliation"] == [
        {"channel": "C1", "batch": None, "issued": 100} | counts,
        {"channel": "C1", "batch": "B1", "issued": None} | counts,
        {"channel": "C2", "batch": None, "issued": None} | none,
    ]


def test_its_own_hash_is_no_part_of_what_is_hashed():
    results = results_of(small_plan(2, 1), "12")
    assert results_json(results) == results_json(replace(results, hash="0" * 64))
    assert "hash" not in results_json(results)


def test_bands_are_written_only_where_the_plan_has_them():
    bands = [{"code": "B1", "name": "好", "from": "20"}, {"code": "B2", "name": "差", "to": "20"}]
    vetoes = [{"agency": "A1", "band": "B2", "reason": "事故"}]
    plain = results_json(results_of(small_plan(2, 1), "11"))["agencies"][0]
    banded = results_json(results_of(small_plan(2, 1, bands=bands, vetoes=vetoes), "11"))
    assert {"band", "vetoed"}.isdisjoint(plain)
    assert [(a["band"], a["vetoed"]) for a in banded["agencies"]] == [("B2", True), ("B1", False)]


def test_what_is_undefined_is_null():
    agency = results_json(results_of(small_plan(1, 1), "0"))["agencies"][0]
    keys = ("rank", "group_rank", "score", "display", "rate")
    assert [agency[key] for key in keys] == [None] * 5
    assert agency["votes"] == 0
