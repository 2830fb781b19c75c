"""What a virtual screen shows, as a PNG; fails where it shows nothing. Standard library only.

Usage: `python3 installer/screenshot.py FRAMEBUFFER PICTURE.png`; FRAMEBUFFER is the file of
`Xvfb -fbdir`, in the format of X11's XWDFile.h.
"""

import struct
import sys
import zlib
from dataclasses import dataclass
from pathlib import Path

_FEWEST_COLOURS = 20
"""A window with smooth text has hundreds; an empty screen has one."""


@dataclass(frozen=True, slots=True)
class Screen:
    """Rows of three bytes a pixel: red, green, blue."""

    width: int
    height: int
    rows: list[bytes]

    def colours(self) -> int:
        return len({row[at : at + 3] for row in self.rows for at in range(0, len(row), 3)})


def read_screen(content: bytes) -> Screen:
    """The picture in a dump of 32 bits a pixel, blue first."""
    words = struct.unpack(">25I", content[:100])
    start = words[0] + words[19] * 12
    width, height, bits, line = words[4], words[5], words[11], words[12]
    if bits != 32:
        raise SystemExit(f"The screen has {bits} bits a pixel, not 32: start Xvfb with x24.")
    rows = [_rgb(content[start + y * line :][: width * 4]) for y in range(height)]
    return Screen(width, height, rows)


def _rgb(row: bytes) -> bytes:
    pixels = bytearray(len(row) // 4 * 3)
    pixels[0::3], pixels[1::3], pixels[2::3] = row[2::4], row[1::4], row[0::4]
    return bytes(pixels)


def png(screen: Screen) -> bytes:
    """The screen as a PNG file."""
    head = struct.pack(">2I5B", screen.width, screen.height, 8, 2, 0, 0, 0)
    lines = b"".join(b"\0" + row for row in screen.rows)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(lines)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*part) for part in parts)


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def main(framebuffer: str, picture: str) -> None:
    screen = read_screen(Path(framebuffer).read_bytes())
    if screen.colours() < _FEWEST_COLOURS:
        raise SystemExit(f"The screen is empty: {screen.colours()} colours.")
    Path(picture).write_bytes(png(screen))


if __name__ == "__main__":
    main(*sys.argv[1:])
