"""Everything said of the forms that were ruled on or wait for it, as their sheets print it."""

from collections.abc import Iterator, Sequence

from desktop.store import form_queries, kinds, queries, station_queries
from desktop.store.records import Record
from desktop.store.survey_file import SurveyFile
from desktop.tally.document_rows import (
    Ruling,
    RulingCell,
    RulingDoubt,
    RulingKeying,
    RulingOutcome,
    RulingSheet,
)
from desktop.tally.form import form_name
from desktop.tally.keyings import RULING_QUEUE, Keying
from desktop.tally.marks import BLANK, DONT_KNOW, INVALID, NOT_APPLICABLE
from desktop.words import Words

_STATES = {
    BLANK: "blank",
    DONT_KNOW: "don't know",
    INVALID: "invalid mark",
    NOT_APPLICABLE: "not applicable",
}


class RulingRows:
    """Builds the sheets of one survey; names of everything are looked up once."""

    def __init__(self, survey: SurveyFile, words: Words) -> None:
        self._survey = survey
        self._stations = station_queries.station_names(survey)
        self._people = {held.code: held.name for held in queries.operators(survey)}
        plan = survey.plan
        self._marks = {grade.code: grade.name for grade in plan.grades}
        self._marks |= {code: words(name) for code, name in _STATES.items()}
        self._voids = {reason.code: reason.name for reason in plan.void_reasons}
        channels = {channel.code: channel.name for channel in plan.channels}
        self._channels = {held.code: channels[held.channel] for held in queries.slips(survey)}

    def sheets(self) -> list[RulingSheet]:
        """Those to be ruled on first, then every ruling in the order it was made."""
        return [*self.waiting(), *self.ruled()]

    def waiting(self) -> Iterator[RulingSheet]:
        for held in form_queries.open_forms(self._survey):
            if held.stage in RULING_QUEUE:
                doubts = [self._survey.record(record) for record, _ in held.doubts]
                yield self._sheet(held.batch, held.number, held.heads, doubts, None)

    def ruled(self) -> Iterator[RulingSheet]:
        for record in self._survey.records_of(kinds.RULED):
            parents = [self._survey.record(parent) for parent in record.parents]
            said = [_keying(held) for held in parents if held.kind != kinds.DOUBTED]
            heads = sorted(said, key=lambda head: (head.pass_number or 3, head.record))
            doubts = [held for held in parents if held.kind == kinds.DOUBTED]
            yield self._sheet(record.data["batch"], record.data["number"], heads, doubts, record)

    def _sheet(
        self,
        batch: str,
        number: int,
        heads: Sequence[Keying],
        doubts: Sequence[Record],
        ruling: Record | None,
    ) -> RulingSheet:
        return RulingSheet(
            form=form_name(batch, number),
            batch=batch,
            channel=self._channels.get(batch, ""),
            keyings=tuple(map(self._keying, heads)),
            cells=tuple(self._cells(heads, ruling)),
            doubts=tuple(map(self._doubt, doubts)),
            ruling=self._ruling(heads, ruling) if ruling else None,
        )

    def _keying(self, head: Keying) -> RulingKeying:
        return RulingKeying(
            head.pass_number,
            self._stations.get(head.station, head.station[:8]),
            self._person(head.operator),
            head.record,
            self._voids.get(head.void, head.void),
        )

    def _doubt(self, record: Record) -> RulingDoubt:
        header = record.header
        station = self._stations.get(header.station, header.station[:8])
        return RulingDoubt(station, self._person(header.operator), record.data["note"])

    def _cells(self, heads: Sequence[Keying], ruling: Record | None) -> Iterator[RulingCell]:
        plan = self._survey.plan
        marks = [head.marks for head in heads if not head.void]
        paper = _shown(ruling)
        width = len(plan.dimensions)
        for at in range(plan.cells if marks else 0):
            if len({held[at] for held in marks} | {paper[at : at + 1] or marks[0][at]}) > 1:
                yield RulingCell(
                    plan.agencies[at // width].name,
                    plan.dimensions[at % width].name,
                    tuple("" if head.void else self._marks[head.marks[at]] for head in heads),
                    self._marks.get(paper[at : at + 1], ""),
                )

    def _ruling(self, heads: Sequence[Keying], record: Record) -> Ruling:
        outcomes = tuple(
            RulingOutcome(
                form_name(outcome["batch"], outcome["number"]),
                self._voids.get(outcome["void"], outcome["void"]),
                _alike(heads, outcome["void"], outcome["marks"]),
            )
            for outcome in record.data["outcomes"]
        )
        data, by = record.data, self._person(record.header.operator)
        second = self._person(data["second"])
        station = self._stations.get(record.header.station, "")
        return Ruling(outcomes, data["reason"], by or station, second, record.id)

    def _person(self, code: str) -> str:
        name = self._people.get(code)
        return f"{name}（{code}）" if name else code


def _keying(record: Record) -> Keying:
    """A keying or an earlier ruling, as a head of the form."""
    header, data = record.header, record.data
    if record.kind == kinds.RULED:
        said = data["outcomes"][0] if data["outcomes"] else {"void": "", "marks": ""}
        return Keying(record.id, 0, header.station, header.operator, said["void"], said["marks"])
    content = (data["void"], data["marks"])
    return Keying(record.id, data["pass"], header.station, header.operator, *content)


def _shown(ruling: Record | None) -> str:
    """The marks that a ruling of one valid form gives."""
    outcomes = ruling.data["outcomes"] if ruling else []
    return str(outcomes[0]["marks"]) if len(outcomes) == 1 else ""


def _alike(heads: Sequence[Keying], void: str, marks: str) -> int | None:
    content = (void, "" if void else marks)
    return next((at for at, head in enumerate(heads) if head.content == content), None)
