"""T40: the year goes on under the count's seal; after its own every act of it is refused."""

import importlib
import inspect
import pkgutil
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

import desktop.actions
from desktop.actions import merging
from desktop.actions.complaints import change_complaint, enter_complaint
from desktop.actions.composite import set_composite, set_figures
from desktop.actions.consequences import (
    annul_results,
    confirm_consequence,
    confirm_consequences,
    import_bands,
    restore_results,
    withdraw_confirmation,
)
from desktop.actions.deductions import correct_deduction, enter_deduction, move_deduction
from desktop.actions.entry_table import import_entries
from desktop.actions.errors import (
    ObstaclesError,
    ReasonMissingError,
    SecondMissingError,
    SecondRoleError,
    SecondSameError,
)
from desktop.actions.findings import change_finding, enter_finding
from desktop.actions.ledgers import change_line, enter_line, put_setting
from desktop.actions.promises import change_pledge, change_request, enter_pledge, enter_request
from desktop.actions.proposals import link_survey
from desktop.actions.rule_sets import choose_rules
from desktop.actions.sealing import Waiver, obstacles, seal
from desktop.actions.terms import set_holidays, set_terms
from desktop.actions.year_sealing import YearOpenError, seal_year, unseal_year
from desktop.actions.year_standing import year_standing
from desktop.assess.ledger import State
from desktop.cli.root import pingyi
from desktop.store import kinds, ledger_queries, ledgers, station_queries
from desktop.store.editions import Edition
from desktop.store.errors import SealedError, YearSealedError
from desktop.store.survey_file import SurveyFile
from tests import year_lines as made
from tests.stations import PIN, Centre, Machine, record_count, tables
from tools import verify_pingyi as tool

PEOPLE = {"C01": ["clerk"], "K01": ["checker"], "S01": ["supervisor"], "S02": ["supervisor"]}


def built(root: Path) -> Centre:
    """A year with a line of everything, under the count's seal; each draft left open."""
    centre = Centre(root, 1, batches={"B001": 1}, operators=PEOPLE)
    (station,) = centre.stations
    station.key(1, operator="C01", marks="333333")
    centre.merge(station)
    with centre.opened() as survey:
        choose_rules(survey, made.RULES)
        set_composite(survey, made.COMPOSITE)
        made.taken(survey, made.STEPS[:3], replace(made.ENTRY, case="计入"))
        made.taken(survey, ())
        enter_finding(survey, made.FINDING)
        enter_complaint(survey, replace(made.COMPLAINT, accepted="2006-03-20"))
        enter_pledge(survey, made.PLEDGE)
        enter_request(survey, made.REQUEST)
        confirm_consequence(survey, replace(made.CONFIRMATION, unit="A1"))
        annul_results(survey, "A3", "数据不实", "2006-11-01", second="S02")
        waivers = [Waiver(held.place, "没有办法", "S02") for held in obstacles(survey)]
        seal(survey, waivers, operator="S01")
    centre.tell(station)
    return centre


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Centre:
    return built(tmp_path_factory.mktemp("t40") / "centre")


@pytest.fixture
def centre(before: Centre, tmp_path: Path) -> Centre:
    """The count is sealed, the year is not."""
    root = tmp_path / "centre"
    shutil.copytree(before.root, root)
    copied = object.__new__(Centre)
    copied.__dict__ = before.__dict__ | {
        "root": root,
        "supervisor": Machine(root / "supervisor"),
        "stations": [Machine(root / "station-1")],
    }
    return copied


@pytest.fixture
def closed(centre: Centre) -> Centre:
    """The year is sealed too, though a draft was open: else no act could have taken it further."""
    with centre.opened() as survey:
        fields = {
            "edition": 1,
            "day": made.DAY,
            "standing": year_standing(survey, made.DAY).hash,
            "heads": station_queries.chain_heads(survey),
            "second": "S02",
        }
        with survey.transaction():
            survey.append(kinds.YEAR_SEALED, fields, operator="S01")
    return centre


Act = Callable[[SurveyFile], object]


def changed(survey: SurveyFile, ledger, act: Callable[..., object], **changes: object) -> object:
    line = made.only(survey, ledger)
    return act(survey, line, replace(line.value, **changes))


