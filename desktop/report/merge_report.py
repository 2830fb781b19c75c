"""合并报告 (document 5): what every package brought, and what a merge left to be done."""

from collections.abc import Mapping
from pathlib import Path

from desktop.report.figures import hash_line, record_text
from desktop.report.imprint import Imprint, Naming
from desktop.report.merge_tables import (
    Names,
    batch_table,
    chain_table,
    named_forms,
    opened_batches,
    refusals,
    source_table,
    unsettled_forms,
)
from desktop.report.paper import Part, paper_writer
from desktop.report.sections import Sections
from desktop.report.sheets import begun, signed, write_pdf
from desktop.report.strips import Strip
from desktop.report.theme import document_theme
from desktop.tally.merge_report import Fork, Gap, MergeReport
from desktop.words import Words


def write_merge_report(
    report: MergeReport,
    path: Path,
    *,
    naming: Naming,
    station_names: Mapping[str, str],
    words: Words,
    channel_names: Mapping[str, str] | None = None,
) -> Path:
    """Write a PDF of this name, or one named after the import into this folder; its path.

    A dry run says so in its title and on every page, and has no lines to sign. `station_names` and
    `channel_names` are by station and by channel code. GlyphMissingError: nothing was written.
    """
    document = words("Trial merge report") if report.dry else words("Merge report")
    imprint = naming.imprint(document, words)
    strips = _Report(report, imprint, station_names, channel_names or {}, words).strips()
    record = record_text(report.identity) if report.identity else ""
    mark = words("Import record: {record}").format(record=record) if record else ""
    writer = paper_writer(imprint, document_theme().portrait, [Part(strips, mark)], words)
    name = f"{document}-{record}" if record else document
    return write_pdf(path, name, writer)


class _Report:
    """The report from top to bottom."""

    def __init__(
        self, report: MergeReport, imprint: Imprint, stations: Names, channels: Names, words: Words
    ) -> None:
        self._report, self._words = report, words
        self._stations, self._channels = stations, channels
        self._sections: Sections = begun(imprint, document_theme(), words)
        # every source of one station tells the same of its chains
        self._gaps = dict.fromkeys(gap for held in report.sources for gap in held.gaps)
        self._forks = dict.fromkeys(fork for held in report.sources for fork in held.forks)

    def strips(self) -> list[Strip]:
        if self._report.dry:
            self._sections.notice(self._words("Trial merge: nothing was stored."))
        self._sections.body(*_state(self._report, list(self._gaps), list(self._forks), self._words))
        self._sources()
        self._batches()
        self._to_be_seen_to()
        if not self._report.dry:
            self._signed()
        return self._sections.strips

    def _sources(self) -> None:
        words, sources = self._words, self._report.sources
        table, nothing = source_table(sources, words), words("No source was named.")
        self._sections.part_or(words("Sources"), table, nothing)
        if any(held.refused for held in sources):
            note = words("Nothing was taken out of these: a source is taken whole or not at all.")
            self._sections.part(words("Refused sources"), refusals(sources, words), [note])

    def _batches(self) -> None:
        words = self._words
        table = batch_table(self._report.batches, self._channels, words)
        nothing = words("No batch has other figures than before.")
        note = words("In forms. Batches whose figures stayed the same are left out.")
        self._sections.part_or(words("Batches before and after"), table, nothing, note)
        if self._report.notices:
            line = words("Keyed more than once, alike, and counted once: {forms}")
            self._sections.body(line.format(forms=named_forms(self._report.notices, words)))

    def _to_be_seen_to(self) -> None:
        """Only what there is: that there is none of the others, the state above says."""
        words, sources = self._words, self._report.sources
        found = (
            (words("Forms left unsettled"), unsettled_forms(sources, words)),
            (
                words("Chains of records"),
                chain_table(self._gaps, self._forks, self._stations, words),
            ),
            (words("Batches opened without assignment"), opened_batches(sources, words)),
        )
        for title, table in found:
            if table.blocks:
                self._sections.part(title, table)

    def _signed(self) -> None:
        words, identity = self._words, self._report.identity
        lines = [words("Nothing new came: no import was recorded.")]
        if identity:
            record = words("Import record: {record}")
            lines = [
                record.format(record=hash_line(identity)),
                words("The packages were taken in the presence of those who sign."),
            ]
        people = (words("Supervisor:"), words("Scrutineer:"))
        date = words("Merged on (date, time):")
        signed(self._sections, words("Record of the import"), lines, people, blank=date)


def _state(report: MergeReport, gaps: list[Gap], forks: list[Fork], words: Words) -> list[str]:
    """The merge in three lines of figures; what they say is nought has no table below."""
    sources = report.sources
    refused = sum(held.refused is not None for held in sources)
    return [
        words("Sources: taken {taken}, refused {refused}.").format(
            taken=len(sources) - refused, refused=refused
        ),
        words("Records: new {new}, already here {present}; of the new, {replacing} replace others.")
        .format(
            new=sum(held.new for held in sources),
            present=sum(held.present for held in sources),
            replacing=sum(held.replacing for held in sources),
        ),
        words(
            "To be seen to: forms left unsettled {forms}, gaps in chains {gaps}, "
            "copied station folders {forks}, unassigned batches {opened}."
        ).format(
            forms=sum(len(held.conflicts) for held in sources),
            gaps=len(gaps),
            forks=len(forks),
            opened=len({code for held in sources for code in held.unassigned}),
        ),
    ]  # fmt: skip
