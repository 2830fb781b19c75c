"""What a supervisor must have read before he merges, and what became of the merge afterwards."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop.models.merge_desk import MergeDesk, Stage
from desktop.models.merge_files import FileState, MergeFile
from desktop.models.merge_work import Merged
from desktop.tally.merge_report import Fork, Gap, SourceReport
from desktop.views.remarks import Remark, Remarks
from desktop.views.theme import Theme
from desktop.words import words_for

STATIONS, RULINGS, RECEIPTS = "stations", "rulings", "receipts"
"""What a remark asks for: a page of this name; the receipts once more."""


class MergeRemarks(Remarks):
    """Texts of the desk; `names` of stations are given with each showing."""

    def __init__(self, language: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(self.tr("What is to be noted"), theme, parent)
        self._words = words_for(language)
        self._names: dict[str, str] = {}

    def show_desk(self, desk: MergeDesk, names: dict[str, str]) -> None:
        """Everything that is to be said of the files as they are now."""
        self._names = names
        self.show_remarks([*self._of_merge(desk), *self._of_files(desk), *self._of_report(desk)])

    def _of_merge(self, desk: MergeDesk) -> Iterator[Remark]:
        if desk.stage is not Stage.DONE or desk.merged is None:
            return
        identity = desk.merged.report.identity
        if identity is None:
            yield Remark(self.tr("These files brought nothing new: no import was recorded."))
        else:
            text = self.tr("Recorded as import {0}.")
            yield Remark(text.format(identity[:12]), "good")
        yield from self._of_receipts(desk.merged)
        if desk.merged.backup:
            yield Remark(self.tr("Backed up before: {0}").format(desk.merged.backup))
        if desk.merged.unsaved:
            yield Remark(desk.merged.unsaved.sentence(self._words), "warn")

    def _of_receipts(self, merged: Merged) -> Iterator[Remark]:
        for path in merged.receipts:
            text = self.tr("Receipt written: {0} in {1}. The stick may be removed.")
            yield Remark(text.format(path.name, path.parent), "good")
        offer = self.tr("Write the receipt again")
        for error in merged.failed:
            folder = Path(str(error.fields.get("path", ""))).parent
            text = self.tr(
                "The merge stands, but {0} takes no receipt: if the stick was pulled out, put it"
                " in again and repeat."
            )
            yield Remark(text.format(folder), "warn", offer, RECEIPTS)

    def _of_files(self, desk: MergeDesk) -> Iterator[Remark]:
        for file in desk.files:
            match file.state:
                case FileState.REFUSED if file.refused:
                    yield Remark(file.refused.sentence(self._words), "bad")
                case FileState.STRANGER:
                    yield self._of_stranger(file)
                case FileState.SAME:
                    text = self.tr("{0} holds the same bytes as another file: one is merged.")
                    yield Remark(text.format(file.path.name))

    def _of_stranger(self, file: MergeFile) -> Remark:
        text = self.tr(
            "{0} was not admitted, so {1} is not merged. Its code is {2}: compare it with the one"
            " on the station's own screen, and admit it."
        )
        shown = text.format(file.name or file.code, file.path.name, file.code)
        return Remark(shown, "warn", self.tr("Admit it on the page Stations"), STATIONS)

    def _of_report(self, desk: MergeDesk) -> Iterator[Remark]:
        if desk.report is None:
            return
        for source in desk.report.sources:
            if source.refused is None:
                yield from self._of_source(source)
        if desk.stage is Stage.DONE and any(held.conflicts for held in desk.report.sources):
            yield Remark("", "text", self.tr("Rule on them"), RULINGS)
        if desk.report.notices:
            text = self.tr("Keyed more than once, alike, and counted once: {0}")
            yield Remark(text.format(" ".join(desk.report.notices)))

    def _of_source(self, source: SourceReport) -> Iterator[Remark]:
        name = Path(source.path).name
        if source.conflicts:
            text = self.tr("{0} leaves forms unsettled, to be ruled on: {1}")
            yield Remark(text.format(name, " ".join(source.conflicts)))
        if source.unassigned:
            text = self.tr("{0}: opened there without being assigned: {1}")
            yield Remark(text.format(source.name, " ".join(source.unassigned)), "warn")
        for gap in source.gaps:
            yield Remark(self._of_gap(gap), "warn")
        for fork in source.forks:
            yield Remark(self._of_fork(fork), "warn")

    def _of_gap(self, gap: Gap) -> str:
        text = self.tr("{0}: records {1} to {2} of incarnation {3} never came.")
        return text.format(self._name(gap.station), gap.first, gap.last, gap.incarnation)

    def _of_fork(self, fork: Fork) -> str:
        text = self.tr(
            "{0}: its folder was copied; from record {1} on there are two chains, and both count."
        )
        return text.format(self._name(fork.station), fork.seq)

    def _name(self, station: str) -> str:
        return self._names.get(station, station[:8])
