"""Batches from a receipt: codes that count on, sizes that add up, all on record or none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.actions.errors import BatchCountError, BatchExistsError, RoleMissingError
from desktop.actions.operators import register_operator
from desktop.actions.receipts import BundlesTooManyError, bundled, next_code, register_batches
from desktop.store import queries
from desktop.tally.errors import PingyiError
from desktop.tally.reconciliation import Slip
from tests.surveys import founded


@pytest.fixture
def survey(tmp_path):
    with founded(tmp_path / "a.pingyi") as made:
        yield made


def codes(survey):
    return [slip.code for slip in queries.slips(survey)]


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        ([], "B001"),
        (["零散"], "B001"),
        (["B001", "B230", "B029"], "B231"),
        (["B999"], "B1000"),
        (["B001", "B002", "X9000"], "B003"),
        (["b001", "B002"], "B003"),
        (["12"], "13"),
        (["A07"], "A08"),
    ],
)
def test_the_next_code_counts_on_in_the_usual_way(known, expected):
    assert next_code(known) == expected


@given(st.sets(st.from_regex(r"[A-C]{0,2}[0-9]{1,4}", fullmatch=True), max_size=30))
def test_the_next_code_is_free(known):
    assert next_code(known).casefold() not in {code.casefold() for code in known}


@given(forms=st.integers(1, 20_000), size=st.integers(3, 400), start=st.integers(0, 1_200))
def test_bundles_hold_every_form_once_under_codes_of_their_own(forms, size, start):
    slips = bundled(f"B{start:03d}", "C1", forms, size, "A1")
    assert sum(slip.count for slip in slips) == forms
    assert all(slip.count == size for slip in slips[:-1])
    assert 1 <= slips[-1].count <= size
    numbers = [int(slip.code[1:]) for slip in slips]
    assert numbers == list(range(start, start + len(slips)))
    assert {(slip.channel, slip.origin) for slip in slips} == {("C1", "A1")}


def test_a_code_without_a_number_gets_one():
    assert [slip.code for slip in bundled("East", "C1", 5, 2, None)] == ["East", "East2", "East3"]


@pytest.mark.parametrize(("forms", "size"), [(0, 50), (5, 0), (200_000, 100_000)])
def test_no_batch_is_empty_or_too_large(forms, size):
    with pytest.raises(BatchCountError):
        bundled("B001", "C1", forms, size, None)


def test_a_size_that_makes_batches_without_end_is_refused():
    with pytest.raises(BundlesTooManyError, match="9999"):
        bundled("B001", "C1", 999_999_999, 1, None)
    assert len(bundled("B001", "C1", 9_999, 1, None)) == 9_999


def test_they_go_on_record_together(survey):
    assert register_batches(survey, bundled("B001", "C1", 120, 50, "A2")) == [
        "B001",
        "B002",
        "B003",
    ]
    held = [(slip.code, slip.count, slip.origin) for slip in queries.slips(survey)]
    assert held == [("B001", 50, "A2"), ("B002", 50, "A2"), ("B003", 20, "A2")]


@pytest.mark.parametrize("last", ["B001", "b001", "B009"])
def test_a_code_that_is_taken_or_stands_twice_keeps_all_off(survey, last):
    register_batches(survey, [Slip("B009", "C1", 1)])
    with pytest.raises(BatchExistsError, match=last):
        register_batches(survey, [Slip("B001", "C1", 5), Slip(last, "C1", 5)])
    assert codes(survey) == ["B009"]


def test_a_mistake_in_the_last_keeps_all_off(survey):
    with pytest.raises(PingyiError):
        register_batches(survey, [Slip("B001", "C1", 5), Slip("B002", "C9", 5)])
    assert codes(survey) == []


def test_whoever_stops_it_leaves_nothing(survey):
    class Stopped(Exception):  # noqa: N818  as a cancelled job raises
        pass

    def stop(done, total):
        assert total == 3
        if done == 2:
            raise Stopped

    with pytest.raises(Stopped):
        register_batches(survey, bundled("B001", "C1", 6, 2, None), progress=stop)
    assert codes(survey) == []


def test_it_takes_the_role(survey):
    register_operator(survey, "C01", name="录入员", roles=["scrutineer"], pin="1234")
    with pytest.raises(RoleMissingError):
        register_batches(survey, [Slip("B001", "C1", 5)], operator="C01")
