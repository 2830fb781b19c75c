"""The page Documents in tests: a survey with a form, a paper in sight, what stands on it."""

import io
from typing import Any

from pypdf import PdfReader

from desktop.papers.listing import PAPERS, Paper
from tests.gui.office import PEOPLE, Office
from tests.stations import Centre


def small_centre(root: Any, **options: Any) -> Centre:
    """One form, keyed at a station and merged."""
    made = Centre(root, 1, operators=PEOPLE, **({"batches": {"B001": 1}} | options))
    (one,) = made.stations
    one.key(1, marks="111111", operator="C01")
    made.merge(one, operator="Z01")
    return made


def paper(name: str) -> Paper:
    (held,) = (one for one in PAPERS if one.name == name)
    return held


def choose(page: Any, name: str) -> None:
    page.choice.list.select(paper(name))


def look_at(page: Any, office: Office, name: str) -> None:
    """Until this paper is in sight as it is wished for."""
    choose(page, name)
    office.until(lambda: page.sight.is_settled)


def text_of(source: Any) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(source).pages)


def text_in_sight(page: Any) -> str:
    return text_of(io.BytesIO(page.sight.laid.content))
