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
    """`PINGYI_LANG` if set, else Chinese on a Chinese system, else English."""
    wished = os.environ.get("PINGYI_LANG") or _system_locale()
    return CHINESE if wished.lower().replace("chinese", "zh").startswith("zh") else ENGLISH


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
