"""T50: the independent verifier on surveys of several stations, packages and whole archives.

Everything is made through the acts; the verifier shares no code with them, so what both agree on
was computed twice.
"""

import base64
import dataclasses
import hashlib
import json
import random
import shutil
import sqlite3
from contextlib import closing
from typing import Any

import pytest

from desktop.actions import merging, sealing, stations
from desktop.actions.archiving import begin_archive, write_sums
from desktop.actions.closing import close_batch
from desktop.actions.counting import count_survey, results_file
from desktop.actions.rulings import doubt_form, rule_form
from desktop.actions.second_keying import blind_forms, key_second, rekey
from desktop.store import station_queries
from desktop.store.canonical import record_id
from desktop.store.keys import StationKey
from desktop.store.packages import open_package
from desktop.store.records import Header, write_record
from desktop.store.survey_file import open_survey
from desktop.tally.form import Form
from tests.packages import (
    RECIPIENT,
    STATION,
    STRANGER,
    assembled,
    chained,
    closed,
    flips,
    line_of,
    packed,
    without_end,
)
from tests.stations import Centre
from tests.surveys import KEY as KEY_HEX
from tests.surveys import keyed
from tests.tampering import insertion, tamper
from tools import verify_pingyi as tool

OPERATORS = {
    "a": ["clerk"],
    "b": ["clerk", "checker"],
    "s": ["supervisor"],
    "j": ["scrutineer"],
}


def worked(root, **options):
    """Two stations that keyed one form each their way, and second keyings that differ."""
    centre = Centre(root, operators=OPERATORS, batches={"B001": 12}, **options)
    one, two = centre.stations
    one.key(*range(1, 9), operator="a")
    two.key(*range(8, 13), marks="213213", operator="b")
    with two.open() as survey:
        key_second(survey, Form("B001", 1, "222222"), operator="b")
        key_second(survey, Form("B001", 2, "322222"), operator="b")
        key_second(survey, Form("B001", 3, "113123"), operator="b")
        close_batch(survey, "B001", reason="其余在另一台", operator="s")
    centre.merge(one, two)
    centre.tell(one)
    return centre


def settled(centre):
    """Everything that waited is looked at again or ruled on."""
    with centre.opened() as survey:
        assert {held.number for held in blind_forms(survey)} == {2, 3}
        rekey(survey, Form("B001", 3, "113123"), operator="a")
        rekey(survey, Form("B001", 2, "332222"), operator="a")
        doubt_form(survey, "B001", 9, note="涂改")
        ruled = {1: {1: "222222"}, 2: {2: "332222"}, 8: {8: "213213"}, 9: {}}
        ruled[10] = {10: "111111", 9: ""}
        for number, outcomes in ruled.items():
            forms = [Form("B001", at, held, "" if held else "V2") for at, held in outcomes.items()]
            rule_form(survey, "B001", number, forms, reason="看卷", second="j", operator="s")
    return centre


def results_at(centre, path):
    with centre.opened(write=False) as survey:
        path.write_bytes(results_file(count_survey(survey)))
    return path


def said(*paths, key=None):
    return tool.verify(paths, key).wrongs


def test_t50_a_survey_of_several_stations_is_counted_anew(tmp_path):
    centre = worked(tmp_path)
    out = results_at(centre, tmp_path / "results.json")
    assert said(centre.supervisor.path, out) == []
    settled(centre)
    assert said(centre.supervisor.path, out) != []
    assert said(centre.supervisor.path, results_at(centre, out)) == []
    assert json.loads(out.read_bytes())["forms"]["valid"] > 8


def test_t50_a_station_s_own_file_passes_and_gives_no_figure(tmp_path):
    centre = worked(tmp_path)
    out = results_at(centre, tmp_path / "results.json")
    for station in centre.stations:
        report = tool.verify([station.path])
        assert report.wrongs == []
        assert any("a station's own file" in line for line in report.lines)
        assert said(station.path, out)


