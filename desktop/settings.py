"""What a person chose for this machine: language, theme, text size, sounds, recent files."""

import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, Self

from desktop.files import write_whole
from desktop.words import CHINESE, ENGLISH, system_language

THEMES = ("light", "dark", "contrast")
TEXT_SIZES = (90, 100, 110, 125, 150)
"""Percent of the sizes that the themes name."""
_MOST_RECENT = 8


@dataclass(frozen=True, slots=True)
class Settings:
    """One machine's choices; an unreadable file is as good as none."""

    language: str = field(default_factory=system_language)
    theme: str = "light"
    text_size: int = 100
    sounds: bool = True
    recent: tuple[str, ...] = ()
    """Paths of survey files, the newest first."""

    @classmethod
    def read(cls, path: Path) -> Self:
        """The settings in a file; what is missing or senseless there is as it is by default."""
        held: Any = {}
        with suppress(OSError, ValueError):
            held = json.loads(path.read_bytes())
        if not isinstance(held, dict):
            return cls()
        known = {name: held[name] for name, is_sound in _SOUND.items() if is_sound(held.get(name))}
        if "recent" in known:
            known["recent"] = tuple(known["recent"])
        return cls(**known)

    def write(self, path: Path) -> None:
        """Keep the settings; OSError."""
        content = json.dumps(asdict(self), ensure_ascii=False, indent=1).encode()
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, lambda file: file.write(content))

    def with_recent(self, path: Path) -> "Settings":
        """The same with this file as the newest."""
        others = (held for held in self.recent if held != str(path))
        return replace(self, recent=(str(path), *others)[:_MOST_RECENT])


_SOUND: Mapping[str, Callable[[Any], bool]] = {
    "language": lambda value: value in (CHINESE, ENGLISH),
    "theme": lambda value: value in THEMES,
    "text_size": lambda value: value in TEXT_SIZES,
    "sounds": lambda value: isinstance(value, bool),
    "recent": lambda value: isinstance(value, list) and all(isinstance(v, str) for v in value),
}
"""What each choice must be to be taken."""
