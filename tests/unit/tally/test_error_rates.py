from dataclasses import replace
from decimal import Decimal, localcontext
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.tally.error_rates import (
    Comparison,
    ErrorRate,
    clopper_pearson,
    error_rates,
    percent_text,
    rate_of,
    rate_text,
)

PUBLISHED = {
    # Newcombe 1998, Statistics in Medicine 17:857, method 5, to four decimals
    (81, 263): (0.2527, 0.3676),
    (0, 20): (0.0, 0.1684),
    (1, 29): (0.0009, 0.1776),
}
REFERENCE = {
    # summed as exact Fractions, or as Decimals of 60 digits with Newton's steps
    (1, 10): (0.002528578544461785, 0.445016117028195420),
    (3, 17): (0.037985068070625960, 0.434317872844284000),
    (9, 10): (0.554983882971804600, 0.997471421455538200),
    (5, 10): (0.187086028447398520, 0.812913971552601500),
    (7, 40): (0.073382729352085170, 0.327790133361585900),
    (15, 148): (0.057844010083448559, 0.161650490349479008),
    (81, 263): (0.252736745585271163, 0.367621922601351365),
    (6, 2041): (0.001079571500435904, 0.006387506008074230),
    (17, 25662): (0.000385952115077944, 0.001060448423473720),
    (100, 686160): (0.000118580268343992, 0.000177254396922765),
    (1, 10**6): (0.000000025317807664, 0.000005571630655172),
    (1234, 6861600): (0.000169946864192438, 0.000190161716881746),
    (3, 10**7): (0.000000061867216563, 0.000000876727054158),
    (30000, 10**7): (0.002966197338387694, 0.003034090918363567),
}


@pytest.mark.parametrize(("found", "interval"), PUBLISHED.items())
def test_published_intervals(found, interval):
    assert tuple(round(end, 4) for end in clopper_pearson(*found)) == interval


@pytest.mark.parametrize(("found", "interval"), REFERENCE.items())
def test_intervals_computed_by_other_means(found, interval):
    assert clopper_pearson(*found) == pytest.approx(interval, rel=1e-8, abs=0)


def test_half_of_ten_million():
    """The probability of so few under `high`, summed to 40 digits, is 0.025 + 3e-10."""
    low, high = clopper_pearson(5 * 10**6, 10**7)
    assert high == pytest.approx(0.5003099474778359 + 8e-13, abs=1e-12)
    assert low == pytest.approx(1 - high, abs=1e-12)


@pytest.mark.parametrize("trials", [1, 20, 10**7])
def test_no_error_and_nothing_but_errors_have_exact_ends(trials):
    none, every = clopper_pearson(0, trials), clopper_pearson(trials, trials)
    assert (none[0], every[1]) == (0.0, 1.0)
    assert none[1] == pytest.approx(1 - 0.025 ** (1 / trials), abs=1e-15)
    assert every[0] == pytest.approx(0.025 ** (1 / trials), abs=1e-15)


def test_nothing_tried_says_nothing():
    assert clopper_pearson(0, 0) == (0.0, 1.0)
    assert rate_text(rate_of(0, 0)) == "—"


@pytest.mark.parametrize(("errors", "trials"), [(-1, 5), (6, 5), (1, 0)])
def test_more_errors_than_trials_cannot_be(errors, trials):
    with pytest.raises(AssertionError):
        clopper_pearson(errors, trials)


def at_most(errors, trials, share):
    """The probability of so many errors or fewer, to 40 digits."""
    with localcontext(prec=40, Emin=-(10**9)):
        share = Decimal(share)
        term = total = (1 - share) ** trials
        for count in range(errors):
            term *= (trials - count) * share / ((count + 1) * (1 - share))
            total += term
        return total


@settings(max_examples=60)
@given(st.data(), st.sampled_from(["0.95", "0.99", "0.5"]))
def test_each_end_leaves_half_of_the_rest_outside(data, confidence):
    trials = data.draw(st.sampled_from([3, 30, 1000, 10**5, 10**7]))
    errors = data.draw(st.integers(1, min(trials - 1, 400)))
    low, high = clopper_pearson(errors, trials, Fraction(confidence))
    half = (1 - float(confidence)) / 2
    assert float(1 - at_most(errors - 1, trials, low)) == pytest.approx(half, rel=1e-6)
    assert float(at_most(errors, trials, high)) == pytest.approx(half, rel=1e-6)