def test_t50_revoked_imports_sleep_and_come_back(tmp_path):
    centre = worked(tmp_path)
    out = tmp_path / "results.json"
    seen = set()
    with centre.opened() as survey:
        (imported,) = [held.record for held in station_queries.imports(survey)]
        target = imported
    for _ in range(4):
        with centre.opened() as survey:
            target = merging.revoke(survey, target, reason="试")
        assert said(centre.supervisor.path, results_at(centre, out)) == []
        seen.add(out.read_bytes())
    assert len(seen) == 2


def test_t50_a_form_in_doubt_counts_as_nothing(tmp_path):
    centre = Centre(tmp_path, 0)
    centre.supervisor.key(1, 2, 3)
    with centre.opened() as survey:
        doubt_form(survey, "B001", 2, note="涂改")
    assert said(centre.supervisor.path, results_at(centre, tmp_path / "results.json")) == []


def test_t50_a_second_keying_by_the_first_keyer_settles_nothing(tmp_path):
    centre = Centre(tmp_path, operators=OPERATORS)
    one, two = centre.stations
    one.key(1, 2, operator="a")
    with two.open() as survey:
        key_second(survey, Form("B001", 1, "333333"), operator="a")
        key_second(survey, Form("B001", 2, "111111"), operator="b")
    centre.merge(one, two)
    path = centre.supervisor.path
    assert said(path, results_at(centre, tmp_path / "results.json")) == []
    found = tool.check_survey(path, path.name, tool.Report())
    assert found
    stages = {number: form.stage for (_, number), form in found.state.forms.items()}
    assert stages == {1: "single", 2: "differing"}


def test_t50_a_record_without_authority_counts_for_nothing_and_replaces_nothing(tmp_path):
    """By a scrutineer and by somebody unknown, with a program that asks nobody."""
    centre = Centre(tmp_path, 1, operators=OPERATORS)
    (one,) = centre.stations
    (held,) = one.key(1, operator="a")
    with one.open() as survey, survey.transaction():
        for number, operator in ((1, "j"), (2, "nobody"), (3, "s")):
            fields = {**held.data, "number": number, "marks": "333333"}
            survey.append(held.kind, fields, operator=operator, parents=[held.id])
    centre.merge(one)
    path = centre.supervisor.path
    assert said(path, results_at(centre, tmp_path / "results.json")) == []
    found = tool.check_survey(path, path.name, tool.Report())
    assert found
    assert list(found.state.forms) == [("B001", 1)]
    assert len(found.state.ignored) == 3


def test_t50_a_forked_and_a_restarted_station_pass_and_are_told(tmp_path):
    centre = Centre(tmp_path, 1)
    (one,) = centre.stations
    one.key(1, 2)
    twin = one.copied(tmp_path / "twin")
    lost = one.path.read_bytes()
    one.key(3, 4)
    twin.key(5, 6)
    centre.merge(one, twin)
    one.path.write_bytes(lost)
    stations.restart(one.path, reason="磁盘", home=one.home).close()
    one.key(7)
    centre.merge(one.path)
    report = tool.verify([centre.supervisor.path, results_at(centre, tmp_path / "results.json")])
    assert report.wrongs == []
    assert any("forked" in line for line in report.lines)
    assert centre.forms().keys() == {f"B001-{number:03d}" for number in range(1, 8)}


def test_t50_a_gap_is_told_and_stands_against_a_seal(tmp_path):
    centre = Centre(tmp_path, 1, operators=OPERATORS)
    (one,) = centre.stations
    one.key(1, 2)
    whole = one.path.read_bytes()
    one.key(3)
    one.path.write_bytes(whole)
    stations.restart(one.path, reason="磁盘", home=one.home).close()
    one.key(4)
    centre.merge(one.path)
    sealed(centre)
    report = tool.verify([centre.supervisor.path])
    assert report.wrongs == []
    assert any("never came" in line for line in report.lines)
    found = tool.check_survey(centre.supervisor.path, "a.pingyi", tool.Report())
    assert found
    assert "S1/1" in tool.obstacles(found.state)


# Seals


