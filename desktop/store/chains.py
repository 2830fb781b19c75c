"""Follows each station's chain of records: gaps, forks, strangers, and what is missing here."""

from collections.abc import Iterator

from desktop.store.errors import BadRecordError
from desktop.store.keys import Home
from desktop.store.kinds import FOUNDED
from desktop.store.records import Record
from desktop.tally.errors import Problem


class Chains:
    """Add every record of a survey in order of arrival, then ask for the problems."""

    def __init__(self) -> None:
        self._founding: Record | None = None
        self._ids: set[str] = set()
        self._tips: dict[tuple[str, int], tuple[int, str]] = {}

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
        elif record.header.station != self._founding.header.station:
            raise BadRecordError("its station was never admitted")
        self._follow(record)

    def problems(self, home: Home) -> Iterator[Problem]:
        """What only shows at the end: an empty log, or one cut short of the high-water mark."""
        if self._founding is None:
            yield Problem("", "the file holds no founding record")
            return
        mark = home.high_water(self._founding.id)
        if mark and mark.head not in self._ids:
            message = "record {seq} that this station has signed is missing: the file was cut"
            yield Problem("", message, {"seq": mark.seq})

    def _add_founding(self, record: Record) -> None:
        if record.kind != FOUNDED or record.header.survey:
            raise BadRecordError("the first record does not found a survey")
        self._founding = record

    def _follow(self, record: Record) -> None:
        header = record.header
        chain = (header.station, header.incarnation)
        seq, head = self._tips.get(chain, (0, ""))
        self._tips[chain] = (header.seq, record.id)
        self._ids.add(record.id)
        if header.seq != seq + 1:
            message = "record {expected} of its station should stand here, not {found}"
            raise BadRecordError(message, expected=seq + 1, found=header.seq)
        if header.prev != head:
            raise BadRecordError("it does not follow the record before it")
