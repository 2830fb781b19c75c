"""My work: batches, the shift and its sheet, the package, the station's code and newer kits."""

import re
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from desktop.actions.batches import register_batch
from desktop.actions.operators import register_operator
from desktop.actions.trial import open_trial
from desktop.actions.working import Worked, log_work
from desktop.models.sticks import Volume, carried
from desktop.models.stretch_table_model import StretchTableModel
from desktop.report.key_card import write_key_card
from desktop.settings import Settings
from desktop.store import work_queries
from desktop.store.admission import admission_code
from desktop.tally.reconciliation import Slip
from desktop.views.printing import page_image, print_pdf, printers
from desktop.words import words_for
from tests.open_window import focused, press, shown_window
from tests.plans import small_plan
from tests.stations import PIN, Centre

ENTER, TAB, DOWN, END = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Down, Qt.Key.Key_End
LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier

# the platform without a screen has no window manager to tell of sizes, and says so each time
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


@pytest.fixture
def centre(tmp_path):
    """A supervisor and a station whose clerk C01 keyed three forms."""
    operators = {"C01": ["clerk"], "C02": ["clerk"]}
    made = Centre(tmp_path / "centre", 1, batches={"B001": 10, "B002": 5}, operators=operators)
    made.stations[0].key(1, 2, 3, operator="C01")
    return made


@pytest.fixture
def at_work(qtbot, qapp, tmp_path, monkeypatch):
    """Opens the window on a machine's file, signed in, at My work."""

    @contextmanager
    def opened(machine, code="C01", *, joined=False, home=None):
        root = home or machine.home.root
        monkeypatch.setenv("PINGYI_HOME", str(root))
        Settings(language="en", sounds=False).write(root / "settings.json")
        with shown_window(qtbot, qapp, tmp_path, monkeypatch) as window:
            window.session.open(machine.path)
            window.session.joined = joined
            if code:
                press(code, ENTER, PIN, ENTER)
            click(rail(window)["work"])
            yield window

    return opened


def rail(window):
    return window.area.rail.buttons


def page(window):
    return window.area.stack.currentWidget()


def click(widget):
    assert widget.isVisible()
    QTest.mouseClick(widget, LEFT)


def choose_folder(view, folder):
    """Another folder, by the keys alone; Enter in its line makes the package."""
    view.handover.stick.box.setFocus()
    press(END, TAB, str(folder))
    assert isinstance(focused(), QLineEdit)


def packed(qtbot, view, folder):
    choose_folder(view, folder)
    press(ENTER)
    qtbot.waitUntil(view.handover.verdict.isVisible)
    return sorted(folder.iterdir())


def told(view):
    return view.message.text.text()


def figures(view):
    names = ("forms", "corrected", "void", "doubtful", "presses")
    return [view.shift.figures[name].text() for name in names]


def key_a_form(window, *keys):
    """The form that is offered on the keying page, and back."""
    click(rail(window)["keying"])
    press(ENTER, *keys, ENTER, ENTER)
    click(rail(window)["work"])


