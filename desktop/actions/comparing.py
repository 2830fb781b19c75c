"""What second keying found: every form keyed twice, for the error rates."""

from collections import defaultdict
from collections.abc import Iterator

from desktop.store import form_queries, kinds, station_queries
from desktop.store.records import Record
from desktop.store.survey_file import SurveyFile
from desktop.tally.error_rates import Comparison, ErrorRates, error_rates
from desktop.tally.keyings import FormStage, Keying, same_person

Place = tuple[str, int]
"""Batch and number."""


def survey_error_rates(survey: SurveyFile) -> ErrorRates:
    """Error rates of first keying by what another person keyed (RULES.md §4)."""
    return error_rates(comparisons(survey))


def comparisons(survey: SurveyFile) -> Iterator[Comparison]:
    """Every form that two people keyed, by batch and number.

    The first keying is the one before any blind re-keying: a mended error was one.
    """
    first, second = _keyings(survey)
    for place in sorted(second):
        if originals := _originals(first[place]):
            one, other = min(originals, key=_identity), min(second[place], key=_identity)
            if not same_person(_keying(one), _keying(other)):
                yield _comparison(survey, place, one, other)


def _keyings(
    survey: SurveyFile,
) -> tuple[dict[Place, list[Record]], dict[Place, list[Record]]]:
    """First and second keyings that stand, by form."""
    ignored = {record for record, _ in station_queries.ignored(survey)}
    found: dict[int, dict[Place, list[Record]]] = {1: defaultdict(list), 2: defaultdict(list)}
    for record in survey.records_of(kinds.FORM):
        if record.id not in ignored:
            place = (record.data["batch"], record.data["number"])
            found[record.data["pass"]][place].append(record)
    return found[1], found[2]


def _originals(records: list[Record]) -> list[Record]:
    """First keyings as their clerks left them before anything was compared."""
    plain = [record for record in records if not record.data["against"]]
    replaced = {parent for record in plain for parent in record.parents}
    return [record for record in plain if record.id not in replaced]


def _identity(record: Record) -> str:
    return record.id


def _keying(record: Record) -> Keying:
    header, data = record.header, record.data
    return Keying(
        record.id, data["pass"], header.station, header.operator, data["void"], data["marks"]
    )


def _comparison(survey: SurveyFile, place: Place, one: Record, other: Record) -> Comparison:
    return Comparison(
        batch=place[0],
        first_operator=one.header.operator,
        second_operator=other.header.operator,
        first=_keying(one).content,
        second=_keying(other).content,
        settled=_settled(survey, place),
        filled=_cells(one.data["filled"]),
    )


def _settled(survey: SurveyFile, place: Place) -> tuple[str, str] | None:
    held = form_queries.open_form(survey, *place)
    if held.stage not in (FormStage.AGREED, FormStage.RULED):
        return None
    rulings = [head for head in held.heads if head.pass_number == 0]
    return (rulings or list(held.heads))[0].content


def _cells(bits: str) -> frozenset[int] | None:
    """Cells whose bit is set, the first cell in the highest bit; None where nobody knows."""
    if not bits:
        return None
    content = bytes.fromhex(bits)
    return frozenset(at for at in range(8 * len(content)) if content[at // 8] >> (7 - at % 8) & 1)


def filled_bits(cells: frozenset[int], count: int) -> str:
    """The hex of `filled`: a bit for each of `count` cells, set where a fill key entered it."""
    content = bytearray(-(-count // 8))
    for cell in cells:
        content[cell // 8] |= 0x80 >> cell % 8
    return content.hex()
