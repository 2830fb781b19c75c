"""The numbered messages: one for everything a clerk can meet, complete in both languages."""

import ast
import importlib
import re
import string
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.actions.errors import FormKeyedError, PinShortError
from desktop.assets import resource
from desktop.messages import Told, all_messages, message_for, warning
from desktop.store.package_errors import (
    BadPackageError,
    PackageDamagedError,
    PackageRecordError,
    PackageRefusedError,
)
from desktop.tally.errors import PingyiError

ROOT = Path(__file__).resolve().parents[2]
ENTRIES = tomllib.loads(resource("messages", "clerk.toml").read_text(encoding="utf-8"))
TEXTS = ("en", "en_remedy", "zh", "zh_remedy")

ACTS = (
    "actions/authority", "actions/backups", "actions/batch_state", "actions/batches",
    "actions/closing", "actions/entering", "actions/founding", "actions/keying",
    "actions/operators", "actions/opinions", "actions/packing", "actions/second_keying",
    "actions/stations", "actions/text_files", "actions/working", "models/*", "report/fonts",
    "session", "store/backup", "store/canonical", "store/content", "store/keys", "store/kinds",
    "store/locks", "store/new_file", "store/opening", "store/package_reading",
    "store/package_sealing", "store/packages", "store/records", "store/survey_file",
    "store/verification", "tally/form", "tally/marks", "tally/plan_reading", "views/*",
)  # fmt: skip
"""Where an error begins that the keying window may show."""

SUPERVISOR_ONLY = {
    "ApplicantMissingError", "BandTypedError", "BatchOpenError", "BesideRefusedError",
    "CodeWrongError", "CopiesTypedError", "DayTypedError", "FigureTypedError",
    "FileUnwritableError", "FormerTwiceError", "FormerUnitError", "NothingCountedError",
    "NothingLostError", "OptionNumberError", "OutcomeUnsaidError", "PaperUnsaidError",
    "ReasonMissingError", "RecipientWrongError", "RecoveryWrongError", "RoleUnknownError",
    "SampleTypedError", "StationAdmittedError", "StationFileError", "StationUnknownError",
    "TextTypedError", "UnitTypedError", "YearTypedError",
}  # fmt: skip
INSIDE_ANOTHER = {"BadPackageError", "WrongFileError", "KeyRefusedError"}
"""Clauses of PackageRefusedError, and the carrier of a warning's id."""


def error_classes() -> dict[str, type[PingyiError]]:
    """Every error of the rooms behind the keying window, and of the window itself, by name."""
    for room in ("actions", "assess", "models", "report", "store", "tally", "views"):
        for path in sorted((ROOT / "desktop" / room).glob("*.py")):
            if re.search(r"^class \w+Error\(", path.read_text(encoding="utf-8"), re.MULTILINE):
                importlib.import_module(f"desktop.{room}.{path.stem}")
    found, waiting = {}, [PingyiError]
    while waiting:
        held = waiting.pop()
        found[held.__name__] = held
        waiting += held.__subclasses__()
    return found


CLASSES = error_classes()


