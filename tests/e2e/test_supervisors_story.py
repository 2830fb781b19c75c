"""A survey from a workbook of agencies to sealed papers, in three windows and without a command.

The windows are the real program on a virtual screen. Pictures of every step and the log of the
story go to the folder named by `PINGYI_E2E_OUT`, else to the test's own.
"""

from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.e2e import at_the_office as office
from tests.e2e import at_the_stations as stations
from tests.e2e.counting_by_hand import counted
from tests.e2e.eyes import opened_eyes
from tests.e2e.papers_read import check_results, check_sheet, check_tables
from tests.e2e.person import Person
from tests.e2e.program import Laptop, started
from tests.e2e.story import told

NORTH = ("121133", "11122*", "2121*1", "v1")
"""First keyings of B001, by Li; the last form is void."""
NORTH_AGAIN = ("121133", "11122*", "212131", "v1")
"""By Chen: in the third form one cell differs."""
LOOKED_AGAIN = "2"
"""What Li sees in that cell when it comes back to him."""
SOUTH = ("322112", "213203", "111112")
"""B002, first by Chen and then by Li."""
STRAY = "111212"
"""Li's keying of the third form of B002, from a paper that lay in the wrong pile."""
SETTLED = ("121133", "11122x", "212131", *SOUTH)
"""The valid forms after the rulings: Chen's cell in one, the paper's in the other."""


@dataclass(frozen=True)
class Joined:
    """A station: its file, its first package, and the code that its screen shows."""

    file: Path
    package: Path
    code: str


@pytest.fixture
def laptops(tmp_path):
    return [Laptop.made(tmp_path / name) for name in ("office", "north", "south")]


@pytest.fixture
def stick(tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def test_a_survey_from_a_workbook_to_sealed_papers(tmp_path, laptops, stick):
    desk, north, south = laptops
    with told(tmp_path) as story, ExitStack() as stack, story.to_the_end():
        eyes = stack.enter_context(opened_eyes(desk, story.screen))
        wang, li, chen = [
            Person(stack.enter_context(started(laptop, story.screen)), eyes) for laptop in laptops
        ]
        wang.turn_to()
        file = prepare(story, wang, desk, stick)
        li_at, chen_at = (
            join(story, li, north, stick, "North", "C01"),
            join(story, chen, south, stick, "South", "C02"),
        )
        hand_out(story, wang, desk, file, stick, {"North": li_at, "South": chen_at})
        key_north(story, li, north, li_at.file, stick)
        key_south(story, chen, south, chen_at.file, stick)
        settle(story, wang, desk, file, stick)
        papers = print_papers(story, wang, tmp_path)
        for person in (wang, li, chen):
            person.window.close()
    check(papers)


def prepare(story, wang, desk, stick):
    office.write_workbook(stick / "agencies.xlsx")
    office.write_plan(wang, stick / "agencies.xlsx")
    story.tell("an empty plan; the workbook's agencies are shown before they are taken")
    office.take_agencies(wang)
    story.tell("agencies, dimensions, grades, a channel; everything is to be keyed twice")
    file = office.freeze(wang, desk)
    story.tell("frozen, approved by Director Sun, founded as an official survey")
    office.declare_zero(wang, desk, file)
    story.tell("the zero report is declared on the overview")
    office.register_supervisor(wang)
    story.tell("the supervisor is registered: the window asks who works here")
    office.sign_in(wang, office.SUPERVISOR[0], "Overview")
    office.register_others(wang)
    story.tell("the scrutineer and two clerks are registered")
    office.enter_receipt(wang)
    office.bundle(wang)
    story.tell("a receipt of seven forms, bundled into two batches")
    office.make_kit(wang, stick / "kit-1.pyp")
    story.tell("the first kit is on the stick")
    return file


def join(story, clerk, laptop, stick, name, code):
    clerk.turn_to()
    file = stations.join(clerk, laptop, stick / "kit-1.pyp", name, code)
    shown = stations.shown_code(clerk, laptop, file)
    package = stations.hand_over(clerk, stick / f"{name} first")
    story.tell(f"{name} has joined, shows {shown}, and handed over {package.name}")
    return Joined(file, package, shown)


def hand_out(story, wang, desk, file, stick, joined):
    wang.turn_to()
    for name, held in joined.items():
        office.admit(wang, held.package, name, held.code)
    story.tell("both stations are admitted by the codes that their screens show")
    office.hand_out(wang, desk, file)
    story.tell("each station has its batch")
    office.make_kit(wang, stick / "kit-2.pyp")


def key_north(story, li, laptop, file, stick):
    li.turn_to()
    stations.key_number(li, laptop, file, ("B002", "3"), STRAY)
    story.tell("North keys a stray paper of B002, before the kit says whose batch that is")
    stations.take_kit(li, stick / "kit-2.pyp")
    stations.key(li, laptop, file, "B001", NORTH)
    stations.close_batch(li, laptop, file, "B001")
    story.tell("North has keyed B001 and closed it")
    stations.change_places(li, "C02")
    stations.key_second(li, laptop, file, "B001", NORTH_AGAIN)
    story.tell("Chen has keyed B001 a second time, at North")
    stations.change_places(li, "C01")
    stations.look_again(li, laptop, file, LOOKED_AGAIN)
    story.tell("one cell came back to Li, who sees something else again")
    stations.hand_over(li, stick / "North")


def key_south(story, chen, laptop, file, stick):
    chen.turn_to()
    stations.take_kit(chen, stick / "kit-2.pyp")
    stations.key(chen, laptop, file, "B002", SOUTH)
    stations.close_batch(chen, laptop, file, "B002")
    stations.change_places(chen, "C01")
    stations.key_second(chen, laptop, file, "B002", SOUTH)
    story.tell("South has keyed B002 twice")
    stations.hand_over(chen, stick / "South")


def settle(story, wang, desk, file, stick):
    wang.turn_to()
    packages = [next((stick / name).glob("*.pyp")) for name in ("North", "South")]
    office.merge(wang, *packages)
    story.tell("both packages are verified, tried and merged")
    wang.go("Rulings")
    story.tell("two forms wait for a ruling")
    office.rule(
        wang, "B001-003", "Its two keyings differ still", "Second keying C02 Chen", first=True
    )
    story.tell("B001-003 is ruled on: the second keying reads the paper")
    office.rule(wang, "B002-003", "Keyed differently in one pass.", "1", first=False)
    story.tell("B002-003 is ruled on: the cell is keyed from the paper")
    office.seal(wang, desk, file)
    story.tell("sealed by both people")


def print_papers(story, wang, folder):
    names = ("result-sheet.pdf", "tables.pdf", "results.json")
    sheet, tables, results = [folder / name for name in names]
    office.save_papers(wang, (0, sheet), (1, tables), (2, results))
    story.tell("result sheet and tables are saved as PDF, the results as a file")
    return sheet, tables, results


def check(papers):
    sheet, tables, results = papers
    by_hand = dict(zip(office.AGENCIES, counted(SETTLED, len(office.AGENCIES)), strict=True))
    assert [held.rank for held in by_hand.values()] == [1, 1, 3]
    check_sheet(sheet, by_hand, valid=len(SETTLED), void=1)
    check_tables(tables, by_hand, list(office.DIMENSIONS))
    check_results(results, by_hand, valid=len(SETTLED), void=1)
