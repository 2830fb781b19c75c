"""Several machines: a supervisor and stations, each with a folder, a home and a key of its own."""

import itertools
import shutil
from collections.abc import Iterable, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

from desktop.actions import merging, stations
from desktop.actions.batches import register_batch
from desktop.actions.counting import count_survey
from desktop.actions.keying import correct_form, key_form
from desktop.actions.operators import register_operator
from desktop.actions.packing import pack
from desktop.store.admission import admission_code
from desktop.store.keys import Home, StationKey
from desktop.store.records import Record
from desktop.store.schema import PROJECTIONS
from desktop.store.survey_file import SurveyFile, open_survey
from desktop.store.verification import verify_survey
from desktop.tally.form import Form
from desktop.tally.merge_report import MergeReport
from desktop.tally.plan import Plan
from desktop.tally.reconciliation import Slip
from tests.surveys import founded, ticking_clock

SHEETS = ("111111", "222222", "333333", "123123", "321321", "112233", "123321")
PIN = "1234"


@dataclass
class Machine:
    """A laptop: its folder, with the survey file and the user's data folder in it."""

    folder: Path
    clock: Any = field(default_factory=ticking_clock)

    @property
    def path(self) -> Path:
        return self.folder / "a.pingyi"

    @property
    def home(self) -> Home:
        return Home(self.folder / "home")

    def open(self, *, write: bool = True) -> SurveyFile:
        return open_survey(self.path, home=self.home, write=write, clock=self.clock.__next__)

    def key(
        self, *numbers: int, marks: str = "", batch: str = "B001", **options: Any
    ) -> list[Record]:
        """Key forms by number; each has marks of its own where none are given."""
        void = options.pop("void", "")
        with self.open() as survey:
            forms = [Form(batch, number, marks or sheet(number), void) for number in numbers]
            return [key_form(survey, form, **options) for form in forms]

    def correct(self, number: int, marks: str, *, batch: str = "B001", **options: Any) -> Record:
        void = options.pop("void", "")
        with self.open() as survey:
            return correct_form(survey, Form(batch, number, marks, void), **options)

    def pack(self) -> Path:
        """The handover package, on a stick of its own."""
        stick = self.folder / "stick"
        stick.mkdir(exist_ok=True)
        with self.open() as survey:
            return pack(survey, stick)[0]

    def copied(self, folder: Path) -> "Machine":
        """The whole folder on another machine: file, key and high-water mark."""
        shutil.copytree(self.folder, folder)
        return Machine(folder, (moment + timedelta(days=1) for moment in ticking_clock()))

    def verify(self) -> list[str]:
        return [held.sentence() for held in verify_survey(self.path, home=self.home)]


def sheet(number: int) -> str:
    return SHEETS[number % len(SHEETS)]


class Centre:
    """A supervisor's machine and stations that have joined and, as a rule, are admitted."""

    def __init__(
        self,
        root: Path,
        stations: int = 2,
        *,
        batches: Mapping[str, int] | None = None,
        operators: Mapping[str, Iterable[str]] | None = None,
        plan: Plan | None = None,
        mode: str = "official",
    ) -> None:
        self.root = root
        self.supervisor = Machine(root / "supervisor")
        self.supervisor.folder.mkdir(parents=True)
        self._found(batches or {"B001": 10}, operators or {}, plan, mode)
        self._kits = itertools.count(1)
        kit = self.kit()
        self.stations = [self.join(kit, number) for number in range(1, stations + 1)]
        for station in self.stations:
            self.admit(station)

    def _found(
        self,
        batches: Mapping[str, int],
        operators: Mapping[str, Iterable[str]],
        plan: Plan | None,
        mode: str,
    ) -> None:
        machine = self.supervisor
        with founded(machine.path, plan, home=machine.home, mode=mode) as survey:
            for code, count in batches.items():
                register_batch(survey, Slip(code, "C1", count))
            for code, roles in operators.items():
                register_operator(survey, code, name=code, roles=roles, pin=PIN)
        next(itertools.islice(machine.clock, 60, None))

    def kit(self) -> Path:
        """What every station starts from, and learns of later decisions by."""
        path = self.root / f"kit-{next(self._kits)}.pyp"
        with self.supervisor.open() as survey:
            stations.make_kit(survey, path)
        return path

    def join(self, kit: Path, number: int) -> Machine:
        machine = Machine(self.root / f"station-{number}")
        machine.folder.mkdir()
        key = StationKey.from_hex(f"{0x20 + number:02x}" * 32)
        clock = machine.clock.__next__
        name = f"S{number}"
        stations.join(kit, machine.path, name=name, home=machine.home, clock=clock, key=key).close()
        return machine

    def admit(self, machine: Machine) -> None:
        with machine.open() as station:
            code = admission_code(station.key.station)
        with self.supervisor.open() as survey:
            stations.admit(survey, machine.pack(), code=code)

    def merge(self, *sources: Path | Machine, **options: Any) -> MergeReport:
        """Merge packages, or the packages of machines; what is refused stands in the report."""
        paths = [held.pack() if isinstance(held, Machine) else held for held in sources]
        with self.supervisor.open() as survey:
            return merging.merge(survey, paths, **options)

    def tell(self, machine: Machine) -> MergeReport:
        """A station merges the newest kit."""
        kit = self.kit()
        with machine.open() as survey:
            return merging.merge(survey, [kit])

    @contextmanager
    def opened(self, *, write: bool = True):
        with self.supervisor.open(write=write) as survey:
            yield survey

    def hash(self) -> str:
        with self.opened(write=False) as survey:
            return count_survey(survey).hash

    def forms(self) -> dict[str, str]:
        """Every form by name, and how it stands."""
        with self.opened(write=False) as survey:
            rows = survey.db.execute("SELECT batch, number, state FROM form").fetchall()
        return {f"{batch}-{number:03d}": state for batch, number, state in rows}


def tables(survey: SurveyFile, *without: str) -> dict[str, list[Any]]:
    """Every row of every projection but these tables."""
    found = {}
    for table in PROJECTIONS:
        if table not in without:
            columns = [name for name in survey.db[table].columns_dict if name != "row"]
            rows = survey.db.execute(f"SELECT {', '.join(columns)} FROM {table}").fetchall()
            found[table] = sorted(rows, key=repr)
    return found


def record_count(survey: SurveyFile) -> int:
    ((count,),) = survey.db.execute("SELECT count(*) FROM record").fetchall()
    return int(count)
