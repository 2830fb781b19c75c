"""Whose packages and files a station takes: what keeps one out before its records are looked at."""

from desktop.store.admission import admission_code
from desktop.store.authority import Authority
from desktop.store.package_errors import PackageRefusedError, WrongFileError
from desktop.store.sources import Source
from desktop.store.survey_file import SurveyFile


class NotAdmittedError(PackageRefusedError):
    """The station's code has to be compared first."""


def check_source(
    survey: SurveyFile, source: Source, authority: Authority, *, at: str | None
) -> None:
    """Raise PackageRefusedError for another survey's, or a station that may not hand over.

    `at` is the station that takes it; NotAdmittedError.
    """
    if source.survey != survey.id:
        raise _refusal(source, "it belongs to another survey")
    if source.mode != survey.mode:
        raise _refusal(source, "drill and official records do not mix")
    for station in {str(run["station"]) for run in source.runs} - {survey.founder, at}:
        if at != survey.founder:
            raise _refusal(source, "a station takes the supervisor's packages and its own alone")
        _check_station(source, station, authority)


def _check_station(source: Source, station: str, authority: Authority) -> None:
    if station in authority.suspended:
        raise _refusal(source, "its station is suspended")
    if station not in authority.admitted:
        message = "its station {code} was not admitted: compare the code and admit it first"
        why = WrongFileError(message, code=admission_code(station))
        raise NotAdmittedError(why, path=source.path)


def _refusal(source: Source, message: str, **fields: object) -> PackageRefusedError:
    return PackageRefusedError(WrongFileError(message, **fields), path=source.path)
