"""The tables of an archive list: files, chain heads, editions, waivers."""

from collections.abc import Iterable

from desktop.report.figures import DASH, hash_line, hash_text, record_text
from desktop.report.fonts import printable
from desktop.report.table import Column, Kind, Table, row
from desktop.report.theme import column_room
from desktop.tally.document_rows import ArchiveEdition, ArchiveFile, ArchiveHead, ArchiveList
from desktop.words import Words


def facts_table(archive: ArchiveList, survey: str, words: Words) -> Table:
    """What the folder holds in all, and the two hashes everything else hangs on."""
    columns = [Column(words("Item"), Kind.TEXT), Column(words("Content"), Kind.NAME)]
    size = sum(held.size for held in archive.files)
    bytes_text = words("{count} bytes").format(count=f"{size:,}")
    return Table(
        columns,
        [
            row(words("Survey number"), hash_line(survey)),
            row(words("Hash of the plan"), hash_line(archive.plan_hash)),
            row(words("Number of files"), f"{len(archive.files):,}"),
            row(words("Size"), bytes_text),
            row(words("Number of records"), f"{archive.records:,}"),
        ],
    )


def file_table(files: Iterable[ArchiveFile], words: Words) -> Table:
    columns = [
        Column(words("No.")),
        Column(words("File"), Kind.NAME),
        Column(words("What it is"), Kind.TEXT, limit=column_room("kind")),
        Column(words("Bytes")),
        Column("SHA-256", Kind.HASH),
    ]
    return Table(
        columns,
        [
            row(
                str(at),
                printable(held.name),
                printable(held.what),
                f"{held.size:,}",
                hash_text(held.sha256),
            )
            for at, held in enumerate(files, 1)
        ],
    )


def head_table(heads: Iterable[ArchiveHead], words: Words) -> Table:
    columns = [
        Column(words("Station"), Kind.TEXT, limit=column_room("station")),
        Column(words("Admission code"), Kind.CODE),
        Column(words("Incarnation"), Kind.CODE),
        Column(words("Last number")),
        Column(words("Id of the last record"), Kind.HASH),
    ]
    return Table(
        columns,
        [
            row(
                printable(held.station) or DASH,
                held.code,
                str(held.incarnation),
                str(held.last),
                hash_text(held.record),
            )
            for held in heads
        ],
    )


def edition_table(editions: Iterable[ArchiveEdition], words: Words) -> Table:
    columns = [
        Column(words("Edition"), Kind.CODE),
        Column(words("State"), Kind.NAME, limit=column_room("note")),
        Column(words("Hash of the results"), Kind.HASH),
        Column(words("Record of the seal"), Kind.CODE),
    ]
    return Table(
        columns,
        [
            row(
                str(held.number),
                _state(held, words),
                hash_text(held.results),
                record_text(held.seal),
            )
            for held in editions
        ],
    )


def _state(held: ArchiveEdition, words: Words) -> str:
    if not held.unsealed:
        return words("sealed")
    text = words("unsealed since: {reason} (second person: {second})")
    return text.format(reason=printable(held.unsealed), second=printable(held.unsealed_second))


def waiver_table(editions: Iterable[ArchiveEdition], words: Words) -> Table:
    columns = [
        Column(words("Edition"), Kind.CODE),
        Column(words("Where"), Kind.TEXT, limit=column_room("station")),
        Column(words("Reason of the waiver"), Kind.NAME, limit=column_room("note")),
        Column(words("Second person"), Kind.TEXT, limit=column_room("kind")),
    ]
    return Table(
        columns,
        [
            row(str(held.number), *map(printable, (it.place, it.reason, it.second)))
            for held in editions
            for it in held.waivers
        ],
    )
