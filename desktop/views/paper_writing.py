"""A survey's papers, laid out beside the window, then put in their place: all or none of them."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir

from desktop.actions.beside import Beside, BesideRefusedError, Report
from desktop.actions.writing import FileUnwritableError
from desktop.files import put_in_place
from desktop.papers.orders import Order, Orders
from desktop.store.keys import Home
from desktop.tally.errors import PingyiError
from desktop.views.printing import print_pdf, printer_named

_BESIDE = ".part-"
"""What a folder begins with that papers wait in until all of them are whole."""


class PaperWriting:
    """Orders are filled one after the other, on whichever thread asks; `close` at the end.

    A process of its own draws, and goes on knowing what it counted: the next paper is there sooner.
    Errors: FileUnwritableError, BesideRefusedError, BesideEndedError.
    """

    def __init__(self, home: Home) -> None:
        self._home, self._beside = home, Beside("lay-out", home)

    def close(self) -> None:
        self._beside.close()

    def laid_out(self, order: Order, report: Report) -> bytes:
        """The content of one paper; nothing where there is nothing to print."""
        with self._made(order, Path(gettempdir()), report) as made:
            return b"".join(path.read_bytes() for path in made)

    def print_paper(self, order: Order, printer: str, report: Report) -> bool:
        """Put a paper on a printer; whether there was something to print."""
        with self._made(replace(order, printer=printer), Path(gettempdir()), report) as made:
            return bool(made)

    def save(self, order: Order, path: Path, report: Report) -> Path | None:
        """One paper into a file of this name; None where there is nothing to print."""
        with self._made(order, path.parent, report) as made:
            for paper in made:
                _put_in_place([(paper, path)], paper.parent)
                return path
        return None

    def save_all(self, order: Order, folder: Path, report: Report) -> list[Path]:
        """Every paper that there is into a folder, or none of them."""
        with self._made(order, folder, report) as made:
            moves = [(paper, folder / paper.name) for paper in made]
            if moves:
                _put_in_place(moves, made[0].parent)
            return [path for _, path in moves]

    @contextmanager
    def _made(self, order: Order, folder: Path, report: Report) -> Iterator[Sequence[Path]]:
        """The papers, beside where they are to go: what is stopped leaves nothing behind there."""
        with _named(folder), _room_in(folder) as beside:
            try:
                yield self._filled(replace(order, folder=Path(beside).resolve()), report)
            except BesideRefusedError as error:
                # nobody has heard of the folder that papers wait in
                text = str(error).replace(str(Path(beside).resolve()), str(folder))
                raise BesideRefusedError(text=text) from error

    def _filled(self, order: Order, report: Report) -> list[Path]:
        try:
            return [Path(path) for path in self._beside.ask(order.plain(), report)]
        except OSError:  # no process can be started: then the window has to wait for its papers
            return _filled_here(order, self._home, report)


def _room_in(folder: Path) -> TemporaryDirectory[str]:
    """What a process that was killed holds open for a moment is no reason to refuse anything."""
    return TemporaryDirectory(dir=folder, prefix=_BESIDE, ignore_cleanup_errors=True)


def _filled_here(order: Order, home: Home, report: Report) -> list[Path]:
    orders = Orders(home)
    try:
        made = orders.fill(order, report)
        if order.printer:
            for path in made:
                print_pdf(path.read_bytes(), printer_named(order.printer), report)
        return made
    finally:
        orders.close()


def _put_in_place(moves: Sequence[tuple[Path, Path]], beside: Path) -> None:
    """Give each paper its name; where one is refused, everything is as it was before."""
    (beside / "before").mkdir()
    put: list[tuple[Path, Path | None]] = []
    try:
        for at, (paper, path) in enumerate(moves):
            # what is open elsewhere will not go on some systems: then nothing has changed yet
            kept = path.replace(beside / "before" / str(at)) if path.is_file() else None
            put.append((path, kept))
            put_in_place(paper, path)
    except OSError as error:
        for path_again, kept in reversed(put):
            with suppress(OSError):
                kept.replace(path_again) if kept else path_again.unlink()
        raise FileUnwritableError(path=path, reason=error.strerror) from error


@contextmanager
def _named(folder: Path) -> Iterator[None]:
    """FileUnwritableError names the folder that was chosen, whatever in it is refused."""
    try:
        yield
    except PingyiError:
        raise
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise FileUnwritableError(path=folder, reason=reason) from error
