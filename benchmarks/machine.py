"""Describes the machine, so that figures can be set beside other machines'."""

import os
import platform
import sqlite3
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

PEERS = ("duckdb", "polars", "pandas", "pyarrow")


def description(folder: Path) -> list[str]:
    """Processor, memory, disk of the folder, and versions, one line each."""
    return [
        f"Processor: {_processor()}, {os.cpu_count()} cores",
        f"Memory: {_memory()}, disk: {_disk(folder)}",
        f"System: {platform.system()} {platform.release()}",
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}{_peers()}",
    ]


def _processor() -> str:
    return system_field("/proc/cpuinfo", "model name") or platform.processor() or platform.machine()


def _memory() -> str:
    kilobytes = system_field("/proc/meminfo", "MemTotal").split(" ")[0]
    return f"{int(kilobytes) / 2**20:.0f} GB" if kilobytes else "unknown"


def system_field(path: str, name: str) -> str:
    """A line `name : value` of a file of the system, empty where there is none."""
    try:
        lines = Path(path).read_text(encoding="utf-8").splitlines()
    except OSError:
        return ""
    found = (line.partition(":") for line in lines)
    return next((value.strip() for head, _, value in found if head.strip() == name), "")


def _disk(folder: Path) -> str:
    """File system and device that hold the folder."""
    try:
        mounts = Path("/proc/mounts").read_text(encoding="utf-8").splitlines()
    except OSError:
        return "unknown"
    entries = [line.split(" ")[:3] for line in mounts]
    holding = [entry for entry in entries if folder.resolve().is_relative_to(entry[1])]
    device, _, system = max(holding, key=lambda entry: len(entry[1]))
    return f"{system} on {device}"


def _peers() -> str:
    return "".join(f", {name} {found}" for name in PEERS if (found := _version(name)))


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