def a_stick(tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    return stick


def test_batches_are_shown_with_what_is_left_and_opened_for_keying(centre, at_work):
    with at_work(centre.stations[0]) as window:
        table = page(window).batches.table
        shown = [[table.model().index(row, at).data() for at in (0, 3, 5)] for row in (0, 1)]
        assert shown == [["B001", "3", "7"], ["B002", "0", "5"]]
        assert page(window).batches.left.text() == "batches 2, forms left 12"
        assert table.hasFocus()
        press(DOWN, ENTER)
        assert window.area.page == "keying"
        assert page(window).worklist.batch == "B002"


def test_a_package_is_made_by_keys_alone_and_the_supervisor_takes_it(
    centre, at_work, qtbot, tmp_path
):
    with at_work(centre.stations[0]) as window:
        (path,) = packed(qtbot, page(window), a_stick(tmp_path))
        panel, head = page(window).handover, window.session.opened.tip.head
        assert panel.name.text() == path.name
        # founding the station's chain, three forms, and the seconds that signing in took
        assert panel.content.text().startswith("forms 3, records ")
        assert panel.content.text().endswith(head[:8].upper())
        assert panel.verdict.text() == "Read back and verified."
        assert window.focusWidget() is panel.make_button
    report = centre.merge(path)
    assert report.sources[0].refused is None
    assert [centre.forms()[f"B001-00{number}"] for number in (1, 2, 3)] == ["valid"] * 3


def test_a_double_click_makes_one_package(centre, at_work, qtbot, tmp_path):
    stick = a_stick(tmp_path)
    with at_work(centre.stations[0]) as window:
        view, started = page(window), []
        view.handover.recorded.connect(lambda: started.append(view.handover.bar.isVisible()))
        choose_folder(view, stick)
        click(view.handover.make_button)
        assert view.handover.bar.isVisible()
        assert not view.handover.make_button.isEnabled()
        QTest.mouseDClick(view.handover.make_button, LEFT)
        view.handover.make()
        qtbot.waitUntil(view.handover.verdict.isVisible)
        assert len(started) == 1
        assert view.handover.make_button.isEnabled()
        assert not view.handover.bar.isVisible()
    assert len(list(stick.iterdir())) == 1


def test_a_folder_that_is_not_there_is_refused_in_a_sentence(centre, at_work, qtbot, tmp_path):
    with at_work(centre.stations[0]) as window:
        view = page(window)
        choose_folder(view, tmp_path / "gone")
        press(ENTER)
        qtbot.waitUntil(lambda: str(tmp_path / "gone") in told(view))
        assert view.handover.make_button.isEnabled()
        assert not view.handover.verdict.isVisible()


def test_a_full_stick_is_refused_in_a_sentence_and_keeps_nothing(centre, at_work, qtbot, tmp_path):
    resource = pytest.importorskip("resource", reason="Windows limits no file's size")
    stick, limits = a_stick(tmp_path), resource.getrlimit(resource.RLIMIT_FSIZE)
    with at_work(centre.stations[0]) as window:
        view = page(window)
        choose_folder(view, stick)
        view.put_away()
        window.session.jobs.drain()
        window.stretch.begin()  # nothing to record: only the package meets the limit
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, limits[1]))
        try:
            press(ENTER)
            window.session.jobs.drain()
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        qtbot.waitUntil(lambda: str(stick) in told(view))
    assert not list(stick.iterdir())


def test_no_stick_and_no_folder_is_said(centre, at_work):
    with at_work(centre.stations[0]) as window:
        view = page(window)
        view.handover.stick.refresh = lambda: None  # whatever is in the machine of this test
        view.handover.stick.offer([])
        click(view.handover.make_button)
        assert "stick" in told(view)
        assert view.message.number.isVisible()


def test_sticks_are_offered_by_name_and_room_and_the_choice_stays(centre, at_work):
    one, two = (Volume(Path(f"/media/{name}"), name, "vfat", 2_000_000_000, True) for name in "AB")
    with at_work(centre.stations[0]) as window:
        choice = page(window).handover.stick
        choice.offer([one])
        assert choice.box.currentText().startswith("A — 1.86")
        assert choice.path == Path("/media/A")
        choice.offer([one, two])
        choice.box.setCurrentIndex(1)
        choice.offer([one, two])
        assert choice.path == Path("/media/B")
        choice.offer([one])
        assert choice.path == Path("/media/A")


def test_the_system_is_no_stick():
    def volume(root, kind="vfat", **changes):
        given = {"name": root, "free": 1, "is_writable": True, "is_own": False}
        return Volume(Path(root), kind=kind, **given | changes)

    kept = [volume("/media/u/A"), volume("/mnt/b"), volume("/run/media/u/C", "exfat")]
    left = [
        volume("/", is_own=True),
        volume("/boot/efi"),
        volume("/home", "ext4"),
        volume("/run/user/1000", "fuse"),
        volume("/media/u/memory", "tmpfs"),
        volume("/media/u/locked", is_writable=False),
    ]
    assert {held.root for held in carried([*left, *kept])} == {held.root for held in kept}


def test_figures_of_the_shift_stand_after_a_handover_and_keying_goes_on(
    centre, at_work, qtbot, tmp_path
):
    with at_work(centre.stations[0]) as window:
        press(ENTER)  # B001
        press("B001") if page(window).desk is None else None
        click(rail(window)["work"])
        assert figures(page(window)) == ["0"] * 5
        key_a_form(window, "111111")
        assert figures(page(window)) == ["1", "0", "0", "0", "9"]
        packed(qtbot, page(window), a_stick(tmp_path))
        assert figures(page(window)) == ["1", "0", "0", "0", "9"]
        table = page(window).shift.table.model()
        assert [table.index(0, at).data() for at in (2, 3)] == ["1", "9"]
        # the desk stayed open meanwhile, and what is keyed there still counts
        key_a_form(window, "11d1111")
        key_a_form(window, "v1")
        assert figures(page(window))[:4] == ["3", "0", "1", "1"]
        stretches = work_queries.work_stretches(window.session.opened, "C01")
        assert [(held.forms, held.presses) for held in stretches] == [(1, 9)]
    with centre.stations[0].open(write=False) as survey:
        held = work_queries.work_stretches(survey, "C01")
        assert [stretch.forms for stretch in held] == [1, 2]