def in_state(survey: SurveyFile, state: State):
    lines = ledger_queries.lines(survey, ledgers.DEDUCTIONS)
    return next(line for line in lines if line.value.state is state)


def moved(begun: State, wished: State, operator: str) -> Act:
    return lambda survey: move_deduction(
        survey, in_state(survey, begun), wished, on=made.DAY, operator=operator
    )


ACTS: dict[str, Act] = {
    "enter_line": lambda survey: enter_line(survey, ledgers.PLEDGES, made.PLEDGE),
    "change_line": lambda survey: change_line(
        survey, ledgers.PLEDGES, made.only(survey, ledgers.PLEDGES), made.PLEDGE
    ),
    "put_setting": lambda survey: put_setting(survey, ledgers.HOLIDAYS, made.HOLIDAYS),
    "enter_deduction": lambda survey: enter_deduction(survey, made.ENTRY),
    "correct_deduction": lambda survey: correct_deduction(
        survey, in_state(survey, State.DRAFT), made.ENTRY
    ),
    "move_deduction": moved(State.DRAFT, State.VERIFIED, "K01"),
    "move_deduction back": moved(State.COUNTED, State.WITHDRAWN, "S01"),
    "import_entries": lambda survey: import_entries(survey, [made.ENTRY, made.ENTRY]),
    "link_survey": lambda survey: link_survey(survey, made.DAY),
    "enter_finding": lambda survey: enter_finding(survey, made.FINDING),
    "change_finding": lambda survey: changed(survey, ledgers.FINDINGS, change_finding, text="打牌"),
    "enter_complaint": lambda survey: enter_complaint(survey, made.COMPLAINT),
    "change_complaint": lambda survey: changed(
        survey, ledgers.COMPLAINTS, change_complaint, result="已答复"
    ),
    "enter_pledge": lambda survey: enter_pledge(survey, made.PLEDGE),
    "change_pledge": lambda survey: changed(survey, ledgers.PLEDGES, change_pledge, note="x"),
    "enter_request": lambda survey: enter_request(survey, made.REQUEST),
    "change_request": lambda survey: changed(
        survey, ledgers.REQUESTS, change_request, answer="已设"
    ),
    "set_composite": lambda survey: set_composite(survey, made.COMPOSITE),
    "set_figures": lambda survey: set_figures(
        survey, "T", {"A1": Fraction(4)}, source="市城调队", date="2006-11-01"
    ),
    "set_terms": lambda survey: set_terms(survey, made.TERMS),
    "set_holidays": lambda survey: set_holidays(survey, made.HOLIDAYS),
    "import_bands": lambda survey: import_bands(survey, made.BANDS),
    "confirm_consequence": lambda survey: confirm_consequence(survey, made.CONFIRMATION),
    "confirm_consequences": lambda survey: confirm_consequences(survey, [made.CONFIRMATION]),
    "withdraw_confirmation": lambda survey: withdraw_confirmation(
        survey, made.only(survey, ledgers.CONFIRMATIONS), "已撤档", "2006-12-31"
    ),
    "annul_results": lambda survey: annul_results(
        survey, "A2", "数据不实", "2006-11-01", second="S02"
    ),
    "restore_results": lambda survey: restore_results(
        survey, made.only(survey, ledgers.ANNULMENTS), "已更正", "2006-12-01"
    ),
}
"""Every act of the year, in a way that is granted while it is open."""

BY_GROUP = ("assess", "complaints", "composite", "findings", "pledges", "requests")
"""The groups of commands that the year has."""

OTHERWISE = {
    "choose_rules": "once there is an entry the rule set is frozen, sealed or not; tested below",
    "seal_year": "tested below",
    "unseal_year": "what a seal is for",
    "run_year": "acts of the list, one after the other, in a demonstration",
}


def sources() -> Iterator[tuple[str, str]]:
    """The public functions of desktop.actions, and what their modules' private ones say."""
    for module in pkgutil.iter_modules(desktop.actions.__path__):
        held = importlib.import_module(f"desktop.actions.{module.name}")
        for name, function in inspect.getmembers(held, inspect.isfunction):
            if function.__module__ == held.__name__:
                yield name, inspect.getsource(function)


