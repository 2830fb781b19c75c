"""T2: whatever is merged, in any order, repeated, grouped: the same state, the same results hash.

1,000 histories as a rule, 10,000 with PINGYI_TRUST=full; they are merged in memory, and a few of
them through real packages and files.
"""

import itertools
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from desktop.actions.counting import count_survey
from desktop.store import kinds, station_queries
from desktop.store import merging as store
from desktop.store.checking import problems_of
from desktop.store.keys import StationKey
from desktop.store.package_manifest import StationChain
from desktop.store.packages import write_package
from desktop.store.records import Header, Record, write_record
from desktop.store.survey_file import SurveyFile
from tests.plans import small_plan
from tests.stations import Centre, Machine, tables

FULL = os.environ.get("PINGYI_TRUST") == "full"
PLAN = small_plan(agencies=1, dimensions=1, second_keying={"percent": 0})
KEYS = [StationKey.from_hex(f"{0x41 + at:02x}" * 32) for at in range(6)]
STAMPS = (
    "2006-05-08T00:00:00Z",
    "2003-01-01T00:00:00Z",
    "1970-01-01T00:00:00Z",
    "9999-12-31T00:00:00Z",
)
BATCHES = ("B001", "B002")


@dataclass
class Pen:
    """One end of a station's chain; a copy of it is a cloned folder or a backup."""

    key: StationKey
    survey: str
    incarnation: int = 1
    records: tuple[Record, ...] = ()
    """Its own, of every incarnation that its file holds."""

    @property
    def seq(self) -> int:
        return sum(held.header.incarnation == self.incarnation for held in self.records)

    @property
    def head(self) -> str:
        return self.records[-1].id if self.seq else ""

    def write(self, kind: str, data: dict[str, Any], at: str, **options: Any) -> Record:
        parents = options.pop("parents", ())
        seq, prev = self.seq + 1, self.head
        station = self.key.station
        header = Header(
            self.survey, "official", station, self.incarnation, seq, prev, at, **options
        )
        made = write_record(self.key, header, kind, data, parents)
        self.records += (made,)
        return made


@dataclass(frozen=True)
class Package:
    """A station's chain as it was handed over; what `open_source` gives of it."""

    pen: Pen
    path: Path = Path("x.pyp")
    sha256: str = "00" * 32
    mode: str = "official"

    @property
    def survey(self) -> str:
        return self.pen.survey

    @property
    def runs(self) -> tuple[dict[str, Any], ...]:
        chain = StationChain(self.pen.survey, "official", self.pen.key.station)
        for record in self.pen.records:
            chain.add(record)
        station = {"station": chain.station}
        return tuple(
            station | {"incarnation": run.incarnation, "last": run.last, "head": run.head}
            for run in chain.runs
        )

    def records(self) -> Iterator[Record]:
        return iter(self.pen.records)

    def close(self) -> None:
        pass