def a_stretch(forms):
    at = "2006-05-08T00:00:00Z"
    return Worked(
        began=at, ended=at, after=1, forms=forms, presses=forms * 9, fills=0, corrections=0,
        seconds=60, idle=0, pauses=0,
    )  # fmt: skip


def shown_forms(window):
    table = page(window).shift.table.model()
    return [table.index(row, 2).data() for row in range(table.rowCount())]


def test_nobody_sees_the_figures_of_others(centre, at_work):
    with centre.stations[0].open() as survey:
        log_work(survey, a_stretch(5), operator="C01")
        log_work(survey, a_stretch(7), operator="C02")
    with at_work(centre.stations[0], "C02") as window:
        assert shown_forms(window) == ["7"]


def test_unnamed_work_at_other_stations_is_not_shown_either(at_work, tmp_path):
    centre = Centre(tmp_path / "centre", 1)
    with centre.stations[0].open() as survey:
        log_work(survey, a_stretch(5))
    centre.merge(centre.stations[0])
    with centre.opened() as survey:
        log_work(survey, a_stretch(3))
    with at_work(centre.supervisor, "") as window:
        assert shown_forms(window) == ["3"]
        assert page(window).admission.state.text() == "The supervisor's station."
        assert not page(window).admission.kit.isVisible()


def test_stretches_keep_the_contract_of_models(qapp, qtmodeltester, centre):
    with centre.stations[0].open() as survey:
        log_work(survey, a_stretch(5), operator="C01")
        model = StretchTableModel()
        model.show_stretches(work_queries.work_stretches(survey))
        qtmodeltester.check(model)


def answer_file_dialog(path):
    """Type a name into the file dialog that is about to open."""

    def answer():
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QFileDialog):
            QTimer.singleShot(20, answer)
            return
        field = dialog.findChild(QLineEdit, "fileNameEdit")
        assert field
        field.setText(str(path))
        dialog.accept()

    QTimer.singleShot(20, answer)


def text_of(path):
    document = pypdfium2.PdfDocument(path)
    text = "".join(held.get_textpage().get_text_range() for held in document)
    document.close()
    return re.sub(r"\s", "", text)


def test_the_shift_sheet_names_the_last_record_there_is(centre, at_work, qtbot, tmp_path):
    path = tmp_path / "sheet.pdf"
    with at_work(centre.stations[0]) as window:
        press(ENTER)
        click(rail(window)["work"])
        key_a_form(window, "111111")
        before, view = window.session.opened.tip, page(window)
        answer_file_dialog(path.with_suffix(""))
        click(view.shift.papers.save_sheet)
        qtbot.waitUntil(lambda: str(path) in told(view))
        tip = window.session.opened.tip
        assert tip.seq == before.seq + 1
        text = text_of(path)
        assert tip.head in text
        assert admission_code(window.session.opened.station) in text
        assert re.search(r"C01.*C01", text)
        assert "B00150" not in text
        assert "B001单位互评10406open" in text


def test_the_key_card_is_saved_too(centre, at_work, qtbot, tmp_path):
    with at_work(centre.stations[0]) as window:
        answer_file_dialog(tmp_path / "card.pdf")
        click(page(window).shift.papers.save_card)
        qtbot.waitUntil((tmp_path / "card.pdf").exists)
        window.session.labours.drain()


def test_a_folder_that_takes_no_paper_is_named(centre, at_work, qtbot, tmp_path):
    with at_work(centre.stations[0]) as window:
        view = page(window)
        papers = view.shift.papers
        papers.card._start(lambda _: papers._card()(tmp_path / "gone" / "card.pdf"), str)
        qtbot.waitUntil(lambda: "choose another folder" in told(view))
        assert str(tmp_path / "gone") in told(view)


@pytest.mark.skipif(bool(printers()), reason="this computer has a printer, and would print")
def test_without_a_printer_the_pdf_is_offered(centre, at_work):
    with at_work(centre.stations[0]) as window:
        papers = page(window).shift.papers
        before = window.session.opened.tip
        click(papers.print_sheet)
        assert "no printer" in told(page(window))
        assert papers.save_sheet.hasFocus()
        assert window.session.opened.tip == before


