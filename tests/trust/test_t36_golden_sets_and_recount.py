"""T36: golden sets, and an independent recount written from RULES.md §2 alone.

The recount reads the plan as JSON and walks over every mark with dictionaries and fractions;
it takes nothing from `desktop`.
"""

from collections import Counter, defaultdict
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.tally.numbers import rounded
from desktop.tally.plan_reading import plan_from_json
from tests.plans import grade_values, only, plan_value, small_plan, stacked, tallied, votes


class Recount:
    """Scores of one plan value from `{(channel, origin): [marks, …]}`."""

    def __init__(self, value, forms):
        self.value, self.rule = value, value["scoring"]
        self.grades = {g["code"]: Fraction(g["value"]) for g in value["grades"]}
        self.weights = [Fraction(d.get("weight", "1")) for d in value["dimensions"]]
        # (channel, agency, dimension) to marks
        self.marks: defaultdict[tuple[str, str, int], Counter[str]] = defaultdict(Counter)
        self.forms: Counter[tuple[str, str]] = Counter()  # (channel, agency)
        for (channel, origin), sheets in forms.items():
            for sheet in sheets:
                self._count(channel, origin, sheet)

    def _count(self, channel, origin, sheet):
        cells = iter(sheet)
        for agency in self.value["agencies"]:
            row = [next(cells) for _ in self.weights]
            if self.rule["exclude_self"] and origin == agency["code"]:
                continue
            self.forms[channel, agency["code"]] += 1
            for dimension, mark in enumerate(row):
                self.marks[channel, agency["code"], dimension][mark] += 1

    def score(self, agency):
        channels = [channel["code"] for channel in self.value["channels"]]
        if self.rule["channels"] == "pooled":
            return self._combined(channels, agency)
        total, weights = Fraction(0), Fraction(0)
        for channel in self.value["channels"]:
            score, weight = self._combined([channel["code"]], agency), Fraction(channel["weight"])
            if weight and score is None and self.rule["missing_channel"] == "stop":
                return None
            if score is not None:
                total += weight * score
            if score is not None or self.rule["missing_channel"] == "zero":
                weights += weight
        scored = any(
            self._combined([c["code"]], agency) is not None and Fraction(c["weight"])
            for c in self.value["channels"]
        )
        return total / weights if scored else None

    def _combined(self, channels, agency):
        earned, below = [], []
        for dimension in range(len(self.weights)):
            marks: Counter[str] = Counter()
            for channel in channels:
                marks += self.marks[channel, agency, dimension]
            cast = sum(marks[grade] for grade in self.grades)
            if not cast:
                return None
            forms = sum(self.forms[channel, agency] for channel in channels)
            dens = {"marks": cast, "marks+dont_know": cast + marks["?"], "forms": forms}
            earned.append(sum(value * marks[grade] for grade, value in self.grades.items()))
            below.append(dens[self.rule["denominator"]])
        if self.rule["dimensions"] == "pooled":
            return len(earned) * sum(earned) / Fraction(sum(below))
        scores = [Fraction(e) / b for e, b in zip(earned, below, strict=True)]
        if self.rule["cap"] is not None:
            scores = [min(score, Fraction(self.rule["cap"])) for score in scores]
        total = sum(weight * score for weight, score in zip(self.weights, scores, strict=True))
        return total if self.rule["dimensions"] == "sum" else total / sum(self.weights)

    def ranks(self):
        scores = {a["code"]: self.score(a["code"]) for a in self.value["agencies"]}
        held = [score for score in scores.values() if score is not None]
        return {
            code: None if score is None else 1 + sum(other > score for other in held)
            for code, score in scores.items()
        }


weights = st.sampled_from(["0", "1", "2", "0.3", "1/7"])
grades = st.lists(st.integers(-5, 100), min_size=2, max_size=6, unique=True)


