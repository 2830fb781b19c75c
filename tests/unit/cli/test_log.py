"""`pingyi log`: the whole log, one person's or one form's, as a table, CSV and JSON."""

import csv
import json

import pytest
from click.testing import CliRunner

from desktop.cli.log import NotACsvError
from desktop.cli.root import pingyi
from desktop.log_texts import HEADS
from tests.gui.office import PEOPLE
from tests.stations import Centre


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    centre = Centre(tmp_path_factory.mktemp("log") / "c", 1, operators=PEOPLE, batches={"B001": 3})
    (station,) = centre.stations
    station.key(1, operator="C01")
    station.key(2, operator="C02")
    centre.merge(station, operator="Z01")
    return centre.supervisor.path


def run(*words):
    done = CliRunner().invoke(pingyi, ["log", *map(str, words)])
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done


def listed(file, *words):
    return json.loads(run(file, *words, "--json").output)


def test_everything_is_listed(file):
    lines = listed(file)
    assert lines[0]["kind"] == "package.merged"
    assert lines[-1]["kind"] == "survey.founded"
    assert "111" not in "".join(line["about"] for line in lines)


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (("--operator", "C02"), [("form.keyed", "B001-002")]),
        (("--about", "B001-001"), [("form.keyed", "B001-001")]),
        (("--kind", "zero.declared"), [("zero.declared", "")]),
        (("--station", "S1", "--kind", "station.joined"), [("station.joined", "S1")]),
        (("--operator", "C02", "--about", "B001-001"), []),
    ],
)
def test_only_what_fits_all_that_was_asked_is_listed(file, wanted, expected):
    assert [(line["kind"], line["about"]) for line in listed(file, *wanted)] == expected


def test_the_table_shows_the_newest_as_many_as_asked(file):
    shown = run(file, "--kind", "form.keyed", "--last", 1).output
    assert "B001-002" in shown
    assert "B001-001" not in shown
    assert "B001-001" in run(file, "--kind", "form.keyed", "--last", 0).output


def test_a_kind_that_is_none_is_refused(file):
    assert run(file, "--kind", "form.eaten").exit_code == 2


def test_csv_is_whole_whatever_the_table_shows(file, tmp_path):
    path = tmp_path / "日志.csv"
    assert str(path) in run(file, "--out", path, "--last", 1).output
    with path.open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.reader(lines))
    assert len(rows[0]) == len(HEADS)
    assert len(rows) - 1 == len(listed(file))


def test_a_survey_is_never_written_over(file):
    before = file.read_bytes()
    with pytest.raises(NotACsvError, match=r"\.csv"):
        run(file, "--out", file)
    assert file.read_bytes() == before
