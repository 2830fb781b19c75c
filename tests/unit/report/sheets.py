"""What the tests of the sheets for hands share: a survey's names, and small packages and forms."""

from hashlib import sha256
from pathlib import Path
from typing import Any

import pypdf
import pytest

from desktop.report.imprint import Naming
from desktop.tally.document_rows import (
    Ruling,
    RulingCell,
    RulingDoubt,
    RulingKeying,
    RulingOutcome,
    RulingSheet,
)
from desktop.tally.merge_report import BatchChange, SourceReport
from desktop.words import ENGLISH, Words, words_for
from tests.plans import small_plan
from tests.unit.report.samples import ZH

EN = words_for(ENGLISH)
LONG = "某某市人民政府机关作风和效能建设活动办公室" * 6
FOREIGN = "😀包.pypk"


def digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()


SURVEY = digest("survey")
PLAN_HASH, RESULTS = digest("plan"), digest("results")


def named(
    *, title: str = "万人评议", mode: str = "official", edition: int = 2, results: str = "",
    words: Words = ZH,
) -> dict[str, Any]:  # fmt: skip
    """What a sheet names of its survey, and the language."""
    plan = small_plan(title=title)
    return {"naming": Naming(plan, PLAN_HASH, SURVEY, mode, edition, results), "words": words}


def source(number: int = 1, **changes: Any) -> SourceReport:
    given: dict[str, Any] = {"name": f"{number}号录入站", "new": 40, "present": 3, "replacing": 2}
    return SourceReport(f"/media/usb/PY-{number:04d}.pypk", **given | changes)


def change(number: int = 1, **changes: Any) -> BatchChange:
    figures = {
        "slip": 50, "before": 20, "after": 50, "valid": 47, "void": 2, "unsettled": 1, "missing": 0,
        "extra": 0,
    }  # fmt: skip
    return BatchChange(f"B{number:03d}", "C1", **figures | changes)


KEYINGS = (
    RulingKeying(1, "一号录入站", "张晓红", digest("first")),
    RulingKeying(2, "二号录入站", "", digest("second"), "答案系复印"),
)
RULING = Ruling(
    (RulingOutcome("B001-017", "", 0),), "打勾靠线，以原表为准", "王主任", "陈监票", digest("ruled")
)


def cells(count: int, paper: str = "") -> tuple[RulingCell, ...]:
    return tuple(
        RulingCell(f"单位{at:03d}", "服务态度", ("满意", "基本满意"), paper)
        for at in range(1, count + 1)
    )


def ruling_sheet(**changes: Any) -> RulingSheet:
    given: dict[str, Any] = {
        "keyings": KEYINGS,
        "cells": cells(2, "不满意"),
        "doubts": (RulingDoubt("一号录入站", "张晓红", "第二页缺角"),),
        "ruling": RULING,
    }
    return RulingSheet("B001-017", "B001", "单位互评", **given | changes)


def largest_text(path: Path) -> set[str]:
    """What is set larger than anything that is read, on each page."""
    found = set()
    for page in pypdf.PdfReader(path).pages:
        large: list[str] = []

        def note(text, _matrix, _text_matrix, _font, size, large=large):
            large.append(text if size > 100 else "")

        page.extract_text(visitor_text=note)
        found.add("".join(large).strip())
    return found


def inside(path: Path) -> bool:
    """Whether nothing is printed beyond the margins: ink in them means something runs off."""
    pypdfium2 = pytest.importorskip("pypdfium2")

    for page in pypdfium2.PdfDocument(path):
        picture = page.render(scale=1, grayscale=True).to_pil()
        width, height = picture.size
        for edge in ((0, 0, 40, height), (width - 36, 0, width, height)):
            if picture.crop(edge).getextrema()[0] < 128:
                return False
    return True
