"""What clerks do in the story at a station: join, key, key again, hand over."""

from pathlib import Path

from PySide6.QtCore import QPoint

from tests.e2e import on_record
from tests.e2e.at_the_office import TITLE, sign_in
from tests.e2e.person import ENTER, Person
from tests.e2e.program import Laptop
from tests.e2e.screen import until

_STICK = QPoint(0, 35)
"""From the head of the panel to the list of sticks."""
Forms = tuple[str, ...]
"""The keys of each form, one letter a key; `*` is an invalid cell."""


def join(person: Person, laptop: Laptop, kit: Path, name: str, code: str) -> Path:
    """With a kit, under a name; then a clerk signs in, and the admission code stands large."""
    person.press("alt+j")
    person.fill(str(kit), name, "")
    person.window.await_title(TITLE)
    sign_in(person, code, "My batches")
    return laptop.documents / f"{TITLE} {name}.pingyi"


def shown_code(person: Person, laptop: Laptop, file: Path) -> str:
    """The admission code, once the screen shows it letter by letter."""
    code = on_record.joined_code(laptop, file)
    person.see("   ".join(" ".join(group) for group in code.split("-")), "code")
    return code


def hand_over(person: Person, folder: Path) -> Path:
    """A package into a folder of its own; its path."""
    folder.mkdir()
    person.go("My work", "My batches")
    person.click("Hand over", "words", _STICK)
    person.press("End", ENTER, "Tab")
    person.fill(str(folder))
    person.see("Read back and verified.")
    (package,) = folder.glob("*.pyp")
    return package


def take_kit(person: Person, kit: Path) -> None:
    person.go("My work", "My batches")
    person.click("Merge kit")
    person.fill(str(kit))
    person.see(f"{kit.name} brought records")


def key(person: Person, laptop: Laptop, file: Path, batch: str, forms: Forms) -> None:
    person.go("Keying", "Which batch is on the table?")
    person.fill(batch)
    key_forms(person, laptop, file, forms)


def key_second(person: Person, laptop: Laptop, file: Path, batch: str, forms: Forms) -> None:
    person.go("Second", "Which papers are on the table?")
    person.fill(batch)
    key_forms(person, laptop, file, forms)


def key_forms(person: Person, laptop: Laptop, file: Path, forms: Forms) -> None:
    """Every number as it is offered."""
    for keys in forms:
        before = len(on_record.keyed_marks(laptop, file))
        person.press(ENTER, *_keys(keys), ENTER, ENTER)
        saved = lambda before=before: len(on_record.keyed_marks(laptop, file)) > before  # noqa: E731
        until(saved, f"the form {keys} is not saved")


def key_number(
    person: Person, laptop: Laptop, file: Path, place: tuple[str, str], keys: str
) -> None:
    """One form, whose number is typed."""
    before = len(on_record.keyed_marks(laptop, file))
    batch, number = place
    person.go("Keying", "Which batch is on the table?")
    person.fill(batch, number)
    person.press(*_keys(keys), ENTER, ENTER)
    until(lambda: len(on_record.keyed_marks(laptop, file)) > before, "it is not saved")
    person.click("Other batch")


def look_again(person: Person, laptop: Laptop, file: Path, keys: str) -> None:
    """The only form that comes back to who keyed it first: its open cells."""
    before = len(on_record.keyed_marks(laptop, file))
    person.go("Second", "Which papers are on the table?")
    person.press(ENTER, ENTER, *_keys(keys), ENTER, ENTER)
    until(lambda: len(on_record.keyed_marks(laptop, file)) > before, "it is not saved")


def close_batch(person: Person, laptop: Laptop, file: Path, batch: str) -> None:
    person.press("F10")
    until(lambda: on_record.is_closed(laptop, file, batch), f"{batch} was not closed")


def change_places(person: Person, code: str) -> None:
    """Whoever sits here signs out, and somebody else signs in."""
    person.click("Sign out")
    sign_in(person, code, "My batches")


def _keys(keys: str) -> tuple[str, ...]:
    return tuple("asterisk" if key == "*" else key for key in keys)
