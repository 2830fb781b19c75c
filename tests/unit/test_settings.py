import json

import pytest

from desktop.settings import TEXT_SIZES, THEMES, Settings
from desktop.words import CHINESE, ENGLISH

CHOSEN = Settings(CHINESE, "dark", 125, sounds=False, recent=("/a/评议.pingyi", "/b.pingyi"))


def test_what_was_chosen_is_there_again(tmp_path):
    path = tmp_path / "new" / "settings.json"
    CHOSEN.write(path)
    assert Settings.read(path) == CHOSEN


@pytest.mark.parametrize("content", [b"", b"{", b"\xff", b"[]", b"7", b"null", None])
def test_an_unreadable_file_is_as_good_as_none(tmp_path, content):
    path = tmp_path / "settings.json"
    if content is not None:
        path.write_bytes(content)
    assert Settings.read(path) == Settings()


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("language", ["fr", "", 7, ["en"], None]),
        ("theme", ["blue", {}, True]),
        ("text_size", [99, "100", None, True, 1000]),
        ("sounds", [1, "yes", None]),
        ("recent", ["/a", [1], {"0": "/a"}]),
    ],
)
def test_a_senseless_choice_is_dropped_and_the_others_stay(tmp_path, name, wrong):
    path = tmp_path / "settings.json"
    for value in wrong:
        CHOSEN.write(path)
        held = json.loads(path.read_text(encoding="utf-8"))
        path.write_text(json.dumps(held | {name: value, "unknown": 1}), encoding="utf-8")
        found = Settings.read(path)
        assert getattr(found, name) == getattr(Settings(), name)
        others = {"language", "theme", "text_size", "sounds", "recent"} - {name}
        assert all(getattr(found, other) == getattr(CHOSEN, other) for other in others)


def test_every_choice_offered_is_taken(tmp_path):
    path = tmp_path / "settings.json"
    for language in (ENGLISH, CHINESE):
        for theme in THEMES:
            for size in TEXT_SIZES:
                Settings(language, theme, size).write(path)
                assert Settings.read(path) == Settings(language, theme, size)


@pytest.mark.parametrize("language", [ENGLISH, CHINESE])
def test_the_systems_language_is_the_first_choice(monkeypatch, language):
    monkeypatch.setenv("PINGYI_LANG", language)
    assert Settings().language == language


def test_the_newest_file_is_the_first_and_stands_there_once(tmp_path):
    held = Settings()
    paths = [tmp_path / f"{at}.pingyi" for at in range(10)]
    for path in paths:
        held = held.with_recent(path)
    assert held.recent == tuple(str(path) for path in reversed(paths[2:]))
    again = held.with_recent(paths[5])
    assert again.recent[0] == str(paths[5])
    assert sorted(again.recent) == sorted(held.recent)
