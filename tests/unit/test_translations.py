"""Every text of the windows has a Chinese translation that reads as Chinese, and is shown."""

import re
import string
from shutil import copyfile

import pytest
from PySide6.QtCore import QTranslator

from tools import update_texts
from tools.update_texts import PLURALS, TEXTS, Text

CHINESE = update_texts.translations(TEXTS)
HAN = "[\u3400-\u9fff]"
SUFFIXES = {"csv", "json", "pdf", "pingyi", "png", "pyp", "svg", "txt", "xlsm", "xlsx"}
LATIN = {*"BCDFGPUVx", "Alt", "CSV", "Ctrl", "Enter", "Esc", "PDF", "PNG", "PgDn", "PgUp", "SVG"}
LATIN |= SUFFIXES
"""Keys, the U of U 盘, and files: they stand in an office's Chinese as they are."""
TIMES = {"H:mm", "M月d日", "M月d日 H:mm", "yyyy年M月d日", "yyyy年M月d日 H:mm"}
HALF_WIDTH = rf"{HAN}\s*([,;:?!]|\.(?![a-z]))|[,;:?!]\s*{HAN}|\"|\.\.|(?<!…)…(?!…)"
"""Punctuation beside Han characters that is not theirs; the point before a file's suffix is."""


@pytest.mark.parametrize("texts", [TEXTS, PLURALS], ids=lambda path: path.stem)
def test_the_translation_is_up_to_date(texts):
    assert not update_texts.problems(texts)


def test_english_counts_one_and_many(qapp):
    translator = QTranslator()
    assert translator.load("pingyi_en", str(TEXTS.parent))
    of = ("RulingsView", "%n form(s) wait for a ruling.", "")
    said = [translator.translate(*of, count) for count in (0, 1, 2)]
    assert said == [
        f"%n {rest} for a ruling." for rest in ("forms wait", "form waits", "forms wait")
    ]
    assert not [said for said in update_texts.translations(PLURALS).values() if "(" in said]


def test_translations_keep_their_fields():
    changed = [text for text, chinese in CHINESE.items() if fields(chinese) != fields(text.source)]
    assert not changed


def fields(text: str) -> list[tuple[str, str | None]]:
    """Numbers of fields with their formats, and the & of a mnemonic."""
    found = [(name, form) for _, name, form, _ in string.Formatter().parse(text) if name]
    return sorted(found) + [("&", "")] * text.count("&")


def test_translations_are_punctuated_as_chinese():
    assert not [chinese for chinese in CHINESE.values() if re.search(HALF_WIDTH, chinese)]
    assert not [text for text, held in CHINESE.items() if held.count("“") != held.count("”")]


@pytest.mark.parametrize(
    "wrong", ["已录, 无效", "已存盘.", "批次: 缺", "B001:缺", "选择…", '"录入"']
)
def test_half_width_punctuation_is_found(wrong):
    assert re.search(HALF_WIDTH, wrong)


def test_no_english_is_left():
    bare = {text: re.sub(r"\{[^}]*\}|%n", "", chinese) for text, chinese in CHINESE.items()}
    words = {text: set(re.findall("[A-Za-z]+", chinese)) for text, chinese in bare.items()}
    assert not {t: found for t, found in words.items() if found - LATIN and bare[t] not in TIMES}


def test_qt_gives_the_chinese():
    translator = QTranslator()
    assert translator.load("pingyi_zh_CN", str(TEXTS.parent))
    shown = {text: translator.translate(*text) for text in CHINESE}
    assert shown == CHINESE


@pytest.fixture
def texts(tmp_path):
    copied = tmp_path / TEXTS.name
    for path in (TEXTS, TEXTS.with_suffix(".qm")):
        copyfile(path, copied.with_suffix(path.suffix))
    return copied


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("<source>Sign out</source>", "<source>Sing out</source>", "lacks 'Sign out' (TopBar)"),
        ("<source>Sign out</source>", "<source>Sing out</source>", "no window says 'Sing out'"),
        ("退出登录", "", "no Chinese for 'Sign out' (TopBar)"),
        (
            "<translation>退出登录",
            '<translation type="unfinished">退出',
            "no Chinese for 'Sign out'",
        ),
        ("退出登录", "离开", "pingyi_zh_CN.qm is not what the .ts gives"),
    ],
)
def test_the_check_names_what_is_not_up_to_date(texts, old, new, told):
    content = texts.read_text(encoding="utf-8")
    assert old in content
    texts.write_text(content.replace(old, new), encoding="utf-8", newline="\n")
    assert any(told in problem for problem in update_texts.problems(texts))


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("class A:\n    b = f\"{self.tr('in an f-string')}\"", [Text("A", "in an f-string")]),
        ("class A:\n    b = self.tr('in two'\n        ' lines')", [Text("A", "in two lines")]),
        ("tr = QCoreApplication.translate\ntr('PageList', 'short')", [Text("PageList", "short")]),
    ],
)
def test_every_way_to_ask_for_a_translation_is_found(source, found, tmp_path, monkeypatch):
    (tmp_path / "view.py").write_text(source, encoding="utf-8")
    monkeypatch.setattr(update_texts, "ROOMS", (tmp_path,))
    update_texts.update(tmp_path / "texts.ts")
    assert list(update_texts.translations(tmp_path / "texts.ts")) == found


@pytest.mark.parametrize("argument", ["name", 'f"Form {name}"', '"Form " + name'])
def test_a_text_that_no_tool_can_read_is_refused(argument, tmp_path, monkeypatch):
    (tmp_path / "view.py").write_text(f"self.tr({argument})", encoding="utf-8")
    monkeypatch.setattr(update_texts, "ROOMS", (tmp_path,))
    with pytest.raises(SystemExit, match=r"view\.py, line 1"):
        list(update_texts.bare_calls())
