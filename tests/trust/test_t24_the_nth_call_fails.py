"""T24: the n-th call to the system fails while a package is merged: all of it is in, or nothing.

Every n with PINGYI_TRUST=full, some of them otherwise. Where `strace` is, it makes the calls fail;
a limit on the size of files does so everywhere but on Windows.
"""

import os
import shutil
import subprocess
import sys

import pytest

from desktop.actions.keying import key_form
from desktop.actions.merging import merge
from desktop.store.keys import Home
from desktop.store.survey_file import open_survey
from desktop.tally.errors import PingyiError
from desktop.tally.form import Form
from tests.children import said, started
from tests.stations import Centre, record_count, sheet

FULL = os.environ.get("PINGYI_TRUST") == "full"
CALLS = ("pwrite64", "fsync,fdatasync", "unlink", "ftruncate")

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows knows neither way to fail")

MERGE = """
import sys
from pathlib import Path
from desktop.actions.keying import key_form
from desktop.actions.merging import merge
from desktop.store.keys import Home
from desktop.store.survey_file import open_survey
from desktop.tally.errors import PingyiError
from desktop.tally.form import Form
path, home, *sources = map(Path, sys.argv[1:])
try:
    with open_survey(path, home=Home(home), write=True) as survey:
        for turn in range(2):
            try:
                print("done", merge(survey, sources).sources[0].refused, flush=True)
                key_form(survey, Form("B001", 90 + turn, "111111"))
                print("keyed", 90 + turn, flush=True)
            except PingyiError as error:
                print("refused", error, flush=True)
except (PingyiError, OSError) as error:
    print("refused", error, flush=True)
"""


@pytest.fixture(scope="module")
def waiting(tmp_path_factory):
    """A supervisor, and a package of 21 records."""
    centre = Centre(tmp_path_factory.mktemp("t24") / "centre", 1, batches={"B001": 130})
    centre.stations[0].key(*range(1, 21))
    return centre, centre.stations[0].pack()


def whole_or_nothing(machine, before):
    """Whether the merge is in; the file verifies, and works on."""
    with machine.open() as survey:
        count = record_count(survey)
        ((forms,),) = survey.db.execute("SELECT count(*) FROM form WHERE number < 90").fetchall()
        rows = survey.db.execute(
            "SELECT count(*), count(DISTINCT seq), max(seq) FROM record WHERE station = ?",
            (survey.founder,),
        ).fetchone()
        assert rows[0] == rows[1] == rows[2], "the chain has neither fork nor gap"
        assert (forms == 20) is (count > before + 20)
        assert forms in {0, 20}
        key_form(survey, Form("B001", 80, sheet(80)))
    assert machine.verify() == []
    return forms == 20


def limited(say, path, home, source, limit):
    """Merge where no file may grow beyond so many bytes."""
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    try:
        with open_survey(path, home=Home(home), write=True) as survey:
            report = merge(survey, [source])
            say(str(report.sources[0].refused))
    except (PingyiError, OSError) as error:
        say(f"refused {error}")


def sizes():
    step = 2048 if FULL else 24 * 1024
    return range(0, 560 * 1024, step)


def test_t24_no_file_grows_beyond_a_limit(waiting, tmp_path):
    centre, package = waiting
    with centre.opened() as survey:
        before = record_count(survey)
    found = {True: 0, False: 0}
    for limit in sizes():
        machine = centre.supervisor.copied(tmp_path / str(limit))
        process, pipe = started(limited, machine.path, machine.home.root, package, limit)
        (told,) = said(pipe)
        process.join()
        process.close()
        merged = whole_or_nothing(machine, before)
        assert merged is (told == "None"), (limit, told)
        if not merged:
            assert str(machine.folder) in told or str(package) in told, told
        found[merged] += 1
        shutil.rmtree(machine.folder)
    assert found[False] > 3
    assert found[True] > 1


def traced(machine, source, *options):
    """What the merging program says under strace, and the calls that it made."""
    log = machine.folder / "calls"
    command = ["strace", "-f", "-qq", "-o", str(log), *options, sys.executable, "-c", MERGE]
    arguments = [str(machine.path), str(machine.home.root), str(source)]
    environment = os.environ | {"PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [*command, *arguments], capture_output=True, text=True, check=False, env=environment
    )
    assert not done.stderr, done.stderr
    return done.stdout.splitlines(), log.read_text().splitlines()


@pytest.fixture
def strace():
    probe = ["strace", "-f", "-qq", "-o", os.devnull, "true"]
    if not shutil.which("strace") or subprocess.run(probe, check=False).returncode:
        pytest.skip("there is no strace here, or it may trace nothing")


@pytest.mark.parametrize("calls", CALLS)
@pytest.mark.parametrize("error", ["EIO", "ENOSPC"])
def test_t24_the_nth_call_fails(waiting, tmp_path, strace, calls, error):
    centre, package = waiting
    with centre.opened() as survey:
        before = record_count(survey)
    machine = centre.supervisor.copied(tmp_path / "sound")
    told, log = traced(machine, package, "-e", f"trace={calls}")
    assert told[0] == "done None"
    assert told[-1] == "keyed 91"
    count = len([line for line in log if line.partition(" ")[2].split("(")[0] in calls])
    step = 1 if FULL else max(1, count // 7)
    for nth in range(1, count + 1, step):
        machine = centre.supervisor.copied(tmp_path / str(nth))
        inject = f"inject={calls}:error={error}:when={nth}"
        told, _ = traced(machine, package, "-e", f"trace={calls}", "-e", inject)
        merged = whole_or_nothing(machine, before)
        assert told, nth
        if any(line.startswith("done None") for line in told):
            assert merged, (nth, told)
        for line in told:
            if line.startswith("keyed"):
                assert held(machine, int(line.split()[1])), (nth, told)
        shutil.rmtree(machine.folder)


def held(machine, number):
    with machine.open(write=False) as survey:
        query = "SELECT 1 FROM form WHERE number = ?"
        return survey.db.execute(query, (number,)).fetchone() is not None
