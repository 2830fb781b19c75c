"""Incremental projections equal rebuilt ones, and the order of records does not matter."""

from contextlib import closing

from hypothesis import given
from hypothesis import strategies as st
from sqlite_utils import Database

from desktop.store.keys import StationKey
from desktop.store.log import insert_record, stored_records
from desktop.store.projection import Projection
from desktop.store.records import Header, Record, write_record
from desktop.store.schema import PROJECTIONS, migrations
from desktop.tally.plan_reading import plan_to_json
from tests.plans import small_plan

KEY = StationKey.from_hex("44" * 32)
PLAN = small_plan(agencies=1, dimensions=1)


def write(seq, kind, data, parents=()):
    header = Header("" if seq == 1 else "aa" * 32, "drill", KEY.station, 1, seq, "", "")
    return write_record(KEY, header, kind, data, parents)


FOUNDING = write(1, "survey.founded", {"name": "主管", "plan": plan_to_json(PLAN)})

keyings = st.lists(
    st.tuples(
        st.sampled_from(["B001", "B002"]),
        st.integers(1, 3),
        st.sampled_from(["", "V1"]),
        st.sampled_from("123"),
        st.lists(st.integers(0, 20), max_size=2),
    ),
    max_size=12,
)


def log(keyed):
    """Records that may name any earlier record as parent."""
    records: list[Record] = []
    for batch, number, void, marks, parents in keyed:
        data = {
            "batch": batch,
            "number": number,
            "pass": 1,
            "void": void,
            "marks": marks,
            "filled": "",
            "against": [],
        }
        named = {records[at % len(records)].id for at in parents} if records else set()
        records.append(write(len(records) + 2, "form.keyed", data, sorted(named)))
    return records


def state(db):
    found = {}
    for table in PROJECTIONS:
        columns = [name for name in db[table].columns_dict if name != "row"]
        rows = db.execute(f"SELECT {', '.join(columns)} FROM {table}").fetchall()
        found[table] = sorted(rows, key=repr)
    return found


def projected(records, *, rebuild=False):
    with closing(Database(memory=True)) as db:
        migrations.apply(db)
        projection = Projection(db)
        for record in records:
            insert_record(db, record)
            if not rebuild:
                projection.append(record, lambda: stored_records(db))
        if rebuild:
            projection.rebuild(stored_records(db))
        return state(db)


@given(keyings, st.randoms(use_true_random=False))
def test_any_order_and_a_rebuild_give_the_same_tables(keyed, random):
    records = log(keyed)
    expected = projected([FOUNDING, *records])
    assert projected([FOUNDING, *records], rebuild=True) == expected
    shuffled = list(records)
    random.shuffle(shuffled)
    assert projected([FOUNDING, *shuffled]) == expected


def form(number, marks, parents=(), seq=2, void=""):
    data = {
        "batch": "B001",
        "number": number,
        "pass": 1,
        "void": void,
        "marks": marks,
        "filled": "",
        "against": [],
    }
    return write(seq, "form.keyed", data, [parent.id for parent in parents])


def forms(*records):
    return {row[1]: row[3:5] for row in projected([FOUNDING, *records])["form"]}


def counting(*records):
    return [row[9:] for row in projected([FOUNDING, *records])["head"] if row[4] == 1]


def test_equal_keyings_count_once_and_differing_ones_not_at_all():
    first, same, other = form(1, "1"), form(1, "1", seq=3), form(1, "2", seq=4)
    assert forms(first, same) == {1: ("valid", "")}
    assert len(counting(first, same)) == 1
    assert forms(first, other) == {1: ("unsettled", "")}
    assert counting(first, other) == []


def test_a_correction_counts_wherever_it_arrives():
    first = form(1, "1")
    correction = form(1, "3", [first], seq=3)
    assert counting(first, correction) == counting(correction, first) == [("", "3")]


def test_a_form_whose_only_keying_moved_to_another_number_is_gone():
    wrong = form(1, "1")
    moved = form(2, "1", [wrong], seq=3)
    assert forms(wrong, moved) == forms(moved, wrong) == {2: ("valid", "")}


def test_a_void_form_is_kept_with_its_reason_and_not_counted():
    assert forms(form(1, "1", void="V1")) == {1: ("void", "V1")}
    assert counting(form(1, "1", void="V1")) == []


def test_an_operator_s_later_registration_stands_wherever_it_arrives():
    first = {"operator": "C01", "name": "甲", "roles": ["clerk"], "salt": "00", "pin": "11"}
    old = write(2, "operator.registered", first)
    new = write(3, "operator.registered", first | {"name": "乙"}, [old.id])
    expected = projected([FOUNDING, old, new])["operator"]
    assert [row[2] for row in expected] == ["乙"]
    assert projected([FOUNDING, new, old])["operator"] == expected


def test_a_keying_replaces_keyings_alone():
    """A clerk's record undoes neither a ruling nor anything of the supervisor's."""
    keyed = form(1, "1")
    outcome = {"batch": "B001", "number": 1, "void": "", "marks": "2"}
    data = {"batch": "B001", "number": 1, "outcomes": [outcome], "reason": "r", "second": "s"}
    ruled = write(3, "form.ruled", data, [keyed.id])
    slip = {"code": "B001", "channel": "C1", "count": 1, "origin": None}
    batch = write(4, "batch.registered", slip)
    late = form(1, "3", [ruled, batch], seq=5)
    for records in ((keyed, ruled, batch, late), (late, batch, ruled, keyed)):
        found = projected([FOUNDING, *records])
        assert [row[2:5] for row in found["form"]] == [("conflict", "unsettled", "")]
        assert len(found["batch"]) == 1


def test_a_keying_under_a_number_ruled_empty_is_a_conflict():
    keyed = form(1, "1")
    data = {"batch": "B001", "number": 1, "outcomes": [], "reason": "r", "second": "s"}
    ruled = write(3, "form.ruled", data, [keyed.id])
    assert forms(keyed, ruled) == forms(ruled, keyed) == {}
    assert forms(keyed, ruled, form(1, "1", seq=4)) == {1: ("unsettled", "")}
