"""How final figures are, in words: for the head of the page and below every chart."""

from PySide6.QtCore import QCoreApplication

from desktop.models.counted import Counted
from desktop.words import Words

tr = QCoreApplication.translate

_HASH = 16
"""Digits of a hash that tell two results apart at a glance."""


def state_text(counted: Counted, words: Words) -> str:
    """One line for a picture that leaves the window: survey, edition, state and hash."""
    results, parts = counted.results, [counted.results.plan.title]
    parts.append(words("Edition {edition}").format(edition=counted.edition.number))
    parts.append(words("sealed") if counted.edition.sealed else words("not sealed"))
    if results.forms.unsettled:
        provisional = words("provisional: {count} forms are unsettled")
        parts.append(provisional.format(count=results.forms.unsettled))
    parts.append(words("results hash {hash}…").format(hash=results.hash[:_HASH]))
    return words(" | ").join(parts)


def state_sentence(counted: Counted) -> tuple[str, str]:
    """For the head of the page, with its tone."""
    forms, edition = counted.results.forms, counted.edition
    if not forms.valid and not counted.results.totals:
        return tr("ResultsState", "No form is counted yet: key forms, or merge packages."), "quiet"
    if edition.sealed:
        text = tr("ResultsState", "Edition {0}, sealed: {1} valid forms are counted.")
        return text.format(edition.number, forms.valid), "good"
    if forms.unsettled:
        text = tr(
            "ResultsState",
            "Provisional: {0} valid forms are counted; {1} are unsettled and count as nothing yet.",
        )
        return text.format(forms.valid, forms.unsettled), "warn"
    text = tr(
        "ResultsState", "{0} valid forms are counted; not sealed yet, so figures may still change."
    )
    return text.format(forms.valid), "quiet"
