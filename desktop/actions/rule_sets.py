"""The rule set of the year: shipped, copied, changed, chosen, and frozen by the first entry."""

import json
from functools import cache
from pathlib import Path

from desktop.actions.ledgers import put_setting
from desktop.actions.text_files import read_text
from desktop.assess.rule_set import RuleSet
from desktop.assess.rule_set_reading import read_rule_set, rule_set_to_json
from desktop.assets import resource
from desktop.store import ledger_queries
from desktop.store.canonical import content_hash
from desktop.store.ledgers import DEDUCTIONS, RULES
from desktop.store.records import Record
from desktop.store.survey_file import SurveyFile
from desktop.tally.errors import PingyiError

_MARK = 16
SHIPPED = ("hundred-points", "added-points")


class RulesMissingError(PingyiError):
    message = "No rule set is chosen for this year: choose one before anything is entered."


class RulesFrozenError(PingyiError):
    message = "The rule set is frozen since the first entry of the ledger: it stays for this year."


def shipped_rules(name: str) -> RuleSet:
    """One of SHIPPED."""
    return read_rule_set(resource("assess", f"{name}.json").read_text("utf-8"))


def read_rules(path: Path) -> RuleSet:
    """A rule set that somebody edited; the errors of `read_text` and of `read_rule_set`."""
    return read_rule_set(read_text(path))


def rules_text(rules: RuleSet) -> str:
    """An editable copy, as JSON."""
    return json.dumps(rule_set_to_json(rules), ensure_ascii=False, indent=1) + "\n"


def choose_rules(survey: SurveyFile, rules: RuleSet, *, operator: str = "") -> Record:
    """Put the year's rule set on record; RulesFrozenError once there is an entry."""
    if ledger_queries.lines(survey, DEDUCTIONS):
        raise RulesFrozenError
    return put_setting(survey, RULES, rules, operator=operator)


@cache
def rules_mark(rules: RuleSet) -> str:
    """What an entry names its rule set by: the first digits of its hash."""
    return content_hash(rule_set_to_json(rules))[:_MARK]


def rules_of(survey: SurveyFile) -> RuleSet:
    """The year's rule set; RulesMissingError."""
    held = ledger_queries.setting(survey, RULES)
    if held is None:
        raise RulesMissingError
    return held.value