def calls(pattern: str) -> Iterator[tuple[Path, ast.Call]]:
    for path in sorted((ROOT / "desktop").glob(f"{pattern}.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        yield from ((path, node) for node in ast.walk(tree) if isinstance(node, ast.Call))


def raised(pattern: str) -> Iterator[str]:
    """Names of the errors that some modules make or raise."""
    for path in sorted((ROOT / "desktop").glob(f"{pattern}.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Raise(exc=ast.Name(id=name)) | ast.Call(func=ast.Name(id=name)):
                    yield name


def fields_of(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def entry_fields(number: str) -> set[str]:
    return set().union(*(fields_of(ENTRIES[number][name]) for name in TEXTS))


def numbers_by(kind: str) -> dict[str, str]:
    return {entry[kind]: number for number, entry in ENTRIES.items() if kind in entry}


def notices() -> Iterator[tuple[str, str, set[str]]]:
    """Where, id and field names of every warning that the windows give."""
    for path, call in calls("**/*"):
        match call:
            case ast.Call(func=ast.Name(id="Notice"), args=[told, *rest]):
                keys = [key for part in rest if isinstance(part, ast.Dict) for key in part.keys]
                fields = {str(key.value) for key in keys if isinstance(key, ast.Constant)}
            case ast.Call(func=ast.Name(id="KeyRefusedError" | "warning"), args=[told, *_]):
                fields = {str(held.arg) for held in call.keywords}
            case _:
                continue
        for name in ids(told):
            yield f"{path.relative_to(ROOT)}:{call.lineno}", name, fields


def ids(told: ast.expr) -> list[str]:
    """The ids an expression may give; one that was given before is handed on as an attribute."""
    match told:
        case ast.Constant(value=str(name)):
            return [name]
        case ast.IfExp(body=one, orelse=other):
            return ids(one) + ids(other)
        case ast.Attribute(attr="warning" | "id"):
            return []
    return [f"an id that no test can read: {ast.unparse(told)}"]


def test_every_error_that_a_clerk_can_meet_has_a_number():
    told = numbers_by("error")
    met = {name for acts in ACTS for name in raised(acts)} & CLASSES.keys()
    lacking = {
        name
        for name in met - SUPERVISOR_ONLY - INSIDE_ANOTHER
        if not any(held.__name__ in told for held in CLASSES[name].__mro__)
    }
    assert len(met) > 70
    assert not lacking


def test_the_exceptions_are_raised_somewhere_and_have_no_number():
    met = {name for acts in ACTS for name in raised(acts)}
    assert met >= (SUPERVISOR_ONLY | INSIDE_ANOTHER)
    assert not (SUPERVISOR_ONLY | INSIDE_ANOTHER) & numbers_by("error").keys()


@pytest.mark.parametrize(("name", "number"), numbers_by("error").items())
def test_a_message_takes_only_the_fields_that_its_error_has(name, number):
    family = [held for held in CLASSES.values() if issubclass(held, CLASSES[name])]
    for held in family:
        assert entry_fields(number) <= fields_of(held.message)


def test_every_warning_of_the_windows_has_a_number_and_the_fields_it_names():
    told, found = numbers_by("id"), list(notices())
    assert len(found) > 20
    assert [place for place, name, _ in found if name not in told] == []
    lacking = {
        place: lack for place, name, fields in found if (lack := entry_fields(told[name]) - fields)
    }
    assert not lacking


@pytest.mark.parametrize(("number", "entry"), ENTRIES.items())
def test_an_entry_is_whole(number, entry):
    kind = "error" if number[0] == "F" else "id"
    assert re.fullmatch("[FW][1-9][0-9]", number)
    assert entry.keys() == {kind, *TEXTS}
    assert fields_of(entry["en"] + entry["en_remedy"]) == fields_of(
        entry["zh"] + entry["zh_remedy"]
    )


def test_no_error_and_no_warning_has_two_numbers():
    assert len(numbers_by("error")) + len(numbers_by("id")) == len(ENTRIES)


@pytest.mark.parametrize(("number", "entry"), ENTRIES.items())
def test_a_message_is_one_sentence_and_one_remedy(number, entry):
    for name in ("zh", "zh_remedy"):
        assert re.fullmatch("[^。]+。", entry[name])
        assert not re.search(r"[,.;:?!()]", re.sub(r"\{\w+\}", "", entry[name]))
        assert re.search("[一-鿿]", entry[name])
    for name in ("en", "en_remedy"):
        assert re.fullmatch(r"[^.]*(?:\{\w+\}\.[^.]*)*\.", entry[name])
        assert not re.search("[一-鿿，。：；（）]", entry[name])


@pytest.mark.parametrize(("number", "entry"), ENTRIES.items())
def test_the_remedy_is_no_command(number, entry):
    for name in TEXTS:
        assert not re.search(r"`|--\w|\bpingyi [a-z]|命令|command", entry[name])


def told(error: PingyiError, language: str) -> Told:
    found = message_for(error, language)
    assert found
    return found


def test_an_error_is_told_with_its_fields():
    assert told(FormKeyedError(form="B117-031"), "zh_CN") == Told(
        "F11", "评议表 B117-031 已经录入。", "请核对纸上的表号，表号无误的，把这张表交给主管。"
    )
    assert told(PinShortError(), "en") == Told(
        "F47", "A PIN has 4 to 12 digits.", "Choose another and type it."
    )


def test_an_error_has_its_own_number_before_the_one_of_its_family():
    why = BadPackageError("it is empty")
    kinds = (PackageRefusedError, PackageDamagedError)
    numbers = [told(kind(why, path="a.pyp"), "en").number for kind in kinds]
    assert numbers == ["F68", "F69"]
    assert told(PackageRecordError(why, path="a.pyp", number=3), "en").number == "F68"
    assert message_for(PingyiError(), "en") is None


def test_the_reason_inside_an_error_is_told_in_the_readers_language():
    damaged = PackageDamagedError(BadPackageError("it is empty"), path="a.pyp")
    assert "it is empty" in told(damaged, "en").sentence
    assert told(damaged, "zh_CN").sentence == "a.pyp 已损坏，没有取用任何内容：文件是空的。"


def test_braces_in_a_field_are_only_letters():
    assert "{form}" in told(FormKeyedError(form="{form}"), "en").sentence


def test_a_warning_is_told_with_its_fields():
    found = warning("finish_armed", "zh_CN", count=17)
    assert (found.number, found.sentence) == ("W25", "后面 17 行记为未填。")


@pytest.mark.parametrize(("id_", "fields"), [("unheard_of", {}), ("finish_armed", {})])
def test_an_unknown_warning_or_a_lacking_field_is_a_fault_of_ours(id_, fields):
    with pytest.raises(KeyError):
        warning(id_, "en", **fields)


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_the_card_has_every_message_in_order_with_gaps_for_what_varies(language):
    card = all_messages(language)
    assert [held.number for held in card] == sorted(ENTRIES)
    text = "".join(held.sentence + held.remedy for held in card)
    assert "…" in text
    assert "{" not in text
