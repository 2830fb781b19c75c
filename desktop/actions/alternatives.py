"""The marks of a survey, counted once for any scoring options. Nothing is recorded."""

from desktop.store import queries
from desktop.store.survey_file import SurveyFile
from desktop.tally.counting import count_forms
from desktop.tally.what_if import CountedMarks, counted_marks


def count_marks(survey: SurveyFile) -> CountedMarks:
    """What every alternative is scored from: tallies with and without an agency's own forms."""
    counters = count_forms(survey.plan, queries.marks_by_source(survey, apart=True))
    return counted_marks(survey.plan, counters, queries.totals(survey))
