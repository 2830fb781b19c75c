"""The operation log: every record once, the newest first, with what it concerns."""

from desktop.actions import sealing, stations
from desktop.actions.approving import approve_plan
from desktop.actions.deductions import correct_deduction, enter_deduction
from desktop.actions.issuing import Issue, enter_issue
from desktop.actions.merging import revoke
from desktop.actions.network import note_network
from desktop.actions.promises import enter_pledge
from desktop.actions.rule_sets import choose_rules
from desktop.actions.rulings import doubt_form
from desktop.log_texts import HEADS, kind_text, local_time, log_row
from desktop.store import kinds, ledger_queries, log_queries
from desktop.store.ledgers import DEDUCTIONS
from desktop.store.log_queries import log_lines
from desktop.words import CHINESE, ENGLISH, words_for
from tests import year_lines as made
from tests.gui.office import PEOPLE
from tests.stations import Centre, record_count

ZH, EN = words_for(CHINESE), words_for(ENGLISH)


def centre_at_work(tmp_path):
    centre = Centre(tmp_path / "c", 1, operators=PEOPLE, batches={"B001": 2})
    (station,) = centre.stations
    station.key(1, operator="C01")
    with station.open() as survey:
        doubt_form(survey, "B001", 1, note="涂改", operator="C01")
    centre.merge(station, operator="Z01")
    return centre


def test_every_record_stands_in_it_the_newest_first(tmp_path):
    centre = centre_at_work(tmp_path)
    with centre.opened(write=False) as survey:
        lines = log_lines(survey)
        assert len(lines) == record_count(survey)
    assert [line.number for line in lines] == sorted((line.number for line in lines), reverse=True)
    assert lines[-1].kind == kinds.FOUNDED


def test_a_line_says_who_did_what_where_and_to_what(tmp_path):
    centre = centre_at_work(tmp_path)
    with centre.opened(write=False) as survey:
        held = {line.kind: line for line in log_lines(survey)}
    form, doubt = held[kinds.FORM], held[kinds.DOUBTED]
    assert (form.station, form.operator, form.about) == ("S1", "C01", "B001-001")
    assert (doubt.about, doubt.reason) == ("B001-001", "涂改")
    assert held[kinds.BATCH].about == "B001"
    assert held[kinds.OPERATOR].about in PEOPLE
    assert held[kinds.ADMITTED].about == "S1"
    assert held[kinds.MERGED].about.endswith(".pyp")
    assert held[kinds.MERGED].operator == "Z01"


def test_nothing_of_what_was_marked_is_in_it(tmp_path):
    centre = centre_at_work(tmp_path)
    with centre.opened(write=False) as survey:
        (keying,) = survey.records_of(kinds.FORM)
        lines = log_lines(survey)
    assert keying.data["marks"]
    assert not [line for line in lines if keying.data["marks"] in repr(line)]


def test_lists_and_names_that_look_like_lists_are_told_apart(tmp_path):
    centre = Centre(tmp_path / "c", 1, operators=PEOPLE)
    with centre.opened() as survey:
        approve_plan(survey, ["王主任", "李局长"], operator="Z01")
        note_network(survey, ["eth0", "wlan0"], operator="Z01")
        enter_issue(
            survey,
            Issue("C1", "issued", 5, "2006-05-08", "甲", "乙", note="[一捆"),
            operator="Z01",
        )
        issued, network, approved = log_lines(survey)[:3]
    assert approved.about == "王主任 李局长"
    assert network.about == "eth0 wlan0"
    assert (issued.about, issued.reason) == ("C1", "[一捆")


def test_a_suspended_station_has_its_name(tmp_path):
    centre = Centre(tmp_path / "c", 1)
    with centre.opened() as survey:
        stations.suspend(survey, "S1", reason="硬盘损坏")
        line = log_lines(survey)[0]
    assert (line.kind, line.about, line.reason) == (kinds.SUSPENDED, "S1", "硬盘损坏")


def test_a_revoked_import_and_what_it_leaves_aside(tmp_path):
    centre = centre_at_work(tmp_path)
    with centre.opened() as survey:
        merged = next(line for line in log_lines(survey) if line.kind == kinds.MERGED)
        revoke(survey, merged.record, reason="误合并")
        lines = log_lines(survey)
    assert (lines[0].kind, lines[0].about) == (kinds.REVOKED, merged.record[:12])
    assert lines[0].reason == "误合并"
    form = next(line for line in lines if line.kind == kinds.FORM)
    assert form.aside
    assert ZH(form.aside) != form.aside


def test_a_seal_names_its_edition_and_the_second_person(tmp_path):
    centre = Centre(tmp_path / "c", 1, operators=PEOPLE, batches={"B001": 1})
    with centre.opened() as survey:
        waivers = [sealing.Waiver(p.place, "缺", "J01") for p in sealing.obstacles(survey)]
        sealing.seal(survey, waivers=waivers, second="J01", operator="Z01")
        line = log_lines(survey)[0]
    assert (line.kind, line.about, line.second) == (kinds.SEALED, "1", "J01")


def test_a_line_of_the_year_is_named_by_its_unit_its_rule_and_its_number(tmp_path):
    centre = Centre(tmp_path / "c", 1, operators=PEOPLE)
    with centre.opened() as survey:
        choose_rules(survey, made.RULES, operator="Z01")
        begun = enter_deduction(survey, made.ENTRY, operator="Z01")
        (line,) = ledger_queries.lines(survey, DEDUCTIONS)
        correct_deduction(survey, line, made.ENTRY, operator="Z01")
        enter_pledge(survey, made.PLEDGE, operator="Z01")
        pledge, mended, entered = log_lines(survey)[:3]
    assert mended.about == entered.about == f"A1 4-5 {begun.id[:8]}"
    assert pledge.about == f"A2 {pledge.record[:8]}"


def test_every_kind_of_record_has_a_name_in_both_languages():
    for kind in kinds.KINDS:
        assert kind_text(kind, EN) != kind
        assert kind_text(kind, ZH) != kind_text(kind, EN), kind


def test_a_row_has_a_text_for_every_heading(tmp_path):
    centre = centre_at_work(tmp_path)
    with centre.opened(write=False) as survey:
        rows = [log_row(line, ZH) for line in log_lines(survey)]
    assert {len(row) for row in rows} == {len(HEADS)}
    assert all(ZH(head) != head for head in HEADS)


def test_a_station_nobody_named_is_the_first_digits_of_its_key(tmp_path):
    centre = Centre(tmp_path / "c", 1)
    with centre.opened(write=False) as survey:
        about = [None] * (len(log_queries._ABOUT) - 6)
        about[log_queries._ABOUT.index("station")] = "ab" * 32  # type: ignore[call-overload]
        assert log_queries._about(about, {}) == "abababab"
        assert survey


def test_times_are_written_to_the_second():
    assert len(local_time("2006-05-08T08:30:15Z")) == len("2006-05-08 08:30:15")
