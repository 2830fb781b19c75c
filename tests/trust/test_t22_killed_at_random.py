"""T22: kill -9 at random moments: what was shown as saved is there, and a merge is whole or absent.

200 kills as a rule, 1,000 with PINGYI_TRUST=full: half while keying, half while merging.
"""

import os
import random
import shutil
import time

import pytest

from tests.children import key_on, merge_in, said, started
from tests.stations import Centre, record_count, sheet

KILLS = 500 if os.environ.get("PINGYI_TRUST") == "full" else 100
ROUND = 20
"""Kills of one file, before a new one is begun: the time to open it grows with its forms."""

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no kill -9")


def killed(work, *arguments, after):
    """What a process said before it was killed, so many seconds after it had opened the file."""
    process, pipe = started(work, *arguments)
    first = pipe.recv_bytes().decode()
    assert first == "open"
    time.sleep(after)
    process.kill()
    told = said(pipe)
    process.join()
    died = process.exitcode == -9
    process.close()
    return told, died


def held_forms(machine):
    """Numbers and marks in the file; opening it for writing has verified it."""
    with machine.open() as survey:
        return dict(survey.db.execute("SELECT number, marks FROM head").fetchall())


@pytest.mark.parametrize("seed", range(KILLS // ROUND))
def test_t22_killed_while_keying(tmp_path, seed):
    choice = random.Random(seed)
    centre = Centre(tmp_path, 1, batches={"B001": 9999})
    (station,) = centre.stations
    saved: set[int] = set()
    deaths = midway = 0
    for _ in range(ROUND):
        first = max(saved, default=0) + 1
        told, died = killed(
            key_on, station.path, station.home.root, first, 9999, after=choice.uniform(0, 0.08)
        )
        deaths += died
        midway += (station.path.with_name("a.pingyi-journal")).exists()
        shown = set(map(int, told))
        held = held_forms(station)
        assert saved | shown <= held.keys()
        assert len(held.keys() - saved - shown) <= 1  # saved, and killed before it was shown
        assert all(marks == sheet(number) for number, marks in held.items())
        saved = set(held)
    assert deaths == ROUND
    assert station.verify() == []
    centre.merge(station)
    assert len(centre.forms()) == len(saved)
    print(f"{ROUND} kills, {midway} in the middle of a step, {len(saved)} forms")


@pytest.fixture(scope="module")
def waiting(tmp_path_factory):
    """A supervisor with forms of his own, and two packages of 60 records to merge."""
    centre = Centre(tmp_path_factory.mktemp("t22") / "centre", 2, batches={"B001": 130})
    centre.supervisor.key(1, 2, 3)
    packages = []
    for station, numbers in zip(centre.stations, (range(4, 64), range(64, 124)), strict=True):
        station.key(*numbers)
        packages.append(station.pack())
    process, pipe = started(merge_in, *copied(centre, centre.root / "timed"), *packages)
    assert pipe.recv_bytes() == b"open"
    begun = time.perf_counter()
    assert len(said(pipe)) == 1
    process.join()
    return centre, packages, time.perf_counter() - begun


def copied(centre, folder):
    machine = centre.supervisor.copied(folder)
    return machine.path, machine.home.root


@pytest.mark.parametrize("seed", range(KILLS // ROUND))
def test_t22_killed_while_merging(waiting, tmp_path, seed):
    centre, packages, duration = waiting
    choice = random.Random(1000 + seed)
    with centre.opened() as survey:
        before = record_count(survey)
    whole = before + 61 * 2 + 1
    seen = {before: 0, whole: 0}
    for kill in range(ROUND):
        machine = centre.supervisor.copied(tmp_path / str(kill))
        after = choice.uniform(0.2, 1.4) * duration
        told, _ = killed(merge_in, machine.path, machine.home.root, *packages, after=after)
        with machine.open() as survey:
            count = record_count(survey)
            forms = survey.db.execute("SELECT count(*) FROM form").fetchone()
        assert count in seen
        assert forms == ((123,) if count == whole else (3,))
        if told:
            assert count == whole
        seen[count] += 1
        shutil.rmtree(machine.folder)
    print(f"{ROUND} kills: absent {seen[before]}, whole {seen[whole]}, in {duration:.2f} s")
