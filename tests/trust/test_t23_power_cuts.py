"""T23: the power fails: what was flushed is there, of the rest any part may be lost.

`strace` records every write and flush of a keying program. A power cut is a prefix of them of
which blocks that were not flushed are lost at random, and names too that no flush of the folder
confirmed; the file must open to a state that was shown as saved, or to a later one.
"""

import os
import random
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.stations import Centre, Machine, sheet

FULL = os.environ.get("PINGYI_TRUST") == "full"
CUTS = 3000 if FULL else 150
FORMS = 8

KEY = """
import os
import sys
from pathlib import Path
from desktop.actions.keying import key_form
from desktop.store.keys import Home
from desktop.store.survey_file import open_survey
from desktop.tally.form import Form
from tests.stations import sheet
path, home = map(Path, sys.argv[1:])
with open_survey(path, home=Home(home), write=True) as survey:
    for number in range(4, 12):
        key_form(survey, Form("B001", number, sheet(number)))
        os.write(1, f"saved {number}\\n".encode())
"""
CALL = re.compile(r"^\d+ +(\w+)\((.*)\) += (-?\d+)")
TEXT = r'"((?:\\x[0-9a-f]{2})*)"'
WRITE = re.compile(r"(\d+)(?:<([^>]*)>)?, " + TEXT + r"(?:\.\.\.)?, (\d+)(?:, (\d+))?")
NAMED = re.compile(r"(\d+)<([^>]*)>")
OPENED = re.compile(r"[^,]*, " + TEXT + r", ([A-Z_|]+)")
TRACED = "openat,write,pwrite64,fsync,fdatasync,unlink,ftruncate"


@dataclass
class File:
    """What the disk surely holds of a file, and the writes that it may lose."""

    content: bytes
    pending: list[tuple[int, bytes | None]] = field(default_factory=list)
    """Place and bytes; None cuts or grows the file to the place."""

    def after(self, choice=None):
        """With all of the pending writes, or with some, some of them torn."""
        made = bytearray(self.content)
        for at, data in self.pending:
            if choice and choice.random() < 0.5:
                continue
            if data is None:
                del made[at:]
                made.extend(bytes(at - len(made)))
                continue
            made.extend(bytes(max(0, at - len(made))))
            kept = torn(data, choice) if choice else data
            made[at : at + len(kept)] = kept
        return bytes(made)


def torn(data, choice):
    """Now and then only the first sectors of a write."""
    whole = len(data) <= 512 or choice.random() < 0.7
    return data if whole else data[: choice.randrange(0, len(data), 512)]


class Disk:
    """Files by name, as the calls leave them."""

    def __init__(self, folder):
        self.files = {
            str(path): File(path.read_bytes()) for path in folder.rglob("*") if path.is_file()
        }
        self.names: list[tuple[str, str, File | None]] = []
        """Names made and removed since the last flush of a folder: the other may be found."""
        self.saved = 0

    def call(self, name, arguments):
        """Do what a call did; a name that is no file of ours is nothing."""
        if name == "openat":
            self._open(arguments)
        elif name == "unlink":
            path = text(matched(re.compile(TEXT), arguments)[1])
            if path in self.files:
                self.names.append(("removed", path, self.files.pop(path)))
        elif name in {"fsync", "fdatasync"}:
            self._flush(matched(NAMED, arguments)[2])
        elif name == "ftruncate":
            path, size = matched(NAMED, arguments)[2], int(arguments.rpartition(", ")[2])
            if path in self.files:
                self.files[path].pending.append((size, None))
        else:
            self._write(matched(WRITE, arguments))

    def _open(self, arguments):
        found = matched(OPENED, arguments)
        path = text(found[1])
        if "O_CREAT" in found[2] and path not in self.files and "-journal" in path:
            self.files[path] = File(b"")
            self.names.append(("made", path, None))

    def _write(self, found):
        path, data = found[2] or "", raw(found[3])
        if data.startswith(b"saved "):
            self.saved = int(data.split()[1])
        elif path in self.files:
            file = self.files[path]
            at = int(found[5]) if found[5] is not None else len(file.after())
            file.pending.append((at, data))

    def _flush(self, path):
        if path in self.files:
            self.files[path] = File(self.files[path].after())
        elif Path(path).is_dir():
            self.names = [held for held in self.names if Path(held[1]).parent != Path(path)]

    def cut(self, root, target, choice):
        """Write to `target` what may be found after a power cut now."""
        found = {path: file.after(choice) for path, file in self.files.items()}
        for what, path, file in self.names:
            if choice.random() < 0.5:
                if what == "made":
                    found.pop(path, None)
                elif file is not None and path not in found:
                    found[path] = file.after(choice)
        for path, content in found.items():
            place = target / os.path.relpath(path, root)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content)


