"""What goes into the built program besides its code, and what PyInstaller takes too much of."""

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator
from importlib.metadata import Distribution, distributions
from pathlib import Path, PurePath

CHECKOUT = Path(__file__).resolve().parents[1]

Entry = tuple[str, str, str]
"""PyInstaller's own triple: the name in the folder, the file it is copied from, its kind."""

QT_MODULES = {
    *("Core", "Gui", "Widgets", "Svg", "SvgWidgets", "PrintSupport", "Network"),
    *("DBus", "OpenGL", "XcbQpa"),  # what the above and the X11 plugin link to
}
QT_PLUGINS = {
    "iconengines": {"qsvgicon"},
    "imageformats": {"qico", "qjpeg", "qsvg"},
    "platforminputcontexts": {
        "composeplatforminputcontextplugin",
        "ibusplatforminputcontextplugin",
    },
    "platforms": {"qoffscreen", "qwindows", "qxcb"},
    "printsupport": {"cupsprintersupport"},
    "styles": {"qmodernwindowsstyle"},
}
TRANSLATIONS = {"qtbase_zh_CN.qm"}
UNUSED_MODULES = [
    *("IPython", "lxml", "matplotlib", "numpy", "pandas", "pip", "pydoc", "pysqlite3", "pytest"),
    *("PIL._avif", "PIL._imagingtk", "PIL._webp", "readline", "setuptools", "tkinter", "unittest"),
]
SYSTEM_LIBRARIES = {
    *("libcups.so.2", "libdbus-1.so.3", "libfontconfig.so.1", "libfreetype.so.6"),
    *("libxcb.so.1", "libxkbcommon.so.0", "libxkbcommon-x11.so.0"),
}
"""Libraries that must fit the system's own files and services: never brought along."""

_QT_LIBRARY = re.compile(r"^(?:lib)?Qt6(\w+?)(?:\.dll|\.so.*|\.abi3\.so)$")
_QT_BINDING = re.compile(r"^Qt(\w+)\.(?:abi3\.so|pyd)$")
_LOADED = ("libpython", "python3", "libpdfium", "pdfium")
"""Libraries that PyInstaller's own start and pypdfium2 load by name."""
_LICENCE = re.compile(r"^(licen[cs]e|copying|notice|authors)", re.IGNORECASE)


def resources() -> Iterator[tuple[str, str]]:
    """Each file or folder that a wheel takes in, and its folder in the build."""
    pyproject = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))
    included = pyproject["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    for source, target in included.items():
        path = CHECKOUT / source
        folder = PurePath(target) if path.is_dir() else PurePath(target).parent
        yield str(path), folder.as_posix()


def licences() -> Iterator[tuple[str, str]]:
    """The licence texts of this program and of every package it is built with."""
    yield str(CHECKOUT / "LICENSE"), "licences"
    for package in distributions():
        for path in _licence_files(package):
            yield str(path), f"licences/{package.name}"


def _licence_files(package: Distribution) -> Iterator[Path]:
    for file in package.files or ():
        beside = any(part.endswith(".dist-info") for part in file.parts)
        if beside and (_LICENCE.match(file.name) or "licenses" in file.parts):
            yield Path(str(package.locate_file(file)))


def is_wanted(name: str) -> bool:
    """Whether a file of the build stays: of Qt only the parts that the window uses."""
    path = PurePath(name.replace("\\", "/"))
    if "qml" in path.parts:
        return False
    if path.parts[0] != "PySide6":
        return path.name not in SYSTEM_LIBRARIES and not path.name.startswith("libQt6")
    if "translations" in path.parts:
        return path.name in TRANSLATIONS
    if "plugins" in path.parts:
        kind = path.parts[path.parts.index("plugins") + 1]
        return path.name.split(".")[0].removeprefix("lib") in QT_PLUGINS.get(kind, ())
    found = _QT_LIBRARY.match(path.name) or _QT_BINDING.match(path.name)
    return not path.name.startswith("opengl32sw") and (not found or found[1] in QT_MODULES)


def pruned(entries: Iterable[Entry], needs: Callable[[str], set[str]]) -> list[Entry]:
    """The wanted entries, without shared libraries that nothing wanted links to.

    `needs` gives the file names of the libraries that a file links to.
    """
    wanted = [entry for entry in entries if is_wanted(entry[0])]
    libraries = {_file_name(entry): entry for entry in wanted if _is_only_linked(entry)}
    reached: set[str] = set()
    waiting = [entry for entry in wanted if not _is_link_or_linked(entry)]
    while waiting:
        asked = {name.lower() for name in needs(waiting.pop()[1])}
        linked = asked & libraries.keys() - reached
        reached |= linked
        waiting += [libraries[name] for name in linked]
    return [e for e in wanted if _file_name(e) in reached or not _is_link_or_linked(e)]


def _is_link_or_linked(entry: Entry) -> bool:
    return entry[2] == "SYMLINK" or _is_only_linked(entry)


def _is_only_linked(entry: Entry) -> bool:
    """Whether a file is there for others to link to: nothing loads it by its name."""
    path = PurePath(entry[0].replace("\\", "/"))
    loaded = "plugins" in path.parts or path.name.startswith(_LOADED)
    return entry[2] == "BINARY" and not loaded


def _file_name(entry: Entry) -> str:
    """Without capitals, which Windows does not tell apart."""
    return PurePath(entry[0].replace("\\", "/")).name.lower()
