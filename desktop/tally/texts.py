"""Texts that people write: what may stand in one, and when two of them read the same."""

import unicodedata

LONGEST = 200
_CONTROL = {"Cc", "Cs", "Zl", "Zp"}
_INVISIBLE = {"Cf"}

Fault = tuple[str, dict[str, object]]
"""A message template and its fields."""


def text_fault(text: str, *, lines: bool = False) -> Fault | None:
    """What keeps a text in normal form C off the record; with `lines` it may hold line breaks."""
    if not text.strip():
        return "must be a text that is not empty", {}
    if len(text) > LONGEST:
        return "is longer than 200 characters", {}
    return character_fault(text, lines=lines)


def character_fault(text: str, *, lines: bool = False) -> Fault | None:
    """The first character that cannot be seen, and so is kept off the record."""
    for character in text:
        kind = unicodedata.category(character)
        if kind in _CONTROL and not (lines and character == "\n"):
            return "holds the control character {char}", {"char": _code(character)}
        if kind in _INVISIBLE:
            return "holds the invisible character {char}: delete it", {"char": _code(character)}
    return None


def folded(text: str) -> str:
    """A text without what a reader cannot tell apart: case, width, blanks, invisible characters."""
    wide = unicodedata.normalize("NFKC", text).casefold()
    return "".join(c for c in wide if not (c.isspace() or unicodedata.category(c) in _INVISIBLE))


def _code(character: str) -> str:
    return f"U+{ord(character):04X}"
