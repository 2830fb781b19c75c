"""Work beside the window: in order, stopped, and let go of where the window is."""

import threading
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject

from desktop.jobs import Job, JobCancelledError, JobRunner

SOON = 10


@pytest.fixture
def owner(qapp):
    return QObject()


@pytest.fixture
def runner(owner):
    made = JobRunner(owner)
    yield made
    made.drain()


@pytest.fixture
def gate():
    """What a job waits for until the test lets it go on."""
    made = threading.Event()
    yield made
    made.set()


def ended(job):
    """Collects what a job says at its end."""
    told = []
    job.finished.connect(lambda result: told.append(("finished", result)))
    job.failed.connect(lambda error: told.append(("failed", error)))
    job.cancelled.connect(lambda: told.append(("cancelled", None)))
    return told


def test_jobs_run_one_after_the_other_beside_the_window(owner, runner, qtbot):
    order, told = [], []
    for number in range(5):
        job = Job(lambda _, n=number: order.append((n, threading.current_thread())), owner)  # type: ignore[misc]
        job.finished.connect(lambda _: told.append(threading.current_thread()))
        runner.start(job)
    qtbot.waitUntil(lambda: len(told) == 5)
    assert [number for number, _ in order] == [0, 1, 2, 3, 4]
    assert threading.main_thread() not in {thread for _, thread in order}
    assert set(told) == {threading.main_thread()}


def test_an_error_is_handed_over_whole(owner, runner, qtbot):
    job = Job(lambda _: 1 / 0, owner)
    told = ended(job)
    runner.start(job)
    qtbot.waitUntil(lambda: bool(told))
    ((what, error),) = told
    assert (what, type(error)) == ("failed", ZeroDivisionError)
    with pytest.raises(ZeroDivisionError):
        job.result()


def test_progress_is_told_in_order(owner, runner, qtbot):
    job, seen = Job(lambda job: [job.report(at, 3) for at in range(4)], owner), []  # type: ignore[func-returns-value]
    job.progressed.connect(lambda *pair: seen.append(pair))
    told = ended(job)
    runner.start(job)
    qtbot.waitUntil(lambda: bool(told))
    assert seen == [(0, 3), (1, 3), (2, 3), (3, 3)]


def test_stop_ends_what_runs_where_it_reports_and_begins_nothing_queued(owner, runner, gate, qtbot):
    began, queued = threading.Event(), []

    def work(job):
        began.set()
        gate.wait(SOON)
        job.report(1, 2)

    running, waiting = Job(work, owner), Job(lambda _: queued.append(1), owner)
    told = [ended(running), ended(waiting)]
    runner.start(running)
    runner.start(waiting)
    began.wait(SOON)
    runner.stop()
    gate.set()
    qtbot.waitUntil(lambda: all(told))
    assert told == [[("cancelled", None)], [("cancelled", None)]]
    assert queued == []
    with pytest.raises(JobCancelledError):
        running.result()


def test_a_job_that_reports_to_nobody_ends_all_the_same_when_it_was_stopped_late(owner, runner):
    job = Job(lambda _: "done", owner)
    runner.start(job)
    runner.drain()
    runner.stop()
    assert job.result() == "done"


class Page:
    """Tells on which thread it is freed; what a job does is often a page's method."""

    def __init__(self, freed):
        self.freed = freed

    def __del__(self):
        self.freed.append(threading.current_thread())

    def read(self, _):
        return 1


def test_what_a_job_held_is_freed_on_the_windows_thread_and_soon(owner, runner):
    freed: list[Any] = []
    for _ in range(200):
        runner.start(Job(Page(freed).read, owner))
    runner.drain()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert freed == [threading.main_thread()] * 200
    assert owner.findChildren(Job) == []
