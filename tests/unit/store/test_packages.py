"""Packages written and read: the figures of the manifest, chains, names, and what is said."""

import ast
import dataclasses
import hashlib
import re
import tempfile
import threading
import tomllib
import tracemalloc
from itertools import starmap
from pathlib import Path

import pytest

from desktop.store import package_errors, package_reading, packages
from desktop.store.canonical import record_id, signed_bytes
from desktop.store.keys import StationKey
from desktop.store.kinds import FOUNDED
from desktop.store.package_errors import (
    PackageExistsError,
    PackageRefusedError,
    PackageUnmadeError,
    PackageUnwrittenError,
)
from desktop.store.packages import open_package, write_package
from desktop.store.records import Header, read_record, write_record
from desktop.words import CHINESE, words_for
from tests.packages import (
    AT,
    RECIPIENT,
    STATION,
    STRANGER,
    assembled,
    chained,
    filled,
    form,
    line_of,
    manifest_of,
    packed,
    refusal,
)
from tests.surveys import KEY, keyed

WORDS = Path(__file__).resolve().parents[3] / "resources" / "words" / CHINESE / "packages.toml"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "a.pkg"


@pytest.mark.parametrize("recipients", [[], [RECIPIENT.public]], ids=["plain", "encrypted"])
def test_a_survey_s_records_come_out_as_they_went_in(recipients, path, tmp_path):
    with keyed(tmp_path / "a.pingyi", ["123123", "111111"]) as survey:
        expected = list(survey.records())
        key = StationKey.from_hex(KEY)
        write_package(path, key, survey.id, survey.mode, survey.records, recipients)
    with open_package(path, RECIPIENT) as package:
        assert list(package.records()) == expected
        assert [record.id for record in package.records()] == [record.id for record in expected]
        assert package.path == path
        assert package.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
        one, other = package.records(), package.records()
        assert [(next(one), next(other)) for _ in expected] == list(
            zip(expected, expected, strict=True)
        )


def test_a_package_once_open_no_longer_needs_its_file(path):
    records = chained(5)
    packed(path, records)
    with open_package(path) as package:
        path.write_bytes(b"")
        assert list(package.records()) == records


def test_the_manifest_sums_up_the_chain(path):
    records = chained(3, 2)
    made = packed(path, records)
    runs = [(1, 1, 4, records[3].id), (2, 1, 2, records[5].id)]
    assert [dataclasses.astuple(run) for run in made.runs] == runs
    assert (made.count, made.survey, made.mode) == (6, records[0].id, "official")
    assert made.root == manifest_of(records)["root"]
    with open_package(path) as package:
        assert package.manifest == made


def test_a_station_that_did_not_found_the_survey(path):
    survey = chained()[0].id
    records = [form(STRANGER, 1, "1", **header_of(STRANGER, survey))]
    write_package(path, STRANGER, survey, "official", lambda: iter(records))
    with open_package(path) as package:
        assert package.manifest.station == STRANGER.station
        assert list(package.records()) == records


def test_an_incarnation_may_be_lost_whole(path):
    survey = chained()[0].id
    records = [form(STATION, 1, "1", **header_of(STATION, survey) | {"incarnation": 3})]
    write_package(path, STATION, survey, "official", lambda: iter(records))
    with open_package(path) as package:
        assert [run.incarnation for run in package.manifest.runs] == [3]


def header_of(key, survey, **changes):
    given = {"survey": survey, "mode": "official", "station": key.station}
    return given | {"incarnation": 1, "seq": 1, "prev": "", "at": AT} | changes


FIRST, SECOND, THIRD = chained(2)
SURVEY = FIRST.id


def next_record(key=STATION, **changes):
    return form(key, 3, "1", **header_of(key, SURVEY, seq=4, prev=THIRD.id) | changes)


def founding(**changes):
    header = Header(**header_of(STATION, "") | changes)
    return write_record(STATION, header, FOUNDED, filled(FOUNDED))


