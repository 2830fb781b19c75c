"""Stations: the kit that starts one, joining, admission by code, suspension, a new incarnation."""

from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from desktop.actions.authority import check_may
from desktop.actions.errors import (
    ApplicantMissingError,
    CodeWrongError,
    KitWrongError,
    ReasonMissingError,
    StationAdmittedError,
    StationUnknownError,
)
from desktop.actions.keying import check_open
from desktop.actions.packing import package_chain
from desktop.actions.text_files import read_name
from desktop.store import kinds, station_queries
from desktop.store.admission import admission_code, same_code
from desktop.store.keys import Home, StationKey
from desktop.store.new_file import join_survey
from desktop.store.packages import Manifest, open_package
from desktop.store.records import Record
from desktop.store.survey_file import Clock, SurveyFile, open_survey, utc_now


def make_kit(survey: SurveyFile, path: Path) -> Manifest:
    """Write what a station needs to start: the supervisor's records, as a package.

    Raises NotSupervisorError, ZeroMissingError and the errors of `write_package`.
    """
    check_may(survey, "", kinds.ADMITTED)
    check_open(survey)
    return package_chain(survey, path, plain=True)


def join(
    kit: Path,
    path: Path,
    *,
    name: str,
    home: Home | None = None,
    clock: Clock = utc_now,
    key: StationKey | None = None,
) -> SurveyFile:
    """Start a station's file from a kit; its first record is the station's own.

    KitWrongError where the package is not of a supervisor; StationKnownError on a machine that
    has its part in the survey already; PackageRefusedError.
    """
    name = read_name(name, "--station")
    with open_package(kit) as package:
        if next(package.records()).kind != kinds.FOUNDED:
            raise KitWrongError(path=kit)
        return join_survey(
            path,
            package.records(),
            name=name,
            home=home,
            clock=clock,
            key=key,
        )


@dataclass(frozen=True, slots=True)
class Applicant:
    """A station that asks to be admitted, as its package presents it."""

    station: str
    name: str
    code: str


def read_applicant(survey: SurveyFile, package: Path) -> Applicant:
    """The station behind a package; PackageRefusedError, ApplicantMissingError."""
    from desktop.store.sources import open_source

    source = open_source(package, survey.home.recipient_key(survey.id))
    try:
        joined = [held for held in source.records() if held.kind == kinds.JOINED]
    finally:
        source.close()
    if source.survey != survey.id or not joined:
        raise ApplicantMissingError(path=package)
    return _applicant(joined[-1])


def _applicant(joined: Record) -> Applicant:
    station = joined.header.station
    return Applicant(station, joined.data["name"], admission_code(station))


def admit(survey: SurveyFile, package: Path, *, code: str, operator: str = "") -> Applicant:
    """Admit the station whose code was compared; CodeWrongError, StationAdmittedError."""
    check_may(survey, operator, kinds.ADMITTED)
    applicant = read_applicant(survey, package)
    if not same_code(code, applicant.station):
        raise CodeWrongError(path=package, code=code)
    held = station_queries.authority(survey)
    if applicant.station in held.admitted and applicant.station not in held.suspended:
        raise StationAdmittedError(name=applicant.name)
    fields = {"station": applicant.station, "name": applicant.name}
    parents = station_queries.station_heads(survey, applicant.station)
    with survey.transaction():
        survey.append(kinds.ADMITTED, fields, parents=parents, operator=operator)
    return applicant


def suspend(survey: SurveyFile, name: str, *, reason: str, operator: str = "") -> str:
    """Take nothing more from a station, named or by its code; its id. What came in stays."""
    check_may(survey, operator, kinds.SUSPENDED)
    station = find_station(survey, name).station
    fields = {"station": station, "reason": read_reason(reason)}
    parents = station_queries.station_heads(survey, station)
    with survey.transaction():
        survey.append(kinds.SUSPENDED, fields, parents=parents, operator=operator)
    return station


def find_station(survey: SurveyFile, name: str) -> station_queries.Station:
    """The one station with this name, code or id; StationUnknownError."""
    found = [
        held
        for held in station_queries.stations(survey)
        if name in (held.name, held.station) or same_code(name, held.station)
    ]
    if len(found) != 1:
        raise StationUnknownError(path=name)
    return found[0]


def restart(
    path: Path, *, reason: str, home: Home | None = None, clock: Clock = utc_now
) -> SurveyFile:
    """Open a file that lacks records of its own station, as a new incarnation of it.

    NothingLostError where it lacks none. What is lost is named as a gap at the next merge.
    """
    why = read_reason(reason)
    survey = open_survey(path, home=home, write=True, lost=True, clock=clock)
    with ExitStack() as undo:
        undo.callback(survey.close)
        mark = survey.missing_mark()
        assert mark is not None  # take_pen has seen one
        after = {"incarnation": mark.incarnation, "seq": mark.seq, "head": mark.head}
        with survey.transaction():
            survey.append(kinds.RESTARTED, {"reason": why, "after": after})
        undo.pop_all()
    return survey


def read_reason(reason: str) -> str:
    """A reason for the record; ReasonMissingError, TextRefusedError."""
    if not reason.strip():
        raise ReasonMissingError
    return read_name(reason, "--reason")
