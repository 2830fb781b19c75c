"""What goes into the built program, and what stays out."""

import re
from pathlib import Path

import pytest

from desktop.assets import ARCHIVED
from installer import build, contents, elf

CHECKOUT = Path(__file__).resolve().parents[3]


def test_the_build_has_all_resources_and_what_goes_into_an_archive():
    places = {Path(source).relative_to(CHECKOUT): place for source, place in contents.resources()}
    assert places[Path("resources")] == "desktop/resources"
    assert all(
        places[Path(folder, name)] == "desktop/resources/archive"
        for name, folder in ARCHIVED.items()
    )


def test_a_build_without_one_resource_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(build, "FOLDER", tmp_path)
    names = [*build._resource_files(), *(n.replace("*", "x") for n in build.MUST_BE_THERE)]
    for name in names:
        path = tmp_path / "_internal" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    build.check_files()
    (tmp_path / "_internal/desktop/resources/plans/2005.json").unlink()
    with pytest.raises(build.BuildError, match=r"lacks desktop/resources/plans/2005\.json"):
        build.check_files()


@pytest.mark.parametrize(
    ("name", "wanted"),
    {
        "PySide6/Qt/lib/libQt6Widgets.so.6": True,
        "PySide6/Qt/lib/libQt6Quick.so.6": False,
        "PySide6/QtSvg.abi3.so": True,
        "PySide6/QtNetwork.abi3.so": True,
        "PySide6/QtQml.abi3.so": False,
        "PySide6/libpyside6.abi3.so.6.11": True,
        "PySide6/Qt/plugins/platforms/libqxcb.so": True,
        "PySide6/Qt/plugins/platforms/libqwayland.so": False,
        "PySide6/Qt/plugins/tls/libqopensslbackend.so": False,
        "PySide6/Qt/translations/qtbase_zh_CN.qm": True,
        "PySide6/Qt/translations/qtbase_de.qm": False,
        "PySide6\\plugins\\platforms\\qwindows.dll": True,
        "PySide6\\plugins\\platforms\\qdirect2d.dll": False,
        "PySide6\\Qt6Gui.dll": True,
        "PySide6\\Qt6Qml.dll": False,
        "PySide6\\opengl32sw.dll": False,
        "PySide6\\qml\\QtQml\\qmlplugin.dll": False,
        "PySide6\\QtWidgets.pyd": True,
        "libfontconfig.so.1": False,
        "libX11.so.6": True,
        "desktop/resources/plans/2005.json": True,
    }.items(),
)
def test_of_qt_only_what_the_window_uses_is_wanted(name, wanted):
    assert contents.is_wanted(name) is wanted


def test_a_library_stays_where_something_that_stays_links_to_it():
    links = {
        "module": {"libX.so", "LIBCASE.dll"},
        "x": {"libY.so"},
        "quick": {"libOnlyQuick.so"},
    }
    entries = [
        ("module.so", "module", "EXTENSION"),
        ("libX.so", "x", "BINARY"),
        ("libY.so", "y", "BINARY"),
        ("libcase.dll", "case", "BINARY"),
        ("libpython3.11.so.1.0", "python", "BINARY"),
        ("libOnlyQuick.so", "only", "BINARY"),
        ("PySide6/Qt/lib/libQt6Quick.so.6", "quick", "BINARY"),
        ("libOnlyQuick.so", "pillow.libs/libOnlyQuick.so", "SYMLINK"),
    ]
    kept = contents.pruned(entries, lambda path: links.get(path, set()))
    assert [entry[1] for entry in kept] == ["module", "x", "y", "case", "python"]


def test_the_licence_of_every_package_comes_along():
    texts = dict(contents.licences())
    assert texts[str(CHECKOUT / "LICENSE")] == "licences"
    assert {"licences/reportlab", "licences/openpyxl"} <= set(texts.values())
    assert all(Path(path).is_file() for path in texts)


def test_the_oldest_glibc_is_the_newest_that_any_file_asks_for(tmp_path):
    (tmp_path / "a.so").write_bytes(b"\x7fELF\0GLIBC_2.17\0GLIBC_2.9\0")
    (tmp_path / "b.so").write_bytes(b"\x7fELF\0GLIBC_2.36\0GLIBC_PRIVATE\0")
    (tmp_path / "notes.txt").write_bytes(b"GLIBC_2.99")
    assert elf.oldest_glibc(tmp_path) == "2.36"


@pytest.mark.parametrize("lock", sorted(path.name for path in CHECKOUT.glob("requirements*.lock")))
def test_a_lock_has_hashes_and_no_addresses(lock):
    text = (CHECKOUT / lock).read_text(encoding="utf-8")
    pins = re.findall(r"^\S.*?==.*(?:\n    --hash=sha256:[0-9a-f]{64}.*)+", text, re.MULTILINE)
    assert len(pins) == len(re.findall(r"^\S", text, re.MULTILINE)) > 0
    assert "://" not in text
    assert "--index" not in text


def test_the_package_is_built_of_what_the_tests_ran_with():
    pin = re.compile(r"^(\S+)==(\S+)", re.MULTILINE)
    run, package = (
        dict(pin.findall((CHECKOUT / name).read_text(encoding="utf-8")))
        for name in ("requirements.lock", "requirements-package.lock")
    )
    assert run.items() <= package.items()
    assert "pyinstaller" in package