def sealed(centre):
    with centre.opened() as survey:
        waivers = [
            sealing.Waiver(problem.place, "缺", "j") for problem in sealing.obstacles(survey)
        ]
        return sealing.seal(survey, waivers, operator="s")


def test_t50_the_hash_under_every_seal_is_counted_anew(tmp_path):
    centre = settled(worked(tmp_path))
    first = results_at(centre, tmp_path / "1.json")
    sealed(centre)
    with centre.opened() as survey:
        sealing.unseal(survey, reason="补一份", second="j", operator="s")
        rule_form(survey, "B001", 9, [], reason="再看", second="j", operator="s")
    second = results_at(centre, tmp_path / "2.json")
    sealed(centre)
    assert first.read_bytes() != second.read_bytes()
    report = tool.verify([centre.supervisor.path, first, second])
    assert report.wrongs == []
    assert sum("sealed edition" in line for line in report.lines) == 2


FORGED = {
    "another hash": {"results": "00" * 32},
    "a record that is not there": {
        "heads": [{"station": "a", "incarnation": 1, "last": 1, "head": "00" * 32}]
    },
    "no waiver": {"waivers": []},
}


@pytest.mark.parametrize("change", FORGED.values(), ids=FORGED)
def test_t50_a_seal_that_says_otherwise_than_its_records_is_found(tmp_path, change):
    """Signed by the supervisor's own key, by another program."""
    centre = worked(tmp_path)
    with centre.opened() as survey:
        heads = station_queries.chain_heads(survey)
        waivers = [
            {"place": p.place, "reason": "缺", "second": "j"} for p in sealing.obstacles(survey)
        ]
        good = {
            "edition": 1,
            "heads": heads,
            "results": count_survey(survey).hash,
            "waivers": waivers,
            "second": "",
        }
        with survey.transaction():
            survey.append("survey.sealed", good | change)
    (wrong,) = said(centre.supervisor.path)
    assert "seal of edition 1" in wrong


def test_t50_whatever_follows_a_seal_but_its_opening_is_found(tmp_path):
    centre = settled(worked(tmp_path))
    seal = sealed(centre)
    with open_survey(centre.supervisor.path, home=centre.supervisor.home) as survey:
        key = centre.supervisor.home.station_key(survey.id)
        count = len(list(survey.records()))
    header = Header(
        seal.header.survey, "official", key.station, 1, seal.header.seq + 1, seal.id, "x"
    )
    late = write_record(key, header, "recipient.added", {"key": "00" * 32, "name": "x"})
    tamper(centre.supervisor.path, insertion(count + 1, late))
    assert "not opened again" in "".join(said(centre.supervisor.path))


# T41: rows changed, added or deleted


@pytest.fixture(scope="module")
def finished(tmp_path_factory):
    root = tmp_path_factory.mktemp("finished")
    centre = settled(worked(root))
    return centre.supervisor.path.read_bytes(), results_at(centre, root / "results.json")


@pytest.fixture
def copy(finished, tmp_path):
    path = tmp_path / "a.pingyi"
    path.write_bytes(finished[0])
    return path


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        (
            "UPDATE record SET body = replace(body, '213213', '213212') WHERE kind = 'form.keyed'",
            "signature",
        ),
        ("UPDATE record SET signature = zeroblob(64) WHERE number = 20", "signature"),
        ("UPDATE record SET station = 'x' WHERE number = 20", "a column"),
        ("UPDATE record SET seq = 99 WHERE number = 20", "a column"),
        ("UPDATE record SET id = printf('%064d', 1) WHERE number = 20", "id"),
        ("DELETE FROM record WHERE number = 20", "record 20 is missing"),
        ("UPDATE record SET number = 999 WHERE number = 20", "missing"),
        (
            "DELETE FROM record WHERE number = (SELECT max(number) FROM record WHERE kind ="
            " 'batch.drawn')",
            "missing",
        ),
    ],
)
def test_t50_a_changed_row_is_found(copy, statement, message):
    tamper(copy, statement)
    wrong = said(copy)
    assert wrong
    assert message in "\n".join(wrong)


