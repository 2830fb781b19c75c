"""A batch from the founding to the count, as two laptops and their clerks do it: keys alone.

The windows are the real program on a virtual screen. Pictures of every step and the log of the
story go to the folder named by `PINGYI_E2E_OUT`, else to the test's own.
"""

import json
import time
from functools import partial
from pathlib import Path

import pytest

from tests.e2e.on_record import is_closed, is_open, keyed_marks
from tests.e2e.program import Laptop, Program, started
from tests.e2e.screen import until
from tests.e2e.story import Story, told
from tests.plans import plan_value

TITLE = "二〇〇五年 评议"
PIN = "2580"
ENTER = "Return"
FINISH = (ENTER, ENTER)

FORMS = (
    ("1", "1", "2", "2", "3", "3"),
    ("7", "7", "7"),
    ("8", "1", "3", "0", "2"),
    ("1", "2", "3", "BackSpace", "2", "1", "asterisk", "1"),
    ("v", "1"),
)
"""The keys of the first five; the fifth is void."""
SIXTH = ("9", "1")
REST = ("2", "slash")

MARKS = ("112233", "111111", "221302", "1221x1", "", "331200")
"""What these keys mean, form by form: three agencies in two dimensions."""

COUNTED = {
    "A2": (1, "189/5", [(3, 2, 0, 0, 0), (2, 2, 1, 0, 0)]),
    "A1": (2, "183/5", [(3, 1, 1, 0, 0), (2, 2, 1, 0, 0)]),
    "A3": (3, "69/2", [(1, 0, 1, 2, 1), (2, 1, 1, 1, 0)]),
}
"""Counted by hand from MARKS: rank, score, and in each dimension the grades 1, 2, 3 (worth 22, 17
and 11), blank and invalid. A2 has (66 + 34) / 5 + (44 + 34 + 11) / 5 = 20 + 89/5."""

TO_STICK = 6 * ("Tab",)
"""From the batches past both papers, their PDFs, and the earlier work."""


@pytest.fixture
def story(tmp_path):
    with told(tmp_path) as story:
        yield story


@pytest.fixture
def office(tmp_path):
    """The supervisor's laptop, with a plan in its folder."""
    laptop = Laptop.made(tmp_path / "评议办 laptop")
    plan = plan_value(3, 2, title=TITLE, second_keying={"percent": 0})
    (laptop.folder / "plan.json").write_text(json.dumps(plan), encoding="utf-8")
    return laptop


@pytest.fixture
def stick(tmp_path):
    folder = tmp_path / "U盘 1"
    (folder / "handed over").mkdir(parents=True)
    return folder


def test_a_batch_from_the_founding_to_the_count(story, office, stick, tmp_path):
    clerk = Laptop.made(tmp_path / "录入 laptop")
    held = clerk.documents / f"{TITLE} one.pingyi"
    file = found(story, office)
    prepare(story, office, file, stick)
    with started(clerk, story.screen, cwd=stick) as window:
        join(story, window)
        key_five(story, window, lambda: keyed_marks(clerk, held))
        be_killed_in_the_sixth(story, window)
    with started(clerk, story.screen, "window", held, cwd=stick) as window:
        finish_the_sixth(story, window, lambda: keyed_marks(clerk, held))
        close_batch(story, window, lambda: is_closed(clerk, held))
        package = hand_over(story, window, stick / "handed over")
        window.close()
    assert keyed_marks(clerk, held) == MARKS
    story.tell("the window is closed; its file holds six forms as they were keyed")
    code = admission_code(clerk, held)
    merge(story, office, file, package, code)
    check_results(story, office, file)


def found(story: Story, office: Laptop) -> Path:
    file = office.documents / f"{TITLE}.pingyi"
    with started(office, story.screen) as window:
        story.tell("the supervisor's window: the start page")
        window.press("alt+f")
        window.type("plan.json")
        window.press(ENTER, "Tab", "space")
        story.tell("the plan is read; it is official; a name of the file is proposed")
        window.press(ENTER)
        window.await_title(TITLE)
        assert not is_open(office, file)
        story.tell(f"founded as {file.name}; it asks for the zero report")
        window.press("space")
        until(lambda: is_open(office, file), "no zero report was declared")
        story.tell("the zero report is declared")
        window.close()
    return file


