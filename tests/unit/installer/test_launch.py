"""How the built program begins."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from installer import launch

CHECKOUT = Path(__file__).resolve().parents[3]


def test_it_is_the_command_line():
    command = [sys.executable, "-m", "installer.launch", "--version"]
    told = subprocess.run(command, capture_output=True, text=True, check=True, cwd=CHECKOUT)
    assert told.stdout.startswith("Pingyi, version")


@pytest.mark.parametrize("name", ["stdout", "stderr"])
def test_a_program_without_a_console_may_still_speak(name, monkeypatch):
    monkeypatch.setattr(sys, name, None)
    launch.give_streams()
    with getattr(sys, name) as stream:
        assert stream.write("nobody reads this")


@pytest.mark.parametrize("before", ["/opt/lib", ""])
def test_programs_that_it_starts_find_the_system_s_libraries(before, monkeypatch):
    monkeypatch.setenv("LD_LIBRARY_PATH", "/opt/pingyi/_internal")
    if before:
        monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", before)
    launch.free_children()
    assert os.environ.get("LD_LIBRARY_PATH", "") == before