def test_t50_rows_deleted_with_the_rest_moved_up_are_found(copy):
    """The end of a station's chain, and a whole station."""
    whole = copy.read_bytes()
    founder = "(SELECT station FROM record WHERE number = 1)"
    last = f"(SELECT max(number) FROM record WHERE station <> {founder})"
    for deleted in (
        f"number = {last}",
        f"station = (SELECT station FROM record WHERE number = {last})",
        f"station <> {founder}",
    ):
        copy.write_bytes(whole)
        tamper(copy, f"DELETE FROM record WHERE {deleted}", *moved_up(copy, deleted))
        report = tool.verify([copy])
        told = "\n".join(report.lines)
        assert "an import brought record" in told or "a station's own file" in told, deleted


def moved_up(path, deleted):
    with closing(sqlite3.connect(path)) as db:
        query = f"SELECT number FROM record WHERE NOT ({deleted}) ORDER BY number"
        kept = [number for (number,) in db.execute(query)]
    return [("UPDATE record SET number = ? WHERE number = ?", pair) for pair in enumerate(kept, 1)]


def test_t50_a_station_deleted_never_leaves_figures(copy, finished):
    founder = "(SELECT station FROM record WHERE number = 1)"
    last = f"(SELECT max(number) FROM record WHERE station <> {founder})"
    deleted = f"station = (SELECT station FROM record WHERE number = {last})"
    tamper(copy, f"DELETE FROM record WHERE {deleted}", *moved_up(copy, deleted))
    assert said(copy, finished[1])


def stranger_s(path, **changes):
    """A form by a station that nobody admitted."""
    with open_survey(path) as survey:
        held = list(survey.records())
    form = next(record for record in held if record.kind == "form.keyed")
    header = Header(survey.id, "official", STRANGER.station, 1, 1, "", "x")
    return len(held) + 1, write_record(STRANGER, header, form.kind, {**form.data, **changes})


def test_t50_a_stranger_s_chain_is_found(copy):
    number, made = stranger_s(copy, number=99)
    tamper(copy, insertion(number, made))
    assert "no import brought the records" in "\n".join(said(copy))


def test_t50_a_station_s_chain_written_on_behind_its_import_is_found(tmp_path):
    """By whoever holds the station's key: what was never merged counts for nothing."""
    centre = worked(tmp_path)
    one = centre.stations[0]
    (record,) = [r for r in one.key(12, operator="a") if r.kind == "form.keyed"]
    with centre.opened(write=False) as survey:
        count = len(list(survey.records()))
        held = {r.id for r in survey.records()}
    with one.open() as station:
        new = [r for r in station.own_records() if r.id not in held]
    assert record in new
    tamper(centre.supervisor.path, *(insertion(count + at, r) for at, r in enumerate(new, 1)))
    assert "no import brought the records" in "\n".join(said(centre.supervisor.path))


def test_t50_a_mark_changed_and_its_id_made_again_is_not_signed(copy):
    with open_survey(copy) as survey:
        held = next(r for r in survey.records() if r.kind == "form.keyed")
    body = held.body.replace(b'"marks":"', b'"marks":"3', 1)
    change = (
        "UPDATE record SET body = ?, id = ? WHERE id = ?",
        (body.decode(), record_id(body), held.id),
    )
    tamper(copy, change)
    assert "signature" in "\n".join(said(copy))


def test_t50_a_record_lost_from_the_supervisor_s_own_chain_is_found(copy):
    lost = "number = (SELECT max(number) FROM record WHERE kind = 'form.ruled')"
    tamper(copy, f"DELETE FROM record WHERE {lost}", *moved_up(copy, lost))
    tamper(copy, "DELETE FROM record WHERE number = 5", *moved_up(copy, "number = 5"))
    assert "of its chain is missing before it" in "\n".join(said(copy))


