"""Follows each station's chain of records: gaps, forks, strangers, and what is missing here."""

from collections.abc import Iterator

from sqlite_utils import Database

from desktop.store.authority import Authority
from desktop.store.errors import BadRecordError
from desktop.store.keys import HighWater, Home
from desktop.store.kinds import ADMITTED, FOUNDED, JOINED
from desktop.store.log import holds
from desktop.store.records import Header, Record
from desktop.tally.errors import Problem

NOT_MERGED = "no import brought the records of this station: merge its package"
NOT_HERE = "an import brought this record, and it is not here"

Chain = tuple[str, int]
"""Station and incarnation."""


class Chains:
    """Add every record of a log in order of arrival, then ask for the problems.

    A fork, two records with one number in a chain, is no problem of the file: a station's folder
    was copied, and every record of both counts.
    """

    def __init__(self, log: Database, authority: Authority) -> None:
        self._log, self._authority = log, authority
        self._founding: Record | None = None
        self._tips: dict[Chain, dict[str, int]] = {}

    def add(self, record: Record) -> None:
        """Raise BadRecordError where the record does not belong here or breaks a chain."""
        if self._founding is None:
            self._add_founding(record)
        elif record.kind == FOUNDED:
            raise BadRecordError("a second founding record")
        elif record.survey != self._founding.id:
            raise BadRecordError("it belongs to another survey")
        elif record.header.mode != self._founding.header.mode:
            raise BadRecordError("drill and official records do not mix")
        self._follow(record)

    def problems(self, home: Home | None, *, whole: bool) -> Iterator[Problem]:
        """What only shows at the end: strangers, lost records, a log cut short.

        `whole` asks for all that the supervisor's file must hold, which a station's file does not:
        it has one chain besides the supervisor's, its own, and merges of others' are told there.
        """
        if self._founding is None:
            yield Problem("", "the file holds no founding record")
            return
        if whole or not self._is_a_stations(home):
            yield from self._strangers()
            yield from self._lost()
        mark = self._mark(home)
        if mark and not holds(self._log, mark.head):
            message = "record {seq} that this station has signed is missing: the file was cut"
            yield Problem("", message, {"seq": mark.seq})

    def tips(self) -> Iterator[tuple[Chain, str, int]]:
        """The last record of every chain, each branch of a fork: its id and number."""
        for chain, tips in self._tips.items():
            for identity, seq in tips.items():
                yield chain, identity, seq

    def _add_founding(self, record: Record) -> None:
        if record.kind != FOUNDED or record.header.survey:
            raise BadRecordError("the first record does not found a survey")
        self._founding = record

    def _follow(self, record: Record) -> None:
        header = record.header
        tips = self._tips.setdefault((header.station, header.incarnation), {})
        followed = tips.pop(header.prev, None)
        expected = self._seq_after(header, record.id) if followed is None else followed + 1
        tips[record.id] = header.seq
        if header.seq != expected:
            message = "record {expected} of its station should stand here, not {found}"
            raise BadRecordError(message, expected=expected, found=header.seq)

    def _seq_after(self, header: Header, identity: str) -> int:
        """The number that follows `prev`, which begins a chain or was followed before: a fork."""
        if not header.prev:
            return 1
        row = self._log.execute(
            "SELECT before.station, before.incarnation, before.seq FROM record AS before,"
            " record AS held WHERE before.id = ? AND held.id = ? AND before.number < held.number",
            (header.prev, identity),
        ).fetchone()
        if row is None or row[:2] != (header.station, header.incarnation):
            raise BadRecordError("it does not follow the record before it")
        return int(row[2]) + 1

    def _is_a_stations(self, home: Home | None) -> bool:
        """Whether this is a station's file: one chain besides the supervisor's, begun here.

        On the supervisor's machine none is taken for one: it could be his own, with records lost.
        """
        stations = {station for station, _ in self._tips} - {self._authority.founder}
        if len(stations) != 1 or self._key_here(home) == self._authority.founder:
            return False
        return self._own_file_of(*stations)

    def _own_file_of(self, station: str) -> bool:
        """Whether the station's first record came before the record that admits it."""
        query = (
            "SELECT min(number) FROM record WHERE kind = ? AND CASE kind WHEN ? THEN station"
            " ELSE json_extract(body, '$.data.station') END = ?"
        )
        joined, admitted = (
            self._log.execute(query, (kind, JOINED, station)).fetchone()[0]
            for kind in (JOINED, ADMITTED)
        )
        return joined is not None and (admitted is None or joined < admitted)

    def _is_of_station(self, home: Home | None) -> bool:
        """Whether this machine is the station of a station's file, so that its mark counts."""
        key = home.station_key(self._survey) if home else None
        stations = {station for station, _ in self._tips} - {self._authority.founder}
        return key is not None and key.station in stations

    def _key_here(self, home: Home | None) -> str:
        """The station that this machine is in this survey, or an empty text."""
        key = home.station_key(self._survey) if home else None
        return key.station if key else ""

    def _mark(self, home: Home | None) -> HighWater | None:
        """This machine's mark, unless the file is that of a station elsewhere."""
        here = self._key_here(home)
        if home is None or here not in {station for station, _ in self._tips}:
            return None
        return home.high_water(self._survey)

    def _strangers(self) -> Iterator[Problem]:
        brought = self._authority.heads(active=False)
        for (station, _), tips in sorted(self._tips.items()):
            if station != self._authority.founder and not tips.keys() <= brought:
                yield Problem(station, NOT_MERGED)

    def _lost(self) -> Iterator[Problem]:
        for head in sorted(self._authority.heads(active=False)):
            if not holds(self._log, head):
                yield Problem(head, NOT_HERE)

    @property
    def _survey(self) -> str:
        return self._founding.id if self._founding else ""
