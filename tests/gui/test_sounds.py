"""Sounds: played beside the keys, dropped while one still plays, never in the way."""

import re
import sys
import time
import wave
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.assets import resource
from desktop.views.sounds import Sounds

CHECKOUT = Path(__file__).resolve().parents[2]
NAMES = {"low", "saved", "warn", "end"}
linux = pytest.mark.skipif(sys.platform == "win32", reason="Windows plays sounds itself")


@pytest.fixture
def player(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Path]:
    """Puts a player of this name alone on the PATH; what it was asked for lands in `played`."""

    def put(name: str, *, wait: str = "", code: int = 0) -> Path:
        program, played = tmp_path / name, tmp_path / "played"
        held = f"while [ ! -e '{wait}' ]; do :; done\n" if wait else ""
        program.write_text(
            f"#!/bin/sh\necho {name} \"$1\" >> '{played}'\n{held}echo sounded >&2\nexit {code}\n",
            encoding="utf-8",
        )
        program.chmod(0o755)
        monkeypatch.setenv("PATH", str(tmp_path))
        return played

    return put


def lines(played: Path, count: int) -> list[str]:
    """What was played, once it is this much; a player takes a moment."""
    until = time.monotonic() + 10
    while time.monotonic() < until:
        text = played.read_text(encoding="utf-8") if played.exists() else ""
        if text.count("\n") >= count:
            return text.splitlines()
        time.sleep(0.01)
    raise AssertionError("nothing was played")


def await_silence(made: Sounds) -> None:
    with made._playing:
        pass


@linux
@pytest.mark.parametrize("name", ["paplay", "pw-play", "aplay"])
def test_whichever_player_is_there_gets_the_file(player, name):
    played, made = player(name), Sounds(enabled=True)
    made.play("saved")
    assert lines(played, 1) == [f"{name} {resource('sounds', 'saved.wav')}"]
    await_silence(made)


@linux
def test_a_sound_is_dropped_while_one_still_plays(player, tmp_path):
    played, made = player("aplay", wait=str(tmp_path / "enough")), Sounds(enabled=True)
    made.play("low")
    lines(played, 1)
    began = time.monotonic()
    made.play("warn")
    assert time.monotonic() - began < 0.5
    (tmp_path / "enough").touch()
    await_silence(made)
    made.play("end")
    assert [line.rpartition("/")[2] for line in lines(played, 2)] == ["low.wav", "end.wav"]
    await_silence(made)


@linux
def test_a_player_that_fails_is_not_heard_of(player, capfd):
    played, made = player("aplay", code=1), Sounds(enabled=True)
    for count in (1, 2):
        made.play("low")
        assert len(lines(played, count)) == count
        await_silence(made)
    assert capfd.readouterr() == ("", "")


@linux
def test_a_player_that_cannot_be_started_is_not_heard_of(player, tmp_path):
    player("aplay")
    made = Sounds(enabled=True)
    (tmp_path / "aplay").unlink()
    made.play("low")
    await_silence(made)


@linux
def test_silence_starts_no_player(player):
    played, made = player("aplay"), Sounds(enabled=False)
    made.play("low")
    await_silence(made)
    time.sleep(0.1)
    assert not played.exists()


@linux
def test_the_system_beeps_where_nothing_plays(tmp_path, monkeypatch, qapp):
    beeps: list[str] = []
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(QApplication, "beep", lambda: beeps.append("beep"))
    Sounds(enabled=True).play("low")
    assert beeps == ["beep"]


def test_every_sound_that_the_window_names_is_there():
    call = re.compile(r"(?:sounded\.emit|sounds\.play)\(\s*\"(\w+)\"")
    texts = [path.read_text(encoding="utf-8") for path in (CHECKOUT / "desktop").rglob("*.py")]
    named = {name for text in texts for name in call.findall(text)}
    assert named <= NAMES
    assert {path.stem for path in resource("sounds").glob("*.wav")} == NAMES


@pytest.mark.parametrize("name", sorted(NAMES))
def test_a_sound_is_short_small_and_quiet(name):
    path = resource("sounds", f"{name}.wav")
    with wave.open(str(path)) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, 22050)
        assert 0.02 <= file.getnframes() / 22050 <= 0.3
        frames = memoryview(file.readframes(file.getnframes())).cast("h")
    assert 0.1 < max(map(abs, frames)) / 32767 < 0.3
    assert path.stat().st_size < 16_000