ODD: dict[str, tuple[dict[str, Any], dict[str, Any], str]] = {
    "another survey": ({"survey": "00" * 32}, {}, "another survey"),
    "another mode": ({"mode": "drill"}, {}, "do not mix"),
    "another number": ({"seq": 9}, {}, "another seq"),
    "marks of no plan": ({}, {"marks": "999999"}, "does not know"),
    "too few marks": ({}, {"marks": "1"}, "cells"),
    "no such pass": ({}, {"pass": 3}, "no such pass"),
    "no such reason": ({}, {"void": "V99"}, "void reason"),
    "no such number": ({}, {"number": 0}, "no form number"),
}


@pytest.mark.parametrize(("header", "data", "message"), ODD.values(), ids=ODD)
def test_t50_what_no_program_writes_is_found_though_the_supervisor_signed_it(
    tmp_path, header, data, message
):
    path = tmp_path / "a.pingyi"
    keyed(path, ["111111", "222222"]).close()
    with open_survey(path) as survey:
        last = list(survey.records())[-1]
    held = last.header
    whole = dataclasses.replace(held, seq=held.seq + 1, prev=last.id)
    made = write_record(
        StationKey.from_hex(KEY_HEX),
        dataclasses.replace(whole, **header),
        last.kind,
        {**last.data, "number": 3, **data},
    )
    tamper(path, insertion(held.seq + 1, made))
    assert message in "\n".join(said(path))


def test_t50_every_wrong_thing_is_named(copy):
    tamper(copy, *(f"UPDATE record SET seq = 99 WHERE number = {at}" for at in (5, 9, 30)))
    wrong = "\n".join(said(copy))
    assert all(f"record {at}:" in wrong for at in (5, 9, 30))


# T27: one bit flipped


def log_of(path):
    try:
        with closing(sqlite3.connect(path)) as db:
            db.text_factory = bytes
            # damage in the definition of another table leaves the log as it was
            db.execute("PRAGMA writable_schema = ON")
            rows = db.execute("SELECT * FROM record ORDER BY number").fetchall()
            return rows, db.execute("PRAGMA application_id").fetchone()
    except (sqlite3.Error, UnicodeDecodeError):
        return None


def test_t50_every_bit_flipped_that_changes_the_log_is_found(copy):
    whole, expected, choice = copy.read_bytes(), log_of(copy), random.Random(50)
    assert said(copy) == []
    changed = found = 0
    for _ in range(900):
        at, bit = choice.randrange(len(whole)), 1 << choice.randrange(8)
        copy.write_bytes(whole[:at] + bytes([whole[at] ^ bit]) + whole[at + 1 :])
        if log_of(copy) != expected:
            changed += 1
            found += bool(said(copy))
    assert changed > 50
    assert found == changed


# T15 and T18: packages


RECORDS = chained(2)


@pytest.fixture(params=["plain", "encrypted"])
def package(request, tmp_path):
    path = tmp_path / "a.pyp"
    packed(path, RECORDS, [RECIPIENT.public] if request.param == "encrypted" else [])
    return path


KEY = bytes.fromhex(RECIPIENT.hex())


def refused(content, key=KEY):
    report = tool.Report()
    package = tool.check_package(content, key, "a.pyp", report)
    assert (package is None) == bool(report.wrongs)
    return report.wrongs


def test_t50_sound_packages_pass(package):
    assert refused(package.read_bytes()) == []
    with open_package(package, RECIPIENT) as held:
        ids = [record.id for record in held.records()]
    found = tool.check_package(package.read_bytes(), KEY, "a.pyp", tool.Report())
    assert found
    assert [record["id"] for record in found.records] == ids


def test_t50_an_encrypted_package_without_its_key_is_checked_as_far_as_it_goes(tmp_path):
    path = tmp_path / "a.pyp"
    packed(path, RECORDS, [RECIPIENT.public])
    for key in (None, bytes([0x33]) * 32):
        report = tool.verify([path], key)
        assert report.wrongs == []
        assert any("its records were not read" in line for line in report.lines)
    path.write_bytes(path.read_bytes()[:-100])
    assert said(path)


