"""`merge`: ten packages of 1,100 forms, beside reading and verifying their signatures alone."""

import hashlib
import shutil
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from benchmarks.child import Cost, cost_of
from benchmarks.paper import SEED, empty_survey, home_of, key_batches, plan_2005
from benchmarks.registry import Run
from benchmarks.report import Report, Table, Target
from desktop.actions.packing import pack
from desktop.actions.sample_forms import SampleBatch, sample_batches
from desktop.actions.stations import admit, join, make_kit
from desktop.store.admission import admission_code
from desktop.store.keys import Home
from desktop.tally.plan import Plan

STATIONS = 10
JOBS = {"merge": "merge, with all checks", "signatures": "read and verify signatures alone"}


def measure(run: Run) -> Report:
    forms, plan = run.amount(1100, 50), plan_2005()
    packages, original = _packages(run.folder, plan, forms)
    costs: dict[str, list[Cost]] = {job: [] for job in JOBS}
    for turn in range(run.amount(5, 1)):
        for job, held in costs.items():
            # the machine's own mark would miss what an earlier turn has signed
            machine = run.folder / f"{job}-{turn}"
            shutil.copytree(home_of(original).root, machine / "home")
            path = Path(shutil.copy(original, machine))
            held.append(cost_of(job, path, *map(str, packages)))
    return _report(forms, costs)


def _packages(folder: Path, plan: Plan, forms: int) -> tuple[list[Path], Path]:
    """Ten stations' packages, and the supervisor's file that has admitted them."""
    original, kit, stick = folder / "main.pingyi", folder / "kit.pyp", folder / "stick"
    stick.mkdir()
    # a channel's last bundle is short, so ten shares take a little more paper
    paper = sample_batches(plan, forms=STATIONS * forms + 500, seed=SEED)
    with empty_survey(original, plan) as survey:
        make_kit(survey, kit)
        for number in range(STATIONS):
            share = _share(paper, forms)
            package, code = _station(folder / f"station-{number}.pingyi", kit, share, stick)
            admit(survey, package, code=code)
    return sorted(stick.iterdir()), original


def _share(paper: Iterator[SampleBatch], forms: int) -> list[SampleBatch]:
    share: list[SampleBatch] = []
    for batch in paper:
        share.append(batch)
        if sum(len(held.forms) for held in share) >= forms:
            break
    return share


def _station(path: Path, kit: Path, share: list[SampleBatch], stick: Path) -> tuple[Path, str]:
    home = Home(path.with_suffix(".home"))
    with join(kit, path, name=path.stem, home=home) as survey:
        key_batches(survey, share)
        package, _ = pack(survey, stick)
        return package, admission_code(survey.key.station)


def verify_signatures(packages: list[Path]) -> int:
    """Read packages line by line, hash each body, verify each signature, and nothing else."""
    verified = 0
    for path in packages:
        with path.open("rb") as file:
            _, manifest, _ = (next(file) for _ in range(3))
            station = bytes.fromhex(manifest.split(b'"station":"')[1][:64].decode())
            key = Ed25519PublicKey.from_public_bytes(station)
            for line in file:
                if line.startswith(b"END "):
                    break
                identity = hashlib.sha256(b"pingyi/record/1\n" + line[129:-1]).digest()
                signed = b"pingyi/signature/1\n" + station + identity
                key.verify(bytes.fromhex(line[:128].decode()), signed)
                verified += 1
    return verified


def _report(forms: int, costs: dict[str, list[Cost]]) -> Report:
    seconds = {job: median(cost.seconds for cost in held) for job, held in costs.items()}
    peaks = {job: max(cost.megabytes for cost in held) for job, held in costs.items()}
    base = seconds["signatures"]
    rows = [
        (JOBS[job], f"{seconds[job]:.2f}", f"{seconds[job] / base:.2f}×", f"{peaks[job]:.0f}")
        for job in JOBS
    ]
    return Report(
        "merge",
        f"{STATIONS} packages of {forms:,} forms",
        [Table(("", "seconds", "of the signatures", "peak MB"), rows)],
        ["The survey file is open before the clock starts, as it is in the supervisor's window."],
        [Target("merge over signatures", seconds["merge"] / base, 3, "×")],
    )
