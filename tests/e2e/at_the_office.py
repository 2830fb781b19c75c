"""What the supervisor does in the story, page by page, with keys and the mouse."""

from pathlib import Path

import openpyxl
from PySide6.QtCore import QPoint

from tests.e2e import on_record
from tests.e2e.person import ENTER, Person
from tests.e2e.program import Laptop
from tests.e2e.screen import until

BESIDE = QPoint(150, 0)
"""From the name of a field to the field."""
TITLE = "Appraisal 2005"
PIN = "2580"
AGENCIES = ("市水务局", "市档案局", "市园林局")
DIMENSIONS = ("Attitude", "Efficiency")
SUPERVISOR, SCRUTINEER, CLERKS = ("Z01", "Wang"), ("J01", "Zhao"), (("C01", "Li"), ("C02", "Chen"))


def write_workbook(path: Path) -> None:
    """A list as an office keeps it: a title above the header, and numbers before the names."""
    book = openpyxl.Workbook()
    sheet = book.create_sheet(index=0)
    sheet.append(["2005年被评议单位名单"])
    sheet.append(["序号", "单位名称", "类别"])
    for number, name in enumerate(AGENCIES, 1):
        sheet.append([number, name, "政府部门"])
    book.save(path)


def write_plan(person: Person, workbook: Path) -> None:
    """From an empty plan: title, agencies, two dimensions, three grades, one channel."""
    person.press("alt+f")
    person.click("Write a plan…")
    person.see("Write a plan")
    person.press(ENTER)
    person.see("A plan without a title")
    person.type(TITLE, "Tab")
    person.type("2005", "alt+2")
    person.click("From a workbook…")
    person.answer(workbook)
    person.see(f"{workbook.name}: {len(AGENCIES)} agencies")


def take_agencies(person: Person) -> None:
    person.click("Put these in place of all")
    add_rows(person, "alt+3", *((name,) for name in DIMENSIONS))
    add_rows(person, "alt+4", ("Satisfied", "22"), ("Fair", "17"), ("Poor", "11"))
    person.press("Up", "Up", "Right", "space")
    add_rows(person, "alt+5", ("Readers",))
    person.press("alt+6")
    person.click("Second keying, %", "words", BESIDE)
    person.press("ctrl+a")
    person.type("100", ENTER)


def add_rows(person: Person, section: str, *rows: tuple[str, ...]) -> None:
    """Rows of a section's table, written from their names on."""
    person.press(section)
    for first, *others in rows:
        person.press("Insert")
        person.type(first)
        for text in others:
            person.press("Tab")
            person.type(text)
        person.press(ENTER)


def freeze(person: Person, office: Laptop) -> Path:
    """With the name of who approved, as an official survey, in the file that is proposed."""
    person.press("alt+0")
    person.see("Nothing stands against it.")
    person.fill("Director Sun", "")
    person.press("Tab", "space")
    person.press(ENTER)
    person.window.await_title(TITLE)
    return office.documents / f"{TITLE}.pingyi"


def declare_zero(person: Person, office: Laptop, file: Path) -> None:
    person.see("No zero report yet")
    person.click("Declare the zero report")
    until(lambda: on_record.is_open(office, file), "no zero report was declared")
    person.see("Keying is open; no batch is registered yet.")


def register_supervisor(person: Person) -> None:
    """Who is the first to sign in: the role is ticked already."""
    person.go("Stations", "Stations and people")
    begin_person(person, *SUPERVISOR)
    end_person(person)


def register_others(person: Person) -> None:
    person.go("Stations", "Stations and people")
    begin_person(person, *SCRUTINEER)
    for role in ("clerk", "scrutineer"):
        person.click(role, "box")
    end_person(person)
    person.see(f"{' '.join(SCRUTINEER)} is registered.")
    for clerk in CLERKS:
        begin_person(person, *clerk)
        end_person(person)
        person.see(f"{' '.join(clerk)} is registered.")


def begin_person(person: Person, code: str, name: str) -> None:
    person.click("Add…")
    person.fill(code)
    person.type(name)


def end_person(person: Person) -> None:
    """The PIN twice; the last Enter registers."""
    person.click_field("PIN, 4 to 12 digits")
    person.fill(PIN, PIN)


def sign_in(person: Person, code: str, title: str) -> None:
    """At the page that asks who works here, up to the page that comes."""
    person.see("Code")
    person.fill(code, PIN)
    person.see(title)


def enter_receipt(person: Person) -> None:
    """Seven forms came back; they are bundled by four, and the rest."""
    person.go("Register", "Register and batches")
    person.click_field("Way")
    person.press("Escape", "Down", ENTER)
    person.fill("7", "", "Post office", "Wang", "", "")
    person.see("The line is on record.")


def bundle(person: Person) -> None:
    person.click("Bundle into batches…")
    person.see("Batches from the receipt of")
    person.fill("", "", "", "", "4")
    person.see("Registered: B001 to B002.")


def make_kit(person: Person, path: Path) -> None:
    person.go("Stations", "Stations and people")
    person.click("Make a kit…")
    person.answer(path)
    person.see("Kit written:")
    assert path.is_file()


def admit(person: Person, package: Path, name: str, code: str) -> None:
    """The code is the one that the station's own screen shows."""
    person.go("Stations", "Stations and people")
    person.click("Admit a station…")
    person.fill(str(package))
    person.see(f"{name} asks to be admitted")
    person.fill(code)
    person.see(f"{name} is admitted.")


def hand_out(person: Person, office: Laptop, file: Path) -> None:
    """The first batch to the first station, the second one to the other."""
    person.go("Register", "Register and batches")
    for at, (batch, name) in enumerate((("B001", "North"), ("B002", "South"))):
        person.go("Overview")
        person.go("Register", "Register and batches")
        person.press(*at * ("Down",))
        person.click("Hand to")
        person.click(name, "menu")
        person.see(f"On record: {batch} to {name}")
        assert on_record.holder(office, file, batch) == name


def merge(person: Person, *packages: Path) -> None:
    person.go("Merge")
    person.click("Choose files…")
    person.answer(" ".join(f'"{path}"' for path in packages))
    person.see("Dry run, nothing is stored.")
    person.click("Merge")
    person.see("Merged. New records")


def rule(person: Person, form: str, why: str, said: str, *, first: bool) -> None:
    """A keying is taken by its button, or the cell is keyed from the paper; two people sign.

    The second person stays chosen after the `first` ruling; the PIN is typed for each.
    """
    person.see(form)
    person.see(why)
    if len(said) == 1:
        person.press(said, "Tab")
    else:
        person.click(said)
    person.fill("seen on the paper")
    sign_with_scrutineer(person, is_chosen=not first)
    person.see(f"{form} is ruled on")


def sign_with_scrutineer(person: Person, *, is_chosen: bool = False) -> None:
    """The list of second persons has the focus; choosing leads on to the PIN."""
    person.press("Tab" if is_chosen else "Down")
    person.fill(PIN)


def seal(person: Person, office: Laptop, file: Path) -> None:
    person.go("Seal")
    person.see("Ready to be sealed as edition 1.")
    person.click("Seal…")
    person.see("Seal the survey")
    sign_with_scrutineer(person)
    until(lambda: on_record.is_sealed(office, file), "it was not sealed")
    person.see("Sealed: edition 1.")


def save_papers(person: Person, *papers: tuple[int, Path]) -> None:
    """Each is so many lines below the one before, in the list of documents."""
    for down, path in papers:
        person.go("Overview")
        person.go("Documents")
        person.press(*down * ("Down",))
        person.click("Save…")
        person.answer(path)
        until(path.is_file, f"{path.name} was not saved")
