"""T17: a plan that differs in one agency or their order is another survey; newer formats too."""

import hashlib
import json
from dataclasses import replace

import pytest

from desktop.actions import merging
from desktop.store import canonical
from desktop.store.errors import NewerSurveyError
from desktop.store.kinds import RecordId
from desktop.store.log import insert_record
from desktop.store.packages import open_package
from desktop.store.records import Record
from desktop.store.survey_file import open_survey
from tests.packages import assembled, manifest_of, refusal
from tests.packages import canonical as canonical_text
from tests.plans import small_plan
from tests.stations import Centre, record_count

PLAN = small_plan()
A, B, C = PLAN.agencies
PLANS = {
    "one agency renamed": replace(PLAN, agencies=(A, B, replace(C, name="别名"))),
    "one agency another code": replace(PLAN, agencies=(A, B, replace(C, code="A9"))),
    "one agency less": replace(PLAN, agencies=(A, B)),
    "another order": replace(PLAN, agencies=(A, C, B)),
}


@pytest.mark.parametrize("plan", PLANS.values(), ids=PLANS)
def test_t17_a_plan_that_differs_is_refused_by_its_hash(tmp_path, plan):
    """Same key, same clock, same everything but the plan: its hash is in the survey's id."""
    ours = Centre(tmp_path / "ours", 1)
    theirs = Centre(tmp_path / "theirs", 1, plan=plan)
    with ours.opened(write=False) as one, theirs.opened(write=False) as other:
        assert one.plan_hash != other.plan_hash
        assert one.id != other.id
    theirs.stations[0].key(1, marks="1" * plan.cells)
    with ours.opened() as survey:
        before = record_count(survey)
        report = merging.merge(survey, [theirs.stations[0].pack(), theirs.stations[0].path])
        assert record_count(survey) == before
    for source in report.sources:
        assert "it belongs to another survey" in str(source.refused)


def newer(record, key, fields):
    """A record of format 2 as its own program would sign it."""
    body = canonical.canonical_bytes(json.loads(record.body) | {"format": 2} | fields)
    identity = canonical.record_id(body)
    signature = key.sign(canonical.signed_bytes(key.station, identity))
    return Record(RecordId(identity), body, signature, record.header, record.kind, (), record.data)


@pytest.mark.parametrize("more", [{}, {"device": "x"}], ids=["same fields", "more fields"])
@pytest.mark.parametrize("as_file", [True, False])
def test_t17_a_record_of_a_newer_format_needs_a_newer_program(tmp_path, as_file, more):
    centre = Centre(tmp_path, 1)
    (station,) = centre.stations
    station.key(1)
    with station.open() as survey:
        key = survey.key
        chain = list(survey.own_records())
        last = newer(chain.pop(), key, more)
        if as_file:
            source = station.path
    if as_file:
        replace_last(station, last)
    else:
        source = tmp_path / "newer.pyp"
        manifest = manifest_of([*chain, last], survey=chain[0].survey, station=key.station)
        content = assembled([*chain, last], canonical_text(manifest), key=key)
        source.write_bytes(content)
    with centre.opened() as survey:
        (report,) = merging.merge(survey, [source]).sources
    assert "format 2 needs a newer program" in str(report.refused)
    assert centre.forms() == {}


def replace_last(station, record):
    from tests.tampering import tamper

    tamper(station.path, "DELETE FROM record WHERE number = (SELECT max(number) FROM record)")
    with open_survey(station.path, home=station.home) as survey:
        survey.db.execute("PRAGMA query_only = OFF")
        insert_record(survey.db, record)


def test_t17_a_package_of_a_newer_format_needs_a_newer_program(tmp_path):
    centre = Centre(tmp_path, 1)
    path = centre.stations[0].pack()
    whole = path.read_bytes()
    for old, new in ((b"PACKAGE 1\n", b"PACKAGE 2\n"), (b'"format":1', b'"format":2')):
        body = whole[: whole.rindex(b"END ")].replace(old, new, 1)
        digest = hashlib.sha256(body).hexdigest()
        path.write_bytes(body + f"END {len(body)} {digest}\n".encode())
        assert "newer program is needed" in refusal(path)
        (report,) = centre.merge(path).sources
        assert "newer program is needed" in str(report.refused)
    path.write_bytes(whole)
    open_package(path).close()


def test_t17_a_survey_file_of_a_newer_program_is_refused(tmp_path):
    centre = Centre(tmp_path, 1)
    (station,) = centre.stations
    with station.open() as survey:
        survey.db.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
            " VALUES ('pingyi', 'm999', '2030')"
        )
    with pytest.raises(NewerSurveyError, match="newer Pingyi"):
        station.open()
    with pytest.raises(NewerSurveyError):
        station.open(write=False)
