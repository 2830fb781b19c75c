"""Cuts the fonts of resources/fonts/ from the packages that they come from.

Run it with the development set installed; it needs npm, apt-get and dpkg-deb, or the two
packages already fetched (--noto, --wenkai). With --check it compares the cuts, byte for byte
and character for character, with the fonts in resources/fonts/.
"""

import argparse
import io
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from fontTools.subset import Options, Subsetter, load_font, save_font
from fontTools.ttLib import TTFont

COMMITTED = Path(__file__).resolve().parents[1] / "resources" / "fonts"

NOTO_PACKAGE = "@expo-google-fonts/noto-sans-sc@0.4.3"
WENKAI_PACKAGE = "fonts-lxgw-wenkai=1.250+repack-1"

# Latin with accents; punctuation; Roman numerals, arrows, mathematics; circled numbers, boxes and
# shapes; stars; tick; CJK punctuation; numbers in brackets; full-width forms
SYMBOLS = (
    range(0x20, 0x180), range(0x2010, 0x203D), range(0x2160, 0x22A1), range(0x2460, 0x2600),
    range(0x2605, 0x2607), range(0x2713, 0x2714), range(0x3000, 0x3020), range(0x3220, 0x3230),
    range(0xFF00, 0xFFF0),
)  # fmt: skip
HANZI = range(0x4E00, 0xA000)  # the unified block: URO and its later additions
# in names of people and places, outside GB2312
NAMES = "㙍㛃㭎䲟䶮喆堃昇燚犇翀赟镕骉鿍𣲗𫖯𫘝𬱖"
# from plane 2 on: rare hanzi, and one private character of the source
RARE = range(0x20000, 0x110000)

LAYOUT = ["BASE", "GDEF", "GPOS", "GSUB", "STAT", "vhea", "vmtx"]
RARE_HAN_NAMES = {
    1: "Pingyi Rare Han",
    3: "PingyiRareHan-Regular;subset of an OFL-1.1 font",
    4: "Pingyi Rare Han Regular",
    6: "PingyiRareHan-Regular",
}
# seconds since 1904 when the cut was renamed: kept, so that a new cut has the same bytes
RARE_HAN_MODIFIED = 3878182384


@dataclass(frozen=True, slots=True)
class Cut:
    """One font of the project: its file, its source and the characters asked of the source."""

    file: str
    member: str
    digest: str
    characters: AbstractSet[int]
    renamed: bool = False


def gb2312_hanzi() -> set[int]:
    """The 6,763 hanzi of GB 2312-80: rows 16 to 87."""
    codes = (bytes((row, cell)) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF))
    return {ord(character) for code in codes for character in code.decode("gb2312", "ignore")}


def listed() -> set[int]:
    return {code for part in SYMBOLS for code in part} | {ord(character) for character in NAMES}


def cuts() -> list[Cut]:
    return [
        Cut(
            "NotoSansSC-Regular.ttf",
            "package/400Regular/NotoSansSC_400Regular.ttf",
            "d45f67f0a7c0ca3f256950777ce6a61cc7ce5f9696d02900cbbaac25f8aa7d16",
            listed() | set(HANZI),
        ),
        Cut(
            "NotoSansSC-Bold.ttf",
            "package/700Bold/NotoSansSC_700Bold.ttf",
            "9a38ae0ab28cd5a256f9ea8e00dedc688aac17f7915fcb000572990afa956b96",
            listed() | gb2312_hanzi(),
        ),
        Cut(
            "PingyiRareHan-Regular.ttf",
            "./usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf",
            "bbf534b0ca093928f94d1782855e65a19a32cde82b075d495d072025521953c8",
            set(RARE),
            renamed=True,
        ),
    ]


def fetch_noto(folder: Path) -> Path:
    subprocess.run(["npm", "pack", "--silent", NOTO_PACKAGE], cwd=folder, check=True)
    return next(folder.glob("*.tgz"))


def fetch_wenkai(folder: Path) -> Path:
    subprocess.run(["apt-get", "download", "-q", WENKAI_PACKAGE], cwd=folder, check=True)
    return next(folder.glob("*.deb"))


def unpacked(package: Path) -> bytes:
    """The tar archive in an npm or Debian package."""
    if package.suffix != ".deb":
        return package.read_bytes()
    command = ["dpkg-deb", "--fsys-tarfile", str(package)]
    return subprocess.run(command, capture_output=True, check=True).stdout


def source_font(archive: bytes, cut: Cut) -> bytes:
    """The font that a cut is made from; another version of it ends the program."""
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        member = tar.extractfile(cut.member)
        font = member.read() if member else b""
    if sha256(font).hexdigest() != cut.digest:
        sys.exit(f"{cut.member} is not the version that the fonts were cut from")
    return font


def options(cut: Cut) -> Options:
    """No hinting, no layout tables; a renamed font keeps neither foreign names nor .notdef."""
    chosen = Options(hinting=False, notdef_outline=not cut.renamed)
    chosen.drop_tables += LAYOUT
    if not cut.renamed:
        chosen.name_IDs = list(range(256))  # 256 and on name the axes of the variable font
    return chosen


def subset(source: bytes, cut: Cut) -> bytes:
    chosen = options(cut)
    font = load_font(io.BytesIO(source), chosen)
    cutter = Subsetter(chosen)
    cutter.populate(unicodes=cut.characters)
    cutter.subset(font)
    content = io.BytesIO()
    save_font(font, content, chosen)
    return renamed(content) if cut.renamed else content.getvalue()


def renamed(content: BinaryIO) -> bytes:
    """The reserved names 霞鹜 and LXGW may not stay in a modified font (OFL, condition 3)."""
    font = TTFont(content, recalcTimestamp=False)
    for record in font["name"].names:
        record.string = RARE_HAN_NAMES.get(record.nameID, record.string)
    font["head"].modified = RARE_HAN_MODIFIED
    result = io.BytesIO()
    font.save(result)
    return result.getvalue()


def characters(content: bytes) -> set[int]:
    return set(TTFont(io.BytesIO(content)).getBestCmap() or {})


def difference(content: bytes, committed: bytes) -> str:
    """What a cut and the committed font differ in, as one phrase."""
    if content == committed:
        return "same bytes"
    apart = characters(content) ^ characters(committed)
    return f"{len(apart)} characters differ" if apart else "same characters, other bytes"


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("build/fonts"), help="folder to write to")
    parser.add_argument("--noto", type=Path, help=f"the npm package {NOTO_PACKAGE}, fetched")
    parser.add_argument("--wenkai", type=Path, help=f"the Debian package {WENKAI_PACKAGE}, fetched")
    parser.add_argument("--check", action="store_true", help="fail on another set of characters")
    return parser.parse_args()


def main() -> None:
    asked = arguments()
    asked.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        noto = unpacked(asked.noto or fetch_noto(Path(folder)))
        wenkai = unpacked(asked.wenkai or fetch_wenkai(Path(folder)))
    verdicts = []
    for cut in cuts():
        content = subset(source_font(wenkai if cut.renamed else noto, cut), cut)
        (asked.out / cut.file).write_bytes(content)
        verdicts.append(difference(content, (COMMITTED / cut.file).read_bytes()))
        print(f"{cut.file}: {len(characters(content))} characters, {verdicts[-1]}")
    if asked.check and any(verdict.endswith("differ") for verdict in verdicts):
        sys.exit("the cuts differ from resources/fonts/")


if __name__ == "__main__":
    main()
