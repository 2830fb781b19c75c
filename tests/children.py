"""Programs that tests start and kill: each says what it holds as done, the moment it is told so.

They run in processes forked from one that has imported everything, so that a kill comes within
the work and not within the start.
"""

import multiprocessing
import os
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from desktop.actions.keying import key_form
from desktop.actions.merging import merge
from desktop.store.keys import Home
from desktop.store.survey_file import open_survey
from desktop.tally.form import Form
from tests.stations import sheet

Say = Callable[[str], None]
_WAY = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
_CONTEXT: Any = multiprocessing.get_context(_WAY)
if _WAY == "forkserver":
    _CONTEXT.set_forkserver_preload(["tests.children"])


def key_on(say: Say, path: Path, home: Path, first: int, last: int) -> None:
    """Key forms until there are no more, and say the number of each once it is saved."""
    with open_survey(path, home=Home(home), write=True) as survey:
        say("open")
        for number in range(first, last + 1):
            key_form(survey, Form("B001", number, sheet(number)))
            say(str(number))


def merge_in(say: Say, path: Path, home: Path, *sources: Path) -> None:
    """Merge, and say so once it is done."""
    with open_survey(path, home=Home(home), write=True) as survey:
        say("open")
        report = merge(survey, sources)
        say(str(report.identity))


def started(work: Callable[..., None], *arguments: object) -> tuple[BaseProcess, Connection]:
    """A process at work, and the end of the pipe that it says on."""
    here, there = _CONTEXT.Pipe(duplex=False)
    process = _CONTEXT.Process(target=_run, args=(work, there, *arguments), daemon=True)
    process.start()
    there.close()
    return process, here


def _run(work: Callable[..., None], pipe: Connection, *arguments: object) -> None:
    work(lambda text: pipe.send_bytes(text.encode()), *arguments)
    os._exit(0)


def said(pipe: Connection) -> list[str]:
    """All that the process said until its end."""
    found = []
    try:
        while True:
            found.append(pipe.recv_bytes().decode())
    except EOFError:
        pipe.close()
        return found