def acts_of_the_year() -> set[str]:
    """Functions that reach a ledger's pen, or record the year's seal, by their source."""
    found = dict(sources())
    reach = {"enter_line", "change_line", "put_setting"}
    reach |= {name for name, text in found.items() if "kinds.YEAR" in text and ".append(" in text}
    while more := {
        name
        for name, text in found.items()
        if name not in reach and any(f"{known}(" in text for known in reach)
    }:
        reach |= more
    return {name for name in reach if not name.startswith("_")}


def test_t40_the_list_of_the_years_acts_is_whole():
    known = {name.split()[0] for name in ACTS} | OTHERWISE.keys()
    assert acts_of_the_year() - known == set()
    assert known - acts_of_the_year() == set()


@pytest.mark.parametrize("name", ACTS)
def test_t40_every_act_of_the_year_is_granted_under_the_counts_seal(centre, name):
    with centre.opened() as survey:
        assert survey.is_sealed
        before = record_count(survey)
        ACTS[name](survey)
        assert record_count(survey) > before
    assert centre.supervisor.verify() == []
    assert tool.verify([centre.supervisor.path]).wrongs == []


@pytest.mark.parametrize("name", ACTS)
def test_t40_every_act_of_the_year_is_refused_after_its_own(closed, name):
    with closed.opened() as survey:
        before = record_count(survey), tables(survey)
        with pytest.raises(YearSealedError, match="unseal the year first"):
            ACTS[name](survey)
        assert (record_count(survey), tables(survey)) == before
    assert closed.supervisor.verify() == []


def test_t40_no_rule_set_is_chosen_after_the_years_seal(tmp_path):
    """Without an entry nothing but the seal stands against it."""
    centre = Centre(tmp_path / "centre", 0, operators=PEOPLE)
    with centre.opened() as survey:
        choose_rules(survey, made.RULES)
        seal_year(survey, made.DAY, second="S02", operator="S01")
        with pytest.raises(YearSealedError):
            choose_rules(survey, made.RULES)


AT_STATIONS = sorted(
    ACTS.keys()
    - {
        "put_setting", "link_survey", "set_composite", "set_figures", "set_terms", "set_holidays",
        "import_bands", "confirm_consequence", "confirm_consequences", "annul_results",
        "restore_results", "withdraw_confirmation",
    }
)  # fmt: skip


@pytest.mark.parametrize("name", AT_STATIONS)
def test_t40_a_station_keeps_the_year_under_the_counts_seal(centre, name):
    (station,) = centre.stations
    with station.open() as survey:
        assert survey.is_sealed
        ACTS[name](survey)
    assert station.verify() == []
    assert [held.refused for held in centre.merge(station).sources] == [None]
    assert tool.verify([centre.supervisor.path]).wrongs == []


@pytest.mark.parametrize("name", AT_STATIONS)
def test_t40_the_kit_closes_the_year_at_stations_too(closed, name):
    (station,) = closed.stations
    closed.tell(station)
    with station.open() as survey:
        before = record_count(survey), tables(survey)
        with pytest.raises(YearSealedError):
            ACTS[name](survey)
        assert (record_count(survey), tables(survey)) == before
    assert station.verify() == []


def test_t40_neither_a_merge_nor_a_revocation_moves_a_sealed_year(closed):
    (station,) = closed.stations
    with station.open() as survey:
        enter_pledge(survey, made.PLEDGE)
    with closed.opened(write=False) as survey:
        before = record_count(survey), tables(survey)
        (identity,) = survey.db.execute("SELECT record FROM import").fetchone()
    for dry in (True, False):
        with pytest.raises(YearSealedError):
            closed.merge(station, dry_run=dry)
    with closed.opened() as survey:
        with pytest.raises(SealedError):
            merging.revoke(survey, identity)
        assert (record_count(survey), tables(survey)) == before


# The seal itself


def finished(centre: Centre) -> str:
    """Whatever was open is withdrawn, and the year sealed; the hash of its standing."""
    with centre.opened() as survey:
        for line in ledger_queries.lines(survey, ledgers.DEDUCTIONS):
            if line.value.state is State.DRAFT:
                move_deduction(survey, line, State.WITHDRAWN, on="2006-12-01")
        record = seal_year(survey, made.DAY, second="S02", operator="S01")
    return str(record.data["standing"])


