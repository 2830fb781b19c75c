"""T4: a correction that arrives before its original ends in the same state."""

from contextlib import closing
from itertools import permutations

from sqlite_utils import Database

from desktop.store.log import insert_record
from desktop.store.projection import Projection
from desktop.store.schema import migrations
from desktop.store.survey_file import open_survey
from tests.stations import Centre, tables


def corrected(tmp_path):
    """A supervisor and a station with form 1 keyed, corrected twice, and form 2 voided."""
    centre = Centre(tmp_path, 1, batches={"B001": 2})
    (station,) = centre.stations
    station.key(1, 2, marks="111111")
    station.correct(1, "222222")
    station.correct(1, "333333")
    station.correct(2, "111111", void="V1")
    return centre, station


def test_t04_every_order_at_the_tables_is_one_state(tmp_path):
    _, station = corrected(tmp_path)
    with open_survey(station.path, home=station.home) as survey:
        own = [record for record in survey.records() if record.kind == "form.keyed"]
        others = [record for record in survey.records() if record.kind != "form.keyed"]
        expected = tables(survey)
    assert len(own) == 5
    for order in permutations(own):
        with closing(Database(memory=True)) as db:
            migrations.apply(db)
            projection = Projection(db)
            for record in [*others, *order]:
                insert_record(db, record)
                projection.apply(record)
            found = {
                table: sorted(db.execute(f"SELECT * FROM {table}").fetchall(), key=repr)
                for table in expected
            }
        found["head"] = sorted([row[1:] for row in found["head"]], key=repr)
        assert found == expected


def test_t04_the_correction_by_another_station_comes_first(tmp_path):
    """Station 2 corrects what it learnt of station 1, and hands over before it."""
    expected = None
    for name, order in {"original first": (0, 1), "correction first": (1, 0)}.items():
        centre = Centre(tmp_path / name, 2, batches={"B001": 1})
        one, two = centre.stations
        (original,) = one.key(1, marks="111111")
        with two.open() as survey, survey.transaction():
            data = dict(original.data) | {"marks": "333333"}
            survey.append("form.keyed", data, parents=[original.id])
        for at in order:
            centre.merge(centre.stations[at])
        with centre.opened(write=False) as survey:
            state = tables(survey, "import")
            assert [row[-1] for row in state["head"]] == ["333333"]
        assert centre.supervisor.verify() == []
        expected = expected or (state, centre.hash())
        assert (state, centre.hash()) == expected
