"""The tables of the half-month report: findings by unit, by kind, by inspector, and one by one."""

from collections.abc import Callable, Iterable, Sequence

from desktop.assess.findings import Finding, FindingKind, FindingState, InspectorKind
from desktop.report.table import Block, Column, Kind, Table, row
from desktop.report.theme import column_room
from desktop.report.year_parts import Told, said
from desktop.words import Words

_KINDS = {
    FindingKind.ORDER: "order in the office",
    FindingKind.PASTIME: "cards, chat, games",
    FindingKind.FIVE_RULES: "the five rules",
    FindingKind.DOOR: "hard to enter, to face, to hear, to get done",
    FindingKind.FAVOURS: "favours asked",
    FindingKind.SERVICE: "attitude and quality of service",
}
_INSPECTORS = {
    InspectorKind.VOLUNTEER: "volunteer inspector",
    InspectorKind.DEPUTY: "deputy or CPPCC member",
    InspectorKind.RETIRED: "retired, full-time",
    InspectorKind.PRESS: "press inspector",
}
_STATES = {
    FindingState.FOUND: "to be fed back",
    FindingState.FED_BACK: "fed back",
    FindingState.RECTIFIED: "rectified",
    FindingState.CLOSED: "item closed",
}


def kind_name(kind: FindingKind, words: Words) -> str:
    return words(_KINDS[kind])


def inspector_name(kind: InspectorKind, words: Words) -> str:
    return words(_INSPECTORS[kind])


def finding_state(state: FindingState, words: Words) -> str:
    return words(_STATES[state])


def unit_table(found: Sequence[Finding], told: Told) -> Table:
    """Units with the most items first; each in the state it has now."""
    words = told.words
    held: dict[str, list[Finding]] = {}
    for finding in found:
        held.setdefault(finding.unit, []).append(finding)
    ordered = sorted(held, key=lambda unit: (-len(held[unit]), unit))
    columns = [
        Column(words("Agency"), Kind.NAME),
        Column(words("Number of findings")),
        *_state_columns(words),
    ]
    rows = [row(told.unit(unit), *_counts(held[unit], told)) for unit in ordered]
    total = [row(words("Total"), *_counts(found, told), strong=True)] if rows else []
    return Table(columns, [*rows, *total])


def kind_table(found: Sequence[Finding], words: Words) -> Table:
    return _sums(words("Kind of finding"), _KINDS, lambda held: held.kind, found, words)


def inspector_table(found: Sequence[Finding], words: Words) -> Table:
    title = words("Kind of inspector")
    return _sums(title, _INSPECTORS, lambda held: held.inspector_kind, found, words)


def _sums(
    title: str,
    names: "dict[FindingKind, str] | dict[InspectorKind, str]",
    kind_of: Callable[[Finding], FindingKind | InspectorKind],
    found: Sequence[Finding],
    words: Words,
) -> Table:
    columns = [
        Column(title, Kind.NAME),
        Column(words("Number of findings")),
        Column(words("Agencies")),
    ]
    blocks = []
    for kind, name in names.items():
        held = [it for it in found if kind_of(it) == kind]
        blocks.append(row(words(name), *_items_and_units(held)))
    blocks.append(row(words("Total"), *_items_and_units(found), strong=True))
    return Table(columns, blocks)


def _items_and_units(found: Sequence[Finding]) -> tuple[str, str]:
    return str(len(found)), str(len({held.unit for held in found}))


def _state_columns(words: Words) -> Iterable[Column]:
    group = words("Of these")
    yield from (Column(words(name), group=group) for name in _STATES.values())
    yield Column(words("overdue"), group=group)


def _counts(found: Sequence[Finding], told: Told) -> list[str]:
    states = [held.state for held in found]
    overdue = sum(held.is_overdue(told.year.day) for held in found)
    return [str(len(found)), *(str(states.count(state)) for state in _STATES), str(overdue)]


def finding_table(found: Sequence[Finding], told: Told) -> Table:
    words = told.words
    columns = [
        Column(words("No."), Kind.CODE),
        Column(words("Found on"), Kind.CODE),
        Column(words("Agency"), Kind.NAME),
        Column(words("Kind and what was found"), Kind.NAME),
        Column(words("Inspector"), Kind.TEXT, limit=column_room("person")),
        Column(words("State and due day"), Kind.CODE),
    ]
    return Table(columns, [_finding(at, held, told) for at, held in enumerate(found, 1)])


def _finding(at: int, held: Finding, told: Told) -> Block:
    words = told.words
    state = words("overdue") if held.is_overdue(told.year.day) else words(_STATES[held.state])
    return row(
        str(at),
        held.found,
        told.unit(held.unit),
        f"{words(_KINDS[held.kind])}\n{said(held.text)}",
        said(held.inspector),
        "\n".join((state, words("due by {day}").format(day=held.due))) if held.due else state,
    )
