from collections import Counter
from hashlib import sha256
from itertools import groupby, pairwise
from random import Random

import pytest

from desktop.actions.sample_forms import (
    S1,
    S2,
    S3,
    TooFewSampleFormsError,
    agency_qualities,
    sample_batches,
    scenario_marks,
)
from desktop.tally.form import check_form
from tests.plans import grade_values, shipped_plan, small_plan, tallied

PLAN = shipped_plan("2005")
VALID = {"C1": 5546, "C2": 750, "C3": 672, "C5": 3866}
SCENARIOS = pytest.mark.parametrize("scenario", [S1, S2, S3], ids=["S1", "S2", "S3"])


@pytest.fixture(scope="module")
def round_2005():
    return list(sample_batches(PLAN, forms=11436, seed=2005))


@pytest.fixture(scope="module")
def samples():
    """3,000 forms of each scenario."""
    return {s: [scenario_marks(random, s, 120, 5) for _ in range(3000)] for s, random in seeded()}


def seeded():
    return [(scenario, Random(seed)) for seed, scenario in enumerate((S1, S2, S3))]


def forms_of(batches):
    return [(batch.slip, form) for batch in batches for form in batch.forms]


def digest(batches):
    lines = (f"{form.name},{form.void},{form.marks}\n" for _, form in forms_of(batches))
    return sha256("".join(lines).encode()).hexdigest()


def presses(marks):
    """Keys for one form by KEYING.md: digits, and one key where the rest of a row is alike."""
    rows = (marks[at : at + 5] for at in range(0, len(marks), 5))
    return 6 + sum(1 + len(row.rstrip(row[-1])) for row in rows)


def test_the_2005_round_splits_exactly_as_it_did(round_2005):
    counts = Counter((slip.channel, form.void) for slip, form in forms_of(round_2005))
    assert {channel: counts[channel, ""] for channel in VALID} == VALID
    assert sum(counts[channel, "V1"] for channel in VALID) == 602
    assert sum(counts.values()) == 11436
    assert all(counts[channel, "V1"] for channel in VALID)


def test_batches_hold_fifty_forms_but_for_the_last_of_a_channel(round_2005):
    slips = [batch.slip for batch in round_2005]
    assert [slip.code for slip in slips] == [f"B{n:03d}" for n in range(1, len(slips) + 1)]
    for _, held in groupby(slips, lambda slip: slip.channel):
        *full, last = (slip.count for slip in held)
        assert set(full) == {50}
        assert 1 <= last <= 50
    assert [len(batch.forms) for batch in round_2005] == [slip.count for slip in slips]


def test_every_form_can_be_keyed_and_is_numbered_from_one(round_2005):
    for batch in round_2005:
        assert [form.number for form in batch.forms] == list(range(1, batch.slip.count + 1))
        for form in batch.forms:
            assert form.batch == batch.slip.code
            check_form(PLAN, form)


def test_bundles_of_the_mutual_channel_name_their_agency(round_2005):
    agencies = {agency.code for agency in PLAN.agencies}
    for batch in round_2005:
        assert (batch.slip.origin in agencies) == (batch.slip.channel == "C1")


def test_most_void_forms_are_empty_and_some_repeat_the_form_before(round_2005):
    filled = empty = 0
    for batch in round_2005:
        valid = {form.marks for form in batch.forms if not form.void}
        void = [form.marks for form in batch.forms if form.void]
        empty += void.count("")
        filled += sum(marks in valid for marks in void if marks)
    assert filled + empty == 602
    assert 60 < filled < 180


def test_no_two_agencies_tie_by_accident_and_quality_decides(round_2005):
    forms = [form.marks for _, form in forms_of(round_2005) if not form.void]
    results = tallied(PLAN, forms)
    assert [result.rank for result in results] == list(range(1, 121))
    scores = [result.score for result in results if result.score is not None]
    assert scores[0] - scores[-1] > 5


def test_newspaper_readers_are_harsher_than_colleagues(round_2005):
    share = {}
    for channel in ("C1", "C5"):
        held = "".join(form.marks for slip, form in forms_of(round_2005) if slip.channel == channel)
        share[channel] = held.count("1") / (len(held) - held.count("0"))
    assert share["C1"] - share["C5"] > 0.1


