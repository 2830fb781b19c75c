"""Handover: this station's whole chain in one file, for the stick."""

from collections.abc import Iterator
from pathlib import Path

from desktop.actions.errors import FolderMissingError, NothingToPackError
from desktop.store import station_queries
from desktop.store.admission import admission_code
from desktop.store.package_errors import PackageExistsError, PackageRefusedError
from desktop.store.package_reading import open_known
from desktop.store.packages import Manifest, write_package
from desktop.store.records import Record
from desktop.store.survey_file import SurveyFile

SUFFIX = ".pyp"


def pack(survey: SurveyFile, folder: Path) -> tuple[Path, Manifest]:
    """Write the handover package into a folder, under a short name of its own.

    FolderMissingError, and the errors of `write_package`; an earlier package is never replaced.
    """
    if not folder.is_dir():
        raise FolderMissingError(path=folder)
    for path in _names(folder / package_name(survey)):
        try:
            return path, package_chain(survey, path)
        except PackageExistsError:
            if manifest := _already_there(survey, path):
                return path, manifest
    raise PackageExistsError(path=path)


def _names(path: Path) -> Iterator[Path]:
    """The name, and more of its kind where other packages took it."""
    yield path
    yield from (path.with_stem(f"{path.stem}-{number}") for number in range(2, 10))


def _already_there(survey: SurveyFile, path: Path) -> Manifest | None:
    """The package of this name, if it is this very chain for these recipients, and sound."""
    try:
        with open_known(path, survey.home.recipient_key, sealed=True) as package:
            manifest = package.manifest
    except PackageRefusedError:
        return None
    keys = [recipient.key for recipient in manifest.recipients]
    same = manifest.runs[-1].head == survey.tip.head
    return manifest if same and keys == station_queries.recipients(survey) else None


def package_name(survey: SurveyFile) -> str:
    """`PYABCD-1-00120.pyp`: the station's code, its incarnation and last number; ASCII."""
    tip = survey.tip
    code = admission_code(survey.key.station)[:4]
    return f"PY{code}-{tip.incarnation}-{tip.seq:05d}{SUFFIX}"


def package_chain(survey: SurveyFile, path: Path, *, plain: bool = False) -> Manifest:
    """Write this station's chain, encrypted where the survey names who may read it."""
    recipients = [] if plain else station_queries.recipients(survey)
    if survey.tip.seq == 0:
        raise NothingToPackError(path=survey.path)

    def records() -> Iterator[Record]:
        return survey.own_records()

    return write_package(path, survey.key, survey.id, survey.mode, records, recipients)
