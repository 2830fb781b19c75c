"""LibreOffice opens the workbook, computes its formulas anew, and comes to the same figures."""

import csv
import os
import re
import shutil
import subprocess
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pypdf
import pytest

from desktop.assets import resource
from desktop.report.workbook import workbook
from desktop.words import CHINESE, ENGLISH, words_for
from tests.unit.report.samples import blank_forms, hostile_plan, material
from tests.unit.report.workbooks import loaded, variants

OFFICE = shutil.which("soffice")
pytestmark = pytest.mark.skipif(
    OFFICE is None, reason="LibreOffice is not installed: scripts/office-programs.sh installs it"
)
# comma, quotes, UTF-8, from the first line; cells as they are, not as shown; every sheet a file
EACH_SHEET = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"

# the program's own fonts and no others: a machine that tests need not have any for hanzi
FONTS = """<fontconfig><dir>{folder}</dir><cachedir>{cache}</cachedir></fontconfig>"""

# those whose formulas are others; one conversion takes a second
CHOSEN = (
    "as the customer has it",
    "codes like numbers",
    "capped",
    "scaled",
    "weighted dimensions",
    "weighted mean",
    "pooled dimensions",
    "don't-knows divide",
    "forms divide, pooled",
    "grades of thirds",
    "weighted channels",
    "totals from outside",
    "one unscored",
    "groups not ranked",
)
VARIANTS = {name: made for name, made in variants().items() if name in CHOSEN}
Sheet = list[list[str]]


def converted(folder: Path, kind: str, *paths: Path) -> Path:
    """What LibreOffice makes of these files, with a profile of its own and no window."""
    out, fonts = folder / "out", folder / "fonts.conf"
    fonts.write_text(FONTS.format(folder=resource("fonts"), cache=folder / "cache"), "utf-8")
    profile = (folder / "profile").as_uri()
    command = [str(OFFICE), f"-env:UserInstallation={profile}", "--headless", "--convert-to", kind]
    done = subprocess.run(
        [*command, "--outdir", str(out), *map(str, paths)],
        env=os.environ | {"FONTCONFIG_FILE": str(fonts)},
        capture_output=True,
        check=True,
        text=True,
        timeout=300,
    )
    assert "Error" not in done.stdout + done.stderr
    return out


def opened(folder: Path, *paths: Path) -> dict[str, dict[str, Sheet]]:
    """By file, then by sheet."""
    found: dict[str, dict[str, Sheet]] = {path.stem: {} for path in paths}
    for path in sorted(converted(folder, EACH_SHEET, *paths).iterdir()):
        file, _, sheet = path.stem.partition("-")
        with path.open(encoding="utf-8", newline="") as text:
            found[file][sheet] = list(csv.reader(text))
    return found


def saved(made, path: Path, language=CHINESE) -> Path:
    with path.open("wb") as file:
        workbook(made, words_for(language))(file)
    return path