WRONG = {
    "a gap": ([FIRST, THIRD], "record 2 of its station should stand here, not 3"),
    "one twice": ([FIRST, SECOND, SECOND], "record 3 of its station should stand here, not 2"),
    "the first missing": ([SECOND, THIRD], "record 1 of its station should stand here"),
    "a fork": ([FIRST, SECOND, THIRD, next_record(prev=SECOND.id)], "does not follow"),
    "a first with one before it": ([founding(prev=SURVEY)], "another survey"),
    "another station": ([FIRST, SECOND, THIRD, next_record(STRANGER)], "by another station"),
    "another survey": ([FIRST, SECOND, THIRD, next_record(survey="00" * 32)], "another survey"),
    "no survey": ([FIRST, SECOND, THIRD, next_record(survey="")], "another survey"),
    "a founding record that names a survey": ([founding(survey=SURVEY)], "another survey"),
    "a drill": ([FIRST, SECOND, THIRD, next_record(mode="drill")], "drill and official"),
    "incarnation 0": ([FIRST, next_record(incarnation=0)], "incarnation 0 cannot stand"),
    "an earlier incarnation": (
        [*chained(1, 1), next_record(incarnation=1, seq=3, prev=SECOND.id)],
        "incarnation 1 cannot stand behind 2",
    ),
    "a new incarnation from 2": (
        [FIRST, next_record(incarnation=2, seq=2, prev=FIRST.id)],
        "record 1 of its station should stand here",
    ),
    "a new incarnation with one before it": (
        [FIRST, next_record(incarnation=2, seq=1, prev=FIRST.id)],
        "does not follow",
    ),
}


@pytest.mark.parametrize(("records", "reason"), WRONG.values(), ids=WRONG)
def test_records_that_make_no_chain_are_not_written_and_not_taken(records, reason, path):
    with pytest.raises(PackageUnmadeError, match=reason):
        write_package(path, STATION, SURVEY, "official", lambda: iter(records))
    assert list(path.parent.glob("a*")) == []
    path.write_bytes(assembled(records, survey=SURVEY))
    assert refusal(path)


def test_only_a_founding_record_names_no_survey(path):
    lone = form(STATION, 1, "1", **header_of(STATION, ""))
    path.write_bytes(assembled([lone], survey=lone.id))
    assert "another survey" in refusal(path)


def test_there_are_two_modes_and_no_third(path):
    path.write_bytes(assembled([founding(mode="trial")], mode="trial"))
    assert "manifest is not well formed" in refusal(path)
    path.write_bytes(assembled([founding(mode="drill")], mode="drill"))
    open_package(path).close()


def test_a_founding_record_only_begins(path):
    """A record may name a survey that is founded later, in another incarnation; no package may."""
    late = founding(incarnation=2)
    early = form(STATION, 1, "1", **header_of(STATION, late.id))
    with pytest.raises(PackageUnmadeError, match="second founding"):
        write_package(path, STATION, late.id, "official", lambda: iter([early, late]))


def test_a_record_signed_by_another_key_is_found_in_reading_back(path):
    forged = dataclasses.replace(THIRD, signature=SECOND.signature)
    with pytest.raises(package_errors.PackageUnconfirmedError, match="signature is not its"):
        packed(path, [FIRST, SECOND, forged])
    assert not path.exists()


def test_a_body_that_is_signed_and_not_canonical_is_refused(path):
    body = SECOND.body.replace(b":", b": ", 1)
    signature = STATION.sign(signed_bytes(STATION.station, record_id(body)))
    loose = read_record(body, signature)
    path.write_bytes(assembled([FIRST, loose]))
    assert "record 2 is not sound (the body is not in canonical bytes)" in refusal(path)


def test_lines_beyond_the_count_are_not_read(path, monkeypatch):
    path.write_bytes(assembled([FIRST], lines=[line_of(FIRST)] * 1000))
    taken, real = [], package_reading._lines

    def lines(*arguments):
        for line in real(*arguments):
            taken.append(line)
            yield line

    monkeypatch.setattr(package_reading, "_lines", lines)
    assert "more or fewer records" in refusal(path)
    assert len(taken) == 5


def test_a_body_of_texts_without_encoding_is_refused(path):
    body = FIRST.body.replace(b'"title":"t"', b'"\\ud800":"t"')
    line = line_of(dataclasses.replace(FIRST, body=body))
    path.write_bytes(assembled([FIRST], lines=[line]))
    assert "not in canonical bytes" in refusal(path)


def test_what_a_file_says_reaches_the_terminal_short_and_plain(path):
    kind = "\\u001b[2J" + "x" * 5000
    body = SECOND.body.replace(b'"form.keyed"', f'"{kind}"'.encode())
    line = line_of(dataclasses.replace(SECOND, body=body))
    path.write_bytes(assembled([FIRST, SECOND], lines=[line_of(FIRST), line]))
    said = refusal(path)
    assert "unknown kind ?[2Jxxx" in said
    assert len(said) < 600


def test_an_empty_chain_is_nothing_to_hand_over(path):
    with pytest.raises(PackageUnmadeError, match="no record to hand over"):
        write_package(path, STATION, SURVEY, "official", lambda: iter([]))


def test_a_record_too_long_to_be_read_is_not_written(path, monkeypatch):
    monkeypatch.setattr(packages, "LONGEST_LINE", 800)
    with pytest.raises(PackageUnmadeError, match="record 2 is too long"):
        packed(path, chained(1, marks="1" * 600))
    assert not path.exists()


