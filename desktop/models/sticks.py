"""The sticks that a package can be carried away on: what this machine has mounted, sifted."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from PySide6.QtCore import QDir, QStorageInfo

_MEMORY = {"tmpfs", "devtmpfs", "ramfs", "overlay", "squashfs", "proc", "sysfs", "efivarfs"}
"""File systems that nobody carries away."""

_SYSTEM = (
    *("/boot", "/dev", "/efi", "/etc", "/home", "/nix", "/opt", "/proc", "/root", "/run"),
    *("/snap", "/srv", "/sys", "/tmp", "/usr", "/var"),  # noqa: S108  named to be left out
)
"""Where a system mounts parts of itself (Filesystem Hierarchy Standard 3.0)."""

_CARRIED = "/run/media"
"""The one place below them where desktops mount sticks."""


@dataclass(frozen=True, slots=True)
class Volume:
    """A mounted file system; `free` in bytes."""

    root: Path
    name: str
    kind: str
    free: int
    is_writable: bool
    is_own: bool = False
    """Whether the system or the user's own folder lies on it."""


def sticks() -> list[Volume]:
    """What may be carried away from this machine now."""
    own = {QStorageInfo.root().rootPath(), QStorageInfo(QDir.homePath()).rootPath()}
    return carried(_volume(held, own) for held in QStorageInfo.mountedVolumes())


def carried(volumes: Iterable[Volume]) -> list[Volume]:
    """The volumes that are no part of the system, by name."""
    return sorted(filter(_is_carried, volumes), key=lambda held: (held.name, held.root))


def _is_carried(volume: Volume) -> bool:
    root = PurePosixPath(volume.root.as_posix())
    is_system = any(root.is_relative_to(place) for place in _SYSTEM)
    is_part = volume.is_own or (is_system and not root.is_relative_to(_CARRIED))
    return volume.is_writable and not is_part and volume.kind not in _MEMORY


def _volume(held: QStorageInfo, own: set[str]) -> Volume:
    root, name = held.rootPath(), held.displayName()
    return Volume(
        Path(root),
        # without a label of its own a volume is called by its path
        Path(name).name or name,
        bytes(held.fileSystemType().data()).decode(errors="replace"),
        held.bytesAvailable(),
        held.isValid() and held.isReady() and not held.isReadOnly(),
        held.isRoot() or root in own,
    )
