"""Makes a survey file: whole under its name, or not there at all."""

from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from desktop.files import part_of, put_in_place
from desktop.store import opening
from desktop.store.errors import StationKnownError, SurveyExistsError, SurveyUnwritableError
from desktop.store.keys import HighWater, Home, StationKey
from desktop.store.kinds import FOUNDED, JOINED
from desktop.store.log import insert_record, stored_records
from desktop.store.projection import Projection
from desktop.store.records import Header, Record, write_record
from desktop.store.survey_file import Clock, Mode, SurveyFile, open_survey, timestamp, utc_now
from desktop.tally.plan import Plan
from desktop.tally.plan_reading import plan_to_json


def found_survey(
    path: Path,
    plan: Plan,
    *,
    mode: Mode,
    name: str,
    home: Home | None = None,
    clock: Clock = utc_now,
    key: StationKey | None = None,
) -> SurveyFile:
    """Make a survey file whose first record holds the plan.

    Raises SurveyExistsError, and SurveyUnwritableError where folder or disk refuse.
    """
    home, key = home or Home.of_user(), key or StationKey.new()
    header = Header("", mode, key.station, 1, 1, "", timestamp(clock()))
    record = write_record(key, header, FOUNDED, {"name": name, "plan": plan_to_json(plan)})
    _make(path, [record], home, key)
    return open_survey(path, home=home, write=True, clock=clock)


def join_survey(
    path: Path,
    records: Iterable[Record],
    *,
    name: str,
    home: Home | None = None,
    clock: Clock = utc_now,
    key: StationKey | None = None,
) -> SurveyFile:
    """Make a station's file from the supervisor's records, the founding one first.

    Raises StationKnownError where this machine has a part in the survey already, and the errors
    of `found_survey`.
    """
    home, key = home or Home.of_user(), key or StationKey.new()
    founding, *_ = held = list(records)
    if home.station_key(founding.id):
        raise StationKnownError(path=path)
    mode = founding.header.mode
    header = Header(founding.id, mode, key.station, 1, 1, "", timestamp(clock()))
    joined = write_record(key, header, JOINED, {"name": name})
    _make(path, [*held, joined], home, key)
    return open_survey(path, home=home, write=True, clock=clock)


def _make(path: Path, records: Iterable[Record], home: Home, key: StationKey) -> None:
    """Write the file beside its name, keep the key, and put the file in place."""
    with _reserved(path), opening.damage_named(path):
        part = part_of(path)
        try:
            last = _write(part, records)
            home.keep_key(last.survey, key, HighWater(1, 1, last.id))
            put_in_place(part, path)
        finally:
            part.unlink(missing_ok=True)


@contextmanager
def _reserved(path: Path) -> Iterator[None]:
    """Hold the name with an empty file, which goes again if making the survey fails."""
    try:
        path.open("xb").close()
    except FileExistsError:
        raise SurveyExistsError(path=path) from None
    except OSError as error:
        raise SurveyUnwritableError(path=path, reason=error.strerror) from error
    try:
        yield
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def _write(path: Path, records: Iterable[Record]) -> Record:
    """The last record written: the station's own."""
    with closing(opening.create(path)) as db, db.atomic():
        for record in records:
            insert_record(db, record)
        Projection(db).rebuild(stored_records(db))
    return record
