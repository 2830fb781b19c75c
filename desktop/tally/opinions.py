"""What people write on a form beside their marks 意见建议: one paragraph, never counted."""

import re
import unicodedata

LONGEST = 2000
"""Characters of one opinion: a page, closely written."""

_BLANKS = re.compile(r"[ \t\r\n]+")
_BREAKS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")


def one_paragraph(text: str) -> str:
    """In normal form C; line breaks and runs of blanks are one blank, and none stands around."""
    return _BLANKS.sub(" ", unicodedata.normalize("NFC", text)).strip()


def is_opinion(text: str) -> bool:
    """Whether a record may hold this text: not blank, of fitting length, and one paragraph."""
    return bool(text.strip()) and len(text) <= LONGEST and not _BREAKS.search(text)
