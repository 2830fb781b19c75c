"""What keeps the file trustworthy: the zero report, verification, backup, and the archive."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.actions.backups import set_backup
from desktop.actions.checking import verify_beside
from desktop.jobs import Job
from desktop.models.acting import Acting
from desktop.models.times import in_words, local
from desktop.papers.sets import write_archive
from desktop.papers.sheets import zero_sheet
from desktop.store.records import Record
from desktop.store.survey_file import SurveyFile
from desktop.tally.errors import PingyiError, Problem
from desktop.views.job_bar import JobBar
from desktop.views.message_line import MessageLine
from desktop.views.parts import button, card, filled, label, set_tone
from desktop.views.path_field import folder_dialog, save_dialog
from desktop.views.workplace import Workplace
from desktop.words import words_for


class CustodyPanel(QWidget):
    """One thing at a time; what came of it stays to be read."""

    page_requested = Signal(str)

    def __init__(self, place: Workplace, message: MessageLine, parent: QWidget) -> None:
        super().__init__(parent)
        self._place, self._session, self._message = place, place.session, message
        self._words = words_for(place.language)
        self.acting = Acting(place.session, self)
        self.bar = JobBar(self.acting, "", self)
        self.zero, self.verdict, self.backup, self.archive = (label(wrap=True) for _ in range(4))
        self.zero_button = button(self.tr("PDF…"))
        self.zero_button.setAccessibleName(self.tr("Save the zero report as PDF"))
        self.verify_button = button(self.tr("Verify now"))
        self.rebuild_button = button(self.tr("Make the tables again"))
        self.backup_button = button(self.tr("Back up to…"))
        self.archive_button = button(self.tr("Archive…"))
        self._choose_folder = folder_dialog(self.tr("An empty folder for the archive"))
        self._choose_backup = folder_dialog(self.tr("Where backups go, best on another disk"))
        self._choose_packages = folder_dialog(self.tr("Where the merged packages are"))
        self._choose_pdf = save_dialog(self.tr("Zero report"), self.tr("PDF documents (*.pdf)"))
        self._lay_out()
        self._connect()

    def show_zero(self, record: Record | None) -> None:
        """When the zero report was declared, or that it was not."""
        self.zero_button.setEnabled(record is not None)
        if record is None:
            self.zero.setText(self.tr("Not declared yet: the overview has the button for it."))
            set_tone(self.zero, "warn")
            return
        when = in_words(local(record.header.at), self.tr("d MMM yyyy H:mm"))
        who = record.header.operator or self.tr("the supervisor's station")
        self.zero.setText(self.tr("Declared {0} by {1}").format(when, who))
        set_tone(self.zero, "text")

    @Slot()
    def verify(self) -> None:
        """Check the file from the bytes up, in a process of its own."""
        path, home = self._session.opened.path, self._session.home
        self.bar.say(self.tr("Every record, signature, chain and figure is checked…"))
        self.acting.labour(lambda _, __: verify_beside(path, home), self._show_problems)

    @Slot()
    def rebuild(self) -> None:
        """Throw every table away and make it again from the records."""
        self.bar.say(self.tr("Every table is made again from the records…"))
        self.acting.start(lambda survey, _: survey.rebuild(), self._tell_rebuilt)

    def show_backup(self) -> None:
        """Where backups go from this machine, whenever a batch closes here and before a merge."""
        survey = self._session.opened
        self.backup_button.setEnabled(survey.station is not None)
        try:
            folder = self._session.home.backup_folder(survey.id)
        except PingyiError as error:
            self._message.tell(error)
            return
        self.backup.setText(str(folder) if folder else self.tr("No backups are taken yet."))
        set_tone(self.backup, "text" if folder else "warn")

    @Slot()
    def back_up(self) -> None:
        """A copy into a folder now, and from now on by itself."""
        if chosen := self._choose_backup(self, self.backup.text()):
            self.bar.say(self.tr("Backing up…"))
            self.acting.start(lambda survey, _: set_backup(survey, Path(chosen)), self._tell_backup)

    @Slot()
    def make_archive(self) -> None:
        """Survey, packages, results and documents into one folder, with every hash."""
        target = self._choose_folder(self, "")
        packages = self._choose_packages(self, target) if target else ""
        if not target:
            return
        words, sources = self._words, [Path(packages)] if packages else []
        self.bar.say(self.tr("The archive is being written…"))

        def work(survey: SurveyFile, job: Job) -> list[str]:
            with survey.reading():
                return write_archive(survey, Path(target), sources, words, report=job.report)

        self.acting.labour(work, lambda absent: self._tell_archived(target, absent))

    @Slot()
    def save_zero(self) -> None:
        chosen = self._choose_pdf(self, f"{self.tr('Zero report')}.pdf")
        if chosen:
            words = self._words
            self.acting.labour(
                lambda survey, _: zero_sheet(survey, Path(chosen).with_suffix(".pdf"), words),
                lambda path: self._message.say(self.tr("Saved: {0}").format(path), tone="good"),
            )

    def _show_problems(self, problems: list[Problem]) -> None:
        if problems:
            self.verdict.setText("\n".join(held.sentence(self._words) for held in problems[:8]))
        else:
            self.verdict.setText(
                self.tr("Passed: every record, signature, chain and figure follows.")
            )
        set_tone(self.verdict, "bad" if problems else "good")

    def _tell_backup(self, path: Path) -> None:
        self.show_backup()
        self._message.say(self.tr("Backed up: {0}").format(path), tone="good")

    def _tell_rebuilt(self, _: object) -> None:
        self._message.say(self.tr("Every table was made again from the records."), tone="good")

    def _tell_archived(self, folder: str, absent: list[str]) -> None:
        if absent:
            text = self.tr("Written: {0}. Merged, and not found among the packages: {1}")
            self.archive.setText(text.format(folder, " ".join(absent)))
        else:
            self.archive.setText(self.tr("Written: {0}").format(folder))
        set_tone(self.archive, "warn" if absent else "good")

    def _connect(self) -> None:
        self.verify_button.clicked.connect(self.verify)
        self.rebuild_button.clicked.connect(self.rebuild)
        self.backup_button.clicked.connect(self.back_up)
        self.archive_button.clicked.connect(self.make_archive)
        self.zero_button.clicked.connect(self.save_zero)
        self.acting.failed.connect(self._message.tell)

    def _lay_out(self) -> None:
        step = self._place.theme.room["step"]
        frame, column = card(margin=2 * step, spacing=step)
        column.addWidget(label(self.tr("Custody"), type="row"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(step)
        grid.setVerticalSpacing(step // 2)
        grid.setColumnStretch(0, 1)
        rows = (
            (self.tr("Zero report"), self.zero, [self.zero_button]),
            (self.tr("Verification"), self.verdict, [self.verify_button, self.rebuild_button]),
            (self.tr("Backups"), self.backup, [self.backup_button]),
            (self.tr("Archive"), self.archive, [self.archive_button]),
        )
        for at, (name, told, buttons) in enumerate(rows):
            grid.addWidget(label(name, type="label", tone="quiet"), 2 * at, 0)
            grid.addWidget(told, 2 * at + 1, 0, 1, 3)
            for place, made in enumerate(reversed(buttons)):
                grid.addWidget(made, 2 * at, 2 - place)
        self.verdict.setText(self.tr("The file was verified when it was opened."))
        self.archive.setText(
            self.tr("Survey, packages, results and documents in one folder, with every hash.")
        )
        column.addLayout(grid)
        column.addWidget(self.bar)
        column.addStretch(1)
        filled(self).addWidget(frame)
