"""Files that were brought to be merged: which there are, and what the verification says of each."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from desktop.store import kinds, station_queries
from desktop.store.admission import admission_code
from desktop.store.errors import BadRecordError
from desktop.store.package_errors import PackageRefusedError
from desktop.store.package_reading import Verifying, untold
from desktop.store.source_checks import NotAdmittedError, check_source
from desktop.store.sources import Source, open_source
from desktop.store.survey_file import SurveyFile
from desktop.tally.errors import PingyiError

PACKAGE = ".pyp"


class FileState(Enum):
    WAITING = auto()
    VERIFYING = auto()
    SOUND = auto()
    SAME = auto()
    """Byte for byte another file of the list."""
    STRANGER = auto()
    """Sound, and of a station whose code was not compared yet."""
    REFUSED = auto()


@dataclass(frozen=True, slots=True)
class MergeFile:
    """A file and what is known of it; of its records those that were verified so far."""

    path: Path
    size: int = 0
    state: FileState = FileState.WAITING
    verified: int = 0
    records: int = 0
    name: str = ""
    code: str = ""
    incarnation: int = 0
    sha256: str = ""
    refused: PingyiError | None = None


def listed(paths: Iterable[Path]) -> Iterator[Path]:
    """These files, and for a folder or stick every package in it and in the folders of it; OSError.

    Survey files are taken where they are named: one that lies beside packages may be anybody's.
    """
    for path in paths:
        if path.is_dir():
            found = [*path.glob(f"*{PACKAGE}"), *path.glob(f"*/*{PACKAGE}")]
            # what other systems leave beside a file begins with a point
            yield from sorted(held for held in found if not held.name.startswith("."))
        else:
            yield path


def size_of(path: Path) -> int:
    """Bytes, or 0 where there is no such file any more: its verification tells that."""
    try:
        return path.stat().st_size
    except OSError:
        return 0


def verified(survey: SurveyFile, path: Path, verifying: Verifying = untold) -> MergeFile:
    """Verify a file in full, as a merge does, and tell whose it is; what `verifying` raises."""
    told = [0]

    def follow(done: int, total: int) -> None:
        told[0] = total
        verifying(done, total)

    size = size_of(path)
    try:
        source = open_source(path, survey.home.recipient_key(survey.id), follow)
    except PingyiError as error:
        return MergeFile(path, size, FileState.REFUSED, refused=error)
    try:
        return _known(survey, source, size, told[0])
    except BadRecordError as why:
        refused = PackageRefusedError(why, path=path)
        return MergeFile(path, size, FileState.REFUSED, refused=refused)
    finally:
        source.close()


def _known(survey: SurveyFile, source: Source, size: int, records: int) -> MergeFile:
    state, refused = _standing(survey, source)
    stations = _stations(survey, source)
    names = _names(survey, source)
    return MergeFile(
        source.path,
        size,
        state,
        verified=records,
        records=records,
        name=" ".join(names.get(held, held[:8]) for held in stations),
        code=admission_code(stations[0]) if len(stations) == 1 else "",
        incarnation=max(int(run["incarnation"]) for run in source.runs),
        sha256=source.sha256,
        refused=refused,
    )


def _standing(survey: SurveyFile, source: Source) -> tuple[FileState, PingyiError | None]:
    """Whether the supervisor's file would take it."""
    try:
        check_source(survey, source, station_queries.authority(survey), at=survey.founder)
    except NotAdmittedError as error:
        return FileState.STRANGER, error
    except PackageRefusedError as error:
        return FileState.REFUSED, error
    return FileState.SOUND, None


def _stations(survey: SurveyFile, source: Source) -> list[str]:
    """The stations in a file besides the supervisor's, or his where there is no other."""
    stations = list(dict.fromkeys(str(run["station"]) for run in source.runs))
    return [held for held in stations if held != survey.founder] or stations


def _names(survey: SurveyFile, source: Source) -> dict[str, str]:
    """As they are known here; a station that is not yet, as it calls itself."""
    known = station_queries.station_names(survey)
    if all(run["station"] in known for run in source.runs):
        return known
    joined = (held for held in source.records() if held.kind == kinds.JOINED)
    return {held.header.station: held.data["name"] for held in joined} | known
