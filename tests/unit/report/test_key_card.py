"""录入按键卡: one page for every plan, with the keys that this plan has and no others."""

from typing import Any

import pytest

from desktop.report import key_card
from desktop.report.fonts import GlyphMissingError, check_glyphs
from desktop.report.key_caps import grade_shapes
from desktop.report.key_card import write_key_card
from desktop.report.key_list import key_list
from desktop.words import ENGLISH, words_for
from tests.plans import small_plan
from tests.unit.report.samples import ZH, pages_of, squeezed
from tests.unit.report.sheets import EN, LONG, inside

ACTIONS = [
    "grade", "blank", "dont_know", "invalid", "fill", "fill_any", "rest_blank", "back", "move",
    "jump", "finish", "void", "doubt", "pause", "leave", "close", "help",
]  # fmt: skip


def plan(grades: int = 3, reasons: int = 3, name: str = "等次", **changes: Any):
    void = [{"code": f"V{at}", "name": f"原因{at}号"} for at in range(1, reasons + 1)]
    return small_plan(
        grades=[
            {"code": str(at), "name": f"{name}{at}", "value": str(9 - at), "positive": at == 1}
            for at in range(1, grades + 1)
        ],
        **{"void_reasons": void} | changes,
    )


def card(tmp_path, made, words=ZH):
    """The text of its only page."""
    (page,) = pages_of(write_key_card(made, tmp_path, words=words))
    return squeezed(page)


def on_the_page(path):
    """Whether the lower margin is as free of ink as those at the sides."""
    pypdfium2 = pytest.importorskip("pypdfium2")
    picture = pypdfium2.PdfDocument(path)[0].render(scale=1, grayscale=True).to_pil()
    width, height = picture.size
    return inside(path) and picture.crop((0, height - 26, width, height)).getextrema()[0] > 128


@pytest.mark.parametrize("words", [ZH, EN], ids=["zh", "en"])
@pytest.mark.parametrize("reasons", [1, 9, 12])
@pytest.mark.parametrize("dont_know", [False, True])
@pytest.mark.parametrize("grades", [2, 3, 4, 6])
def test_every_plan_has_one_page_with_its_grades_and_reasons(
    tmp_path, grades, dont_know, reasons, words
):
    made = plan(grades, reasons, dont_know=dont_know)
    text = card(tmp_path, made, words)
    for grade in made.grades:
        assert f"{grade.code}{grade.name}" in text
    assert all(reason.name in text for reason in made.void_reasons)
    assert (squeezed(words("don't know")) in text) is dont_know
    assert on_the_page(next(tmp_path.glob("*.pdf")))


@pytest.mark.parametrize(("grades", "fills"), [(2, "78"), (3, "789"), (6, "789")])
def test_a_fill_key_stands_for_each_of_the_first_three_grades(tmp_path, grades, fills):
    text = card(tmp_path, plan(grades))
    for at, key in enumerate("789", 1):
        assert (f"{key}等次{at}" in text) is (key in fills)
    assert "+数字数字所指的等次" in text


def test_up_to_nine_reasons_have_a_digit_and_more_a_number_and_enter(tmp_path):
    few, many = card(tmp_path / "few", plan(3, 9)), card(tmp_path / "many", plan(3, 12))
    assert "V数字" in few
    assert "9原因9号" in few
    assert "V序号Enter" in many
    assert "12原因12号" in many


def test_letters_have_their_function_keys_and_all_actions_are_there(tmp_path):
    text = card(tmp_path, plan())
    entries = {entry.action: entry for entry in key_list()}
    for action, twin in {"jump": "F4", "void": "F7", "doubt": "F8", "pause": "F9"}.items():
        assert entries[action].twin == twin
        assert twin in text
    for said in (
        "EnterEnter录完本份",
        "-或Backspace",
        "G或=行号Enter",
        "EscEsc离开",
        "F10关闭批次",
        "F1帮助",
        "录串了行",
    ):
        assert said in text


def test_reasons_beyond_the_page_are_counted(tmp_path):
    text = card(tmp_path, plan(6, 99, dont_know=True))
    left = 99 - sum(f"{at}原因{at}号" in text for at in range(1, 100))
    assert 0 < left < 90
    assert f"其余{left}项见屏幕。" in text


def test_long_names_are_set_smaller_and_whole(tmp_path):
    made = plan(6, 12, name=LONG, dont_know=True, title=LONG)
    text = card(tmp_path, made)
    for grade in made.grades:
        assert grade.name in text
    assert on_the_page(next(tmp_path.glob("*.pdf")))


def test_a_short_plan_is_read_from_a_distance(tmp_path):
    made = plan()
    _, theme = key_card._fitting(made, ZH)
    assert theme.styles["card_strong"].size >= 14


@pytest.mark.parametrize(
    "changes",
    [
        {"name": "满意😀"},
        {"title": "评议😀"},
        {"void_reasons": [{"code": "V1", "name": "污损😀"}]},
    ],
    ids="".join,
)
def test_a_name_that_no_font_can_print_is_refused_and_nothing_is_written(tmp_path, changes):
    with pytest.raises(GlyphMissingError):
        write_key_card(plan(**changes), tmp_path / "none", words=ZH)
    assert not (tmp_path / "none").exists()


def test_the_file_has_its_name(tmp_path):
    assert write_key_card(plan(), tmp_path, words=ZH).name == "录入按键卡.pdf"
    assert write_key_card(plan(), tmp_path, words=EN).name == "Key card.pdf"


def test_the_list_has_every_action_once_and_every_text_in_chinese():
    entries, english = key_list(), words_for(ENGLISH)
    assert [entry.action for entry in entries] == ACTIONS
    keys = [key for entry in entries for key in entry.keys]
    assert len(keys) == len(set(keys))
    loose = {it for entry in entries for it in entry.then} - set(keys)
    for text in loose.union(*({entry.text, entry.short} for entry in entries)):
        assert ZH(text) != english(text)
        check_glyphs(ZH(text))


@pytest.mark.parametrize("count", range(2, 7))
def test_each_grade_has_a_shape_of_its_own(count):
    shapes = grade_shapes(count)
    assert len(set(shapes)) == count
    assert count != 3 or shapes == ("circle", "triangle", "cross")
