"""Codes of the year's ledgers as people read them."""

from desktop.cli.screen import words

_WHAT = {
    "draft": "a draft",
    "verified": "entry verified",
    "circularised": "entry circularised",
    "counted": "entry counted",
    "withdrawn": "entry withdrawn",
    "found": "to be fed back",
    "fed-back": "fed back",
    "rectified": "rectified",
    "closed": "item closed",
    "order": "order in the office",
    "pastime": "cards, chat, games",
    "five-rules": "the five rules",
    "door": "hard to enter, to face, to hear, to get done",
    "favours": "favours asked",
    "service": "attitude and quality of service",
    "received": "not yet accepted",
    "accepted": "in hand",
    "finished": "case finished",
    "answered": "complainant answered",
    "extended": "term extended",
    "sent-back": "sent back",
    "own": "handled by the office",
    "assigned": "assigned",
    "forwarded": "forwarded",
    "accept": "to be accepted",
    "finish": "to be finished",
    "answer": "to be answered",
    "overdue": "overdue",
    "open": "not yet found",
    "kept": "kept",
    "broken": "not kept",
    "asked": "request not answered",
    "replied": "request answered",
    "survey": "survey of this file",
    "assessment": "assessment of this file",
    "phone": "phone poll",
    "mystery": "mystery visits",
    "on-site": "on-site appraisal",
    "online": "online poll",
    "other": "other component",
    "renormalise": "the other weights are raised",
    "stop": "neither score nor rank",
}


def code_words(code: str) -> str:
    """A code of the ledgers, such as a state or a kind, in the reader's language."""
    return words(_WHAT[code])
