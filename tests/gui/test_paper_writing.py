"""Papers made beside the window and put in their place: all of them or none, whatever happens."""

import pytest
from pypdf import PdfReader
from PySide6.QtPrintSupport import QPrinter

from desktop.actions import beside
from desktop.actions.beside import BesideEndedError, BesideRefusedError
from desktop.actions.writing import FileUnwritableError
from desktop.jobs import JobCancelledError
from desktop.papers.orders import Newspaper, Order
from desktop.tally.print_run import PrintRun
from desktop.views import paper_writing
from desktop.views.paper_writing import PaperWriting
from desktop.views.printing import PrinterRefusedError
from tests.stations import Centre

RUN = PrintRun("N01", 1, 3, "C1")
HEART = "评议\U0001f496办"
"""No font of ours has it."""


def no_report(done, total):
    pass


@pytest.fixture
def centre(tmp_path):
    made = Centre(tmp_path / "centre", 1, batches={"B001": 1})
    (one,) = made.stations
    one.key(1)
    made.merge(one)
    return made


@pytest.fixture
def writing(centre):
    made = PaperWriting(centre.supervisor.home)
    yield made
    made.close()


@pytest.fixture
def no_process(monkeypatch, tmp_path):
    """As on a machine where no process can be started."""
    monkeypatch.setattr(beside, "program", lambda: [str(tmp_path / "absent")])


def order(centre, *papers, **wishes):
    return Order(centre.supervisor.path, wishes.pop("language", "en"), papers=papers, **wishes)


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_paper_in_sight_is_in_no_folder(centre, writing, tmp_path):
    before = set(tmp_path.rglob("*"))
    assert writing.laid_out(order(centre, "zero"), no_report).startswith(b"%PDF")
    assert writing.laid_out(order(centre, "rulings"), no_report) == b""
    assert {path for path in tmp_path.rglob("*") if "centre" not in path.parts} <= before


def test_a_paper_is_saved_under_the_name_that_was_chosen(centre, writing, tmp_path):
    path = tmp_path / "我的 零报告.pdf"
    path.write_bytes(b"before")
    assert writing.save(order(centre, "zero"), path, no_report) == path
    assert path.read_bytes().startswith(b"%PDF")
    assert writing.save(order(centre, "rulings"), tmp_path / "r.pdf", no_report) is None
    assert not (tmp_path / "r.pdf").exists()


def test_all_papers_replace_those_of_the_same_name(centre, writing, tmp_path):
    folder = tmp_path / "文件"
    folder.mkdir()
    (folder / "零报告.pdf").write_bytes(b"before")
    (folder / "mine.txt").write_bytes(b"mine")
    paths = writing.save_all(order(centre, language="zh_CN"), folder, no_report)
    held = contents(folder)
    assert {path.name for path in paths} | {"mine.txt"} == held.keys()
    assert held["零报告.pdf"].startswith(b"%PDF")
    assert held["mine.txt"] == b"mine"


def test_what_is_stopped_leaves_the_folder_as_it_was(centre, writing, tmp_path):
    folder = tmp_path / "文件"
    folder.mkdir()
    (folder / "Zero report.pdf").write_bytes(b"before")

    def stop(done, total):
        if done == 3:
            assert len(list(folder.iterdir())) == 2  # theirs, and the folder they wait in
            raise JobCancelledError

    with pytest.raises(JobCancelledError):
        writing.save_all(order(centre), folder, stop)
    assert contents(folder) == {"Zero report.pdf": b"before"}


def test_where_one_cannot_be_put_in_its_place_none_is(centre, writing, tmp_path):
    folder = tmp_path / "文件"
    (folder / "Zero report.pdf").mkdir(parents=True)
    (folder / "Statistical tables.pdf").write_bytes(b"before")
    with pytest.raises(FileUnwritableError, match=r"Zero report\.pdf"):
        writing.save_all(order(centre), folder, no_report)
    assert {path.name for path in folder.iterdir()} == {"Zero report.pdf", "Statistical tables.pdf"}
    assert (folder / "Statistical tables.pdf").read_bytes() == b"before"


