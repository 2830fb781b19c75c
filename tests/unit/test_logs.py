"""Reports of failures hold types, files and lines: no mark, no name and no message."""

import sys
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop.logs import note_failures, report_of

MARKS, NAME, MESSAGE = "1231231230", "水务局", "the words of an error"


class Refused(Exception):  # noqa: N818  a name to look for
    pass


def fail(marks=MARKS, name=NAME):
    held = {"marks": marks, "agency": name}
    try:
        raise KeyError(marks)
    except KeyError as error:
        raise Refused(MESSAGE, held) from error


@pytest.fixture
def error():
    with pytest.raises(Refused) as caught:
        fail()
    return caught.value


@pytest.fixture
def noted(tmp_path, monkeypatch):
    """The reports shown, with the hooks put back afterwards."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    shown: list[str] = []
    note_failures(tmp_path / "failures", shown.append)
    return shown


def reports(folder):
    return [path.read_text(encoding="utf-8") for path in sorted(folder.glob("failures/*.txt"))]


def test_a_report_names_the_error_the_lines_and_what_came_before(error):
    report = report_of(error)
    assert "Refused" in report
    assert "test_logs.py" in report
    assert " fail" in report
    assert "after builtins.KeyError" in report
    assert f"{datetime.now(UTC):%Y-%m-%d}" in report


def test_a_report_holds_no_mark_no_name_and_no_message(error):
    report = report_of(error)
    for kept_out in (MARKS, NAME, MESSAGE, "agency", str(Path(__file__).parent)):
        assert kept_out not in report


def test_an_error_that_nobody_caught_is_kept_and_shown(tmp_path, noted, error, capsys):
    sys.excepthook(Refused, error, error.__traceback__)
    assert len(noted) == 1
    assert reports(tmp_path) == noted
    assert "Refused" in noted[0]
    assert capsys.readouterr().err == noted[0]


def test_an_error_in_a_thread_is_kept_and_shown(tmp_path, noted):
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    assert len(noted) == 1
    assert reports(tmp_path) == noted
    assert MARKS not in noted[0]


def test_only_the_newest_reports_are_kept(tmp_path, noted, error):
    for _ in range(25):
        sys.excepthook(Refused, error, error.__traceback__)
    assert reports(tmp_path) == noted[-20:]


def test_a_disk_that_refuses_the_report_does_not_hide_it(tmp_path, noted, error):
    (tmp_path / "failures").write_text("in the way", encoding="utf-8")
    sys.excepthook(Refused, error, error.__traceback__)
    assert len(noted) == 1


def test_ctrl_c_is_no_failure(tmp_path, noted, monkeypatch):
    monkeypatch.setattr(sys, "__excepthook__", lambda *_: None)
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert noted == reports(tmp_path) == []


def test_a_long_trace_keeps_the_frames_next_to_the_fault():
    def deep(left):
        if left:
            deep(left - 1)
        else:
            fail()

    with pytest.raises(Refused) as caught:
        deep(100)
    lines = report_of(caught.value).splitlines()
    assert len(lines) < 50
    assert lines[-2].endswith(" fail")
