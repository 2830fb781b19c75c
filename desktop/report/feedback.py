"""反馈单 (document 9): what an agency is told of its own result; each sheet goes out singly."""

from collections.abc import Iterable, Mapping, Sequence

from desktop.assess.findings import Finding
from desktop.report.feedback_facts import Told
from desktop.report.feedback_sheet import FeedbackSheet
from desktop.report.imprint import result_imprint
from desktop.report.material import Material
from desktop.report.paper import Part, Writer, paper_writer
from desktop.report.standing import Standing
from desktop.report.theme import document_theme
from desktop.tally.errors import PingyiError
from desktop.tally.letter import Letter
from desktop.words import Words

Opinions = Mapping[str, Sequence[str]]
"""What was written of each agency, by its code: texts alone, for opinions have no sender."""

Findings = Mapping[str, Sequence[Finding]]
"""What inspections found at each agency, by its code."""


class FeedbackAgencyUnknownError(PingyiError):
    message = 'The plan lists no agency "{agency}": name it by its agency code.'


def feedback_sheets(
    material: Material,
    letter: Letter,
    opinions: Opinions,
    words: Words,
    findings: Findings | None = None,
) -> Writer:
    """A sheet for every agency in the order of the plan, each with its own pages.

    They are told apart by nothing but the agency, so that the order says nothing of a rank.
    GlyphMissingError before anything is written.
    """
    codes = [agency.code for agency in material.results.plan.agencies]
    return _sheets(material, codes, letter, opinions, words, findings or {})


def feedback_sheet(
    material: Material,
    agency_code: str,
    letter: Letter,
    opinions: Opinions,
    words: Words,
    findings: Findings | None = None,
) -> Writer:
    """The sheet of one agency, the same as in the stack; FeedbackAgencyUnknownError."""
    if agency_code not in material.results.plan.group_of:
        raise FeedbackAgencyUnknownError(agency=agency_code)
    return _sheets(material, [agency_code], letter, opinions, words, findings or {})


def _sheets(
    material: Material,
    codes: Iterable[str],
    letter: Letter,
    opinions: Opinions,
    words: Words,
    findings: Findings,
) -> Writer:
    imprint = result_imprint(material, words("Feedback sheet"), words)
    standing = Standing(material.results, words)
    agencies = {agency.code: agency for agency in material.results.agencies}
    parts = []
    for code in codes:
        told = Told(standing, agencies[code], rank_shown=letter.rank_shown)
        held = findings.get(code, ())
        sheet = FeedbackSheet(told, letter, opinions.get(code, ()), imprint, held)
        parts.append(Part(sheet.strips(), told.mark, alone=True))
    return paper_writer(imprint, document_theme().portrait, parts, words)
