"""The picture that the check of the package takes of a virtual screen."""

import struct

import pytest
from PIL import Image

from installer import screenshot


def framebuffer(pixels, width):
    """A dump as Xvfb writes it: a head of 25 words, a window's name, colours, pixels."""
    words = [0] * 25
    words[0], words[4], words[5], words[11] = 108, width, len(pixels) // width, 32
    words[12], words[19] = width * 4, 2
    body = b"".join(bytes((blue, green, red, 0)) for red, green, blue in pixels)
    return struct.pack(">25I", *words) + b"screen\0\0" + b"\1" * 24 + body


def test_a_screenshot_has_the_screen_s_colours(tmp_path):
    pixels = [(at, 2 * at, 255 - at) for at in range(60)]
    (tmp_path / "fb").write_bytes(framebuffer(pixels, 10))
    screenshot.main(str(tmp_path / "fb"), str(tmp_path / "picture.png"))
    with Image.open(tmp_path / "picture.png") as picture:
        assert picture.size == (10, 6)
        assert [picture.getpixel((at % 10, at // 10)) for at in range(60)] == pixels


def test_an_empty_screen_is_no_screenshot(tmp_path):
    (tmp_path / "fb").write_bytes(framebuffer([(0, 0, 0)] * 60, 10))
    with pytest.raises(SystemExit, match="empty: 1 colours"):
        screenshot.main(str(tmp_path / "fb"), str(tmp_path / "picture.png"))
