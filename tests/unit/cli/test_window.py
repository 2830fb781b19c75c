"""The window needs a screen; without one a sentence says what to do instead."""

import os
import subprocess
import sys

import pytest


@pytest.mark.skipif(os.name == "nt", reason="Windows always has a screen")
@pytest.mark.parametrize("words", [[], ["window"], ["window", "a.pingyi"]])
def test_without_a_screen_the_commands_are_named(words):
    screens = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    env = {name: value for name, value in os.environ.items() if name not in screens}
    done = subprocess.run(
        [sys.executable, "-m", "desktop", *words],
        check=False,
        env=env,
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert "no screen" in done.stderr
    assert "pingyi --help" in done.stderr
