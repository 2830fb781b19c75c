"""The plans that come with the program, by their titles."""

import json
from functools import cache
from pathlib import Path

from desktop.assets import resource


@cache
def shipped_plans() -> tuple[tuple[str, Path], ...]:
    """Title and path of each, in the order of their file names."""
    paths = sorted(resource("plans").glob("*.json"))
    return tuple((json.loads(path.read_text(encoding="utf-8"))["title"], path) for path in paths)
