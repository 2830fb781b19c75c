"""A file of a program that knew no ledgers is viewed, merged from, and written, as any other."""

import shutil
import sqlite3
from contextlib import closing

import pytest

from desktop.actions import merging
from desktop.actions.counting import count_survey
from desktop.actions.promises import enter_pledge
from desktop.actions.rule_sets import choose_rules
from desktop.store import ledger_queries
from desktop.store.errors import DamagedSurveyError, NotVerifiedError, ReadOnlyError
from desktop.store.keys import Home
from desktop.store.ledgers import PLEDGES
from desktop.store.schema import LATER, PROJECTIONS, migrations
from desktop.store.snapshot import in_memory
from desktop.store.survey_file import open_survey
from desktop.store.verification import verified_survey, verify_copy, verify_survey
from tests import year_lines as made
from tests.stations import Centre
from tests.surveys import keyed
from tools import verify_pingyi as tool


def grow_old(path, *, table=True):
    """Take the step out, as if it had never been taken."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        if table:
            db.execute("DROP TABLE line")
        db.execute("DELETE FROM _sqlite_migrations WHERE name = 'm003_lines'")
    return path


def schema(path):
    with closing(sqlite3.connect(path)) as db:
        steps = "SELECT name FROM _sqlite_migrations ORDER BY id"
        objects = "SELECT name, sql FROM sqlite_master ORDER BY name"
        return [db.execute(query).fetchall() for query in (steps, objects)]


@pytest.fixture
def new(tmp_path):
    path = tmp_path / "a.pingyi"
    keyed(path, ["111111", "123123"]).close()
    return path


@pytest.fixture
def old(new):
    return grow_old(new)


def test_the_steps_that_may_lack_are_the_last_ones_and_make_a_table_each():
    """A new step joins the list, or files without it can be neither viewed nor merged."""
    names = [step.name for step in migrations._migrations]
    assert names == ["m001_records", "m002_projections", *LATER]
    assert set(LATER.values()) <= set(PROJECTIONS)


def test_a_writer_brings_it_up_to_date_and_nothing_else_changes(tmp_path, new):
    whole, fresh = schema(new), shutil.copy(new, tmp_path / "b.pingyi")
    grow_old(new)
    assert schema(new) != whole
    with open_survey(new, write=True) as survey:
        assert schema(new) == whole
        enter_pledge(survey, made.PLEDGE)
        assert len(ledger_queries.lines(survey, PLEDGES)) == 1
    assert verify_survey(new) == []
    assert verify_copy(fresh) == []
    assert tool.verify([new]).wrongs == []


def test_whoever_verifies_beside_finds_it_up_to_date_too(old):
    with open_survey(old, write=True, check=False) as survey:
        assert verify_survey(old) == []
        survey.confirm_pen([])
        choose_rules(survey, made.RULES)
        with survey.reader() as beside:
            assert ledger_queries.is_set(beside, PLEDGES) is False
    assert verify_survey(old) == []


def test_it_is_viewed_counted_and_verified_as_it_is(old):
    before = old.read_bytes()
    with open_survey(old) as survey:
        assert ledger_queries.lines(survey, PLEDGES) == []
        assert not ledger_queries.year_edition(survey).sealed
        assert not survey.projection.is_year_sealed
        with in_memory(survey) as copy:
            assert ledger_queries.lines(copy, PLEDGES) == []
        with survey.reader() as beside:
            assert ledger_queries.lines(beside, PLEDGES) == []
    with verified_survey(old) as survey:
        assert count_survey(survey).agencies
    assert verify_survey(old) == verify_copy(old) == []
    assert tool.verify([old]).wrongs == []
    assert old.read_bytes() == before


def test_another_machine_views_it_and_may_not_write_it(tmp_path, old):
    before, home = old.read_bytes(), Home(tmp_path / "elsewhere")
    with open_survey(old, home=home) as survey:
        assert ledger_queries.lines(survey, PLEDGES) == []
    with pytest.raises(ReadOnlyError):
        open_survey(old, home=home, write=True)
    assert old.read_bytes() == before


def test_it_is_merged_as_a_file_and_as_a_package(tmp_path):
    centre = Centre(tmp_path / "centre", 1, batches={"B001": 3})
    (station,) = centre.stations
    station.key(1, 2)
    grow_old(station.path)
    grow_old(centre.supervisor.path)
    with centre.opened() as survey:
        (source,) = merging.merge(survey, [station.path]).sources
    assert source.refused is None
    assert "line" not in dict(schema(station.path)[1])
    station.key(3)
    assert [held.refused for held in centre.merge(station).sources] == [None]
    assert centre.supervisor.verify() == station.verify() == []


def test_a_line_on_record_without_its_table_is_told_and_not_shown_as_nothing(new):
    """Only another tool makes such a file."""
    with open_survey(new, write=True) as survey:
        enter_pledge(survey, made.PLEDGE)
    grow_old(new)
    assert [held.place for held in verify_survey(new)] == ["table line"]
    with pytest.raises(NotVerifiedError):
        open_survey(new, write=True)
    with open_survey(new, write=True, tables=False) as survey:
        survey.rebuild()
        assert len(ledger_queries.lines(survey, PLEDGES)) == 1
    assert verify_survey(new) == []


def test_a_table_without_its_step_is_told_in_a_sentence(new):
    grow_old(new, table=False)
    assert "line" in [held.place for held in verify_survey(new)]
    with pytest.raises(DamagedSurveyError, match="line"):
        open_survey(new, write=True)
