"""Texts in the reader's language, keyed by their English source string."""

import locale
import os
import tomllib
from collections.abc import Callable
from functools import cache

from desktop.assets import resource

Words = Callable[[str], str]

ENGLISH, CHINESE = "en", "zh_CN"


def words_for(language: str) -> Words:
    """The texts of a language; a string without a translation stays English."""
    texts = _texts(language)
    return lambda source: texts.get(source, source)


def system_language() -> str:
    """The language `PINGYI_LANG` names, else Chinese on a Chinese system, else English."""
    return _named(_wished()) or _named(_system_locale()) or ENGLISH


def unknown_language() -> str:
    """What `PINGYI_LANG` says where it names no language of ours, else an empty text."""
    return "" if _named(_wished()) else _wished()


def _wished() -> str:
    return os.environ.get("PINGYI_LANG", "")


def _named(name: str) -> str | None:
    """The language of a locale's name on any system: `zh_CN.UTF-8`, `Chinese_China.936`, `en`."""
    lowered = name.lower()
    if lowered.startswith(("zh", "chinese")):
        return CHINESE
    return ENGLISH if lowered.startswith("en") else None


def _system_locale() -> str:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return value
    # on Windows no variable is set as a rule; the C library knows the user's setting
    return locale.getlocale()[0] or ""


@cache
def _texts(language: str) -> dict[str, str]:
    texts: dict[str, str] = {}
    if language != ENGLISH:
        for path in sorted(resource("words", language).glob("*.toml")):
            texts |= tomllib.loads(path.read_text(encoding="utf-8"))
    return texts