def test_t50_an_encrypted_line_dropped_or_in_other_base64_is_found_without_the_key(tmp_path):
    path = tmp_path / "a.pyp"
    packed(path, chained(1, marks="1" * 10), [RECIPIENT.public])
    *head, last = without_end(path.read_bytes()).splitlines(keepends=True)
    at = len(last.rstrip(b"=\n")) - 1
    same = last[:at] + bytes([last[at] + 1]) + last[at + 1 :]
    assert base64.b64decode(same) == base64.b64decode(last) != b""
    for lines in (head, [*head, same], [*head, last, last]):
        assert refused(closed(b"".join(lines)), None)
    assert refused(closed(b"".join([*head, last])), None) == []


def test_t50_every_byte_of_a_package_flipped_is_found(package):
    for changed in flips(package.read_bytes()):
        assert refused(changed)
        assert refused(changed, None)


def test_t50_every_byte_flipped_and_the_closing_line_made_again_is_found(package):
    for changed in flips(without_end(package.read_bytes())):
        assert refused(closed(changed))


def test_t50_a_package_cut_anywhere_is_found(package):
    whole = package.read_bytes()
    for length in range(len(whole)):
        assert refused(whole[:length])
    lines = without_end(whole).splitlines(keepends=True)
    for count in range(len(lines)):
        assert refused(closed(b"".join(lines[:count])))


def test_t50_records_of_a_package_exchanged_are_found(package):
    *head, first, second, third = without_end(package.read_bytes()).splitlines(keepends=True)
    for lines in ([first, third, second], [first, second, second], [second, first, third]):
        assert refused(closed(b"".join([*head, *lines])))


EDITS: dict[str, Any] = {
    "survey": "00" * 32,
    "mode": "drill",
    "station": STRANGER.station,
    "count": 4,
    "root": "00" * 32,
    "runs": [{"incarnation": 1, "first": 1, "last": 3, "head": "00" * 32}],
    "recipients": [{"key": "22" * 32, "ephemeral": "22" * 32, "sealed": "22" * 48}],
    "format": 0,
    "more": 1,
}


@pytest.mark.parametrize("name", EDITS)
def test_t50_a_manifest_edited_is_found_though_its_own_station_signed_it(name):
    assert refused(assembled(RECORDS, **{name: EDITS[name]}))
    assert refused(assembled(RECORDS, key=STRANGER, station=STRANGER.station, program="2"))
    assert refused(assembled(RECORDS, program="2")) == []


def test_t50_lines_of_a_package_in_other_bytes_are_found():
    first, second, third = map(line_of, RECORDS)
    for lines in (
        [first, second],
        [first, second, third, third],
        [first, second, third[:128].upper() + third[128:]],
        [first, second, third.replace(b" ", b"  ", 1)],
        [first, second, third.replace(b":", b": ", 1)],
    ):
        assert refused(assembled(RECORDS, lines=lines))


def test_t50_a_body_in_other_bytes_is_found_though_its_own_station_signed_it():
    body = json.dumps(json.loads(RECORDS[1].body), sort_keys=True).encode()
    public = bytes.fromhex(STATION.station)
    digest = hashlib.sha256(b"pingyi/record/1\n" + body).digest()
    signature = STATION.sign(b"pingyi/signature/1\n" + public + digest)
    with pytest.raises(tool.WrongError, match="canonical"):
        tool.read_record(body, signature)


def test_t50_a_key_is_read_however_it_is_written(tmp_path):
    path = tmp_path / "key"
    texts = [
        RECIPIENT.hex(),
        json.dumps({"private_key": RECIPIENT.hex()}),
        "EIRC " * 12 + "EIRA HUL2",
    ]
    for text in texts:
        path.write_text(text, encoding="utf-8")
        assert tool.read_key(path) == KEY
    path.write_text("EIRC " * 12 + "EIRA HUL3", encoding="utf-8")
    with pytest.raises(tool.WrongError):
        tool.read_key(path)


# Archives