def matched(pattern, arguments):
    """The parts of a call; a call that reads otherwise than expected is no record of it."""
    found = pattern.search(arguments)
    assert found, arguments[:200]
    return found


def raw(escaped):
    return bytes.fromhex(escaped.replace("\\x", ""))


def text(escaped):
    return raw(escaped).decode()


@pytest.fixture(scope="module")
def recorded(tmp_path_factory):
    """A station as it was before, and the calls of a program that keyed forms 4 to 11."""
    probe = ["strace", "-f", "-qq", "-o", os.devnull, "true"]
    if not shutil.which("strace") or subprocess.run(probe, check=False).returncode:
        pytest.skip("there is no strace here, or it may trace nothing")
    centre = Centre(tmp_path_factory.mktemp("t23") / "centre", 1, batches={"B001": 99})
    (station,) = centre.stations
    station.key(1, 2, 3)
    kept, log = centre.root / "kept", centre.root / "calls"
    station.copied(kept)
    options = ["-f", "-qq", "-y", "-xx", "-s", "100000", "-e", f"trace={TRACED}", "-o", str(log)]
    program = [sys.executable, "-c", KEY, str(station.path), str(station.home.root)]
    done = subprocess.run(["strace", *options, *program], capture_output=True, check=True)
    assert done.stdout.count(b"saved") == FORMS
    return station.folder, kept, list(calls(log))


def calls(log):
    """Name and arguments of every call that succeeded."""
    for line in log.read_text().splitlines():
        found = CALL.match(line)
        if found and int(found[3]) >= 0:
            yield found[1], re.sub(r"<((?:\\x[0-9a-f]{2})*)>", unescaped, found[2])


def unescaped(found):
    return f"<{text(found[1])}>"


def replayed(recorded, seed, target):
    """The disk after some of the calls and a power cut; the last form shown as saved."""
    folder, kept, made = recorded
    choice = random.Random(seed)
    disk = Disk(kept)
    disk.files = {path.replace(str(kept), str(folder)): file for path, file in disk.files.items()}
    inside = [at for at, (_, arguments) in enumerate(made) if str(folder) in arguments]
    for name, arguments in made[: choice.choice(inside) + choice.randint(0, 1)]:
        disk.call(name, arguments)
    disk.cut(folder, target, choice)
    return disk.saved


def test_t23_the_record_of_calls_is_whole(recorded, tmp_path):
    """Replayed to its end without a cut, it gives the very file that the program left."""
    folder, kept, made = recorded
    disk = Disk(kept)
    disk.files = {path.replace(str(kept), str(folder)): file for path, file in disk.files.items()}
    for name, arguments in made:
        disk.call(name, arguments)
    assert disk.saved == 3 + FORMS
    path = folder / "a.pingyi"
    assert disk.files[str(path)].after() == path.read_bytes()
    assert disk.files[str(path)].pending == []
    assert {name for name, _ in made} >= {"openat", "pwrite64", "fdatasync", "unlink", "write"}


def test_t23_every_cut_opens_to_a_saved_state(recorded, tmp_path):
    lost = journals = 0
    for seed in range(CUTS):
        machine = Machine(tmp_path / str(seed))
        saved = max(3, replayed(recorded, seed, machine.folder))
        journals += machine.path.with_name("a.pingyi-journal").exists()
        with machine.open() as survey:
            held = dict(survey.db.execute("SELECT number, marks FROM head").fetchall())
        assert list(held) == list(range(1, len(held) + 1)), seed
        assert saved <= len(held) <= saved + 1, (seed, saved, len(held))
        assert all(marks == sheet(number) for number, marks in held.items())
        assert machine.verify() == []
        lost += len(held) == saved
        shutil.rmtree(machine.folder)
    print(f"{CUTS} cuts, {journals} with a journal, {lost} to the state last shown")
    assert journals > CUTS // 10


def test_t23_without_the_flushes_a_cut_would_be_seen(recorded, tmp_path):
    """The test itself: were flushes nothing, forms shown as saved would be lost."""
    folder, kept, made = recorded
    idle = [held for held in made if held[0] not in {"fsync", "fdatasync"}]
    worse = 0
    for seed in range(20):
        machine = Machine(tmp_path / str(seed))
        saved = max(3, replayed((folder, kept, idle), seed, machine.folder))
        try:
            with machine.open() as survey:
                ((count,),) = survey.db.execute("SELECT count(*) FROM head").fetchall()
                worse += count < saved
        except Exception:  # noqa: BLE001  any way to fail will do
            worse += 1
    assert worse > 5
