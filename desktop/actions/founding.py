"""Found a survey from a plan, and open it for keying with the zero report."""

from pathlib import Path

from desktop.actions.authority import check_may
from desktop.actions.errors import NotEmptyError, ZeroDeclaredError
from desktop.actions.text_files import read_name, read_text
from desktop.store import kinds, queries
from desktop.store.keys import Home, StationKey
from desktop.store.new_file import found_survey
from desktop.store.survey_file import Clock, Mode, SurveyFile, utc_now
from desktop.tally.plan import Plan
from desktop.tally.plan_reading import read_plan


def read_plan_file(path: Path) -> Plan:
    """The plan in a file; FileUnreadableError, FileEncodingError and the errors of a plan."""
    return read_plan(read_text(path))


def found(
    path: Path,
    plan: Plan,
    *,
    mode: Mode,
    name: str = "主管",
    home: Home | None = None,
    clock: Clock = utc_now,
    key: StationKey | None = None,
) -> SurveyFile:
    """Make the survey file; the station that founds it is the supervisor's."""
    station = read_name(name, "--name")
    return found_survey(path, plan, mode=mode, name=station, home=home, clock=clock, key=key)


def declare_zero(survey: SurveyFile, *, operator: str = "") -> None:
    """Put on record that nothing is keyed yet; keying and import are open from here on."""
    check_may(survey, operator, kinds.ZERO)
    if queries.zero_declared(survey):
        raise ZeroDeclaredError(path=survey.path)
    if found := queries.keying_records(survey):
        record, kind = found[0]
        raise NotEmptyError(path=survey.path, count=len(found), record=record, kind=kind)
    with survey.transaction():
        survey.append(kinds.ZERO, {}, operator=operator)