@pytest.fixture(scope="module")
def archived(tmp_path_factory):
    root = tmp_path_factory.mktemp("archived")
    centre = settled(worked(root))
    sealed(centre)
    folder = root / "archive"
    with centre.opened() as survey:
        receipts, failed = merging.write_receipts(survey, [root])
        assert not failed
        begin_archive(survey, folder, [root / "station-1", root / "station-2"])
    shutil.copyfile(receipts[0], folder / receipts[0].name)
    write_sums(folder)
    return folder


@pytest.fixture
def archive(archived, tmp_path):
    folder = tmp_path / "archive"
    shutil.copytree(archived, folder)
    return folder


def test_t50_a_whole_archive_passes(archive, capsys):
    assert tool.main([str(archive)]) == 0
    shown = capsys.readouterr().out
    assert "figures counted anew: equal" in shown
    assert "Nothing is wrong." in shown


@pytest.mark.parametrize("which", ["*.pingyi", "packages/*.pyp", "results.json", "PY*-R*.pyp"])
@pytest.mark.parametrize("listed", [False, True], ids=["as it is", "and the list made again"])
def test_t50_one_bit_flipped_in_an_archive_is_found(archive, which, listed):
    """Without the list of hashes too, where it changes what the file says."""
    path = next(archive.glob(which))
    whole = path.read_bytes()
    at = whole.rindex(b'"') - 3
    path.write_bytes(whole[:at] + bytes([whole[at] ^ 4]) + whole[at + 1 :])
    if listed:
        write_sums(archive)
    wrong = "\n".join(said(archive))
    assert path.name in wrong


def test_t50_a_document_changed_in_an_archive_is_found(archive):
    path = archive / "FORMAT.md"
    path.write_bytes(path.read_bytes() + b"\n")
    assert "FORMAT.md: it is not the file that was archived" in "\n".join(said(archive))


def test_t50_files_missing_added_and_unlisted_are_named(archive):
    (archive / "more.txt").write_text("x", encoding="utf-8")
    next(archive.glob("packages/*.pyp")).unlink()
    wrong = "\n".join(said(archive))
    assert "more.txt: it is here and not listed" in wrong
    assert "it is listed and not here" in wrong
    (archive / "SHA256SUMS").unlink()
    assert "SHA256SUMS" in "\n".join(said(archive))


def test_t50_a_survey_cut_behind_its_receipt_is_found(archive):
    """Who rewrites the list and the results still has the sticks against him."""
    path = next(archive.glob("*.pingyi"))
    tamper(path, "DELETE FROM record WHERE number = (SELECT max(number) FROM record)")
    with open_survey(path) as survey:
        (archive / "results.json").write_bytes(results_file(count_survey(survey)))
    write_sums(archive)
    assert "it was cut" in "\n".join(said(archive))


def test_t50_another_survey_put_into_an_archive_is_found(archive, tmp_path):
    """Founded by a stranger, with results and list of its own: the sticks are of the first."""
    path = next(archive.glob("*.pingyi"))
    with keyed(tmp_path / "b.pingyi", ["111111"], key="99" * 32) as other:
        (archive / "results.json").write_bytes(results_file(count_survey(other)))
    shutil.copyfile(tmp_path / "b.pingyi", path)
    write_sums(archive)
    wrong = "\n".join(said(archive))
    assert "it is of another survey than the archive" in wrong


def test_t50_results_or_survey_missing_from_an_archive_are_missed(archive):
    (archive / "results.json").unlink()
    write_sums(archive)
    assert "results.json: it is missing" in "\n".join(said(archive))
    for path in archive.glob("*.pingyi"):
        path.unlink()
    write_sums(archive)
    assert "no survey file" in "\n".join(said(archive))


def test_t50_what_is_no_package_nor_survey_is_told_and_not_a_crash(tmp_path):
    for name, content in {
        "a.pyp": b"",
        "b.pyp": b"\0" * 99,
        "c.pingyi": b"x",
        "d.json": b"{}",
    }.items():
        path = tmp_path / name
        path.write_bytes(content)
        assert said(path)
    assert said(tmp_path / "nothing.pingyi")
    assert tool.main([str(tmp_path / "a.pyp")]) == 1
