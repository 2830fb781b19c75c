"""Times of records as people on this machine read them."""

from PySide6.QtCore import QDateTime, QLocale, Qt


def local(stamp: str) -> QDateTime:
    """A record's time, which is UTC, by this machine's clock; invalid for an empty text."""
    return QDateTime.fromString(stamp, Qt.DateFormat.ISODate).toLocalTime()


def in_words(moment: QDateTime, shape: str) -> str:
    """A time in Qt's notation, such as `d MMM H:mm`, in the program's language."""
    return QLocale().toString(moment, shape)


def hours(seconds: int) -> str:
    """`3:05`: hours and whole minutes."""
    return f"{seconds // 3600}:{seconds // 60 % 60:02d}"
