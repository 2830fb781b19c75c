"""A survey verified beside the window: in a process of its own, or here where there is none."""

import sys

import pytest

from desktop.actions import checking, own_program
from desktop.actions.checking import verify_beside
from desktop.store.keys import Home
from desktop.store.verification import verify_survey
from tests.surveys import keyed
from tests.tampering import tamper


@pytest.fixture
def home(tmp_path):
    return Home(tmp_path / "another home")


@pytest.fixture
def path(tmp_path, home):
    made = tmp_path / "评议 a.pingyi"
    keyed(made, ["111111", "222222"], home=home).close()
    return made


def forge(path):
    tamper(path, "UPDATE record SET body = replace(body, '222222', '111111')")


def refuse_here(*_, **__):
    raise AssertionError("it was done in this process")


def test_a_sound_file_is_found_sound_in_a_process_of_its_own(path, home, monkeypatch):
    monkeypatch.setattr(checking, "verify_survey", refuse_here)
    assert verify_beside(path, home) == []


def test_what_is_found_beside_is_what_is_found_here(path, home, monkeypatch):
    forge(path)
    here = [problem.sentence() for problem in verify_survey(path, home=home)]
    monkeypatch.setattr(checking, "verify_survey", refuse_here)
    assert [problem.sentence() for problem in verify_beside(path, home)] == here
    assert here


def test_the_home_is_the_one_that_was_given(path, home, tmp_path, monkeypatch):
    monkeypatch.setattr(checking, "verify_survey", refuse_here)
    cut = tmp_path / "cut.pingyi"
    cut.write_bytes(path.read_bytes())
    tamper(cut, "DELETE FROM record WHERE number = (SELECT max(number) FROM record)")
    homes = (home, Home(tmp_path / "no home"))
    found = [" ".join(held.sentence() for held in verify_beside(cut, one)) for one in homes]
    assert ["the file was cut" in text for text in found] == [True, False]


@pytest.mark.parametrize("program", ["absent", "garbage", "other"])
def test_where_no_process_answers_it_is_done_here(path, home, tmp_path, monkeypatch, program):
    made = tmp_path / program
    said = {"absent": None, "garbage": "no json", "other": '{"answer": 42}'}[program]
    if said is not None:
        made.write_text(f"#!/bin/sh\necho '{said}'\n", encoding="utf-8")
        made.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(made))
    assert verify_beside(path, home) == []
    forge(path)
    assert verify_beside(path, home) == verify_survey(path, home=home) != []


def test_an_installed_program_is_its_own_interpreter(path, home, monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert own_program.program() == [sys.executable]