def test_t40_a_draft_stands_against_the_years_seal(centre):
    with centre.opened() as survey:
        before = record_count(survey)
        with pytest.raises(ObstaclesError) as caught:
            seal_year(survey, made.DAY, second="S02", operator="S01")
        assert record_count(survey) == before
    assert [held.place for held in caught.value.problems] == [open_draft_id(centre)]


def open_draft_id(centre):
    with centre.opened(write=False) as survey:
        return in_state(survey, State.DRAFT).id[:8]


def test_t40_the_years_seal_and_its_opening_take_two_and_a_reason(centre):
    standing = finished(centre)
    with centre.opened() as survey:
        assert ledger_queries.year_edition(survey) == Edition(1, sealed=True)
        with pytest.raises(YearSealedError):
            seal_year(survey, made.DAY, second="S02", operator="S01")
        for second, reason, error in (
            ("", "漏了", SecondMissingError),
            ("S01", "漏了", SecondSameError),
            ("C01", "漏了", SecondRoleError),
            ("S02", " ", ReasonMissingError),
        ):
            with pytest.raises(error):
                unseal_year(survey, reason=reason, second=second, operator="S01")
        assert unseal_year(survey, reason="漏了", second="S02", operator="S01") == 2
        with pytest.raises(YearOpenError):
            unseal_year(survey, reason="漏了", second="S02", operator="S01")
        enter_pledge(survey, made.PLEDGE)
        made.taken(survey, made.STEPS[:3])
        assert ledger_queries.year_edition(survey) == Edition(2, sealed=False)
    assert finished(centre) != standing
    report = tool.verify([centre.supervisor.path])
    assert report.wrongs == []
    assert sum("the year, sealed edition" in line for line in report.lines) == 2


@pytest.mark.parametrize("second", ["", " ", "S01", "C01"])
def test_t40_nobody_seals_the_year_alone(centre, second):
    with centre.opened() as survey:
        move_deduction(survey, in_state(survey, State.DRAFT), State.WITHDRAWN, on="2006-12-01")
        before = record_count(survey)
        with pytest.raises((SecondMissingError, SecondSameError, SecondRoleError)):
            seal_year(survey, made.DAY, second=second, operator="S01")
        assert record_count(survey) == before


# The command line

READING = {
    "assess list", "assess export", "assess report", "assess standing", "assess consequences",
    "complaints list", "complaints due", "composite table", "findings report", "findings list",
    "pledges list", "requests list",
}  # fmt: skip
OTHER_COMMANDS = {
    "assess rules": "frozen by the first entry: test_t40_no_rule_set_is_chosen",
    "assess unseal": "what a seal is for",
}
COMMANDS = {
    "assess add": "--unit A1 --rule 4-5 --office 监察局 --on 2006-03-01 --date 2006-03-01",
    "assess correct": "DRAFT --text 再改",
    "assess move": "DRAFT --to verified --on 2006-12-01",
    "assess move back": "COUNTED --to withdrawn --on 2006-12-01",
    "assess import": "entries.csv --on 2006-12-01",
    "assess bands": "bands.csv --year 2004 --source 通报",
    "assess link": "--on 2006-12-01",
    "assess seal": "--second S02 --as S01 --on 2006-12-31",
    "assess confirm": "--unit A2 --rule commend --on 2006-12-31 --document 通报",
    "assess unconfirm": "--unit A1 --rule commend --reason 不再适用",
    "assess annul": "--unit A2 --reason 不实 --second S02 --on 2006-11-01",
    "assess restore": "--unit A3 --reason 已更正 --on 2006-12-01",
    "complaints add": "--unit A1 --channel 热线 --kind 咨询 --handling own --text 无人接"
    " --on 2006-03-01",
    "complaints correct": "COMPLAINT --text 再改",
    "complaints step": "COMPLAINT --to finished --result 已答复 --on 2006-04-01",
    "complaints terms": "--accept 3 --finish 20",
    "complaints holidays": "--from holidays.txt",
    "complaints propose": "--enter --office 信访局",
    "composite component": "--code V --name 暗访 --kind mystery --full 100 --weight 10",
    "composite weights": "T=40",
    "composite import": "figures.csv --component T --source 市城调队 --on 2006-11-01",
    "findings add": "--unit A2 --inspector 监督员01 --inspector-kind press --kind order --text 聊天"
    " --on 2006-03-01",
    "findings correct": "FINDING --text 再改",
    "findings step": "FINDING --to fed-back --due 2006-04-01 --on 2006-03-15",
    "findings draft": "FINDING --rule 4-4 --office 监察局",
    "pledges add": "--unit A2 --text 当日办结 --indicator 办结率 --due 2006-06-30",
    "pledges correct": "PLEDGE --text 再改",
    "pledges found": "PLEDGE --to kept --on 2006-06-30",
    "requests add": "--unit A2 --by 座谈会 --text 增设窗口 --on 2006-03-01",
    "requests correct": "REQUEST --text 再改",
    "requests answer": "REQUEST --answer 已设 --on 2006-06-30",
}
"""Every command that records of the year, with what follows the file."""
FILES = {
    "entries.csv": "单位,细则,日期,依据提供单位,数量\nA1,4-5,2006-03-09,监察局,1\n",
    "bands.csv": "单位,档次\nA1,优秀\n",
    "figures.csv": "单位,得分\nA1,4\n",
    "holidays.txt": "2006-05-01\n",
}