def test_scipy_says_the_same():
    stats = pytest.importorskip("scipy.stats")
    for errors, trials in REFERENCE:
        low = stats.beta.ppf(0.025, errors, trials - errors + 1)
        high = stats.beta.ppf(0.975, errors + 1, trials - errors)
        assert clopper_pearson(errors, trials) == pytest.approx((low, high), abs=1e-9)


@pytest.mark.parametrize(
    ("rate", "decimals", "text"),
    [
        (rate_of(6, 2041), 2, "2.94 ‰ (1.08–6.39)"),
        (rate_of(6, 2041), 0, "3 ‰ (1–6)"),
        (rate_of(0, 25662), 2, "0.00 ‰ (0.00–0.14)"),
        (ErrorRate(1, 8000, 0.0, 1.0), 2, "0.13 ‰ (0.00–1000.00)"),
    ],
)
def test_a_rate_as_text_is_rounded_half_up(rate, decimals, text):
    assert rate_text(rate, decimals) == text


RIGHT = ("", "123123")
SAME = Comparison("B1", "wang", "li", RIGHT, RIGHT, RIGHT)


def ratio(rate):
    return rate.errors, rate.trials


def wrong(marks, **other):
    return replace(SAME, first=("", marks), **other)


def test_errors_are_those_of_the_first_keying_against_what_was_settled():
    rates = error_rates([SAME, wrong("123111"), replace(SAME, second=("", "111111"))])
    assert ratio(rates.overall.cells) == (2, 18)
    assert ratio(rates.overall.forms) == (1, 3)
    assert rates.overall.pending == 0


def test_what_is_not_settled_is_pending_and_no_error():
    rates = error_rates([SAME, wrong("111111", settled=None)])
    assert ratio(rates.overall.cells) == (0, 6)
    assert ratio(rates.overall.forms) == (0, 1)
    assert rates.overall.pending == 1


def test_groups_are_told_apart_and_in_order():
    others = [wrong("223123", batch="A9", first_operator="sun"), replace(SAME, settled=None)]
    rates = error_rates([SAME, *others])
    assert list(rates.by_batch) == ["A9", "B1"]
    assert list(rates.by_operator) == ["sun", "wang"]
    assert ratio(rates.by_operator["sun"].cells) == (1, 6)
    assert ratio(rates.by_batch["B1"].forms) == (0, 1)
    assert (rates.by_batch["A9"].pending, rates.by_operator["wang"].pending) == (0, 1)


def test_filled_cells_are_told_from_single_ones_where_that_is_known():
    filled = frozenset({3, 4, 5})
    rates = error_rates([wrong("223111", filled=filled), wrong("333333")])
    assert ratio(rates.fills) == (2, 3)
    assert ratio(rates.single_keys) == (1, 3)


@pytest.mark.parametrize(
    ("first", "settled", "form"),
    [
        (("V1", ""), ("V1", "123123"), 0),
        (("V1", ""), ("V2", ""), 1),
        (RIGHT, ("V1", ""), 1),
        (("V1", ""), RIGHT, 1),
    ],
)
def test_a_void_form_is_right_or_wrong_as_a_whole(first, settled, form):
    one = replace(SAME, first=first, settled=settled, filled=frozenset({1}))
    rates = error_rates([one])
    assert ratio(rates.overall.forms) == (form, 1)
    assert ratio(rates.overall.cells) == ratio(rates.fills) == ratio(rates.single_keys) == (0, 0)


def test_nothing_compared():
    rates = error_rates([])
    assert ratio(rates.overall.forms) == (0, 0)
    assert rates.by_batch == rates.by_operator == {}


def test_rates_in_percent():
    assert percent_text(rate_of(255, 588)) == "43.4 % (39.3–47.5)"
    assert percent_text(rate_of(0, 1000), 2) == "0.00 % (0.00–0.37)"
    assert percent_text(rate_of(0, 0)) == "—"
