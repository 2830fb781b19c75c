"""The Debian package: the built folder under /opt, and what makes a desktop know it."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from installer.contents import CHECKOUT
from installer.elf import oldest_glibc, outside

HERE = Path(__file__).resolve().parent / "debian"
ICONS = CHECKOUT / "resources" / "icons"
PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
"""Which Debian package has a library that the folder links to and does not bring along."""
OF_GLIBC = {
    *("ld-linux-aarch64.so.1", "ld-linux-x86-64.so.2", "libc.so.6", "libdl.so.2", "libm.so.6"),
    *("libpthread.so.0", "librt.so.1", "libutil.so.1"),
}
OF_PRINTERS = {"libcups.so.2"}
"""Missed by the plug-in for printers alone: without it one prints into a file."""


class UnknownLibraryError(Exception):
    """A library comes from nobody knows where: name its Debian package in PACKAGES."""


def build_package(folder: Path, dist: Path, version: str) -> Path:
    """Lay out the package's tree and pack it; its path."""
    machine = _told("dpkg", "--print-architecture")
    package = dist / f"pingyi_{version}_{machine}.deb"
    dist.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="pingyi-deb-") as made:
        tree = Path(made) / "tree"
        lay_out(tree, folder)
        _write_control(tree, {"version": version, "machine": machine, "depends": depends(folder)})
        # xz: the dpkg of older UOS and Kylin reads no zstd
        _told("dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(tree), str(package))
    return package


def depends(folder: Path) -> str:
    """The packages that the folder's files need, the C library with its version."""
    libraries = outside(folder) - OF_GLIBC - OF_PRINTERS
    if unknown := libraries - PACKAGES.keys():
        raise UnknownLibraryError(f"No Debian package is known for {', '.join(sorted(unknown))}.")
    names = sorted(PACKAGES[library] for library in libraries)
    return ", ".join([f"libc6 (>= {oldest_glibc(folder)})", *names])


def lay_out(tree: Path, folder: Path) -> None:
    """Everything of the package but its control file."""
    shutil.copytree(folder, tree / "opt" / "pingyi", symlinks=True)
    link = tree / "usr" / "bin" / "pingyi"
    link.parent.mkdir(parents=True)
    link.symlink_to("/opt/pingyi/pingyi")
    share = tree / "usr" / "share"
    _put(HERE / "pingyi.desktop", share / "applications" / "pingyi.desktop")
    _put(HERE / "pingyi.xml", share / "mime" / "packages" / "pingyi.xml")
    _put(HERE / "copyright", share / "doc" / "pingyi" / "copyright")
    for drawing, place in _icons():
        _put(drawing, share / "icons" / "hicolor" / place)
    _set_modes(tree)


def _icons() -> list[tuple[Path, str]]:
    """The program's icon in every size; a survey file wears the same."""
    drawings = [(ICONS / "pingyi.svg", "scalable", ".svg")]
    for path in sorted(ICONS.glob("pingyi-*.png")):
        size = path.stem.removeprefix("pingyi-")
        drawings.append((path, f"{size}x{size}", ".png"))
    return [
        (path, f"{size}/{name}{suffix}")
        for path, size, suffix in drawings
        for name in ("apps/pingyi", "mimetypes/application-x-pingyi")
    ]


def _put(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def _set_modes(tree: Path) -> None:
    """What others may do must not hang on the umask of who builds."""
    for path in [tree, *tree.rglob("*")]:
        if not path.is_symlink():
            runs = path.is_dir() or os.access(path, os.X_OK)
            path.chmod(0o755 if runs else 0o644)


def _write_control(tree: Path, fields: dict[str, str]) -> None:
    sizes = [path.lstat().st_size for path in tree.rglob("*") if not path.is_dir()]
    text = (HERE / "control.in").read_text(encoding="utf-8")
    control = tree / "DEBIAN" / "control"
    control.parent.mkdir()
    control.write_text(text.format(size=sum(sizes) // 1024, **fields), encoding="utf-8")
    for path in (control.parent, control):
        path.chmod(0o755 if path.is_dir() else 0o644)


def _told(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
