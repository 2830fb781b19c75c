"""T31: void forms are counted by reason; valid and void add up, and move together."""

from collections import Counter, defaultdict

import pytest

from desktop.actions.sample_forms import sample_batches
from desktop.tally.form import FormState, void_reason
from desktop.tally.reconciliation import FormStanding, Slip, reconcile, reconcile_batch
from desktop.tally.results import form_counts
from tests.plans import only, shipped_plan, small_plan

PLAN = shipped_plan("2005")


def standing(form):
    reason = void_reason(PLAN, form)
    return FormStanding(form.number, FormState.VOID if reason else FormState.VALID, reason)


def counted(batches):
    rows = [reconcile_batch(PLAN, slip, forms) for slip, forms in batches]
    return form_counts(PLAN, reconcile(PLAN, rows))


@pytest.fixture(scope="module")
def whole():
    """The 2005 round as standings by batch."""
    batches = sample_batches(PLAN, forms=11436, seed=31)
    return [(held.slip, [standing(form) for form in held.forms]) for held in batches]


def test_t31_valid_and_void_add_up_to_the_forms_returned(whole):
    counts = counted(whole)
    assert (counts.valid, counts.void["V1"], counts.keyed) == (10834, 602, 11436)
    assert sum(counts.void.values()) == 602


def test_t31_every_reason_has_its_own_count(whole):
    by_reason: defaultdict[str, int] = defaultdict(int)
    slip, _ = whole[0]
    forms = [FormStanding(n, FormState.VOID, f"V{1 + n % 8}") for n in range(1, 31)]
    for form in forms:
        by_reason[form.void] += 1
    counts = counted([(slip, forms), *whole[1:2]])
    rest = Counter(form.void for form in whole[1][1] if form.void)
    assert counts.void == {code: by_reason[code] + rest[code] for code in by_reason}


@pytest.mark.parametrize("at", [0, 100, 228])
def test_t31_switching_one_form_moves_valid_and_void_by_one(whole, at):
    before = counted(whole)
    slip, forms = whole[at]
    valid = next(n for n, form in enumerate(forms) if form.state is FormState.VALID)
    switched = list(forms)
    switched[valid] = FormStanding(forms[valid].number, FormState.VOID, "V6")
    after = counted([*whole[:at], (slip, switched), *whole[at + 1 :]])
    assert (after.valid, after.void["V6"]) == (before.valid - 1, before.void["V6"] + 1)
    assert after.keyed == before.keyed
    assert after.void["V1"] == before.void["V1"]


def test_t31_a_void_forms_marks_leave_the_count():
    plan, forms = small_plan(1, 1), ["1", "2", "3"]
    assert only(plan, forms).votes - only(plan, forms[:2]).votes == 1


def test_t31_a_batch_of_void_forms_alone_agrees_with_its_slip():
    forms = [FormStanding(n, FormState.VOID, "V1") for n in range(1, 6)]
    row = reconcile_batch(PLAN, Slip("B001", "C1", 5), forms)
    assert row.agrees
    assert (row.valid, row.keyed) == (0, 5)
