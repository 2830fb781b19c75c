"""The command behind the window that lays papers out: orders come in by line, answers go out."""

import json
import sys
import traceback
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from desktop.papers.orders import Order, Orders, Report
from desktop.store.keys import Home
from desktop.tally.errors import PingyiError
from desktop.words import words_for

Say = Callable[[dict[str, Any]], None]

COMMAND = "lay-out"


@click.command(COMMAND, hidden=True)
def lay_out() -> None:
    """Lay papers out for a window, until it closes the line."""
    answers, sys.stdout = sys.stdout.buffer, sys.stderr  # whatever else speaks is no answer

    def say(told: dict[str, Any]) -> None:
        answers.write(json.dumps(told).encode() + b"\n")
        answers.flush()

    orders = Orders(Home.of_user())
    for line in sys.stdin.buffer:
        say(_filled(orders, json.loads(line), say))
    orders.close()


def print_papers(paths: Sequence[Path], printer: str, report: Report) -> None:
    """Put papers on a printer; PrinterRefusedError.

    Qt lets no other thread work while it draws a page: a window would stand still for each.
    """
    from PySide6.QtGui import QGuiApplication

    from desktop.views.printing import print_pdf, printer_named

    _qt = QGuiApplication.instance() or QGuiApplication([])
    for path in paths:
        print_pdf(path.read_bytes(), printer_named(printer), report)


def _filled(orders: Orders, told: Mapping[str, Any], say: Say) -> dict[str, Any]:
    """What came of an order: what a person can mend is a sentence, a fault of ours a report."""
    order = Order.from_plain(told)

    def report(done: int, of: int) -> None:
        say({"done": done, "of": of})

    try:
        made = orders.fill(order, report)
        if order.printer:
            print_papers(made, order.printer, report)
    except PingyiError as error:
        return {"refused": error.sentence(words_for(order.language))}
    except Exception:  # noqa: BLE001  told whole to the window, which shows it
        return {"fault": traceback.format_exc()}
    return {"answer": [str(path) for path in made]}
