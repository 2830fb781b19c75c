"""A command in a process of its own: what it answers, how it is stopped, and what its end says."""

import sys
import textwrap
import time

import pytest

from desktop.actions.beside import (
    _LEAVE,
    Beside,
    BesideEndedError,
    BesideFaultError,
    BesideRefusedError,
)
from desktop.store.keys import Home

CHILD = """
import json, os, sys, time
for line in sys.stdin:
    asked = json.loads(line)
    def say(**told):
        print(json.dumps(told), flush=True)
    match asked["do"]:
        case "count":
            for done in range(1, 4):
                say(done=done, of=3)
            say(answer=[asked["what"], os.environ["PINGYI_HOME"], os.getpid()])
        case "refuse":
            say(refused="不行")
        case "fail":
            say(fault="Traceback: 1 / 0")
        case "end":
            sys.exit(7)
        case "sleep":
            say(done=1, of=9)
            time.sleep(60)
"""


class StoppedError(Exception):
    pass


def no_report(done, total):
    pass


@pytest.fixture
def beside(tmp_path, monkeypatch):
    """Asks a program of the test's own, which is called as ours is."""
    (tmp_path / "child.py").write_text(textwrap.dedent(CHILD), encoding="utf-8")
    program = [sys.executable, str(tmp_path / "child.py")]
    monkeypatch.setattr("desktop.actions.beside.program", lambda: program)
    made = Beside("lay-out", Home(tmp_path / "家"))
    yield made
    made.close()


def test_it_answers_and_says_how_far_it_is(beside, tmp_path):
    told = []
    answer = beside.ask({"do": "count", "what": "评"}, lambda *at: told.append(at))
    assert answer[:2] == ["评", str(tmp_path / "家")]
    assert [at for at in told if at[1]] == [(1, 3), (2, 3), (3, 3)]


def test_one_process_answers_many_questions(beside):
    answers = [beside.ask({"do": "count", "what": ""}, no_report) for _ in range(3)]
    assert len({answer[2] for answer in answers}) == 1


def test_what_it_refuses_is_said_here_and_it_goes_on(beside):
    first = beside.ask({"do": "count", "what": ""}, no_report)
    with pytest.raises(BesideRefusedError, match=r"^不行$"):
        beside.ask({"do": "refuse"}, no_report)
    assert beside.ask({"do": "count", "what": ""}, no_report) == first


def test_a_fault_of_ours_comes_with_its_report(beside):
    with pytest.raises(BesideFaultError, match="1 / 0"):
        beside.ask({"do": "fail"}, no_report)


def test_its_end_is_named_and_the_next_question_starts_it_again(beside):
    with pytest.raises(BesideEndedError, match=r"ended \(7\)"):
        beside.ask({"do": "end"}, no_report)
    assert beside.ask({"do": "count", "what": ""}, no_report)


def test_whoever_stops_it_need_not_wait_for_it(beside):
    def stop(done, total):
        if done:
            raise StoppedError

    beside.ask({"do": "count", "what": ""}, no_report)
    began = time.monotonic()
    with pytest.raises(StoppedError):
        beside.ask({"do": "sleep"}, stop)
    assert time.monotonic() - began < _LEAVE
    assert beside._process is None
    assert beside.ask({"do": "count", "what": ""}, no_report)


def test_it_can_be_stopped_while_it_says_nothing(beside):
    asked = []

    def stop(done, total):
        asked.append(done)
        if len(asked) == 3:
            raise StoppedError

    with pytest.raises(StoppedError):
        beside.ask({"do": "sleep"}, stop)
    assert asked == [1, 1, 1]


def test_one_that_ended_between_two_questions_is_started_again(beside):
    _, _, first = beside.ask({"do": "count", "what": ""}, no_report)
    assert beside._process
    beside._process.kill()
    beside._process.wait()
    assert beside.ask({"do": "count", "what": ""}, no_report)[2] != first


def test_closing_twice_is_closing(beside):
    beside.ask({"do": "count", "what": ""}, no_report)
    process = beside._process
    beside.close()
    beside.close()
    assert process.returncode == 0


def test_where_no_process_can_be_started_nothing_is_left_behind(tmp_path, monkeypatch):
    monkeypatch.setattr("desktop.actions.beside.program", lambda: [str(tmp_path / "absent")])
    beside = Beside("lay-out", Home(tmp_path))
    with pytest.raises(FileNotFoundError):
        beside.ask({"do": "count"}, no_report)
    beside.close()