def test_a_character_that_no_font_has_is_named_and_nothing_changes(centre, writing, tmp_path):
    wish = order(centre, newspaper=Newspaper(HEART))
    with pytest.raises(BesideRefusedError, match="U\\+1F496"):
        writing.save(wish, tmp_path / "f.pdf", no_report)
    assert not (tmp_path / "f.pdf").exists()


def test_what_is_refused_there_names_no_folder_of_ours(centre, writing, tmp_path, monkeypatch):
    def refuse(question, report):
        raise BesideRefusedError(text=f"{question['folder']}/x.pdf cannot be written")

    monkeypatch.setattr(writing._beside, "ask", refuse)
    with pytest.raises(BesideRefusedError) as refused:
        writing.save(order(centre, "zero"), tmp_path / "z.pdf", no_report)
    assert str(refused.value) == f"{tmp_path}/x.pdf cannot be written"


@pytest.mark.parametrize("gone", ["absent", "file"])
def test_a_folder_that_is_none_is_named_before_anything_is_laid_out(
    centre, writing, tmp_path, gone
):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(FileUnwritableError, match=gone):
        writing.save(order(centre, "zero"), tmp_path / gone / "z.pdf", no_report)
    with pytest.raises(FileUnwritableError, match=gone):
        writing.save_all(order(centre), tmp_path / gone, no_report)
    assert writing._beside._process is None


def test_a_process_that_is_killed_is_told_of_and_the_next_paper_comes(centre, writing, tmp_path):
    def kill(done, total):
        if done:
            writing._beside._process.kill()

    with pytest.raises(BesideEndedError):
        writing.save_all(order(centre), tmp_path, kill)
    assert not list(tmp_path.glob(".part-*"))
    assert writing.laid_out(order(centre, "zero"), no_report)


def test_without_a_process_the_papers_come_all_the_same(centre, writing, tmp_path, no_process):
    assert writing.save(order(centre, "zero"), tmp_path / "z.pdf", no_report)
    assert (tmp_path / "z.pdf").read_bytes().startswith(b"%PDF")


class TestPrinting:
    def test_a_printer_that_is_gone_is_named(self, centre, writing):
        with pytest.raises(BesideRefusedError, match="HP took no page"):
            writing.print_paper(order(centre, "zero"), "HP", no_report)

    def test_nothing_to_print_is_not_printed(self, centre, writing):
        assert not writing.print_paper(order(centre, "rulings"), "HP", no_report)

    @pytest.fixture
    def printer(self, tmp_path, monkeypatch, no_process):
        """A file, for no printer of this test exists in another process."""

        def printer(_):
            made = QPrinter(QPrinter.PrinterMode.ScreenResolution)
            made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
            made.setOutputFileName(str(tmp_path / "printed.pdf"))
            return made

        monkeypatch.setattr(paper_writing, "printer_named", printer)
        return tmp_path / "printed.pdf"

    def test_every_page_of_a_run_goes_to_the_printer(self, centre, writing, printer):
        told = []
        assert writing.print_paper(order(centre, run=RUN), "HP", lambda *at: told.append(at))
        assert told == [(1, 3), (2, 3), (3, 3)] * 2  # laid out, then printed
        assert len(PdfReader(printer).pages) == 3

    def test_printing_that_is_stopped_goes_no_further(self, centre, writing, printer):
        told = []

        def stop(*at):
            told.append(at)
            if len(told) == 4:
                raise JobCancelledError

        with pytest.raises(JobCancelledError):
            writing.print_paper(order(centre, run=RUN), "HP", stop)
        assert told[3:] == [(1, 3)]

    def test_without_a_process_a_printer_that_is_gone_is_named_too(
        self, centre, writing, no_process
    ):
        with pytest.raises(PrinterRefusedError):
            writing.print_paper(order(centre, "zero"), "HP", no_report)
