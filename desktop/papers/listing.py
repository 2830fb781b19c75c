"""Every paper that a survey's file can give: its name, what it is for, and what writes it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from desktop.files import write_whole
from desktop.papers import sheets
from desktop.papers.sources import Sources
from desktop.store import editions, queries
from desktop.store.survey_file import SurveyFile
from desktop.words import Words

Write = Callable[[Sources, Path], Path | None]
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
    letter: tuple[str, ...] = ()
    """The fields of a Letter that stand on it."""

    @property
    def is_pdf(self) -> bool:
        return self.suffix == ".pdf"

    def file_name(self, words: Words) -> str:
        """Its title in the reader's language, with its ending."""
        return f"{words(self.title)}{self.suffix}"


def _result_paper(name: str) -> Write:
    """A document of the results alone."""

    def write(sources: Sources, path: Path) -> Path:
        from desktop.report.documents import DOCUMENTS

        document = next(held for held in DOCUMENTS if held.name == name)
        write_whole(path, document.prepare(sources.material, sources.words))
        return path

    return write


def _circular(name: str) -> Write:
    """A circular or a public notice, to be signed or to go on with."""

    def write(sources: Sources, path: Path) -> Path:
        from desktop.report import circular, notice

        writers = {
            "circular": circular.circular,
            "circular-text": circular.circular_text,
            "notice": notice.notice,
            "notice-text": notice.notice_text,
        }
        write_whole(path, writers[name](sources.material, sources.letter, sources.words))
        return path

    return write


def _feedback(sources: Sources, path: Path) -> Path:
    from desktop.report.feedback import feedback_sheets
    from desktop.store.ledger_queries import findings_by_unit
    from desktop.store.opinion_queries import opinions_by_agency

    opinions, findings = opinions_by_agency(sources.survey), findings_by_unit(sources.survey)
    made = feedback_sheets(sources.material, sources.letter, opinions, sources.words, findings)
    write_whole(path, made)
    return path


def _sheet(write: Callable[[SurveyFile, Path, Words], Path | None]) -> Write:
    """A sheet that `papers` makes of what the file holds."""
    return lambda sources, path: write(sources.survey, path, sources.words)


def _results_file(sources: Sources, path: Path) -> Path:
    from desktop.actions.counting import results_file

    content = results_file(sources.material.results)
    write_whole(path, lambda file: file.write(content))
    return path


def _zero(survey: SurveyFile, path: Path, words: Words) -> Path | None:
    """Nobody may read that a file was empty before somebody declared it."""
    return sheets.zero_sheet(survey, path, words) if editions.zero_record(survey) else None


def _covers(survey: SurveyFile, path: Path, words: Words) -> Path:
    codes = {slip.code for slip in queries.slips(survey)}
    return sheets.batch_covers(survey, codes, path, words)


def _questionnaire(survey: SurveyFile, path: Path, words: Words) -> Path:
    from desktop.report.questionnaire import write_questionnaire

    return write_questionnaire(survey.plan, path, words=words, mode=survey.mode)


def _key_card(survey: SurveyFile, path: Path, words: Words) -> Path:
    from desktop.report.key_card import write_key_card

    return write_key_card(survey.plan, path, words=words)


def _newspaper(survey: SurveyFile, path: Path, words: Words) -> Path:
    from desktop.report.newspaper import write_newspaper

    return write_newspaper(survey.plan, path, words=words, mode=survey.mode)


def _error_card(survey: SurveyFile, path: Path, words: Words) -> Path:
    from desktop.report.error_card import write_error_card

    return write_error_card(path, plan=survey.plan, words=words)


def _daily(sources: Sources, path: Path) -> Path:
    from desktop.papers.daily import daily_rows
    from desktop.report.daily_report import write_daily_report

    report = daily_rows(sources.survey)
    return write_daily_report(report, path, naming=sources.naming, words=sources.words)


