"""The archive 归档: survey, packages, results and documents in one folder, with every hash."""

import hashlib
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from desktop.actions.counting import count_survey, results_file
from desktop.actions.errors import FolderFullError
from desktop.assets import ARCHIVED, archived
from desktop.files import write_whole
from desktop.store import station_queries
from desktop.store.backup import copy_survey
from desktop.store.keys import Home
from desktop.store.package_reading import open_known
from desktop.store.survey_file import SurveyFile
from desktop.store.verification import verified_survey, verify_copy
from desktop.tally.errors import PingyiError, Problem

SUMS = "SHA256SUMS"
RESULTS = "results.json"


def begin_archive(survey: SurveyFile, folder: Path, sources: Iterable[Path]) -> list[str]:
    """Fill an empty folder with the survey, its results, and the packages it was merged from.

    `sources` are folders to look for packages in; the names of those not found are returned.
    FolderFullError. Documents are added by the caller, then `write_sums` ends the archive.
    """
    if folder.exists() and any(folder.iterdir()):
        raise FolderFullError(path=folder)
    folder.mkdir(parents=True, exist_ok=True)
    copy_survey(survey, folder / survey.path.name)
    content = results_file(count_survey(survey))
    write_whole(folder / RESULTS, lambda file: file.write(content))
    for name in ARCHIVED:
        shutil.copyfile(archived(name), folder / name)
    return list(_copy_packages(survey, folder / "packages", sources))


def _copy_packages(survey: SurveyFile, folder: Path, sources: Iterable[Path]) -> Iterator[str]:
    """Copy what imports name by hash; the names of those that are nowhere."""
    wanted = {
        source["sha256"]: source["name"]
        for sources_of in station_queries.authority(survey).imports.values()
        for source in sources_of
    }
    found = {
        file_hash(path): path for place in sources for path in place.rglob("*") if path.is_file()
    }
    for sha256, name in wanted.items():
        if sha256 not in found:
            yield name
            continue
        folder.mkdir(exist_ok=True)
        shutil.copyfile(found[sha256], _free(folder / name))


def _free(path: Path) -> Path:
    """The path, or one with a number where two packages had one name."""
    number = 2
    while path.exists():
        path = path.with_name(f"{path.stem.split('~')[0]}~{number}{path.suffix}")
        number += 1
    return path


def write_sums(folder: Path) -> Path:
    """`SHA256SUMS` of every file in the folder, as `sha256sum -c` reads it."""
    lines = [f"{file_hash(path)}  {name}\n" for name, path in _files(folder)]
    target = folder / SUMS
    write_whole(target, lambda file: file.write("".join(lines).encode()))
    return target


def verify_folder(folder: Path) -> list[Problem]:
    """Everything wrong with an archive: hashes, survey files, packages, results."""
    found = list(_sums(folder))
    for name, path in _files(folder):
        if path.suffix == ".pingyi":
            found += (Problem(name, p.message, p.fields) for p in verify_copy(path))
            found += _results(folder, name, path) if path.parent == folder else ()
        elif path.suffix == ".pyp":
            found += (Problem(name, p.message, p.fields) for p in verify_package(path, sealed=True))
    if not any(path.suffix == ".pingyi" for _, path in _files(folder)):
        found.append(Problem("", "the folder holds no survey file"))
    return found


def _sums(folder: Path) -> Iterator[Problem]:
    target = folder / SUMS
    if not target.is_file():
        yield Problem(SUMS, "the list of hashes is missing")
        return
    listed = dict(_sum_lines(target))
    held = dict(_files(folder))
    for name in sorted(listed.keys() | held.keys()):
        if name not in held:
            yield Problem(name, "is listed and not here")
        elif name not in listed:
            yield Problem(name, "is here and not listed")
        elif file_hash(held[name]) != listed[name]:
            yield Problem(name, "is not the file that was archived: its hash differs")


def _sum_lines(target: Path) -> Iterator[tuple[str, str]]:
    for line in target.read_text(encoding="utf-8", errors="replace").splitlines():
        sha256, _, name = line.partition("  ")
        yield name, sha256


def _results(folder: Path, name: str, path: Path) -> Iterator[Problem]:
    """Whether the results beside a survey file follow from it."""
    target = folder / RESULTS
    if not target.is_file():
        yield Problem(RESULTS, "is missing")
        return
    try:
        with verified_survey(path, put_away=True) as survey:
            expected = results_file(count_survey(survey))
    except PingyiError:
        return  # told above
    if expected != target.read_bytes():
        yield Problem(RESULTS, "does not follow from {file}", {"file": name})


def verify_package(path: Path, *, home: Home | None = None, sealed: bool = False) -> list[Problem]:
    """What is wrong with a package; an encrypted one takes the key that this machine holds.

    With `sealed` one that cannot be opened here is checked from outside: manifest, signature,
    length, hash and number of records.
    """
    try:
        open_known(path, (home or Home.of_user()).recipient_key, sealed=sealed).close()
    except PingyiError as refused:
        return [Problem("", refused.message, refused.fields)]
    return []


def _files(folder: Path) -> list[tuple[str, Path]]:
    """Every file but the list of hashes itself, by its name in the folder."""
    found = ((path.relative_to(folder).as_posix(), path) for path in folder.rglob("*"))
    return sorted((name, path) for name, path in found if path.is_file() and name != SUMS)


def file_hash(path: Path) -> str:
    """SHA-256 of a whole file, 64 hex digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