@pytest.mark.parametrize("forms", [20, 21, 57, 200, 1000, 11435, 30000])
def test_any_number_of_forms_splits_in_proportion(forms):
    counts = Counter(
        (s.channel, f.void) for s, f in forms_of(sample_batches(PLAN, forms=forms, seed=1))
    )
    assert sum(counts.values()) == forms
    for channel, valid in VALID.items():
        assert abs(counts[channel, ""] - forms * valid / 11436) < 1


@pytest.mark.parametrize("forms", [-1, 0, 19])
def test_too_small_a_sample_is_refused_at_once(forms):
    with pytest.raises(TooFewSampleFormsError):
        sample_batches(PLAN, forms=forms, seed=1)


def test_equal_arguments_give_equal_forms():
    first, again, other = (digest(sample_batches(PLAN, forms=60, seed=s)) for s in (1, 1, 2))
    assert first == again != other


def test_the_forms_are_the_same_on_every_platform_and_python():
    assert digest(sample_batches(PLAN, forms=200, seed=1)) == (
        "aa2af74cf86cb9bef8125073ef12f36e75504483dfea2e21b35b19d3d852f998"
    )


@pytest.mark.parametrize("count", [2, 3, 6])
def test_other_plans_get_forms_of_their_own(count):
    values = grade_values(*(str(100 - 10 * grade) for grade in range(count)))
    plan = small_plan(5, 3, grades=values)
    batches = list(sample_batches(plan, forms=200, seed=1))
    assert {batch.slip.channel for batch in batches} == {"C1", "C2"}
    marks = "".join(form.marks for _, form in forms_of(batches))
    assert set(marks) == {"0", *(grade.code for grade in plan.grades)}
    assert all(len(form.marks) in (0, plan.cells) for _, form in forms_of(batches))


@pytest.mark.parametrize("agencies", [1, 2, 120, 999])
def test_no_two_agencies_share_their_quality(agencies):
    qualities = agency_qualities(Random(5), agencies)
    assert len(set(qualities)) == agencies == len(qualities)
    assert 0.6 <= min(qualities) <= max(qualities) <= 1.7 + 1e-9
    assert agencies < 99 or qualities not in (sorted(qualities), sorted(qualities)[::-1])


@SCENARIOS
def test_grades_come_in_the_shares_of_the_scenario(samples, scenario):
    counts = Counter("".join(samples[scenario]))
    votes = sum(counts[grade] for grade in "123")
    found = [counts[grade] / votes for grade in "123"]
    assert found == pytest.approx(scenario.p, abs=0.02)


@SCENARIOS
def test_forms_of_one_grade_come_in_their_share(samples, scenario):
    straight = sum(len(set(marks)) == 1 for marks in samples[scenario])
    assert straight / 3000 == pytest.approx(scenario.sl, abs=0.03)


@SCENARIOS
def test_blank_rows_and_cells_come_in_their_share(samples, scenario):
    rows = scenario.bl_start / (scenario.bl_start + 1 - scenario.bl_cont)
    expected = (1 - scenario.sl) * (rows + (1 - rows) * scenario.bl_cell)
    blank = Counter("".join(samples[scenario]))["0"] / (3000 * 600)
    assert blank == pytest.approx(expected, rel=0.04)


@pytest.mark.parametrize(("scenario", "expected"), [(S1, 299), (S2, 193), (S3, 150)])
def test_forms_take_as_many_presses_as_were_measured(samples, scenario, expected):
    """The last row of the table in KEYING.md: another chain would miss it."""
    mean = sum(map(presses, samples[scenario])) / 3000
    assert mean == pytest.approx(expected, rel=0.02)


@SCENARIOS
def test_rows_follow_one_another(samples, scenario):
    """Straight rows beside straight rows: alike by keeping, or by drawing the same again."""
    same = pairs = 0
    for marks in samples[scenario][:1000]:
        if len(set(marks)) > 1:
            rows = [marks[at : at + 5] for at in range(0, 600, 5)]
            straight = [row[0] if len(set(row)) == 1 and row != "00000" else "" for row in rows]
            beside = [(a, b) for a, b in pairwise(straight) if a and b]
            pairs, same = pairs + len(beside), same + sum(a == b for a, b in beside)
    drawn = sum(share**2 for share in scenario.p)
    assert same / pairs > scenario.rho + (1 - scenario.rho) * drawn - 0.03
