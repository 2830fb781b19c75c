"""Runs a program or a job in a process of its own, as it runs where no peer is installed."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

CHECKOUT = Path(__file__).resolve().parents[1]

# sqlite-utils imports pandas where it finds it, which takes 60 MB: the product is without
_START = """
import runpy, sys
sys.modules["pandas"] = None
sys.argv = sys.argv[1:]
runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
"""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of the job alone, peak memory (bytes) of the whole process."""

    seconds: float
    peak: int

    @property
    def megabytes(self) -> float:
        return self.peak / 1e6


def run_module(module: str, *words: str, screen: Mapping[str, str] = MappingProxyType({})) -> bytes:
    """What `python -m module words…` prints; `screen` is added to its environment."""
    command = [sys.executable, "-c", _START, module, *words]
    return subprocess.run(
        command, cwd=CHECKOUT, check=True, stdout=subprocess.PIPE, env=os.environ | screen
    ).stdout


def cost_of(job: str, survey: Path, *words: str) -> Cost:
    """Do a job of `benchmarks.jobs` on a survey file."""
    return Cost(**json.loads(run_module("benchmarks.jobs", job, str(survey), *words)))