def _rulings(sources: Sources, path: Path) -> Path | None:
    return sheets.ruling_sheets(sources.survey, path, sources.words, naming=sources.naming)


def _hand_over(survey: SurveyFile, path: Path, words: Words) -> Path:
    from desktop.papers.hand_over import hand_over_slips
    from desktop.report.hand_over_slip import write_hand_over_slips

    naming, slips = sheets.naming_of(survey), hand_over_slips(survey)
    return write_hand_over_slips(slips, path, naming=naming, words=words)


def _log(survey: SurveyFile, path: Path, words: Words) -> Path:
    from desktop.log_texts import HEADS, log_row
    from desktop.report.log_file import log_file
    from desktop.store.log_queries import log_lines

    rows = [log_row(line, words) for line in log_lines(survey)]
    write_whole(path, log_file([words(head) for head in HEADS], rows))
    return path


NOT_RULED = "There is nothing to print: no form was ruled on, and none waits for a ruling."
NOT_DECLARED = "There is nothing to print: the zero report is not declared yet."

RESULTS, OUTGOING, WORK, BLANKS = "results", "outgoing", "work", "blanks"

NOTICE_LETTER = ("office", "number", "date")
CIRCULAR_LETTER = (*NOTICE_LETTER, "copies", "report_to", "issue_to", "copy_to")
FEEDBACK_LETTER = ("office", "deadline", "rank_shown")
"""What an office adds to these papers."""

PAPERS = (
    Paper("result-sheet", "Count result sheet", ".pdf", RESULTS, _result_paper("result-sheet")),
    Paper("tables", "Statistical tables", ".pdf", RESULTS, _result_paper("tables")),
    Paper("workbook", "Statistical tables", ".xlsx", RESULTS, _result_paper("workbook")),
    Paper("results", "Results file", ".json", RESULTS, _results_file),
    Paper("counts", "Counts in detail", ".csv", RESULTS, _result_paper("counts")),
    Paper("forms", "Forms in detail", ".csv", RESULTS, _result_paper("forms")),
    Paper("circular", "Circular", ".pdf", OUTGOING, _circular("circular"), letter=CIRCULAR_LETTER),
    Paper(
        "circular-text",
        "Circular",
        ".docx",
        OUTGOING,
        _circular("circular-text"),
        letter=CIRCULAR_LETTER,
    ),
    Paper("notice", "Public notice", ".pdf", OUTGOING, _circular("notice"), letter=NOTICE_LETTER),
    Paper(
        "notice-text",
        "Public notice",
        ".docx",
        OUTGOING,
        _circular("notice-text"),
        letter=NOTICE_LETTER,
    ),
    Paper("feedback", "Feedback sheet", ".pdf", OUTGOING, _feedback, letter=FEEDBACK_LETTER),
    Paper("daily", "Daily report", ".pdf", WORK, _daily),
    Paper("hand-over", "Hand-over slip", ".pdf", WORK, _sheet(_hand_over)),
    Paper("rulings", "Ruling sheet", ".pdf", WORK, _rulings, NOT_RULED),
    Paper("zero", "Zero report", ".pdf", WORK, _sheet(_zero), NOT_DECLARED),
    Paper("issue-register", "Issue register", ".pdf", WORK, _sheet(sheets.issue_register)),
    Paper("stations", "Station admission sheet", ".pdf", WORK, _sheet(sheets.station_sheets)),
    Paper("log", "Operation log", ".csv", WORK, _sheet(_log)),
    Paper("questionnaire", "Questionnaire", ".pdf", BLANKS, _sheet(_questionnaire)),
    Paper("newspaper", "Appraisal form for a newspaper", ".pdf", BLANKS, _sheet(_newspaper)),
    Paper("covers", "Batch cover", ".pdf", BLANKS, _sheet(_covers)),
    Paper("key-card", "Key card", ".pdf", BLANKS, _sheet(_key_card)),
    Paper("error-card", "Error-code card", ".pdf", BLANKS, _sheet(_error_card)),
)
