"""`opinion add`, `correct` and `list`, as a script and as a clerk use them."""

import json

import pytest
from click.testing import CliRunner

from desktop.actions.batches import register_batch
from desktop.actions.operators import register_operator
from desktop.cli.root import pingyi
from desktop.store.opinion_queries import opinions
from desktop.store.survey_file import open_survey
from desktop.store.verification import verify_survey
from desktop.tally.errors import PingyiError
from desktop.tally.reconciliation import Slip
from tests.surveys import founded

PIN = "1234"


def run(*words, refused=None, code=0):
    """What the command prints; with `refused`, the sentence it refuses with."""
    done = CliRunner().invoke(pingyi, [str(word) for word in words])
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
        register_batch(survey, Slip("B001", "C1", 20))
        for who, role in (("C01", "clerk"), ("C02", "clerk"), ("J01", "scrutineer")):
            register_operator(survey, who, name=who, roles=[role], pin=PIN)
    return path


def test_an_opinion_is_keyed_corrected_taken_back_and_listed(file):
    add = ("opinion", "add", file, "--form", "B001-017", "--text", "窗口排队久")
    made = json.loads(run(*add, "--agency", "A2", "--json"))
    identity = made.pop("record")
    assert made == {"form": "B001-017", "agency": "A2", "text": "窗口排队久"}
    assert "B001-017, the survey as a whole." in run(*add)
    correct = ("opinion", "correct", file, identity[:12])
    out = json.loads(run(*correct, "--form", "B001-018", "--json"))
    assert (out["form"], out["agency"], out["text"]) == ("B001-018", "A2", "窗口排队久")
    out = json.loads(
        run("opinion", "correct", file, out["record"], "--whole", "--text", "慢", "--json")
    )
    assert (out["form"], out["agency"], out["text"]) == ("B001-018", "", "慢")
    listed = json.loads(run("opinion", "list", file, "--json"))["opinions"]
    assert [(held["form"], held["agency"], held["text"]) for held in listed] == [
        ("B001-017", "", "窗口排队久"),
        ("B001-018", "", "慢"),
    ]
    assert set(listed[0]) == {"record", "form", "agency", "text", "station", "operator", "at"}
    assert "B001-018 is taken back" in run("opinion", "correct", file, out["record"], "--take-back")
    assert len(json.loads(run("opinion", "list", file, "--json"))["opinions"]) == 1
    assert verify_survey(file) == []


def test_the_list_for_people(file):
    assert "opinion add" in run("opinion", "list", file)
    assert "on 单位1" in run("opinion", "list", file, "--agency", "A1")
    for agency, text in (("A1", "窗口排队久"), ("A2", "态度很好")):
        run("opinion", "add", file, "--form", "B001-1", "--agency", agency, "--text", text)
    shown = run("opinion", "list", file)
    for text in ("B001-001", "单位1", "窗口排队久", "单位2", "态度很好"):
        assert text in shown
    shown = run("opinion", "list", file, "--agency", "A2")
    assert "态度很好" in shown
    assert "窗口排队久" not in shown


def test_what_cannot_be_is_refused_with_its_remedy(file):
    add = ("opinion", "add", file, "--text", "x")
    run(*add, "--form", "17", refused="write batch and number, such as B001-017")
    run(*add, "--form", "B002-1", refused="Batch B002 is not registered")
    run(*add, "--form", "B001-1", "--agency", "A9", refused="name it by its agency code")
    run(*add[:3], "--form", "B001-1", "--text", "a\x07b", refused="that nobody can see: mend it")
    run("opinion", "list", file, "--agency", "A9", refused="name it by its agency code")
    run("opinion", "correct", file, "zz", "--text", "y", refused="take an id from")
    both = run("opinion", "correct", file, "zz", "--whole", "--agency", "A1", code=2)
    assert "either --agency or --whole" in both
    both = run("opinion", "correct", file, "zz", "--take-back", "--text", "y", code=2)
    assert "either a text or --take-back" in both


def test_operators_of_the_right_role_and_their_own_opinions_alone(file, monkeypatch):
    monkeypatch.setenv("PINGYI_PIN", PIN)
    add = ("opinion", "add", file, "--form", "B001-1", "--text", "x")
    run(*add, "--as", "J01", refused="J01 may not do this")
    run(*add, "--as", "C01")
    with open_survey(file) as survey:
        (line,) = opinions(survey)
    assert line.operator == "C01"
    correct = ("opinion", "correct", file, line.record, "--text", "y")
    run(*correct, "--as", "C02", refused="B001-001 was keyed by C01")
    run(*correct, "--as", "C01")
    monkeypatch.setenv("PINGYI_LANG", "zh_CN")
    assert "表号 B001-001，综合意见。" in run(*add, "--as", "C01")
