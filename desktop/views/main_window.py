"""The main window: the start page, the sign-in, or the pages of whoever works."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut, QShowEvent, QWindow
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget

from desktop.jobs import collect_here
from desktop.models.stretch import Stretch
from desktop.session import Session
from desktop.settings import Settings
from desktop.tally.errors import PingyiError
from desktop.views.sounds import Sounds
from desktop.views.theme import Theme
from desktop.views.work_area import WorkArea
from desktop.views.workplace import Workplace

if TYPE_CHECKING:
    from desktop.store.survey_file import SurveyFile
    from desktop.views.failure_dialog import FailureDialog
    from desktop.views.plan_editor_view import PlanEditorView
    from desktop.views.sign_in_view import SignInView
    from desktop.views.start_view import StartView

IDLE = 10 * 60 * 1000
"""Milliseconds without a key or a click until the screen locks (KEYING.md)."""

_INPUT = {QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel}


class MainWindow(QMainWindow):
    """`dress` puts the settings' language and theme on the program, and gives the theme.

    The widgets are made anew whenever either changes: every text and colour is set in one place,
    where its widget is made. What is open survives in the session and in the journals. A page is
    loaded and made when it is first shown: with a survey named, the program starts without most.
    """

    _failed = Signal(str)

    def __init__(self, session: Session, dress: Callable[[Settings], Theme]) -> None:
        super().__init__()
        self.session, self._dress = session, dress
        self.stretch = Stretch(session)
        self.stack = QStackedWidget()
        self.setCentralWidget(self.stack)
        self.area: WorkArea | None = None
        self._start: StartView | None = None
        self._sign_in: SignInView | None = None
        self._editor: PlanEditorView | None = None
        self._failure: FailureDialog | None = None
        self._idle = QTimer(self)
        self._idle.setInterval(IDLE)
        self._idle.setSingleShot(True)
        self._idle.timeout.connect(self.lock)
        session.survey_changed.connect(self.show_survey)
        session.recorded.connect(self._follow_record)
        session.settings_changed.connect(self._dress_again)
        session.check_failed.connect(self._tell_failure)
        self._failed.connect(self._show_failure)
        self._application().focusWindowChanged.connect(self._watch)
        collect_here(self)
        QShortcut(QKeySequence("Ctrl+Q"), self).activated.connect(self.close)
        self._begin_look()

    @property
    def start(self) -> StartView:
        """The page where no survey is open."""
        if self._start is None:
            from desktop.views.start_view import StartView

            self._start = StartView(self.session, self.theme, self)
            self.stack.addWidget(self._start)
            self._start.plan_edit_requested.connect(self.edit_plan)
        return self._start

    @property
    def sign_in(self) -> SignInView:
        """The page that asks who works; it locks as well."""
        if self._sign_in is None:
            from desktop.views.sign_in_view import SignInView

            self._sign_in = made = SignInView(self.session, self.theme, self)
            self.stack.addWidget(made)
            made.signed_in.connect(self._change_person)
            made.unlocked.connect(self._unlock)
            made.close_requested.connect(self.close_survey)
        return self._sign_in

    @Slot()
    def show_survey(self) -> None:
        """Go where the session stands: no survey, nobody signed in, or at work."""
        self._end_area()
        self.stretch.begin()
        survey = self.session.survey
        name = f"{survey.plan.title} — " if survey else ""
        self.setWindowTitle(f"{name}{self.tr('Pingyi')}")
        if survey is None:
            self.stack.setCurrentWidget(self.start)
            self.start.activate()
        elif self.session.is_working:
            self._begin_area()
        else:
            self._ask_for_sign_in()

    @Slot()
    def _follow_record(self) -> None:
        """What was done beside the window stands at its edges; the first person was registered,
        and nobody works unnamed from then on.
        """
        if self.session.is_working and self.area:
            self.area.refresh()
        elif self.area:
            QTimer.singleShot(0, self, self.show_survey)  # the page may have something to say yet

    @Slot(object)
    def edit_plan(self, draft: object = None) -> None:
        """Begin a new plan from a Plan or a plan's path; from None, offer what to begin from.

        An open survey stays open behind it.
        """
        from desktop.views.plan_editor_view import PlanEditorView

        if self.area:
            self.area.put_away()
        if self._editor is None:
            self._editor = made = PlanEditorView(self.session, self.theme, self)
            self.stack.addWidget(made)
            made.left.connect(self._end_editor)
            made.founded.connect(self._take_founded)
        self.stack.setCurrentWidget(self._editor)
        self._editor.begin(draft)

    @Slot()
    def lock(self) -> None:
        """Ask for the PIN again; the open form stays where it is."""
        if self.session.operator and self.area:
            self.area.put_away()
            self._ask_for_sign_in()

    @Slot()
    def sign_out(self) -> None:
        """End the stretch of work, and ask who comes next."""
        if self._end_stretch():
            self.session.sign_out()
            self.show_survey()

    @Slot()
    def close_survey(self) -> None:
        """Back to the start page."""
        if self._end_stretch():
            self._end_area()
            self.session.close()
            self.session.survey_changed.emit()

    @Slot(object)
    def _watch(self, focused: QWindow | None) -> None:
        """Notice keys and clicks where they come in; a filter on the program sees every event."""
        if focused:
            focused.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _INPUT:
            self._idle.start()
        return False

    def showEvent(self, event: QShowEvent) -> None:
        """The first page, unless a survey was opened before the window is shown."""
        if self.stack.currentWidget() is None:
            self.show_survey()
        super().showEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """The open form is kept; the stretch of work goes on record."""
        if self.area:
            self.area.put_away()
        if self._editor:
            self._editor.put_away()
        if self._end_stretch():
            self._application().focusWindowChanged.disconnect(self._watch)
            self._end_area()
            self.session.close()
            event.accept()
        else:
            event.ignore()

    def _begin_look(self) -> None:
        """Dress anew; every page will be made again."""
        self.theme = self._dress(self.session.settings)
        self._dressed = _look(self.session.settings)
        if self._editor:
            self._editor.put_away()
        while old := self.stack.currentWidget():
            self.stack.removeWidget(old)
            old.deleteLater()
        self._start = self._sign_in = self._editor = None

    @Slot()
    def _dress_again(self) -> None:
        """After a choice of language, theme or text size; later, for a page may have asked."""
        if _look(self.session.settings) != self._dressed:
            QTimer.singleShot(0, self, self._make_again)

    def _make_again(self) -> None:
        page = self.area.page if self.area else ""
        locked = self._sign_in is not None and self.stack.currentWidget() is self._sign_in
        self._end_area()
        self._begin_look()
        if self.session.is_working and not locked:
            self._begin_area(page)
        else:
            self.show_survey()

    def _begin_area(self, page: str = "") -> None:
        sounds = Sounds(self.session.settings.sounds)
        place = Workplace(self.session, self.stretch, self.theme, sounds)
        self.area = WorkArea(place, self)
        self.stack.addWidget(self.area)
        self.stack.setCurrentWidget(self.area)
        self.area.lock_requested.connect(self.lock)
        self.area.sign_out_requested.connect(self.sign_out)
        self.area.close_requested.connect(self.close_survey)
        self.area.plan_edit_requested.connect(self.edit_plan)
        self.area.show_page(page or ("work" if self.session.joined else ""))
        self._idle.start()

    def _end_area(self) -> None:
        if self.area:
            self.area.put_away()
            self.stack.removeWidget(self.area)
            self.area.deleteLater()
            self.area = None

    def _ask_for_sign_in(self) -> None:
        self.stack.setCurrentWidget(self.sign_in)
        self.sign_in.ask()

    @Slot()
    def _end_editor(self) -> None:
        """Back to the page from which the plan was written."""
        self._drop_editor()
        if self.area:
            self.stack.setCurrentWidget(self.area)
            self.area.activate()
        else:
            self.show_survey()

    @Slot(object, object)
    def _take_founded(self, survey: SurveyFile, error: PingyiError | None) -> None:
        """Go on in the new survey, once the stretch in another is on record."""
        if not self._end_stretch():
            survey.close()
            return
        self._drop_editor()
        self.session.take(survey)
        if error:
            self.tell(error)

    def _drop_editor(self) -> None:
        if self._editor:
            self._editor.put_away()
            self.stack.removeWidget(self._editor)
            self._editor.deleteLater()
            self._editor = None

    @Slot()
    def _unlock(self) -> None:
        if self._editor:
            self.stack.setCurrentWidget(self._editor)
        elif self.area:
            self.stack.setCurrentWidget(self.area)
            self.area.activate()
        else:
            self.show_survey()

    @Slot()
    def _change_person(self) -> None:
        """Somebody signed in; whoever was locked out before has ended a stretch of work."""
        self._end_stretch()
        self.show_survey()

    def _end_stretch(self) -> bool:
        """Put the stretch on record; what stands against it is told, and the window stays."""
        try:
            self.stretch.record()
        except PingyiError as error:
            self.tell(error)
            return False
        return True

    def open(self, path: Path) -> None:
        """Open a survey that was named on the command line or double-clicked."""
        try:
            self.session.open(path)
        except PingyiError as error:
            self.tell(error)

    def show_failure(self, report: str) -> None:
        """A fault of the program itself, from whatever thread: shown on the window's own."""
        self._failed.emit(report)

    def tell(self, error: PingyiError) -> None:
        """Show a sentence on the page that is in front."""
        if self.stack.currentWidget() is None:
            self.show_survey()
        page: StartView | SignInView | WorkArea | PlanEditorView = self.stack.currentWidget()  # type: ignore[assignment]
        page.message.tell(error)

    @Slot(object)
    def _tell_failure(self, error: object) -> None:
        self.start.open_panel.refuse(error)

    @Slot(str)
    def _show_failure(self, report: str) -> None:
        if not self._failure:
            from desktop.views.failure_dialog import FailureDialog

            self._failure = FailureDialog(report, self)
            self._failure.exec()
            self._failure = None

    @staticmethod
    def _application() -> QApplication:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        return application


def _look(settings: Settings) -> tuple[object, ...]:
    return settings.language, settings.theme, settings.text_size, settings.sounds
