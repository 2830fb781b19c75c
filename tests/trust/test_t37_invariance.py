"""T37: order, splitting and naming change nothing; doubling keeps scores; a vote is one vote."""

from collections import defaultdict
from dataclasses import replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.tally.counting import Source, channel_tallies, count_forms
from desktop.tally.plan_reading import plan_from_json
from tests.plans import plan_value, small_plan, tallied

rules = st.fixed_dictionaries(
    {
        "denominator": st.sampled_from(["marks", "marks+dont_know", "forms"]),
        "dimensions": st.sampled_from(["sum", "mean", "pooled"]),
        "channels": st.sampled_from(["pooled", "weighted"]),
        "missing_channel": st.sampled_from(["renormalise", "zero", "stop"]),
    }
)
plans = st.builds(lambda rule: small_plan(3, 2, dont_know=True, scoring=rule), rules)
sheets = st.lists(
    st.tuples(st.sampled_from(["C1", "C2"]), st.text("1230?x-", min_size=6, max_size=6)),
    max_size=20,
)
randoms = st.randoms(use_true_random=False)


def results(plan, forms, origin=lambda: None):
    by_source: defaultdict[str | Source, list[str]] = defaultdict(list)
    for channel, marks in forms:
        by_source[channel, origin()].append(marks)
    return tallied(plan, by_source)


@given(plans, sheets, randoms)
def test_t37_the_order_of_forms_changes_nothing(plan, forms, random):
    shuffled = random.sample(forms, len(forms))
    assert results(plan, shuffled) == results(plan, forms)


@given(plans, sheets, randoms)
def test_t37_splitting_forms_over_origins_changes_nothing(plan, forms, random):
    origins = [None, "A1", "A2", "学校"]
    assert results(plan, forms, lambda: random.choice(origins)) == results(plan, forms)


@given(plans, sheets)
def test_t37_every_form_twice_keeps_every_score_and_rank(plan, forms):
    for once, twice in zip(results(plan, forms), results(plan, forms * 2), strict=True):
        assert (twice.code, twice.rank, twice.score) == (once.code, once.rank, once.score)
        assert (twice.rate, twice.votes) == (once.rate, 2 * once.votes)


@given(rules, sheets)
def test_t37_the_order_of_agencies_on_paper_changes_nothing(rule, forms):
    value = plan_value(3, 2, dont_know=True, scoring=rule)
    turned = value | {"agencies": value["agencies"][::-1]}
    turned_forms = [(channel, marks[4:] + marks[2:4] + marks[:2]) for channel, marks in forms]
    straight = results(plan_from_json(value), forms)
    assert results(plan_from_json(turned), turned_forms) == straight


@given(rules, sheets)
def test_t37_other_codes_and_names_change_nothing_but_themselves(rule, forms):
    value = plan_value(3, 2, dont_know=True, scoring=rule)
    named = plan_value(3, 2, dont_know=True, scoring=rule)
    for agency in named["agencies"]:
        agency.update(code=f"X-{agency['code']}", name=f"新{agency['name']}")
    renamed = results(plan_from_json(named), forms)
    assert [replace(r, code=r.code[2:]) for r in renamed] == results(plan_from_json(value), forms)


def flat(plan, forms):
    """Every count there is: channel, agency, dimension and place to its number."""
    sources = (((channel, None), marks.encode()) for channel, marks in forms)
    tallies = channel_tallies(plan, count_forms(plan, sources))
    return {
        (channel, row, column, place): count
        for channel, held in tallies.items()
        for row, tally in enumerate(held)
        for column, cell in enumerate(tally.dimensions)
        for place, count in enumerate((*cell.grades, cell.dont_know, cell.invalid))
    }


@given(plans, sheets, st.integers(0, 5), st.integers(1, 3))
def test_t37_one_more_vote_is_one_cell_and_one_more(plan, forms, cell, grade):
    vote = "0" * cell + str(grade) + "0" * (5 - cell)
    before, after = flat(plan, forms), flat(plan, [*forms, ("C2", vote)])
    changed = {key: after[key] - before[key] for key in before if after[key] != before[key]}
    assert changed == {("C2", cell // 2, cell % 2, grade - 1): 1}


@settings(max_examples=50)
@given(plans, sheets.filter(bool), st.integers(0, 19))
def test_t37_a_better_mark_never_lowers_a_score(plan, forms, at):
    at %= len(forms)
    channel, marks = forms[at]
    better = [*forms[:at], (channel, marks.replace("3", "2")), *forms[at + 1 :]]
    before = {r.code: r.score for r in results(plan, forms)}
    for result in results(plan, better):
        old = before[result.code]
        assert (old is None) == (result.score is None)
        assert old is None or (result.score is not None and result.score >= old)


def test_t37_large_numbers_of_forms_double_exactly():
    random = Random(37)
    forms = ["".join(random.choices("1230x-", k=6)) for _ in range(3000)]
    once, twice = tallied(small_plan(), forms), tallied(small_plan(), forms * 2)
    assert [(r.code, r.score) for r in twice] == [(r.code, r.score) for r in once]