def test_a_manifest_too_long_to_be_read_is_not_written(path, monkeypatch):
    monkeypatch.setattr(packages, "LONGEST_MANIFEST", 600)
    with pytest.raises(PackageUnmadeError, match="too many recipients"):
        packed(path, chained(1), [RECIPIENT.public] * 3)


@pytest.mark.parametrize("there", ["file", "empty", "folder", "link"])
def test_nothing_that_is_there_is_overwritten(there, path):
    match there:
        case "folder":
            path.mkdir()
        case "link":
            path.symlink_to(path.with_name("nowhere"))
        case _:
            path.write_bytes(b"old" if there == "file" else b"")
    before = path.lstat()
    with pytest.raises(PackageExistsError):
        packed(path, chained(1))
    assert path.lstat() == before
    assert not path.with_name("nowhere").exists()


def test_of_many_writers_of_one_name_one_wins(path):
    ends, records = [], chained(20)

    def write():
        try:
            packed(path, records)
            ends.append("written")
        except PackageExistsError:
            ends.append("exists")

    writers = [threading.Thread(target=write) for _ in range(8)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert sorted(ends) == ["exists"] * 7 + ["written"]
    assert [left.name for left in path.parent.glob("a*")] == ["a.pkg"]
    open_package(path).close()


def test_a_folder_that_is_not_there(tmp_path):
    with pytest.raises(PackageUnwrittenError, match="No such file or directory"):
        packed(tmp_path / "gone" / "a.pkg", chained(1))


def test_no_room_for_the_private_copy(path, tmp_path, monkeypatch):
    packed(path, chained(1))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))
    assert "folder for temporary files" in refusal(path)


def test_a_file_that_shrinks_while_it_is_read(path, monkeypatch):
    packed(path, chained(1))
    whole, real = path.read_bytes(), package_reading._ends

    def ends(source):
        found = real(source)
        path.write_bytes(whole[:300])
        return found

    monkeypatch.setattr(package_reading, "_ends", ends)
    assert "changed while it was read" in refusal(path)


def test_memory_does_not_grow_with_the_package(path):
    records = chained(1500, marks="123" * 200)
    stored = [(record.body, record.signature) for record in records]
    tracemalloc.start()
    survey = records[0].id
    write_package(path, STATION, survey, "official", lambda: starmap(read_record, stored))
    with open_package(path) as package:
        assert sum(1 for _ in package.records()) == 1501
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert path.stat().st_size > 1_500_000
    assert peak < 500_000


SPEAKERS = {"BadPackageError", "WrongFileError", "BadRecordError"}


def templates(modules="package*.py"):
    """Every text that these modules may say, as an error or as its reason."""
    folder = Path(packages.__file__).parent
    for source in folder.glob(modules):
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(func=ast.Name(id=name), args=[ast.Constant(value=str(text)), *_]):
                    if name in SPEAKERS:
                        yield text
                case ast.Assign(
                    targets=[ast.Name(id="message")], value=ast.Constant(value=str(text))
                ):
                    yield text


@pytest.mark.parametrize("text", sorted(set(templates())))
def test_a_text_has_its_chinese_with_the_same_fields(text):
    said = words_for(CHINESE)(text)
    assert said != text
    assert set(re.findall(r"{\w+}", said)) == set(re.findall(r"{\w+}", text))


def test_no_chinese_outlives_its_text():
    assert set(tomllib.loads(WORDS.read_text(encoding="utf-8"))) <= set(templates("*.py"))


def test_a_refusal_is_said_in_chinese_to_its_end(path):
    path.mkdir()
    with pytest.raises(PackageRefusedError) as caught:
        open_package(path)
    said = f"{path} 未予接收，未取用其中任何内容：这是文件夹，请指明其中的数据包。"
    assert caught.value.sentence(words_for(CHINESE)) == said


def test_a_record_s_fault_is_said_in_chinese_to_its_end(path):
    path.write_bytes(assembled([FIRST, SECOND], lines=[line_of(FIRST), line_of(THIRD)]))
    with pytest.raises(PackageRefusedError) as caught:
        open_package(path)
    said = caught.value.sentence(words_for(CHINESE))
    assert "第 2 条记录有误（此处应为该站第 2 条记录，不应为第 3 条）" in said


def test_what_the_system_says_is_translated_too(path):
    error = package_errors.BadPackageError("it cannot be read ({reason})", reason="x y")
    refused = PackageRefusedError(error, path=path)
    said = refused.sentence(lambda text: text.replace("x y", "磁盘"))
    assert "it cannot be read (磁盘)" in said
