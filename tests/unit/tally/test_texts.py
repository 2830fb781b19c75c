import pytest

from desktop.tally.texts import folded, text_fault


@pytest.mark.parametrize("text", ["办公室", "a b", "𠮷", "x" * 200, "é"])
def test_a_text_may_stand(text):
    assert text_fault(text) is None


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "not empty"),
        (" \u3000", "not empty"),
        ("x" * 201, "longer"),
        ("a\tb", "control"),
        ("a\nb", "control"),
        ("a\u2028b", "control"),
        ("\ud800", "control"),
        ("a\u200bb", "invisible"),
        ("a\ufeff", "invisible"),
        ("\u202eabc", "invisible"),
    ],
)
def test_a_text_may_not_stand(text, fault):
    found = text_fault(text)
    assert found is not None
    assert fault in found[0]


def test_a_text_of_several_lines_may_stand_where_lines_are_allowed():
    assert text_fault("一\n二", lines=True) is None


@pytest.mark.parametrize("twin", ["ABC队", "abc队", "ＡＢＣ队", " a b\u3000c队", "a\u200bbc队"])
def test_what_a_reader_cannot_tell_apart_folds_alike(twin):
    assert folded(twin) == folded("Abc队")


def test_what_differs_stays_apart():
    assert folded("一队") != folded("二队")