@dataclass
class World:
    """Stations at work: what each act of a history does to them."""

    survey: str
    pens: list[Pen] = field(default_factory=list)
    backups: dict[int, Pen] = field(default_factory=dict)
    packages: list[Package] = field(default_factory=list)
    operators: set[str] = field(default_factory=set)

    def join(self, at: int) -> None:
        pen = Pen(KEYS[at], self.survey)
        pen.write(kinds.JOINED, {"name": f"S{at}"}, STAMPS[0])
        self.pens.append(pen)

    def key(self, at: int, act: tuple[Any, ...]) -> None:
        batch, number, keying, void, mark, operator, stamp, mode = act
        pen = self.pens[at % len(self.pens)]
        data = {
            "batch": batch, "number": number, "pass": keying, "void": void, "marks": mark,
            "filled": "", "against": [],
        }  # fmt: skip
        parents = self._parents(pen, data) if mode != "anew" else ()
        if mode == "against":
            data["against"] = self._known(pen, {**data, "pass": 2})
        pen.write(kinds.FORM, data, stamp, operator=operator, parents=parents)

    def doubt(self, at: int, act: tuple[Any, ...]) -> None:
        data = {"batch": act[0], "number": act[1], "note": "?"}
        self.pens[at % len(self.pens)].write(kinds.DOUBTED, data, act[6])

    def clone(self, at: int, _: object) -> None:
        self.pens.append(replace(self.pens[at % len(self.pens)]))

    def back_up(self, at: int, _: object) -> None:
        at %= len(self.pens)
        self.backups[at] = replace(self.pens[at])

    def restore(self, at: int, act: tuple[Any, ...]) -> None:
        """The backup comes back: a new incarnation, which says what its station signed before."""
        at %= len(self.pens)
        old, lost = self.backups.get(at), self.pens[at]
        if old and old.records != lost.records and old.incarnation == lost.incarnation:
            after = {"incarnation": lost.incarnation, "seq": lost.seq, "head": lost.head}
            mine = (pen.incarnation for pen in self.pens if pen.key is lost.key)
            pen = replace(old, incarnation=max(mine) + 1)
            pen.write(kinds.RESTARTED, {"reason": "?", "after": after}, act[6])
            if act[3] == "":  # else what is lost stays lost
                self.packages.append(Package(lost))
            self.pens[at] = pen

    def pack(self, at: int, _: object) -> None:
        self.packages.append(Package(replace(self.pens[at % len(self.pens)])))

    def _known(self, pen: Pen, data: dict[str, Any]) -> list[str]:
        """Records of this form and pass that the station holds and no own record replaced."""
        same = ("batch", "number", "pass")
        mine = [held for held in pen.records if held.kind == kinds.FORM]
        replaced = {parent for held in mine for parent in held.parents}
        return [
            held.id
            for held in mine
            if held.id not in replaced and all(held.data[name] == data[name] for name in same)
        ]

    def _parents(self, pen: Pen, data: dict[str, Any]) -> list[Any]:
        return self._known(pen, data)


numbers = st.integers(0, 7)
acts = st.tuples(
    st.sampled_from(["key"] * 7 + ["doubt", "clone", "pack"] + ["back_up", "restore"] * 3),
    numbers,
    st.tuples(
        st.sampled_from(BATCHES),
        st.integers(1, 3),
        st.sampled_from([1, 1, 1, 2]),
        st.sampled_from(["", "", "V1"]),
        st.sampled_from("12"),
        st.sampled_from(["", "", "C01", "C02"]),
        st.sampled_from(STAMPS),
        st.sampled_from(["anew", "corrects", "corrects", "against"]),
    ),
)
histories = st.tuples(st.integers(2, 6), st.lists(acts, min_size=4, max_size=18))
orders = st.randoms(use_true_random=False)


class Supervisors:
    """A supervisor's file in memory as it stood before the first merge, as often as wanted."""

    def __init__(self, root: Path) -> None:
        centre = Centre(root, 0, plan=PLAN, batches=dict.fromkeys(BATCHES, 3))
        self.home, self.clock = centre.supervisor.home, centre.supervisor.clock
        with centre.opened() as survey:
            for at, key in enumerate(KEYS):
                with survey.transaction():
                    fields = {"station": key.station, "name": f"S{at}"}
                    survey.append(kinds.ADMITTED, fields)
            self.survey, self.tip, self.key = survey.id, survey.tip, survey.key
            self._content = survey.db.conn.serialize()

    @contextmanager
    def fresh(self) -> Iterator[SurveyFile]:
        db = Database(memory=True)
        db.conn.deserialize(self._content)
        survey = SurveyFile(Path("a.pingyi"), db, self.home, lambda: next(self.clock))
        survey.hold(self.key, self.tip)
        with survey:
            yield survey


@pytest.fixture(scope="module")
def supervisors(tmp_path_factory):
    return Supervisors(tmp_path_factory.mktemp("t02") / "centre")


def played(survey: str, history: tuple[int, list[Any]]) -> list[Package]:
    """Everything that the stations handed over in the end, and some of what they did before."""
    count, wanted = history
    world = World(survey)
    for at in range(count):
        world.join(at)
    for name, at, act in wanted:
        getattr(world, name)(at, act)
    return world.packages + [Package(pen) for pen in world.pens]


def register(survey: SurveyFile, code: str, role: str) -> None:
    with survey.transaction():
        fields = {"operator": code, "name": code, "roles": [role], "salt": "00", "pin": "00"}
        survey.append(kinds.OPERATOR, fields)


