"""`questionnaire`: blank, numbered by a batch's slip or a range, and for a newspaper."""

import json
from pathlib import Path

import pypdf
import pytest
from click.testing import CliRunner

from desktop.actions.batches import register_batch
from desktop.cli.root import pingyi
from desktop.store.survey_file import open_survey
from desktop.tally.errors import PingyiError
from desktop.tally.reconciliation import Slip
from tests.surveys import founded


def run(*words, refused=None, code=0):
    """What the command prints; with `refused`, the sentence it refuses with."""
    done = CliRunner().invoke(pingyi, ["questionnaire", *(str(word) for word in words)])
    if refused:
        assert isinstance(done.exception, PingyiError), done.output
        assert refused in done.exception.sentence(str)
    else:
        assert done.exit_code == code, (done.output, done.exception)
    return done.output


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "我的 评议.pingyi"
    with founded(path) as survey:
        register_batch(survey, Slip("B001", "C2", 3))
    return path


@pytest.fixture
def out(tmp_path):
    return tmp_path / "表.pdf"


def pages(path: Path) -> list[str]:
    return ["".join(page.extract_text().split()) for page in pypdf.PdfReader(path).pages]


def test_without_a_batch_one_blank_form(file, out):
    assert f"Written: {out}" in run(file, "--out", out)
    (page,) = pages(out)
    assert "B001" not in page
    assert json.loads(run(file, "--out", out, "--json")) == {"file": str(out), "run": None}


def test_a_registered_batch_gives_every_number_of_its_slip(file, out):
    said = run(file, "--out", out, "--batch", "B001")
    assert "Numbered forms: 3, B001-001 to B001-003" in said
    held = pages(out)
    assert [f"B001-{at:03d}" in page for at, page in enumerate(held, 1)] == [True] * 3
    assert all("Channel:报纸读者评议" in page for page in held)


@pytest.mark.parametrize(
    ("options", "first", "last"),
    [
        (("--from", 2), 2, 3),
        (("--to", 2), 1, 2),
        (("--from", 2, "--to", 2), 2, 2),
        (("--channel", "C2"), 1, 3),
    ],
)
def test_a_part_of_the_slip(file, out, options, first, last):
    said = json.loads(run(file, "--out", out, "--batch", "B001", *options, "--json"))
    assert said["run"] == {"batch": "B001", "first": first, "last": last, "channel": "C2"}
    assert len(pages(out)) == last - first + 1


def test_a_batch_that_is_not_registered_needs_channel_and_last_number(file, out):
    given = (file, "--out", out, "--batch", "B009")
    run(*given, refused="Batch B009 is not registered: say with --channel")
    run(*given, "--to", 5, refused="say with --channel")
    run(*given, "--channel", "C1", refused="with --to up to which number")
    said = json.loads(run(*given, "--channel", "C1", "--from", 7, "--to", 8, "--json"))
    assert said["run"] == {"batch": "B009", "first": 7, "last": 8, "channel": "C1"}
    assert ["B009-007" in pages(out)[0], "B009-008" in pages(out)[1]] == [True, True]


@pytest.mark.parametrize(
    ("options", "refused"),
    [
        (("--batch", "B001", "--from", 3, "--to", 2), "run from 3 back to 2"),
        (("--batch", "B001", "--to", 100_000), '"100000" is not a form number'),
        (("--batch", "B001", "--from", 0), '"0" is not a form number'),
        (("--batch", "B001", "--to", 10_001), "print at most 10000 at a time"),
        (("--batch", "B001", "--channel", "C1"), "leave out --channel C1"),
        (("--batch", "b001", "--channel", "C1", "--to", 2), "B001 is registered already"),
        (("--batch", "B-9", "--channel", "C1", "--to", 2), "not a batch code"),
        (("--batch", "B009", "--channel", "C9", "--to", 2), "use one of C1 C2"),
        (("--newspaper", "--until", "30.5.2006"), "write it as 2005-12-31"),
    ],
)
def test_what_cannot_be_printed_is_refused_and_nothing_is_written(file, out, options, refused):
    run(file, "--out", out, *options, refused=refused)
    assert not out.exists()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--newspaper", "--batch", "B001"), "has no number"),
        (("--newspaper", "--to", 5), "has no number"),
        (("--send-to", "评议办"), "newspaper's form alone"),
        (("--until", "2006-05-30"), "newspaper's form alone"),
        (("--from", 1, "--to", 2), "name it with --batch"),
        (("--channel", "C1"), "name it with --batch"),
    ],
)
def test_options_that_do_not_go_together_are_wrong_usage(file, out, options, said):
    assert said in run(file, "--out", out, *options, code=2)
    assert not out.exists()


def test_numbers_beyond_the_slip_are_printed_and_said(file, out):
    said = run(file, "--out", out, "--batch", "B001", "--to", 4)
    assert "The slip of batch B001 has 3 forms" in said
    assert len(pages(out)) == 4


def test_the_form_of_a_newspaper(file, out, monkeypatch):
    monkeypatch.setenv("PINGYI_LANG", "zh_CN")
    run(file, "--out", out, "--newspaper", "--send-to", "评议办", "--until", "2006-05-30")
    (page,) = pages(out)
    assert "寄（送）至：评议办" in page
    assert "截止日期：2006年5月30日" in page


def test_a_folder_gets_files_of_their_names(file, tmp_path, monkeypatch):
    monkeypatch.setenv("PINGYI_LANG", "zh_CN")
    folder = tmp_path / "表"
    for options in ((), ("--batch", "B001"), ("--newspaper",)):
        run(file, "--out", folder, *options)
    names = {path.name for path in folder.iterdir()}
    assert names == {"评议表.pdf", "评议表 B001-001 至 B001-003.pdf", "评议表（报纸版）.pdf"}


def test_printing_puts_nothing_on_record(file, out):
    before = file.read_bytes()
    run(file, "--out", out, "--batch", "B001")
    assert file.read_bytes() == before


def test_a_drill_is_printed_as_one(tmp_path, out):
    path = tmp_path / "a.pingyi"
    with founded(path, mode="drill"), open_survey(path):
        pass
    run(path, "--out", out, "--newspaper")
    assert pages(out)[0].count("Drill") == 2