@st.composite
def plans(draw):
    combination = draw(st.sampled_from(["sum", "mean", "pooled"]))
    pooled = combination == "pooled"
    value = plan_value(draw(st.integers(1, 4)), draw(st.integers(1, 3)))
    value["grades"] = grade_values(*(str(v) for v in sorted(draw(grades), reverse=True)))
    value["dont_know"] = draw(st.booleans())
    channels = draw(st.lists(weights, min_size=1, max_size=3).filter(lambda w: set(w) != {"0"}))
    value["channels"] = [
        {"code": f"C{n}", "name": f"渠道{n}", "weight": w} for n, w in enumerate(channels, 1)
    ]
    for dimension in value["dimensions"] if not pooled else ():
        dimension["weight"] = draw(weights.filter(lambda weight: weight != "0"))
    value["scoring"] = {
        "denominator": draw(st.sampled_from(["marks", "marks+dont_know", "forms"])),
        "dimensions": combination,
        "channels": draw(st.sampled_from(["pooled", "weighted"])),
        "missing_channel": draw(st.sampled_from(["renormalise", "zero", "stop"])),
        "cap": None if pooled else draw(st.sampled_from([None, "20", "1/3"])),
        "exclude_self": draw(st.booleans()),
    }
    return value


@st.composite
def surveys(draw):
    value = draw(plans())
    plan = plan_from_json(value)
    sheet = st.text(plan.mark_codes, min_size=plan.cells, max_size=plan.cells)
    channel = st.sampled_from([channel.code for channel in plan.channels])
    origin = st.sampled_from([None, *(agency.code for agency in plan.agencies)])
    sources = st.tuples(channel, origin)
    return value, draw(st.dictionaries(sources, st.lists(sheet, max_size=6), max_size=5))


@settings(max_examples=400)
@given(surveys())
def test_t36_an_independent_recount_agrees_on_every_convention(survey):
    value, forms = survey
    recount = Recount(value, forms)
    results = tallied(plan_from_json(value), forms)
    assert {r.code: r.score for r in results} == {
        agency["code"]: recount.score(agency["code"]) for agency in value["agencies"]
    }
    assert {r.code: r.rank for r in results} == recount.ranks()


@pytest.mark.parametrize(
    ("counts", "percent"),
    [
        ((25, 3), "89.29"),
        ((26, 2), "92.86"),
        ((20, 8), "71.43"),
        ((20, 7, 1), "71.43"),
        ((23, 5), "82.14"),
    ],
)
def test_t36_rates_a_county_congress_published_in_2019(counts, percent):
    """满意 votes of the 28 forms returned, as its notice no. 60 prints them."""
    result = only(small_plan(1, 1, grades=grade_values("100", "50", "0")), list(votes(*counts)))
    assert result.votes == 28
    assert result.rate is not None
    assert rounded(100 * result.rate, 2) == percent


# 满意, 基本满意, 不满意 in three dimensions; scores worked by hand in lowest terms
GOLDEN = (
    (((8, 1, 1), (7, 2, 1), (9, 1, 0)), Fraction(309, 5)),
    (((5, 0, 5), (0, 10, 0), (0, 0, 4)), Fraction(89, 2)),
    (((1, 1, 1), (1, 2, 0), (2, 0, 1)), Fraction(161, 3)),
    (((0, 3, 4), (6, 1, 0), (1, 0, 6)), Fraction(332, 7)),
)


def test_t36_a_golden_set_of_four_agencies():
    cells = [votes(*counts) for dimensions, _ in GOLDEN for counts in dimensions]
    results = tallied(small_plan(4, 3), stacked(*cells))
    assert [(r.code, r.score) for r in results] == [
        ("A1", GOLDEN[0][1]),
        ("A3", GOLDEN[2][1]),
        ("A4", GOLDEN[3][1]),
        ("A2", GOLDEN[1][1]),
    ]
    assert [r.display for r in results] == ["61.8000", "53.6667", "47.4286", "44.5000"]
