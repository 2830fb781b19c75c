"""One survey file, more than one window: who is refused, and what a kill leaves behind."""

import json
import random
import time
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QRect

from desktop.actions.batches import register_batch
from desktop.store.verification import verify_survey
from desktop.tally.reconciliation import Slip
from tests.e2e.on_record import keyed_marks, left_open
from tests.e2e.program import Laptop, begun, started
from tests.e2e.screen import until, virtual_screen
from tests.plans import small_plan
from tests.stations import sheet
from tests.surveys import founded

TITLE = "评议 2005"
ENTER = "Return"
KILLS = 10
TO_KEYING = 12 * ("ctrl+Prior",)
"""From the overview round the end of the rail: two pages, the year's five, and five of keying."""
LONGEST = 0.2
"""Seconds from the keys that finish a form to the kill; the saving lies within."""


@pytest.fixture(scope="module")
def screen(tmp_path_factory):
    with virtual_screen(tmp_path_factory.mktemp("display") / "screen") as made:
        yield made


@pytest.fixture
def laptop(tmp_path):
    return Laptop.made(tmp_path / "录入 laptop")


@pytest.fixture
def file(laptop):
    path = laptop.documents / "a survey.pingyi"
    with founded(path, small_plan(title=TITLE), home=laptop.home) as survey:
        register_batch(survey, Slip("B001", "C1", KILLS + 1))
    return path


@contextmanager
def sentence(laptop, screen, error, path):
    """Gives a look at the screen: whether the start page shows this error of this path."""
    with begun(laptop, screen, error, path, module="tests.e2e.telling") as reference:
        place = QRect(*json.loads(reference.read_line()))
        reference.focus()
        expected = screen.settled().cut(place)
    yield lambda: screen.picture().cut(place) == expected


def test_a_second_window_is_refused_until_the_first_is_closed(laptop, screen, file):
    with started(laptop, screen, "window", file) as first:
        first.await_title(TITLE)
        with (
            sentence(laptop, screen, "SurveyInUseError", file) as is_told,
            started(laptop, screen) as second,
        ):
            screen.settled()
            assert not is_told()
            second.press(ENTER)  # the file that was open lately
            until(is_told, "the second window did not say why")
            assert TITLE not in second.title
            first.close()
            second.press(ENTER)
            second.await_title(TITLE)
            second.close()


def test_of_two_windows_started_at_once_one_gets_the_file(laptop, screen, file):
    with (
        sentence(laptop, screen, "SurveyInUseError", file) as is_told,
        begun(laptop, screen, "window", file) as one,
        begun(laptop, screen, "window", file) as other,
    ):
        windows = [one, other]
        for window in windows:
            window.focus()
        until(lambda: any(TITLE in window.title for window in windows), "neither has the file")
        (first,) = [window for window in windows if TITLE in window.title]
        (second,) = [window for window in windows if window is not first]
        second.focus()
        until(is_told, "the other window did not say why")
        for window in (second, first):
            window.close()


def test_a_file_of_another_kind_is_told_and_the_window_stays(laptop, screen, file):
    letter = laptop.documents / "一封 letter.pingyi"
    letter.write_text("Dear clerk", encoding="utf-8")
    with (
        sentence(laptop, screen, "NotASurveyError", letter) as is_told,
        started(laptop, screen, "window", letter) as window,
    ):
        until(is_told, "the window did not say what is wrong")
        window.press("alt+o")
        window.type(f"{laptop.documents.name}/{file.name}")
        window.press(ENTER)
        window.await_title(TITLE)
        window.close()
    assert letter.read_text(encoding="utf-8") == "Dear clerk"


def test_kills_at_random_during_a_save_lose_no_form_that_was_saved(laptop, screen, file):
    moments = random.Random(2005)
    for _ in range(KILLS):
        before = keyed_marks(laptop, file)
        with at_the_end_of_a_form(laptop, screen, file) as window, window.pressing(ENTER, ENTER):
            time.sleep(moments.uniform(0, LONGEST))
            saved = keyed_marks(laptop, file)
            window.kill()
        after = keyed_marks(laptop, file)
        assert before in (after, after[:-1])
        assert after[: len(saved)] == saved
        check_file(laptop, file)
    check_window(laptop, screen, file)


def test_a_form_on_record_is_not_open_again_after_a_kill(laptop, screen, file):
    """Killed when the form is on record and still in the window's own journal."""
    for number in (1, 2, 3):
        with at_the_end_of_a_form(laptop, screen, file) as window, window.pressing(ENTER, ENTER):
            await_commit(laptop, file, number)
            window.kill()
        assert len(keyed_marks(laptop, file)) == number
        check_file(laptop, file)
    check_window(laptop, screen, file)


@contextmanager
def at_the_end_of_a_form(laptop, screen, file):
    """A window in which every cell of the next form is keyed."""
    keys = keys_to_the_end(laptop, file, len(keyed_marks(laptop, file)) + 1)
    with started(laptop, screen, "window", file) as window:
        window.await_title(TITLE)
        screen.settled()
        window.press(*TO_KEYING)
        screen.settled()
        window.press(*keys)
        until(lambda: is_kept_whole(laptop, file), "the open form was not kept")
        screen.settled()
        yield window


def check_file(laptop, file):
    marks = keyed_marks(laptop, file)
    assert marks == tuple(sheet(number) for number in range(1, len(marks) + 1))
    assert verify_survey(file, home=laptop.home) == []


def check_window(laptop, screen, file):
    """One more form is keyed and saved as if nothing had happened."""
    count = len(keyed_marks(laptop, file)) + 1
    with at_the_end_of_a_form(laptop, screen, file) as window:
        window.press(ENTER, ENTER)
        until(lambda: len(keyed_marks(laptop, file)) == count, f"form {count} is not saved")
        window.close()
    check_file(laptop, file)


def await_commit(laptop, file, count):
    """Wait until so many forms are on record, to the instant: SQLite's journal comes and goes.

    A busy machine may miss it, and looks into the file then.
    """
    journal, end = file.with_name(f"{file.name}-journal"), time.monotonic() + 1
    while not (came := journal.exists()) and time.monotonic() < end:
        pass
    while journal.exists() and time.monotonic() < end:
        pass
    if not came:
        until(lambda: len(keyed_marks(laptop, file)) == count, f"form {count} is not saved")


def keys_to_the_end(laptop, file, number):
    """The keys of the form of this number, from where it was left where a kill came before."""
    left = left_open(laptop, file)
    if left and left["number"] == number:
        assert sheet(number).startswith(left["marks"][: left["cursor"]])
        return tuple(sheet(number)[left["cursor"] :])
    return ("B", "0", "0", "1", ENTER, ENTER, *sheet(number))


def is_kept_whole(laptop, file):
    left = left_open(laptop, file)
    return left is not None and left["cursor"] == len(left["marks"])
