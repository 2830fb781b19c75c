"""Every paper that a survey's file can give: its name, what it is for, and what writes it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from desktop import papers
from desktop.files import write_whole
from desktop.store import editions, queries
from desktop.store.survey_file import SurveyFile
from desktop.words import Words

Write = Callable[[SurveyFile, Path, Words], Path | None]
"""Writes a file of this name; None where there is nothing to write."""


@dataclass(frozen=True, slots=True)
class Paper:
    """`title` is the English source of what it is called; `part` stands papers together.

    `lacking` is the English source of why there is none, where `write` gives None.
    """

    name: str
    title: str
    suffix: str
    part: str
    write: Write
    lacking: str = "There is nothing to print."

    @property
    def is_pdf(self) -> bool:
        return self.suffix == ".pdf"


def _result_paper(name: str) -> Write:
    """A document of the results, which are counted for it."""

    def write(survey: SurveyFile, path: Path, words: Words) -> Path:
        from desktop.report.documents import DOCUMENTS

        document = next(held for held in DOCUMENTS if held.name == name)
        write_whole(path, document.prepare(papers.material_of(survey), words))
        return path

    return write


def _results_file(survey: SurveyFile, path: Path, _: Words) -> Path:
    from desktop.actions.counting import count_survey, results_file

    content = results_file(count_survey(survey))
    write_whole(path, lambda file: file.write(content))
    return path


def _zero(survey: SurveyFile, path: Path, words: Words) -> Path | None:
    """Nobody may read that a file was empty before somebody declared it."""
    return papers.zero_sheet(survey, path, words) if editions.zero_record(survey) else None


def _covers(survey: SurveyFile, path: Path, words: Words) -> Path:
    codes = {slip.code for slip in queries.slips(survey)}
    return papers.batch_covers(survey, codes, path, words)


def _questionnaire(survey: SurveyFile, path: Path, words: Words) -> Path:
    from desktop.report.questionnaire import write_questionnaire

    return write_questionnaire(survey.plan, path, words=words, mode=survey.mode)


def _key_card(survey: SurveyFile, path: Path, words: Words) -> Path:
    from desktop.report.key_card import write_key_card

    return write_key_card(survey.plan, path, words=words)


def _log(survey: SurveyFile, path: Path, words: Words) -> Path:
    from desktop.log_texts import HEADS, log_row
    from desktop.report.log_file import log_file
    from desktop.store.log_queries import log_lines

    rows = [log_row(line, words) for line in log_lines(survey)]
    write_whole(path, log_file([words(head) for head in HEADS], rows))
    return path


NOT_RULED = "There is nothing to print: no form was ruled on, and none waits for a ruling."
NOT_DECLARED = "There is nothing to print: the zero report is not declared yet."

RESULTS, WORK, BLANKS = "results", "work", "blanks"

PAPERS = (
    Paper("result-sheet", "Count result sheet", ".pdf", RESULTS, _result_paper("result-sheet")),
    Paper("tables", "Statistical tables", ".pdf", RESULTS, _result_paper("tables")),
    Paper("workbook", "Statistical tables", ".xlsx", RESULTS, _result_paper("workbook")),
    Paper("results", "Results file", ".json", RESULTS, _results_file),
    Paper("counts", "Counts in detail", ".csv", RESULTS, _result_paper("counts")),
    Paper("forms", "Forms in detail", ".csv", RESULTS, _result_paper("forms")),
    Paper("rulings", "Ruling sheet", ".pdf", WORK, papers.ruling_sheets, NOT_RULED),
    Paper("zero", "Zero report", ".pdf", WORK, _zero, NOT_DECLARED),
    Paper("issue-register", "Issue register", ".pdf", WORK, papers.issue_register),
    Paper("stations", "Station admission sheet", ".pdf", WORK, papers.station_sheets),
    Paper("log", "Operation log", ".csv", WORK, _log),
    Paper("questionnaire", "Questionnaire", ".pdf", BLANKS, _questionnaire),
    Paper("covers", "Batch cover", ".pdf", BLANKS, _covers),
    Paper("key-card", "Key card", ".pdf", BLANKS, _key_card),
)
