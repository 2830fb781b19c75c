"""A merge that is followed, stopped, and kept to what its dry run has shown."""

from dataclasses import replace
from typing import Any

import pytest

from desktop.actions.batches import register_batch
from desktop.jobs import JobCancelledError
from desktop.store.merging import DryRunOutdatedError, SourceChangedError, merge
from desktop.store.sources import open_source
from desktop.tally.reconciliation import Slip
from tests.stations import Centre, record_count, tables


@pytest.fixture
def centre(tmp_path):
    made = Centre(tmp_path, 2)
    made.stations[0].key(1, 2, 3)
    made.stations[1].key(4, 5)
    return made


@pytest.fixture
def packages(centre):
    return [station.pack() for station in centre.stations]


def test_every_record_is_told_while_it_is_verified(centre, packages):
    told = []
    open_source(packages[0], verifying=lambda *at: told.append(at)).close()
    assert told == [(1, 4), (2, 4), (3, 4), (4, 4)]


def test_every_record_of_a_survey_file_is_told_too(centre):
    told = []
    open_source(centre.stations[0].path, verifying=lambda *at: told.append(at)).close()
    assert told
    assert told == [(at, len(told)) for at in range(1, len(told) + 1)]


@pytest.mark.parametrize("follower", ["verifying", "progress"])
@pytest.mark.parametrize("after", [1, 5, 7])
def test_a_merge_that_is_stopped_stores_nothing(centre, packages, follower, after):
    told = []

    def stop(*_):
        told.append(1)
        if len(told) == after:
            raise JobCancelledError

    options: dict[str, Any] = {follower: stop}
    with centre.opened() as survey:
        before, tip = tables(survey), survey.tip
        with pytest.raises(JobCancelledError):
            merge(survey, packages, **options)
        assert tables(survey) == before
        assert survey.tip == tip
        assert merge(survey, packages).identity


def dry(survey, packages):
    return merge(survey, packages, dry_run=True)


def test_what_was_shown_is_what_is_stored(centre, packages):
    with centre.opened() as survey:
        shown = dry(survey, packages)
        made = merge(survey, packages, expected=shown)
    assert replace(made, identity=None) == replace(shown, dry=False)
    assert all(held.sha256 for held in shown.sources)


def test_a_file_that_was_changed_since_stops_the_whole_merge(centre, packages):
    with centre.opened() as survey:
        shown, count = dry(survey, packages), record_count(survey)
        centre.stations[0].key(6)
        packages[0].write_bytes(centre.stations[0].pack().read_bytes())
        with pytest.raises(SourceChangedError, match=packages[0].name):
            merge(survey, packages, expected=shown)
        assert record_count(survey) == count


def test_a_file_that_is_gone_stops_the_whole_merge(centre, packages):
    with centre.opened() as survey:
        shown, count = dry(survey, packages), record_count(survey)
        packages[1].unlink()
        with pytest.raises(SourceChangedError, match=packages[1].name):
            merge(survey, packages, expected=shown)
        assert record_count(survey) == count


def test_a_survey_that_was_changed_since_stops_the_merge(centre, packages):
    with centre.opened() as survey:
        shown = dry(survey, packages)
        merge(survey, packages[:1])
        count = record_count(survey)
        with pytest.raises(DryRunOutdatedError):
            merge(survey, packages, expected=shown)
        assert record_count(survey) == count


def test_what_changes_no_figure_of_the_merge_does_not_stop_it(centre, packages):
    with centre.opened() as survey:
        shown = dry(survey, packages)
        register_batch(survey, Slip("B900", "C1", 5))
        assert merge(survey, packages, expected=shown).identity
