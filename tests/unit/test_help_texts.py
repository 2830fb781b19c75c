"""The help inside the program: both languages whole, every key and every page in them."""

import re
import tomllib

import pytest

from desktop.assets import resource
from desktop.messages import all_messages, messages_page
from desktop.views.help_view import OVERSEEN
from desktop.words import CHINESE, ENGLISH

LANGUAGES = (ENGLISH, CHINESE)
KEYS = (
    "1", "2", "3", "4", "5", "6", "7", "8", "9", "0", ".", "*", "+", "/", "-", "Backspace",
    "Enter", "Enter` `Enter", "G", "=", "V", "D", "P", "Esc` `Esc", "↑", "↓", "←", "→",
    "F1", "F4", "F7", "F8", "F9", "F10", "Ctrl+1", "Ctrl+L",
)  # fmt: skip
PAGES = {
    "Start": "开始",
    "Sign-in": "登录",
    "Keying": "录入",
    "Second keying": "复录",
    "My work": "我的工作",
    "Practice": "练习",
    "Opinions": "意见建议",
    "Settings": "设置",
    "Help": "帮助",
}

OVERSEEN_PAGES = {
    "overview": ("Overview", "总览"),
    "plan": ("Plan", "方案"),
    "register": ("Register", "登记"),
    "stations": ("Stations", "站点"),
    "merge": ("Merge", "合并"),
    "rulings": ("Rulings", "裁定"),
    "results": ("Results", "结果"),
    "documents": ("Documents", "文件"),
    "seal": ("Seal", "封存"),
    "log": ("Log", "日志"),
}


def contents() -> list[dict[str, str]]:
    text = resource("help", "contents.toml").read_text(encoding="utf-8")
    held: list[dict[str, str]] = tomllib.loads(text)["pages"]
    return held


FILES = [page["file"] for page in contents()]


def text_of(language: str, file: str) -> str:
    return resource("help", language, file).read_text(encoding="utf-8")


def headings(language: str, file: str) -> list[str]:
    return re.findall(r"^#+ (.+)$", text_of(language, file), re.MULTILINE)


def test_contents_and_folders_name_the_same_pages():
    for language in LANGUAGES:
        assert {path.name for path in resource("help", language).iterdir()} == set(FILES)


def test_every_page_of_the_contents_has_both_titles():
    for page in contents():
        for language in LANGUAGES:
            assert headings(language, page["file"])[0] == page[language]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", KEYS)
def test_a_key_is_explained(language, key):
    assert f"`{key}`" in text_of(language, "keys.md")


@pytest.mark.parametrize("name", PAGES)
def test_a_page_of_the_window_is_explained(name):
    assert name in headings(ENGLISH, "pages.md")
    assert PAGES[name] in headings(CHINESE, "pages.md")


@pytest.mark.parametrize(("at", "language"), list(enumerate(LANGUAGES)))
def test_the_supervisors_pages_are_explained_in_their_order(at, language):
    told = headings(language, "supervisor.md")[1:]
    assert told == [titles[at] for titles in OVERSEEN_PAGES.values()]
    assert tuple(OVERSEEN_PAGES) == OVERSEEN


@pytest.mark.parametrize("file", FILES)
def test_both_languages_are_built_alike(file):
    def shape(language: str) -> list[str]:
        lines = text_of(language, file).splitlines()
        marks = (re.match(r"#+ |\| |\|-|[0-9]+\. ", line) for line in lines)
        return [mark[0].strip() for mark in marks if mark]

    assert shape(ENGLISH) == shape(CHINESE)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("file", FILES)
def test_every_row_of_a_table_has_all_its_cells(language, file):
    blocks = re.findall(r"(?:^\|.*\n)+", text_of(language, file), re.MULTILINE)
    for block in blocks:
        assert len({line.count("|") for line in block.splitlines()}) == 1


@pytest.mark.parametrize("file", FILES)
def test_chinese_pages_use_chinese_punctuation(file):
    said = re.sub(r"`[^`]*`|^[0-9]+\. ", "", text_of(CHINESE, file), flags=re.MULTILINE)
    assert re.findall(r".*[,;:?!()\"].*", said) == []
    assert "！" not in said


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("file", FILES)
def test_no_page_sends_the_clerk_to_a_command(language, file):
    assert not re.search(r"pingyi [a-z]| --[a-z]", text_of(language, file))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_messages_lists_each_under_a_heading(language):
    page = messages_page("Messages", language)
    rows = re.findall(r"^\| ([FW][0-9]{2}) \| [^|]+ \| [^|]+ \|$", page, re.MULTILINE)
    assert rows == [told.number for told in all_messages(language)]
    for section in page.split("\n## ")[1:]:
        assert "\n| F" in section or "\n| W" in section
