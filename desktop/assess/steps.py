"""The next step of a line: what it asks for, and what it may not come before."""

from dataclasses import replace
from itertools import pairwise

from desktop.assess.complaints import Complaint, ComplaintState, SentBack
from desktop.assess.findings import Finding
from desktop.assess.promises import Kept, Pledge, Request
from desktop.tally.errors import Phrase, PingyiError


class StepDayError(PingyiError):
    message = "{on} lies before {before}, the day of the step before: mend the day."


class StepEarlyError(PingyiError):
    message = "This step comes after another: enter {needed} first."


class StepTextError(PingyiError):
    message = "Write {what}: without it this step cannot be followed up."


def verified(finding: Finding, on: str) -> Finding:
    return replace(finding, verified=not_before(on, finding.found))


def fed_back(finding: Finding, on: str, due: str) -> Finding:
    """The unit was told, and has until `due`."""
    _says(due, "the day to rectify it by")
    return replace(finding, fed_back=not_before(on, finding.found), due=not_before(due, on))


def rectified(finding: Finding, on: str, proof: str) -> Finding:
    """Put right by the unit; `proof` says where that is seen."""
    _needs(finding.fed_back, "the day it was fed back")
    _says(proof, "the proof")
    return replace(finding, rectified=not_before(on, finding.fed_back), proof=proof)


def closed(finding: Finding, on: str) -> Finding:
    _needs(finding.rectified, "the day it was rectified")
    return replace(finding, closed=not_before(on, finding.rectified))


def accepted(complaint: Complaint, on: str) -> Complaint:
    return replace(complaint, accepted=not_before(on, complaint.received))


def finished(complaint: Complaint, on: str, result: str) -> Complaint:
    """Dealt with; after it was sent back, once more."""
    _needs(complaint.accepted, "the day it was accepted")
    _says(result, "the result")
    return replace(complaint, finished=not_before(on, complaint.begun), result=result)


def answered(complaint: Complaint, on: str) -> Complaint:
    """Whoever complained was told; nobody can be where no name was given."""
    if complaint.state not in (ComplaintState.FINISHED, ComplaintState.ANSWERED):
        raise StepEarlyError(needed=Phrase("the day it was finished"))
    _says(complaint.complainant, "who complained")
    return replace(complaint, answered=not_before(on, complaint.finished))


def extended(complaint: Complaint, until: str, decision: str) -> Complaint:
    """By a decision: who decided so, and why."""
    _needs(complaint.accepted, "the day it was accepted")
    _says(until, "until when")
    _says(decision, "who decided so, and why")
    return replace(complaint, extended=not_before(until, complaint.begun), extension=decision)


def sent_back(complaint: Complaint, on: str) -> Complaint:
    """退回重办: what was finished is open again, whoever was answered; a new term begins."""
    held = complaint
    _needs(held.finished, "the day it was finished")
    back = SentBack(not_before(on, held.finished), held.finished, held.extended, held.extension)
    open_again = replace(held, finished="", answered="", extended="", extension="")
    return replace(open_again, sent_back=(*held.sent_back, back))


def found(pledge: Pledge, kept: Kept, on: str, note: str) -> Pledge:
    """Kept or broken, as was found that day."""
    return replace(pledge, kept=kept, on=on, note=note)


def replied(request: Request, on: str, answer: str) -> Request:
    _says(answer, "the answer")
    return replace(request, answered=not_before(on, request.raised), answer=answer)


def check_finding(finding: Finding) -> None:
    """StepDayError where a step lies before the one before it."""
    _in_order(finding.found, finding.verified)
    _in_order(finding.found, finding.fed_back, finding.rectified, finding.closed)


def check_complaint(complaint: Complaint) -> None:
    """StepDayError where a step lies before the one before it."""
    backs = [day for back in complaint.sent_back for day in (back.finished, back.on)]
    held = complaint
    _in_order(held.received, held.accepted, *backs, held.finished, held.answered)


def _in_order(*days: str) -> None:
    for before, on in pairwise(filter(None, days)):
        not_before(on, before)


def not_before(on: str, before: str) -> str:
    """The day of a step, which may be that of the step before; StepDayError."""
    if on < before:
        raise StepDayError(on=on, before=before)
    return on


def _needs(day: str, what: str) -> None:
    if not day:
        raise StepEarlyError(needed=Phrase(what))


def _says(text: str, what: str) -> None:
    if not text.strip():
        raise StepTextError(what=Phrase(what))
