"""Plans as files while they are written: read sound or not, and written whole."""

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

from desktop.actions.text_files import read_text
from desktop.files import write_whole
from desktop.store.keys import Home
from desktop.store.survey_file import open_survey
from desktop.tally.errors import PingyiError
from desktop.tally.plan_draft import Value, draft_value
from desktop.tally.plan_reading import PlanInvalidError, plan_from_json, plan_to_json, read_plan

SURVEY = ".pingyi"


class PlanUnwrittenError(PingyiError):
    message = "{path} cannot be written ({reason}): choose another place. The draft is kept."


def read_draft(path: Path, home: Home) -> tuple[Value, list[str]]:
    """The plan in a file or of a survey, to go on writing; places that had to be left out.

    Mistakes are no reason to refuse it. FileUnreadableError, FileEncodingError, PlanNotJsonError,
    PlanKeyTwiceError; PlanInvalidError where the file holds no plan at all; the errors of
    `open_survey`.
    """
    if path.suffix.lower() == SURVEY:
        survey = open_survey(path, home=home, check=False)
        try:
            return draft_value(plan_to_json(survey.plan))
        finally:
            survey.close()
    return draft_value(_read(read_text(path)))


def write_draft(path: Path, value: Value) -> None:
    """Write the plan as a file: with every key where it is sound; PlanUnwrittenError."""
    with suppress(PlanInvalidError):  # it is kept as it stands, to be put right later
        value = plan_to_json(plan_from_json(value))
    content = json.dumps(value, ensure_ascii=False, indent=2) + "\n"
    try:
        write_whole(path, lambda file: file.write(content.encode()))
    except OSError as error:
        raise PlanUnwrittenError(path=path, reason=error.strerror or error) from error


def _read(text: str) -> dict[str, Any]:
    try:
        return plan_to_json(read_plan(text))
    except PlanInvalidError:
        held = json.loads(text)
        if not isinstance(held, dict):
            raise
        return held
