"""The keying window's benchmarks: what they make of their figures, and tiny runs of the jobs."""

import json

import pytest

from benchmarks import window_memory, window_pages, window_presses
from benchmarks.child import run_module
from benchmarks.peer_presses import PEERS
from benchmarks.registry import FAMILY, Run, benchmarks, named
from benchmarks.sample_papers import papers
from benchmarks.screens import OFFSCREEN
from benchmarks.window_latency import targets, times_by_kind
from benchmarks.window_presses import Keyed
from benchmarks.window_start import _times
from benchmarks.window_surveys import SHAPES, marked_papers, mixed_papers, plan_of, waiting_survey


def seconds(**changed):
    held = {"opening": [0.03], "cells": [0.001] * 98 + [0.02], "saving": [0.04], "table": [0.001]}
    return times_by_kind(held | changed)


def job(name, folder, word, forms):
    words = (name, str(folder), word, str(forms))
    return json.loads(run_module("benchmarks.window_jobs", *words, screen=OFFSCREEN))


def test_the_slowest_key_of_a_hundred_may_be_over_the_budget():
    assert len(seconds()["keys"].seconds) == 100
    keys, _ = targets(SHAPES[0], "offscreen", seconds())
    assert keys.found == pytest.approx(30)
    assert not keys.met
    within = seconds(cells=[0.001] * 200)
    assert [held.met for held in targets(SHAPES[0], "offscreen", within)] == [True, True]


@pytest.mark.parametrize("kind", ["saving", "opening"])
def test_one_slow_key_about_a_saving_misses_the_target(kind):
    slow = seconds(cells=[0.001] * 200, **{kind: [0.01] * 9 + [0.051]})
    keys, saving = targets(SHAPES[1], "X11", slow)
    assert (keys.limit, saving.met) == (25, False)
    assert saving.found == pytest.approx(51)


def test_growth_is_counted_from_the_end_of_the_warm_up():
    sizes = [90_000_000] * 19 + [100_000_000, 101_000_000, 111_500_000]
    report = window_memory.report(sizes)
    (target,) = report.targets
    assert target.found == pytest.approx(11.5)
    assert not target.met
    assert report.tables[0].rows[-1] == ("22", "111.5", "+11.5")


def test_presses_stand_beside_those_of_the_peers_and_one_wrong_cell_is_told():
    found = {name: Keyed([300, 320], wrong) for name, wrong in (("S1", 0), ("S2", 1), ("S3", 0))}
    report = window_presses.report(2, found)
    assert [target.met for target in report.targets] == [True, False, False, False]
    assert report.tables[0].rows[0] == ("Pingyi, counted", "310", "310", "310")
    assert len(report.tables[0].rows) == 1 + len(PEERS)
    assert len(report.remarks) == 1


def test_forms_without_a_mark_are_left_out_and_told(monkeypatch):
    sheets = ["0" * 600, "1" * 600]
    monkeypatch.setattr("benchmarks.window_surveys.papers", lambda *_: iter(sheets))
    assert marked_papers("S1", 2) == sheets[1:]
    report = window_presses.report(2, dict.fromkeys(("S1", "S2", "S3"), Keyed([5], 0)))
    assert "3 forms" in report.remarks[-1]


def test_the_scenarios_themselves_hold_no_blank_form():
    assert all(len(marked_papers(name, 300)) == 300 for name in ("S1", "S2", "S3"))
    assert marked_papers("S2", 3) == list(papers("S2", 3, 2005))


@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_a_plan_is_made_for_every_shape(shape):
    plan = plan_of(shape)
    assert (len(plan.agencies), len(plan.dimensions)) == (shape.agencies, shape.dimensions)
    assert {len(marks) for marks in mixed_papers(4, shape)} == {plan.cells}


def test_a_family_stands_for_its_benchmarks():
    assert named([FAMILY, "count"]) == [*list(benchmarks())[-5:], "count"]
    assert named([]) == list(benchmarks())


def test_forms_keyed_in_the_window_are_on_record_as_on_paper(tmp_path):
    found = job("presses", tmp_path, "S3", 2)
    assert found["wrong"] == 0
    assert all(100 < presses < 250 for presses in found["presses"])


def test_every_key_is_timed_but_those_of_the_first_forms(tmp_path):
    times = job("keys", tmp_path, "0", 3)
    assert [len(times[kind]) for kind in ("opening", "saving")] == [1, 1]
    assert len(times["cells"]) == len(times["table"]) + 1
    assert min(map(min, times.values())) > 0


def test_a_start_reaches_its_moments_in_their_order(tmp_path):
    path = tmp_path / "start.pingyi"
    (code,) = waiting_survey(path, plan_of(SHAPES[0]), 1)
    times = _times(path, code, OFFSCREEN, 1)
    assert times["usable"].median < times["open"].median
    assert [len(held.seconds) for held in times.values()] == [1, 1, 1]


def test_the_pages_are_visited_and_what_keeps_the_window_is_told(tmp_path):
    report = window_pages.measure(Run(tmp_path, quick=True))
    (table,) = report.tables
    assert {row[0].split(": ")[1] for row in table.rows} >= {"overview", "results", "log"}
    assert [target.what.split(",")[0] for target in report.targets][:2] == [
        "slowest page",
        "longest hold",
    ]
