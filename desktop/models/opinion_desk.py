"""An opinion while it is keyed: which form was typed, what is kept of it, and who sees which."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any, Self

from desktop.actions.authority import is_supervising
from desktop.actions.batches import check_registered
from desktop.actions.opinion_errors import OpinionTextError
from desktop.actions.opinions import Opinion, correct_opinion, enter_opinion
from desktop.models.notices import Notice
from desktop.session import Session
from desktop.store import opinion_queries, queries, station_queries
from desktop.store.errors import MarkUnraisedError
from desktop.store.opinion_queries import OpinionLine
from desktop.store.survey_file import SurveyFile
from desktop.tally.errors import PingyiError
from desktop.tally.form import FormNameError, read_form_name
from desktop.tally.opinions import one_paragraph

_NUMBER_LAST = re.compile(r"-[0-9]{3,5}$")
Place = tuple[str, int]
"""Batch and number."""


@dataclass(frozen=True, slots=True)
class TypedOpinion:
    """What stands in the fields, right or wrong."""

    form: str = ""
    agency: str = ""
    """What was typed for it."""
    code: str = ""
    """The agency that it stands for, or ""."""
    text: str = ""
    record: str = ""
    """The opinion that is corrected, or ""."""

    def snapshot(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def restored(cls, held: dict[str, Any]) -> Self:
        """What `snapshot` gave; TypeError, ValueError."""
        if not all(isinstance(held[field.name], str) for field in fields(cls)):
            raise ValueError("a field is no text")
        return cls(**held)

    def is_on_record(self, lines: Iterable[OpinionLine]) -> bool:
        """Whether the same stands there by now: a crash may fall between record and journal."""
        said = (self.form, self.code, one_paragraph(self.text))
        return any((line.form, line.agency, line.text) == said for line in lines)


class OpinionDesk:
    """One person's opinions, one after the other; the batch stays from one to the next."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.batch = session.batch
        self.last: Place | None = None
        """The form of the opinion that was saved before."""
        self._asked: Place | str | None = None
        """The form or the text that was asked about just now."""

    def read(self, text: str) -> Place:
        """The form in `B001-017`, or in `17` of the batch at hand.

        FormNameError, FormNumberError, BatchUnknownError.
        """
        survey, typed = self._session.opened, text.strip()
        if "-" not in typed and not self.batch:
            raise FormNameError(text=typed)
        found, number = read_form_name(typed if "-" in typed else f"{self.batch}-{typed}")
        # as on the cover, however it was typed: no two batches differ by that alone
        known = {slip.code.casefold(): slip.code for slip in queries.slips(survey)}
        found = known.get(found.casefold(), found)
        check_registered(survey, found)
        return found, number

    def question(self, place: Place) -> Notice | None:
        """What to ask once about a form; None where nothing is unusual, or it was asked."""
        batch, number = place
        slip = queries.slip(self._session.opened, batch)
        asked, self._asked = self._asked, None
        if slip is None or number <= slip.count or place == asked:
            return None
        self._asked = place
        return Notice("beyond_slip", {"number": number, "count": slip.count})

    def question_of_text(self, text: str) -> Notice | None:
        """What to ask once before a text is saved: a scanner may have written into it."""
        asked, self._asked = self._asked, None
        form = self._form_at_the_end(text)
        if not form or text == asked:
            return None
        self._asked = text
        return Notice("number_in_text", {"form": form})

    def _form_at_the_end(self, text: str) -> str:
        """A form of a batch of this survey, or ""."""
        found = _NUMBER_LAST.search(text)
        if found is None:
            return ""
        codes = [slip.code for slip in queries.slips(self._session.opened)]
        fitting = [code for code in codes if text[: found.start()].endswith(code)]
        return max(fitting, key=len) + found[0] if fitting else ""

    def save(self, opinion: Opinion, line: OpinionLine | None) -> PingyiError | None:
        """Put an opinion on record, in the place of `line` where it corrects one.

        What went wrong beside a record that is made is given back; what keeps it off is raised.
        """
        if not opinion.text:
            raise OpinionTextError(reason="is empty")  # to take one back is said otherwise
        return self._put_on_record(opinion, line)

    def take_back(self, line: OpinionLine) -> PingyiError | None:
        """Take an opinion back; as `save`."""
        return self._put_on_record(Opinion(line.batch, line.number, line.agency, ""), line)

    def _put_on_record(self, opinion: Opinion, line: OpinionLine | None) -> PingyiError | None:
        session = self._session
        session.await_check()
        try:
            if line:
                correct_opinion(session.opened, line.record, opinion, operator=session.code)
            else:
                enter_opinion(session.opened, opinion, operator=session.code)
        except MarkUnraisedError as error:
            return error
        finally:
            self._asked = None
        self.batch, self.last = opinion.batch, (opinion.batch, opinion.number)
        return None


def is_unchanged(line: OpinionLine | None, opinion: Opinion) -> bool:
    """Whether a correction says what stands there already."""
    before = Opinion(line.batch, line.number, line.agency, line.text) if line else None
    return before == opinion


@dataclass(frozen=True, slots=True)
class OpinionList:
    """What the page shows, read in one view of the file."""

    lines: list[OpinionLine]
    """The newest first: one's own, or everybody's for who supervises."""
    forms: Mapping[Place, int]
    """How many opinions stand on a form, whoever keyed them."""
    stations: Mapping[str, str]
    """Names of the stations, by key."""
    is_open: bool
    """Whether the zero report is declared."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Whoever looks at the list."""

    code: str
    station: str | None
    sees_all: bool

    @classmethod
    def of(cls, session: Session) -> Self:
        """Who works now; a file that is only viewed shows everything."""
        survey = session.opened
        sees_all = survey.station is None or is_supervising(survey, session.code)
        return cls(session.code, survey.station, sees_all)

    def read(self, survey: SurveyFile) -> OpinionList:
        """The opinions as the file has them."""
        lines = opinion_queries.newest_opinions(survey)
        return OpinionList(
            [line for line in lines if self.sees_all or self._is_own(line)],
            Counter((line.batch, line.number) for line in lines),
            station_queries.station_names(survey),
            queries.zero_declared(survey),
        )

    def _is_own(self, line: OpinionLine) -> bool:
        return line.operator == self.code and bool(self.code or line.station == self.station)
