"""Finds words on the screen, as a person does who looks for a button by what it says."""

import base64
import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage

from tests.e2e.program import Laptop, begun
from tests.e2e.screen import Screen

_POINT = 3
"""Bytes of a point, once the picture is put as red, green and blue."""
Lines = list[bytes]


@dataclass
class Eyes:
    """`kind` is `button`, `box` (a check box), `page` (of the rail) or `words` (a label)."""

    screen: Screen
    letterer: "subprocess.Popen[bytes]"
    _known: dict[tuple[str, str], list[Lines]] = field(default_factory=dict)

    def places(self, kind: str, text: str) -> list[QPoint]:
        """The middle of each place where the text stands; a label's may go on behind it."""
        seen = _lines(self.screen.picture().image())
        looks = self._looks(kind, text)
        return [middle for look in looks for middle in _found(seen, look)]

    def _looks(self, kind: str, text: str) -> list[Lines]:
        if (kind, text) not in self._known:
            assert self.letterer.stdin
            assert self.letterer.stdout
            self.letterer.stdin.write(json.dumps([kind, text]).encode() + b"\n")
            self.letterer.stdin.flush()
            held = json.loads(self.letterer.stdout.readline())
            images = [QImage.fromData(base64.b64decode(one)) for one in held]
            self._known[kind, text] = [_lines(image) for image in images]
        return self._known[kind, text]


@contextmanager
def opened_eyes(laptop: Laptop, screen: Screen) -> Iterator[Eyes]:
    """Eyes that know the letters of the program on this screen."""
    with begun(laptop, screen, module="tests.e2e.lettering") as program:
        yield Eyes(screen, program.process)


def _lines(image: QImage) -> Lines:
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    held, step = bytes(plain.constBits()), plain.bytesPerLine()
    width = plain.width() * _POINT
    return [held[at : at + width] for at in range(0, step * plain.height(), step)]


def _found(seen: Lines, look: Lines) -> Iterator[QPoint]:
    width, height = len(look[0]), len(look)
    for top in range(len(seen) - height + 1):
        for left in _starts(seen[top], look[0]):
            if all(seen[top + at].startswith(look[at], left) for at in range(1, height)):
                yield QPoint((left + width // 2) // _POINT, top + height // 2)


def _starts(line: bytes, part: bytes) -> Iterator[int]:
    at = line.find(part)
    while at >= 0:
        if at % _POINT == 0:
            yield at
        at = line.find(part, at + 1)
