"""A made-up tallying centre: a supervisor, five stations, ten clerks, and the sticks between.

Everything goes through the acts that people use; only the paper and the slips are invented.
"""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from desktop.actions.batches import register_batch
from desktop.actions.closing import assign_batch, close_batch
from desktop.actions.comparing import filled_bits
from desktop.actions.founding import declare_zero, found
from desktop.actions.keying import key_form
from desktop.actions.merging import merge
from desktop.actions.operators import register_operator
from desktop.actions.packing import pack
from desktop.actions.rulings import rule_form
from desktop.actions.sample_forms import SampleBatch
from desktop.actions.sample_slips import key_again, key_paper
from desktop.actions.sealing import seal
from desktop.actions.second_keying import blind_forms, key_second, rekey
from desktop.actions.stations import admit, join, make_kit
from desktop.store import form_queries
from desktop.store.admission import admission_code
from desktop.store.keys import Home, StationKey
from desktop.store.survey_file import SurveyFile
from desktop.tally.form import Form
from desktop.tally.merge_report import MergeReport
from desktop.tally.plan import Plan

STATIONS = 5
SLIP_RATE = 0.003
"""Wrong keys of all keys: 3 ‰, as single keying leaves (RULES.md §4)."""
SUPERVISOR, SCRUTINEER = "Z01", "J01"

Progress = Callable[[int], None]
Place = tuple[str, int]


@dataclass(slots=True)
class Tally:
    """What happened, for the last lines of a demo."""

    slips: int = 0
    second: int = 0
    again: int = 0
    rulings: int = 0
    merges: list[MergeReport] = field(default_factory=list)
    slips_of: dict[Place, int] = field(default_factory=dict)
    """Slips of the first keying, of forms that had any."""


