"""The keys of the keying window as data: one list for the key card and for the window."""

import tomllib
from dataclasses import dataclass
from functools import cache

from desktop.assets import resource


@dataclass(frozen=True, slots=True)
class KeyEntry:
    """What one key does; `text` and `short` are English sources, to be read through `words`."""

    action: str
    place: str
    """Where it acts: on a `cell`, on the rest of the `row`, to `move`, on the whole `form`."""
    keys: tuple[str, ...]
    """Any one of them does it; of several grades the first key is the first grade's."""
    text: str
    short: str
    then: tuple[str, ...] = ()
    """What is pressed after it: a key's name, or the English source `digit` or `number`."""
    twin: str = ""
    """The function key that does the same."""
    strip: bool = False
    """Whether it matters always."""


@cache
def key_list() -> tuple[KeyEntry, ...]:
    """The keys of `resources/keys.toml`, in the order in which people learn them."""
    read = tomllib.loads(resource("keys.toml").read_text(encoding="utf-8"))
    lists = ("keys", "then")
    return tuple(
        KeyEntry(**entry | {name: tuple(entry.get(name, ())) for name in lists})
        for entry in read["key"]
    )
