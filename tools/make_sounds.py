"""Makes the program's sounds in resources/sounds/: short, quiet, 22 kHz mono.

Usage: python tools/make_sounds.py [FOLDER]
"""

import math
import struct
import sys
import wave
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

RATE = 22050
FOLDER = Path(__file__).resolve().parents[1] / "resources" / "sounds"
_EDGE = 0.008
"""Seconds a tone takes to rise and to fall; a sudden edge clicks."""


@dataclass(frozen=True, slots=True)
class Tone:
    """A sine; `hertz` 0 is silence, `loudness` a share of full scale."""

    hertz: float
    seconds: float
    loudness: float = 0.2


SOUNDS: dict[str, Sequence[Tone]] = {
    # a key that means nothing here
    "low": (Tone(180, 0.12, 0.25),),
    # a form is on the disk
    "saved": (Tone(880, 0.03, 0.15), Tone(0, 0.03), Tone(1175, 0.045, 0.15)),
    # something asks to be read
    "warn": (Tone(520, 0.09), Tone(0, 0.04), Tone(440, 0.12)),
    # the last row of a page of the paper
    "end": (Tone(700, 0.035, 0.15),),
}


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for name, tones in SOUNDS.items():
        write_sound(folder / f"{name}.wav", tones)


def write_sound(path: Path, tones: Sequence[Tone]) -> None:
    """Write tones one after the other, 16 bits a sample."""
    samples = [round(value * 32767) for tone in tones for value in _samples(tone)]
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(struct.pack(f"<{len(samples)}h", *samples))


def _samples(tone: Tone) -> Iterator[float]:
    count, edge = round(tone.seconds * RATE), _EDGE * RATE
    for at in range(count):
        rise = min(1.0, at / edge, (count - 1 - at) / edge)
        yield tone.loudness * rise * math.sin(2 * math.pi * tone.hertz * at / RATE)


if __name__ == "__main__":
    main()