def prepare(story: Story, office: Laptop, file: Path, stick: Path) -> None:
    person = ("--code", "C01", "--name", "张 三", "--role", "clerk")
    office.run("operator", "add", file, *person, PINGYI_NEW_PIN=PIN)
    office.run("batch", "add", file, "--code", "B001", "--channel", "C1", "--count", "6")
    office.run("kit", file, "--out", stick / "kit.pyp")
    story.tell("command line: operator C01, batch B001 of 6 forms, the kit on the stick")


def join(story: Story, window: Program) -> None:
    story.tell("the clerk's window: the start page")
    window.press("alt+j")
    window.type("kit.pyp")
    window.press(ENTER)
    window.type("one")
    window.press(ENTER)
    story.tell("kit and name are given, a name of the file is proposed")
    window.press(ENTER)
    window.await_title(TITLE)
    story.tell("joined: it asks who works here")
    sign_in(story, window)
    story.tell("C01 is signed in; the code to compare is shown large")


def sign_in(story: Story, window: Program) -> None:
    with story.screen.turning():
        window.type("C01")
        window.press(ENTER)
        window.type(PIN)
        window.press(ENTER)


def key_five(story: Story, window: Program, on_record) -> None:
    with story.screen.turning():
        window.press("ctrl+1")
    window.type("B001")
    window.press(ENTER)
    story.tell("the page Keying: batch B001 is on the desk")
    for number, keys in enumerate(FORMS, 1):
        window.press(ENTER, *keys)
        story.tell(f"form {number} is keyed: {' '.join(keys)}")
        window.press(*FINISH)
        until(partial(is_as_long, on_record, number), f"form {number} is not saved")
    story.tell("five forms are on record")


def is_as_long(on_record, number: int) -> bool:
    return len(on_record()) == number


def be_killed_in_the_sixth(story: Story, window: Program) -> None:
    window.press(ENTER, *SIXTH)
    story.tell(f"form 6 is begun: {' '.join(SIXTH)}")
    time.sleep(2)  # what the program promises: not more than two seconds are ever lost
    window.kill()
    story.tell("killed in the middle of it, with SIGKILL")


def finish_the_sixth(story: Story, window: Program, on_record) -> None:
    window.await_title(TITLE)
    story.tell("started again on the file")
    sign_in(story, window)
    story.tell("C01 is signed in: form 6 is there, at its cell")
    window.press(*REST)
    story.tell(f"the rest of it is keyed: {' '.join(REST)}")
    window.press(*FINISH)
    until(partial(is_as_long, on_record, 6), "form 6 is not saved")
    story.tell("six forms are on record")


def close_batch(story: Story, window: Program, is_done) -> None:
    window.press("F10")
    until(is_done, "the batch was not closed")
    story.tell("F10: the batch agrees with its slip and is closed")


def hand_over(story: Story, window: Program, folder: Path) -> Path:
    with story.screen.turning():
        window.press("ctrl+3")
    story.tell("the page My work")
    window.press(*TO_STICK, "End", "Tab")
    window.type(folder.name)
    window.press(ENTER)
    (package,) = until(lambda: list(folder.glob("*.pyp")), "no package was made")
    story.tell(f"handed over into another folder: {package.name}")
    return package


def admission_code(clerk: Laptop, held: Path) -> str:
    """What the station's own screen shows."""
    stations = clerk.run("stations", held)["stations"]
    (code,) = (station["code"] for station in stations if station["name"] == "one")
    return str(code)


def merge(story: Story, office: Laptop, file: Path, package: Path, code: str) -> None:
    office.run("admit", file, package, "--code", code)
    (source,) = office.run("merge", file, package)["sources"]
    assert source["refused"] is None
    assert source["conflicts"] == source["gaps"] == source["forks"] == 0
    story.tell(f"command line: the station is admitted by {code}, its package is merged")


def check_results(story: Story, office: Laptop, file: Path) -> None:
    assert office.run("verify", file)["problems"] == []
    results = office.run("results", file)
    forms = results["forms"]
    assert (forms["valid"], forms["void"]["V1"], forms["unsettled"]) == (5, 1, 0)
    assert {agency["code"]: counted(agency) for agency in results["agencies"]} == COUNTED
    story.tell("command line: the file verifies, and the results are those counted by hand")


def counted(agency) -> tuple[int, str, list[tuple[int, ...]]]:
    dimensions = [
        (*(held["counts"][grade] for grade in "123"), held["blank"], held["invalid"])
        for held in agency["dimensions"]
    ]
    return agency["rank"], agency["score"], dimensions
