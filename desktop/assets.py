"""Where the program's resources lie: beside the package in a checkout, inside it when installed."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


ARCHIVED = {"verify_pingyi.py": "tools", "FORMAT.md": "docs", "PLAN.md": "docs"}
"""What goes into every archive, and where it lies in a checkout."""


def archived(name: str) -> Path:
    """The path of a file that goes into every archive."""
    inside = _PACKAGE / "resources" / "archive" / name
    return inside if inside.is_file() else _PACKAGE.parent / ARCHIVED[name] / name


def resource(*parts: str) -> Path:
    """The path of a file or folder under `resources/`."""
    inside = _PACKAGE / "resources"
    root = inside if inside.is_dir() else _PACKAGE.parent / "resources"
    return root.joinpath(*parts)
