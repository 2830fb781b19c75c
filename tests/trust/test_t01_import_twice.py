"""T1: the same package a second time brings nothing and changes no figure."""

import shutil

import pytest

from tests.stations import Centre, record_count, tables


@pytest.fixture
def centre(tmp_path):
    made = Centre(tmp_path, 1)
    made.stations[0].key(*range(1, 8))
    return made


def standing(centre):
    with centre.opened(write=False) as survey:
        return record_count(survey), tables(survey)


def test_t01_a_package_twice_is_new_once(centre):
    first = centre.merge(centre.stations[0])
    before, figures = standing(centre), centre.hash()
    second = centre.merge(centre.stations[0])
    assert [(held.new, held.present) for held in first.sources] == [(8, 0)]
    assert [(held.new, held.present) for held in second.sources] == [(0, 8)]
    assert first.identity is not None
    assert second.identity is None
    assert standing(centre) == before
    assert centre.hash() == figures
    assert centre.supervisor.verify() == []


def test_t01_a_copy_under_another_name_is_the_same_package(centre, tmp_path):
    package = centre.stations[0].pack()
    centre.merge(package)
    before, figures = standing(centre), centre.hash()
    shutil.copy(package, tmp_path / "again.pyp")
    report = centre.merge(package, tmp_path / "again.pyp")
    assert [held.new for held in report.sources] == [0, 0]
    assert standing(centre) == before
    assert centre.hash() == figures


def test_t01_twice_in_one_merge_counts_once(centre, tmp_path):
    package = centre.stations[0].pack()
    shutil.copy(package, tmp_path / "again.pyp")
    report = centre.merge(package, tmp_path / "again.pyp")
    assert [held.new for held in report.sources] == [8, 0]
    assert set(centre.forms().values()) == {"valid"}
    assert len(centre.forms()) == 7
    assert centre.supervisor.verify() == []


def test_t01_the_station_s_file_after_its_package_brings_nothing(centre):
    centre.merge(centre.stations[0])
    before, figures = standing(centre), centre.hash()
    report = centre.merge(centre.stations[0].path)
    assert [(held.refused, held.new) for held in report.sources] == [(None, 0)]
    assert report.identity is None
    assert standing(centre) == before
    assert centre.hash() == figures
