"""The year's rule set is chosen: the shipped one, or a copy that somebody edited."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.actions.rule_sets import choose_rules, read_rules, rules_text, shipped_rules
from desktop.assess.rule_set import RuleSet
from desktop.jobs import Job
from desktop.models.acting import Acting
from desktop.store.survey_file import SurveyFile
from desktop.views.message_line import MessageLine
from desktop.views.path_field import open_dialog, save_dialog
from desktop.views.saving import Saving, with_suffix
from desktop.views.workplace import Workplace


class AssessRulesActs(QObject):
    """One thing at a time; the message line says what came of it."""

    def __init__(self, place: Workplace, message: MessageLine, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._message, self._page = place.session, message, parent
        self.acting, self.saving = Acting(place.session, parent), Saving(message, self)
        kinds = self.tr("Rule sets (*.json)")
        self._choose_file = open_dialog(self.tr("An edited rule set"), kinds)
        self._choose_copy = save_dialog(self.tr("Save an editable copy"), kinds)
        self.acting.failed.connect(message.tell)

    def choose_shipped(self, name: str) -> None:
        """One of the sets that come with the program."""
        self._choose(partial(shipped_rules, name))

    def choose_file(self) -> None:
        """A copy that somebody edited; every mistake in it is named."""
        if chosen := self._choose_file(self._page, ""):
            self._choose(partial(read_rules, Path(chosen)))

    def save_copy(self, rules: RuleSet) -> None:
        """What an office edits and brings back."""
        if chosen := self._choose_copy(self._page, f"{rules.name}.json"):
            path = with_suffix(chosen, ".json")

            def write() -> Path:
                path.write_text(rules_text(rules), encoding="utf-8")
                return path

            self.saving.save(write)

    def _choose(self, read: Callable[[], RuleSet]) -> None:
        by = self._session.code

        def act(survey: SurveyFile, _: Job) -> str:
            rules = read()
            choose_rules(survey, rules, operator=by)
            return rules.name

        self.acting.start(act, self._tell)

    def _tell(self, name: str) -> None:
        text = self.tr("{0} holds for this year. The first entry freezes it.")
        self._message.say(text.format(name), tone="good")