def merge(survey: SurveyFile, packages: list[Package]) -> None:
    waiting = iter(packages)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(store, "open_source", lambda path, key, verifying: next(waiting))
        report = store.merge(survey, [held.path for held in packages])
    assert [held.refused for held in report.sources] == [None] * len(packages)


def state(survey: SurveyFile) -> tuple[Any, ...]:
    """All that records mean, but for the ids of the supervisor's own later records."""
    found = tables(survey, "import", "operator")
    with survey.transaction():
        survey.projection.rebuild(survey.records())
    assert tables(survey, "import", "operator") == found
    people = survey.db.execute("SELECT operator, roles FROM operator ORDER BY 1").fetchall()
    gaps, forks = station_queries.gaps(survey), station_queries.forks(survey)
    return found, people, gaps, forks, count_survey(survey).hash


def once(survey: SurveyFile, packages: list[Package]) -> tuple[Any, ...]:
    """The straight way: people first, then every package by itself in the order it was made."""
    register(survey, "C01", "clerk")
    register(survey, "C02", "supervisor")
    for package in packages:
        merge(survey, [package])
    return state(survey)


def shuffled(survey: SurveyFile, packages: list[Package], random: Any) -> tuple[Any, ...]:
    """Any order, repeats, groups; people are registered somewhere on the way."""
    sources = packages + random.choices(packages, k=3)
    random.shuffle(sources)
    steps: list[Any] = [("C01", "clerk"), ("C02", "supervisor")]
    while sources:
        size = random.randint(1, min(4, len(sources)))
        steps.append([sources.pop() for _ in range(size)])
    random.shuffle(steps)
    for step in steps:
        if isinstance(step, tuple):
            register(survey, *step)
        else:
            merge(survey, step)
    return state(survey)


@settings(
    max_examples=10_000 if FULL else 1_000,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(history=histories, random=orders)
def test_t02_any_order_repeated_and_grouped_is_one_state(supervisors, history, random):
    packages = played(supervisors.survey, history)
    with supervisors.fresh() as straight, supervisors.fresh() as mixed:
        assert shuffled(mixed, packages, random) == once(straight, packages)


@settings(max_examples=100 if FULL else 10, suppress_health_check=list(HealthCheck))
@given(history=histories, random=orders)
def test_t02_through_real_packages_and_files_too(tmp_path_factory, history, random):
    root = tmp_path_factory.mktemp("t02")
    made = Supervisors(root / "centre")
    packages = played(made.survey, history)
    paths = []
    for at, package in enumerate(packages):
        path = root / f"{at}.pyp"
        write_package(path, package.pen.key, made.survey, "official", package.records)
        paths.append(path)
    file = Machine(root / "centre" / "supervisor")
    other = file.copied(root / "other")
    with file.open() as survey:
        for path in paths:
            store.merge(survey, [path])
        expected = state(survey)
    random.shuffle(paths)
    with other.open() as survey:
        for group in itertools.batched(paths, 3) if hasattr(itertools, "batched") else [paths]:
            store.merge(survey, list(group))
        store.merge(survey, [file.path])
        assert state(survey) == expected


def test_t02_the_histories_hold_what_they_promise(supervisors):
    """Clones, restored backups, conflicts, second keyings and voids do occur, and often."""
    seen = dict.fromkeys(("forks", "gaps", "conflicts", "void", "second", "ignored", "restarts"), 0)

    @settings(max_examples=200, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(history=histories)
    def look(history):
        packages = played(supervisors.survey, history)
        with supervisors.fresh() as survey:
            found, _, gaps, forks, _ = once(survey, packages)
            assert problems_of(survey.db, None) == []
        rows = found["form"]
        seen["forks"] += bool(forks)
        seen["gaps"] += bool(gaps)
        seen["restarts"] += bool(found["restart"])
        seen["conflicts"] += any(row[3] == "unsettled" for row in rows)
        seen["void"] += any(row[3] == "void" for row in rows)
        seen["second"] += any(row[3] == 2 for row in found["head"])
        seen["ignored"] += bool(found["ignored"])

    look()
    print(seen)
    assert min(seen.values()) >= 2
