"""CSV files for other programs: every form in the import format, and the counts."""

import csv
from collections.abc import Iterator
from io import TextIOWrapper
from itertools import islice
from typing import BinaryIO

from desktop.report.figures import score_text
from desktop.report.material import FormRow, Material
from desktop.report.paper import Writer
from desktop.tally.form import form_name
from desktop.tally.plan import Agency, Plan
from desktop.tally.results import ChannelResult
from desktop.words import Words

_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "'")
_BYTE_ORDER_MARK = "\ufeff".encode()
_AT_A_TIME = 1000


def guarded(text: str) -> str:
    """A text no spreadsheet takes for a formula: an apostrophe before = + - @, tab, line break.

    A leading apostrophe is doubled, so that `unguarded` gives back exactly what was written.
    """
    return f"'{text}" if text.startswith(_SIGNS) else text


def unguarded(text: str) -> str:
    """The text before `guarded`."""
    return text.removeprefix("'")


def forms_file(material: Material, _words: Words) -> Writer:
    """Forms as `pingyi import` reads them; streamed, whatever their number."""
    plan = material.results.plan

    def write(file: BinaryIO) -> None:
        file.write(_BYTE_ORDER_MARK)
        file.write(_line("form", "void", *_cells(plan)))
        rows = (_form_line(plan, form) for form in material.forms())
        while held := b"".join(islice(rows, _AT_A_TIME)):
            file.write(held)

    return write


def _cells(plan: Plan) -> Iterator[str]:
    for agency in plan.agencies:
        for dimension in plan.dimensions:
            yield f"{agency.code}.{dimension.code}"


def _form_line(plan: Plan, form: FormRow) -> bytes:
    """Codes and marks need no quotes; the cells of a void form may be empty."""
    batch, number, void, marks = form
    return _line(form_name(batch, number), void, *(marks or [""] * plan.cells))


def _line(*fields: str) -> bytes:
    return (",".join(fields) + "\r\n").encode()


def counts_file(material: Material, words: Words) -> Writer:
    """Marks by channel, agency and dimension; names are guarded against spreadsheets."""
    plan = material.results.plan
    agencies = {held.code: held for held in material.results.agencies}

    def write(file: BinaryIO) -> None:
        text = TextIOWrapper(file, encoding="utf-8-sig", newline="", write_through=True)
        rows = csv.writer(text)
        rows.writerow(_counts_heading(plan, words))
        for at, _ in enumerate(plan.channels):
            for agency in plan.agencies:
                rows.writerows(_counts_rows(plan, agency, agencies[agency.code].channels[at]))
        text.detach()

    return write


def _counts_heading(plan: Plan, words: Words) -> list[str]:
    return [
        words("Channel code"),
        words("Agency code"),
        words("Agency"),
        words("Dimension code"),
        *(guarded(grade.name) for grade in plan.grades),
        words("Blank"),
        words("Don't know"),
        words("Invalid"),
        words("Not applicable"),
        words("Dimension score"),
    ]


def _counts_rows(plan: Plan, agency: Agency, channel: ChannelResult) -> Iterator[list[str | int]]:
    for dimension in channel.dimensions:
        counts = dimension.counts
        score = dimension.score
        yield [
            channel.code,
            agency.code,
            guarded(agency.name),
            dimension.code,
            *counts.grades,
            counts.blank,
            counts.dont_know,
            counts.invalid,
            counts.not_applicable,
            "" if score is None else score_text(plan, score),
        ]