def commands(group: click.Group, way: str) -> Iterator[str]:
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from commands(command, f"{way} {name}")
        else:
            yield f"{way} {name}"


def groups_of_the_year() -> Iterator[tuple[str, click.Group]]:
    context = click.Context(pingyi)
    for name in BY_GROUP:
        group = pingyi.get_command(context, name)
        assert isinstance(group, click.Group)
        yield name, group


def test_t40_the_list_of_the_years_commands_is_whole():
    known = {" ".join(name.split()[:2]) for name in COMMANDS} | READING | OTHER_COMMANDS.keys()
    found = {name for way, group in groups_of_the_year() for name in commands(group, way)}
    assert found == known


def given(centre: Centre, name: str) -> list[str]:
    """The words of a command, with what they stand for in this centre."""
    for file, content in FILES.items():
        (centre.root / file).write_text(content, encoding="utf-8")
    with centre.opened(write=False) as survey:
        places = {
            "DRAFT": in_state(survey, State.DRAFT).id,
            "COUNTED": in_state(survey, State.COUNTED).id,
            "FINDING": made.only(survey, ledgers.FINDINGS).id,
            "COMPLAINT": made.only(survey, ledgers.COMPLAINTS).id,
            "PLEDGE": made.only(survey, ledgers.PLEDGES).id,
            "REQUEST": made.only(survey, ledgers.REQUESTS).id,
        } | {file: str(centre.root / file) for file in FILES}
    words = [str(places.get(word, word)) for word in COMMANDS[name].split()]
    return [*name.split()[:2], str(centre.supervisor.path), *words]


def ran(centre: Centre, name: str, patch: pytest.MonkeyPatch) -> Result:
    patch.setenv("PINGYI_HOME", str(centre.supervisor.home.root))
    patch.setenv("PINGYI_PIN", PIN)
    return CliRunner().invoke(pingyi, given(centre, name))


@pytest.mark.parametrize("name", sorted(COMMANDS.keys() - {"assess seal"}))
def test_t40_every_command_of_the_year_works_under_the_counts_seal(centre, name, monkeypatch):
    with centre.opened(write=False) as survey:
        before = record_count(survey)
    result = ran(centre, name, monkeypatch)
    assert result.exit_code == 0, (result.output, result.exception)
    with centre.opened(write=False) as survey:
        assert record_count(survey) > before


@pytest.mark.parametrize("name", COMMANDS)
def test_t40_every_command_of_the_year_is_refused_after_its_seal(closed, name, monkeypatch):
    with closed.opened(write=False) as survey:
        before = record_count(survey), tables(survey)
    result = ran(closed, name, monkeypatch)
    assert isinstance(result.exception, YearSealedError), (result.output, result.exception)
    with closed.opened(write=False) as survey:
        assert (record_count(survey), tables(survey)) == before