def without_results(path: Path) -> Path:
    """The same workbook with formulas alone: whoever opens it must compute them."""
    again = path.with_stem(f"{path.stem}x")
    with ZipFile(path) as source, ZipFile(again, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(name, re.sub(rb"</f><v>[^<]*</v>", b"</f>", source.read(name)))
    return again


@pytest.fixture(scope="module")
def written(tmp_path_factory) -> dict[str, Path]:
    """A workbook for every plan, and one in English."""
    folder = tmp_path_factory.mktemp("written")
    made = {str(at): saved(it, folder / f"{at}.xlsx") for at, it in enumerate(VARIANTS.values())}
    english = saved(VARIANTS["as the customer has it"], folder / "en.xlsx", ENGLISH)
    return made | {"en": english}


@pytest.fixture(scope="module")
def computed(written, tmp_path_factory) -> dict[str, dict[str, Sheet]]:
    """What LibreOffice computes of each."""
    return opened(tmp_path_factory.mktemp("computed"), *map(without_results, written.values()))


@pytest.fixture(params=[*map(str, range(len(VARIANTS))), "en"], ids=[*VARIANTS, "English"])
def name(request):
    return request.param


@pytest.fixture
def anew(name, computed):
    return computed[f"{name}x"]


def alike(kept: object, found: str) -> bool:
    """The same text, or numbers that differ by no more than sums of floating point do."""
    if isinstance(kept, int | float):
        share = found.endswith("%")
        return abs(kept - float(found.rstrip("%")) / (100 if share else 1)) < 1e-9
    return found == ("" if kept is None else kept)


def test_what_is_computed_anew_is_what_is_kept_in_the_file(name, written, anew):
    book = loaded(written[name], data_only=True)
    assert set(book.sheetnames) == set(anew)
    for sheet in book:
        rows = zip(sheet.iter_rows(values_only=True), anew[sheet.title], strict=True)
        for kept, found in rows:
            assert all(map(alike, kept, found)), (sheet.title, kept, found)


def test_the_checks_computed_anew_add_up_to_zero(anew):
    *rows, last = anew["核对" if "核对" in anew else "Checks"]
    assert last[-1] == "0"
    assert {row[-1] for row in rows[1:]} <= {"0", "—"}


def test_no_cell_is_an_error(anew):
    cells = {cell for sheet in anew.values() for row in sheet for cell in row}
    assert not [cell for cell in cells if cell.startswith(("#", "Err:"))]


def test_what_is_kept_is_shown_as_it_is(written, tmp_path):
    """LibreOffice computes nothing that has a figure beside it, so those must be right."""
    name = str(len(VARIANTS) // 2)
    shown = opened(tmp_path, written[name])[name]
    assert shown["核对"][-1][-1] == "0"


# a sheet, the heading of what is changed in its first line, and what must notice it
BROKEN = {
    "a vote of all channels": (
        "各项内容分等次票数",
        "满意",
        {
            "各等次票数之和－总票数。",
            "各类票数与各渠道票数之和的差。",
            "按计分规则由票数复算的单项得分，与表列得分之差（四舍五入以内计0）。",
        },
    ),
    "a vote of one channel": (
        "分渠道票数",
        "不满意",
        {
            "各等次票数之和－总票数。",
            "各类票数与各渠道票数之和的差。",
            "按计分规则由票数复算的单项得分，与表列得分之差（四舍五入以内计0）。",
        },
    ),
    "a score": (
        "总排名",
        "得分",
        {"按计分规则由票数表复算的得分，与表列得分之差（四舍五入以内计0）。"},
    ),
    "a rank": ("总排名", "名次", {"得分高于本单位的单位数＋1－名次。"}),
    "a channel's score": (
        "各渠道得分",
        "单位互评\n得分",
        {"单位互评：由分渠道票数复算的得分、名次和份数，与表列之差（四舍五入以内计0）。"},
    ),
    "a share": ("各等次比例", "满意", {"由票数表复算的比例，与表列比例之差（四舍五入以内计0）。"}),
    "a mean": (
        "分类平均得分",
        "平均得分",
        {"由总排名所列得分复算的平均，与表列之差（末位相差1以内计0）。"},
    ),
    "valid forms": (
        "收发与录入核对",
        "有效票",
        {
            "有效票＋无效票＋待裁定－收回。",
            "渠道小计与所属批次之和的差。",
            "合计与各渠道之和的差。",
        },
    ),
    "void forms": ("各渠道评议表份数", "无效票合计", {"各原因无效票之和－无效票合计。"}),
    "a grade's value": (
        "评议方案",
        "数值",
        {"按计分规则由票数表复算的得分，与表列得分之差（四舍五入以内计0）。"},
    ),
}


def broken(path: Path, sheet: str, heading: str) -> Path:
    """One more in the first line of a column."""
    book = loaded(path)
    at = [cell.value for cell in book[sheet][1]].index(heading) + 1
    book[sheet].cell(2, at).value += 1
    book.save(path)
    return path


@pytest.fixture(scope="module")
def changed(tmp_path_factory) -> dict[str, dict[str, Sheet]]:
    folder = tmp_path_factory.mktemp("changed")
    made = VARIANTS["as the customer has it"]
    paths = [
        broken(saved(made, folder / f"{at}.xlsx"), sheet, heading)
        for at, (sheet, heading, _) in enumerate(BROKEN.values())
    ]
    return opened(folder, *paths)


@pytest.mark.parametrize("what", BROKEN)
def test_a_changed_figure_is_noticed(what, changed):
    *rows, last = changed[str(list(BROKEN).index(what))]["核对"]
    noticed = {row[1] for row in rows[1:] if row[-1] not in ("0", "—")}
    assert BROKEN[what][-1] <= noticed
    assert float(last[-1]) > 0


def test_it_prints_with_numbered_pages_and_every_name_as_text(tmp_path):
    plan = hostile_plan()
    path = saved(material(plan, blank_forms(plan), mode="drill"), tmp_path / "print.xlsx")
    pdf = pypdf.PdfReader(converted(tmp_path, "pdf", path) / "print.pdf")
    pages = ["".join(page.extract_text().split()) for page in pdf.pages]
    assert len(pages) >= 16
    for number, page in enumerate(pages, 1):
        assert f"第{number}页共{len(pages)}页" in page
        assert "演练·第1版·未封存" in page
    text = "".join(pages)
    assert '=1+1,"引号"<b>粗体</b>&结束' in text
    assert "+86某局" in text