def ink(image):
    """Share of dots that are not white, on a raster of a hundred by a hundred."""
    spots = [
        image.pixelColor(image.width() * x // 100, image.height() * y // 100).lightness()
        for x in range(100)
        for y in range(100)
    ]
    return sum(spot < 128 for spot in spots) / len(spots)


def test_paper_shows_what_the_pdf_shows(qapp, tmp_path):
    card = write_key_card(small_plan(), tmp_path / "card.pdf", words=words_for("en"))
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    print_pdf(card.read_bytes(), printer)
    shown, printed = (
        pypdfium2.PdfDocument(tmp_path / name) for name in ("card.pdf", "printed.pdf")
    )
    assert len(printed) == len(shown) == 1
    assert printed[0].get_size() == pytest.approx(shown[0].get_size(), abs=2)
    inks = [ink(page_image(document[0], 72)) for document in (shown, printed)]
    assert inks[0] > 0.01
    assert inks[1] == pytest.approx(inks[0], abs=0.02)


def test_whoever_just_joined_sees_the_code_first_and_large(at_work, tmp_path):
    centre = Centre(tmp_path / "centre", 0)
    machine = centre.join(centre.kit(), 1)
    with at_work(machine, "", joined=True) as window:
        panel = page(window).admission
        code = admission_code(window.session.opened.station)
        assert panel.code.text().replace(" ", "") == code.replace("-", "")
        assert panel.code.accessibleName().endswith(code)
        assert panel.code.fontInfo().pixelSize() > page(window)._place.theme.type["number"]
        assert panel.name.text() == "Station S1"
        assert panel.state.text().startswith("Joined.")
        assert panel.mapTo(window, panel.rect().topLeft()).y() < 100


def test_a_newer_kit_tells_what_it_brought(centre, at_work, qtbot):
    with centre.opened() as survey:
        register_batch(survey, Slip("B003", "C1", 4))
        register_operator(survey, "C03", name="C03", roles=["clerk"], pin=PIN)
    kit = centre.kit()
    with at_work(centre.stations[0]) as window:
        panel = page(window).admission
        assert panel.state.text().startswith("Joined.")
        panel.kit.line.setFocus()
        press(str(kit), ENTER)
        said = "kit-2.pyp brought records: 3; new batches: 1, new operators: 1."
        assert told(page(window)) == said
        assert panel.state.text().startswith("Admitted")
        assert page(window).batches.model.rowCount() == 3
        panel.kit.line.setFocus()
        press(str(kit), ENTER)
        assert told(page(window)) == "kit-2.pyp brings nothing new."


def test_a_file_that_is_no_kit_is_refused(centre, at_work, tmp_path):
    path = tmp_path / "no-kit.pyp"
    path.write_bytes(b"no kit")
    with at_work(centre.stations[0]) as window:
        page(window).admission.kit.line.setFocus()
        press(str(path), ENTER)
        assert str(path) in told(page(window))
        assert page(window).message.text.property("tone") == "bad"


def test_the_first_operators_of_a_kit_are_asked_to_sign_in(at_work, tmp_path):
    centre = Centre(tmp_path / "centre", 1)
    with centre.opened() as survey:
        register_operator(survey, "C03", name="C03", roles=["clerk"], pin=PIN)
    kit = centre.kit()
    with at_work(centre.stations[0], "") as window:
        page(window).admission.kit.line.setFocus()
        press(str(kit), ENTER)
        assert window.stack.currentWidget() is window.sign_in


def test_a_file_that_is_only_viewed_makes_no_package_and_says_why(centre, at_work, tmp_path):
    with at_work(centre.stations[0], home=tmp_path / "elsewhere") as window:
        view = page(window)
        assert window.session.opened.station is None
        assert not view.handover.make_button.isVisible()
        assert not view.handover.stick.isVisible()
        assert not view.shift.papers.print_sheet.isVisible()
        assert not view.admission.kit.isVisible()
        assert not view.batches.key_button.isVisible()


def test_a_choice_of_another_look_during_a_package_does_no_harm(centre, at_work, qtbot, tmp_path):
    stick = a_stick(tmp_path)
    with at_work(centre.stations[0]) as window:
        choose_folder(page(window), stick)
        press(ENTER)
        window.session.choose(replace(window.session.settings, theme="dark"))
        qtbot.waitUntil(lambda: window.theme.name == "dark")
        window.session.jobs.drain()
        qtbot.wait(50)
    assert len(list(stick.iterdir())) == 1


@pytest.mark.parametrize("joined", [False, True])
def test_everything_has_room_on_a_small_screen(qtbot, qapp, tmp_path, monkeypatch, joined):
    with shown_window(qtbot, qapp, tmp_path, monkeypatch) as window:
        window.session.joined = joined
        window.session.take(open_trial(tmp_path / "trial.pingyi", window.session.home))
        click(rail(window)["keying"])
        press("B001", ENTER, ENTER)
        click(rail(window)["work"])
        packed(qtbot, page(window), a_stick(tmp_path))
        assert page(window).shift.table.isVisible()
        needed = window.minimumSizeHint()
        assert needed.width() <= 1366
        assert needed.height() <= 768