class Centre:
    """Open as long as the work goes on; `close` it."""

    def __init__(
        self,
        folder: Path,
        plan: Plan,
        batches: Sequence[SampleBatch],
        seed: int,
        clock: Callable[[], datetime] | None = None,
    ) -> None:
        self.folder, self.plan, self.batches, self.seed = folder, plan, batches, seed
        self.tally = Tally()
        self.papers = {(f.batch, f.number): f for held in batches for f in held.forms}
        self._random = Random(f"centre {seed}")  # noqa: S311  made-up slips, nothing secret
        self._clock = clock or demo_clock()
        self.stations: list[SurveyFile] = []
        self.survey = self._found()

    @property
    def stick(self) -> Path:
        return self.folder / "stick"

    def close(self) -> None:
        for survey in (*self.stations, self.survey):
            survey.close()

    def _key(self, name: str) -> StationKey:
        text = f"pingyi demo {self.seed} {name}"
        return StationKey.from_hex(hashlib.sha256(text.encode()).hexdigest())

    def _home(self, name: str) -> Home:
        return Home(self.folder / "machines" / name)

    def _found(self) -> SurveyFile:
        path = self.folder / "2005.pingyi"
        made = {"home": self._home("supervisor"), "clock": self._clock, "key": self._key("0")}
        return found(path, self.plan, mode="drill", **made)  # type: ignore[arg-type]

    def prepare(self) -> None:
        """Zero report, operators, batches; five stations that join, are admitted, get batches."""
        declare_zero(self.survey)
        self._register_operators()
        for held in self.batches:
            register_batch(self.survey, held.slip)
        self.stick.mkdir()
        kit = self.stick / "KIT-1.pyp"
        make_kit(self.survey, kit)
        for number in range(1, STATIONS + 1):
            self._join(kit, number)
        self._admit_all()
        self._hand_out()

    def _register_operators(self) -> None:
        people = [(f"C{at:02d}", f"录入员{at:02d}", "clerk") for at in range(1, 2 * STATIONS + 1)]
        people += [(SUPERVISOR, "主管", "supervisor"), (SCRUTINEER, "监票人", "scrutineer")]
        for code, name, role in people:
            salt = hashlib.sha256(f"{self.seed}/{code}".encode()).hexdigest()[:32]
            who = {"name": name, "roles": [role], "pin": "2005", "salt": salt}
            register_operator(self.survey, code, **who)  # type: ignore[arg-type]

    def _join(self, kit: Path, number: int) -> None:
        name = station_name(number - 1)
        path = self.folder / f"station-{number}.pingyi"
        key = self._key(str(number))
        home = self._home(path.stem)
        survey = join(kit, path, name=name, home=home, clock=self._clock, key=key)
        self.stations.append(survey)

    def _admit_all(self) -> None:
        """The supervisor compares each station's code before he believes a package of it."""
        for survey in self.stations:
            package, _ = pack(survey, self.stick)
            code = admission_code(survey.key.station)
            admit(self.survey, package, code=code, operator=SUPERVISOR)

    def _hand_out(self) -> None:
        """Batches in turn to the stations, but the last; the second kit tells them."""
        for at, held in enumerate(self.batches[:-1]):
            name = station_name(at % STATIONS)
            assign_batch(self.survey, held.slip.code, name, operator=SUPERVISOR)
        kit = self.stick / "KIT-2.pyp"
        make_kit(self.survey, kit)
        for survey in self.stations:
            merge(survey, [kit])

    def key_everything(self, progress: Progress) -> None:
        """Each station keys its share, closes each batch, keys the drawn ones a second time."""
        done = 0
        for at, held in enumerate(self.batches):
            station = at % STATIONS
            for form in held.forms:
                self._first(station, form)
                done += 1
                progress(done)
            self._compare(station, held)
            if at == len(self.batches) // 2:
                self.pack()
        self._key_twice_by_accident()
        self.pack()

    def _clerk(self, station: int, form: Form, *, second: bool = False) -> str:
        """The two clerks of a station take turns; the other one keys a second time."""
        turn = (form.number + second) % 2
        return f"C{2 * station + turn + 1:02d}"

    def _first(self, station: int, paper: Form) -> None:
        keyed = key_paper(self._random, self.plan, paper, SLIP_RATE)
        self.tally.slips += keyed.slips
        if keyed.slips:
            self.tally.slips_of[paper.batch, paper.number] = keyed.slips
        key_form(
            self.stations[station],
            keyed.form,
            operator=self._clerk(station, paper),
            filled=filled_bits(keyed.filled, self.plan.cells),
        )

    def _compare(self, station: int, held: SampleBatch) -> None:
        """Close the batch, key the drawn forms again, and look at what differs once more."""
        survey, batch = self.stations[station], held.slip.code
        seed = hashlib.sha256(f"{self.seed}/{batch}".encode()).hexdigest()[:16]
        for number in close_batch(survey, batch, seed=seed):
            paper = self.papers[batch, number]
            keyed = key_paper(self._random, self.plan, paper, SLIP_RATE)
            key_second(survey, keyed.form, operator=self._clerk(station, paper, second=True))
            self.tally.second += 1
        for blind in blind_forms(survey):
            if blind.batch == batch:
                paper = self.papers[batch, blind.number]
                again = key_again(self._random, self.plan, paper, blind.cells, SLIP_RATE)
                rekey(survey, again, operator=blind.operator)
                self.tally.again += 1

    def _key_twice_by_accident(self) -> None:
        """Another station keys three forms of the bundle that nobody handed out, one wrongly."""
        station = len(self.batches) % STATIONS
        valid = [paper for paper in self.batches[-1].forms if not paper.void]
        for at, paper in enumerate(valid[:3]):
            heads = form_queries.keyings(self.stations[station - 1], paper.batch, paper.number)
            marks = _turned(heads[0].marks) if at == 2 else heads[0].marks
            form = Form(paper.batch, paper.number, marks, heads[0].void)
            key_form(self.stations[station], form, operator=self._clerk(station, paper))

    def pack(self) -> None:
        for survey in self.stations:
            pack(survey, self.stick)

    def merge_all(self, progress: Progress) -> None:
        """Every package in shuffled order, by threes, and the first of them once more."""
        packages = sorted(self.stick.glob("PY*.pyp"))
        self._random.shuffle(packages)
        packages.append(packages[0])
        done = 0
        for at in range(0, len(packages), 3):
            before = done

            def bar(records: int, before: int = before) -> None:
                progress(before + records)

            report = merge(self.survey, packages[at : at + 3], operator=SUPERVISOR, progress=bar)
            self.tally.merges.append(report)
            done += sum(source.new + source.present for source in report.sources)

    def rule_all(self, progress: Progress) -> None:
        """Supervisor and scrutineer take each paper still open and rule on what it shows."""
        queue = form_queries.open_forms(self.survey)
        for done, held in enumerate(queue, 1):
            paper = self.papers[held.batch, held.number]
            rule_form(
                self.survey,
                held.batch,
                held.number,
                [paper],
                reason="核对纸质评议表",
                second=SCRUTINEER,
                operator=SUPERVISOR,
            )
            progress(done)
        self.tally.rulings = len(queue)

    def seal(self) -> None:
        seal(self.survey, operator=SUPERVISOR)


def station_name(at: int) -> str:
    return f"录入站{at + 1}"


def _turned(marks: str) -> str:
    """The marks with another grade in the first cell."""
    return ("2" if marks[:1] == "1" else "1") + marks[1:]


def demo_clock() -> Callable[[], datetime]:
    """A record a second from a morning in May 2006: the same at every run."""
    moment = datetime(2006, 5, 8, 0, 30, tzinfo=UTC)

    def now() -> datetime:
        nonlocal moment
        moment += timedelta(seconds=1)
        return moment

    return now


def same_as_paper(survey: SurveyFile, papers: Iterable[Form]) -> int:
    """How many of these papers stand in the survey exactly as they are."""
    return sum(_stands(survey, paper) for paper in papers)


def _stands(survey: SurveyFile, paper: Form) -> bool:
    heads = form_queries.keyings(survey, paper.batch, paper.number)
    rulings = [head for head in heads if head.pass_number == 0]
    said = (rulings or heads)[0]
    return (said.void, said.marks) == (paper.void, paper.marks)
