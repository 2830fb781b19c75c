"""差错代码卡: every numbered message on two pages that are read from a chair."""

import pypdf
import pytest

from desktop.assets import resource
from desktop.messages import all_messages, groups
from desktop.report import error_card
from desktop.report.error_card import write_error_card
from desktop.report.fonts import GlyphMissingError
from desktop.words import CHINESE, ENGLISH
from tests.plans import shipped_plan, small_plan
from tests.unit.report.samples import ZH, hostile_plan, pages_of, squeezed, text_of
from tests.unit.report.sheets import EN, LONG

BOTH = pytest.mark.parametrize(
    ("words", "language"), [(ZH, CHINESE), (EN, ENGLISH)], ids=["zh", "en"]
)


def card(folder, words=ZH, plan=None):
    return write_error_card(folder, plan=plan or small_plan(), words=words)


def shown(text, language):
    """As the card has it, without white space."""
    if language == CHINESE:
        return squeezed(text.replace("…", "××"))
    return squeezed(text.replace("…", "__").replace("“", '"').replace("”", '"'))


@BOTH
def test_every_message_is_there_once_with_what_to_do(tmp_path, words, language):
    text = text_of(card(tmp_path, words))
    for told in all_messages(language):
        whole = f"{told.number}{shown(told.sentence, language)}{shown(told.remedy, language)}"
        assert text.count(whole) == 1
        assert text.count(told.number) == 1


@BOTH
def test_they_stand_below_their_headings_in_the_order_of_their_numbers(tmp_path, words, language):
    text = text_of(card(tmp_path, words))
    places = []
    for title, told in groups(language).items():
        first = told[0]
        places.append(text.index(f"{squeezed(title)}{first.number}"))
        places += [text.index(f"{one.number}{shown(one.sentence, language)}") for one in told]
    assert places == sorted(places)


def test_no_message_has_three_dots_of_its_own():
    assert "…" not in resource("messages", "clerk.toml").read_text(encoding="utf-8")


@BOTH
def test_what_varies_is_left_open_as_an_office_writes_it(tmp_path, words, language):
    text = text_of(card(tmp_path, words))
    assert "…" not in text
    assert "{" not in text
    assert ("F11评议表××已经录入。请核对" if language == CHINESE else "F11Form__iskeyed") in text


@BOTH
def test_two_pages_at_most_and_each_says_which_it_is(tmp_path, words, language):
    del language
    pages = [squeezed(page) for page in pages_of(card(tmp_path, words))]
    assert len(pages) <= 2
    for number, page in enumerate(pages, 1):
        said = words("Page {page} of {pages}").format(page=number, pages=len(pages))
        assert squeezed(said) in page
        assert squeezed(words("Error-code card")) in page


@BOTH
def test_it_is_read_from_a_chair(words, language):
    least = 10 if language == CHINESE else 8.5
    made = error_card._fitting(shipped_plan("2005"), words)
    assert made.look.said.size >= least
    assert made.look.remedy.size >= least


def test_the_sentence_is_bold_and_the_remedy_is_not(tmp_path):
    fonts: dict[str, str] = {}

    def note(text, _matrix, _text_matrix, font, _size):
        for said in ("已经录入。", "请核对"):
            if said in text:
                fonts.setdefault(said, font["/BaseFont"])

    for page in pypdf.PdfReader(card(tmp_path)).pages:
        page.extract_text(visitor_text=note)
    assert "Bold" in fonts["已经录入。"]
    assert "Bold" not in fonts["请核对"]


def test_lines_are_parted_where_the_sentence_ends():
    parted = error_card._parted
    assert parted(["一二", "三四", "五六"], 3) == [("一二", ""), ("三", "四"), ("", "五六")]
    assert parted(["一二"], 2) == [("一二", "")]
    assert parted(["一二"], 9) == [("一二", "")]


def clear(path):
    """Whether its narrow margins are free of ink on every page."""
    pypdfium2 = pytest.importorskip("pypdfium2")
    for page in pypdfium2.PdfDocument(path):
        picture = page.render(scale=1, grayscale=True).to_pil()
        width, height = picture.size
        across, along = 20, 16
        for edge in (
            (0, 0, across, height),
            (width - across, 0, width, height),
            (0, 0, width, along),
            (0, height - along, width, height),
        ):
            if picture.crop(edge).getextrema()[0] < 128:
                return False
    return True


@BOTH
@pytest.mark.parametrize("title", ["评议", LONG, (2 * LONG)[:200]], ids=len)
def test_a_long_title_leaves_room_for_every_message(tmp_path, words, language, title):
    path = card(tmp_path, words, small_plan(title=title))
    text = text_of(path)
    assert title in text
    assert all(told.number in text for told in all_messages(language))
    assert len(pages_of(path)) <= 2
    assert clear(path)


def test_agencies_of_the_plan_do_not_matter(tmp_path):
    usual = card(tmp_path / "usual").read_bytes()
    assert card(tmp_path / "hostile", plan=hostile_plan()).read_bytes() == usual


def test_it_has_its_name_and_the_same_bytes_each_time(tmp_path):
    path = card(tmp_path)
    assert path.name == "差错代码卡.pdf"
    assert card(tmp_path / "again").read_bytes() == path.read_bytes()
    assert card(tmp_path, EN).name == "Error-code card.pdf"


def test_a_title_that_no_font_can_print_is_refused_and_nothing_is_written(tmp_path):
    with pytest.raises(GlyphMissingError):
        card(tmp_path / "none", plan=small_plan(title="评议😀"))
    assert not (tmp_path / "none").exists()
