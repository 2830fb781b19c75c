"""The Windows set-up: what it writes, and that it takes all of it away again."""

import re
from pathlib import Path

import pytest

from installer.windows.file_list import macros

CHECKOUT = Path(__file__).resolve().parents[3]
SCRIPT = (CHECKOUT / "installer" / "windows" / "pingyi.nsi").read_text(encoding="utf-8")


def registered():
    """Key and value name of everything that the set-up writes into the registry."""
    return re.findall(r'^ +WriteReg\w+ (\w+) "(.+?)" "(.*?)"', SCRIPT, re.MULTILINE)


def is_removed(key, value):
    parents = [key.rsplit("\\", cut)[0] for cut in range(key.count("\\") + 1)]
    whole = any(f'  DeleteRegKey HKCU "{parent}"' in SCRIPT for parent in parents)
    return whole or f'DeleteRegValue HKCU "{key}" "{value}"' in SCRIPT


def test_the_set_up_needs_no_administrator():
    assert "RequestExecutionLevel user" in SCRIPT
    assert {root for root, _, _ in registered()} == {"HKCU"}
    assert "HKLM" not in SCRIPT
    assert 'InstallDir "$LOCALAPPDATA\\Programs\\' in SCRIPT


@pytest.mark.parametrize(
    "key",
    [
        "${CLASSES}\\${FILE_TYPE}",
        "${CLASSES}\\${FILE_TYPE}\\DefaultIcon",
        "${CLASSES}\\${FILE_TYPE}\\shell\\open\\command",
        "${CLASSES}\\.pingyi",
        "${CLASSES}\\.pingyi\\OpenWithProgids",
        "${UNINSTALL}",
    ],
)
def test_the_set_up_writes_every_key_that_windows_asks_for(key):
    assert key in {written for _, written, _ in registered()}


def test_what_the_set_up_writes_the_uninstaller_removes():
    assert [entry for entry in registered() if not is_removed(*entry[1:])] == []
    made = re.findall(r'(?:CreateShortcut|WriteUninstaller) "(.+?)"', SCRIPT)
    assert len(made) == 2
    assert [path for path in made if f'\n  Delete "{path}"' not in SCRIPT] == []


def test_nothing_is_removed_that_was_not_installed():
    assert not re.search(r"RMDir\s+/r", SCRIPT)
    assert "!insertmacro InstallFiles" in SCRIPT.split('Section "Uninstall"')[0]
    assert "!insertmacro RemoveFiles" in SCRIPT.split('Section "Uninstall"')[1]


def test_every_page_speaks_chinese_and_english():
    texts = re.findall(r"^LangString (\w+) \$\{LANG_(\w+)\} \"(.+)\"", SCRIPT, re.MULTILINE)
    used = set(re.findall(r"\$\((\w+)\)", SCRIPT))
    for language in ("SIMPCHINESE", "ENGLISH"):
        assert {name for name, told, _ in texts if told == language} == used
    assert 'MUI_LANGUAGE "SimpChinese"' in SCRIPT


def test_the_list_removes_what_it_installs_and_inner_folders_first(tmp_path):
    for name in ("pingyi.exe", "_internal/a/$5 x.txt", "_internal/b/中文.toml", "_internal/c.dll"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    text = macros(tmp_path)
    put = list(installed(text, tmp_path))
    assert sorted(put) == sorted(re.findall(r'^  Delete "(.+)"', text, re.MULTILINE))
    assert "$INSTDIR\\_internal\\a\\$$5 x.txt" in put
    removed = re.findall(r'^  RMDir "(.+)"', text, re.MULTILINE)
    assert removed[-1] == "$INSTDIR\\_internal"
    assert set(removed[:-1]) == {"$INSTDIR\\_internal\\a", "$INSTDIR\\_internal\\b"}


def installed(text, folder):
    """Where each `File` line puts its file, by the `SetOutPath` before it."""
    place = ""
    for word, path in re.findall(r'^  (SetOutPath|File) "(.+)"', text, re.MULTILINE):
        if word == "SetOutPath":
            place = path
        else:
            assert Path(path).is_relative_to(folder)
            yield f"{place}\\{Path(path).name.replace('$', '$$')}"
