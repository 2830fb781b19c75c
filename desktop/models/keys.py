"""The keys of the desk by name, and what it may be waiting for."""

from enum import StrEnum


class Key(StrEnum):
    """Keys that are no characters of the form; characters stand for themselves."""

    ENTER = "enter"
    BACK = "back"
    JUMP = "jump"
    VOID = "void"
    DOUBT = "doubt"
    PAUSE = "pause"
    LEAVE = "leave"
    UP = "up"
    DOWN = "down"
    LEFT = "left"
    RIGHT = "right"
    NUM_LOCK = "num lock"
    """A key of the numeric pad while Num Lock is off."""


class Prompt(StrEnum):
    """What the desk waits for."""

    NUMBER = "number"
    """A form number; typed into the field above the grid."""
    CELLS = "cells"
    FINISH = "finish"
    """The second Enter; every other key goes on with the form."""
    LEAVE = "leave"
    FILL = "fill"
    """The grade for the rest of the row."""
    JUMP = "jump"
    REASON = "reason"
    CHECK = "check"
    """The check number printed at the end of the page."""
    PAUSED = "paused"
