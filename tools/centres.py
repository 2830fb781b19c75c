"""Tallying centres for pictures: one at work, one that is sealed, and a survey just founded.

Their days are counted back from today, so that a forecast reads as it does in a real office.
"""

from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import product
from pathlib import Path
from random import Random

from desktop.actions.founding import found, read_plan_file
from desktop.actions.issuing import Issue, enter_issue
from desktop.actions.keying import key_form
from desktop.actions.operators import register_operator
from desktop.actions.packing import pack
from desktop.actions.sample_centre import SCRUTINEER, STATIONS, SUPERVISOR, Centre
from desktop.actions.sample_forms import SampleBatch, sample_batches
from desktop.actions.working import Worked, log_work
from desktop.assets import resource
from desktop.cli.demo_year import demo_year, keep_year
from desktop.store.keys import Home
from desktop.tally.plan import Plan

FILE, MACHINE, PIN = "2005.pingyi", "machines/supervisor", "2005"
_SEED = 2005
_DAYS = 4
"""Days of keying before today."""
_MORNING = time(8, 30)
_HALF_KEYED, _FEW = 26, 3
_YEAR_FORMS = 11436
"""The year is kept as beside the whole round: its lists are as long as an office's."""
_SHORT_YEAR_FORMS = 150


class Calendar:
    """A record a second, from a morning on; `turn_to` goes on at another."""

    def __init__(self, day: date) -> None:
        self.turn_to(day)

    def __call__(self) -> datetime:
        self._moment += timedelta(seconds=1)
        return self._moment

    def turn_to(self, day: date) -> None:
        """Go on in the morning of that day, by this machine's clock."""
        self._moment = datetime.combine(day, _MORNING).astimezone(UTC)


@dataclass(frozen=True, slots=True)
class Paper:
    """Bundles of the 2005 round, and how many of them are keyed before the picture is taken."""

    plan: Plan
    batches: Sequence[SampleBatch]
    keyed: Sequence[SampleBatch]


def half_way(forms: int) -> Paper:
    """Two bundles in three, and the one nobody handed out, which two stations keyed."""
    plan, batches = _round(forms)
    done = (2 * len(batches) // 3) // STATIONS * STATIONS
    return Paper(plan, batches, [*batches[:done], batches[-1]])


def whole(forms: int) -> Paper:
    """Every bundle is keyed."""
    plan, batches = _round(forms)
    return Paper(plan, batches, batches)


def few(forms: int) -> Paper:
    """The same with three agencies: what a small office prints."""
    plan = replace(_plan(), agencies=_plan().agencies[:_FEW])
    batches = list(sample_batches(plan, forms=forms, seed=_SEED))
    return Paper(plan, batches, batches)


def make_working_centre(folder: Path, paper: Paper) -> Path:
    """Packages are merged, doubts wait, and a package with half a bundle is on the stick."""
    _make(folder, paper, _key_half_a_bundle)
    return folder


def make_sealed_centre(folder: Path, paper: Paper) -> Path:
    """Every doubt is ruled on, and the seal is on."""
    _make(folder, paper, _rule_and_seal)
    return folder


def make_year_centre(folder: Path, forms: int) -> Path:
    """The count is sealed, and the ledgers of the year are kept beside it.

    The year is today's, so that what is due reads as it does in a real office.
    """
    _make(folder, _of_today(_plan(), forms), _keep_year)
    return folder


def make_small_year_centre(folder: Path, forms: int) -> Path:
    """The same with three agencies, and ledgers as short as theirs are."""
    plan = replace(_plan(), agencies=_plan().agencies[:_FEW])
    _make(folder, _of_today(plan, forms), _keep_short_year)
    return folder


def make_new_survey(folder: Path) -> Path:
    """Founded, with its people, and not yet declared to be empty."""
    folder.mkdir()
    plan, _ = _round(400)
    with closing(found(folder / FILE, plan, mode="drill", home=Home(folder / MACHINE))) as survey:
        for code, name, role in (
            (SUPERVISOR, "主管", "supervisor"),
            (SCRUTINEER, "监票人", "scrutineer"),
        ):
            register_operator(survey, code, name=name, roles=[role], pin=PIN)
    return folder


def _round(forms: int) -> tuple[Plan, list[SampleBatch]]:
    return _plan(), list(sample_batches(_plan(), forms=forms, seed=_SEED))


def _of_today(plan: Plan, forms: int) -> Paper:
    """Every bundle of a round of this year."""
    year = datetime.now().astimezone().year
    plan = replace(plan, year=year, title=f"{year}年度万人评议机关活动")
    batches = list(sample_batches(plan, forms=forms, seed=_SEED))
    return Paper(plan, batches, batches)


def _plan() -> Plan:
    return read_plan_file(resource("plans", "2005.json"))


def _make(folder: Path, paper: Paper, end: Callable[[Centre, Paper], None]) -> None:
    folder.mkdir()
    today = datetime.now().astimezone().date()
    calendar = Calendar(today - timedelta(days=_DAYS + 1))
    with closing(Centre(folder, paper.plan, paper.batches, _SEED, calendar)) as centre:
        centre.prepare()
        for line in _register(today, sum(len(held.forms) for held in paper.batches)):
            enter_issue(centre.survey, line, operator=SUPERVISOR)
        calendar.turn_to(today - timedelta(days=1))
        centre.batches = paper.keyed
        centre.key_everything(lambda _: None)
        _log_days(centre, today)
        centre.merge_all(lambda _: None)
        calendar.turn_to(today)
        end(centre, paper)


def _log_days(centre: Centre, today: date) -> None:
    """The days of every clerk, as the window would have put them on record."""
    random = Random(_SEED)  # noqa: S311  invented figures
    share = sum(len(held.forms) for held in centre.batches) // (2 * STATIONS * _DAYS)
    for (at, station), back, turn in product(enumerate(centre.stations), range(_DAYS), range(2)):
        day = today - timedelta(days=_DAYS - back)
        stretch = _stretch(random, day, round(share * random.uniform(0.85, 1.15)))
        log_work(station, stretch, operator=f"C{2 * at + turn + 1:02d}")
    centre.pack()


def _stretch(random: Random, day: date, forms: int) -> Worked:
    """A shift from the morning on, at about seventy seconds a form."""
    began = datetime.combine(day, _MORNING).astimezone(UTC)
    seconds = forms * random.randint(62, 78)
    ended = began + timedelta(seconds=seconds + 4200)
    return Worked(
        began=f"{began:%Y-%m-%dT%H:%M:%SZ}",
        ended=f"{ended:%Y-%m-%dT%H:%M:%SZ}",
        after=0,
        forms=forms,
        presses=forms * random.randint(150, 210),
        fills=forms * 60,
        corrections=forms // 4,
        seconds=seconds,
        idle=1200,
        pauses=3000,
    )


def _key_half_a_bundle(centre: Centre, paper: Paper) -> None:
    """The next bundle of a station is half keyed, and its package is on the stick."""
    at = len(paper.keyed) - 1
    station, held = centre.stations[at % STATIONS], paper.batches[at]
    for form in held.forms[:_HALF_KEYED]:
        key_form(station, form, operator=f"C{2 * (at % STATIONS) + 1:02d}")
    pack(station, centre.stick)


def _rule_and_seal(centre: Centre, _: Paper) -> None:
    centre.rule_all(lambda _: None)
    centre.seal()


def _keep_year(centre: Centre, paper: Paper) -> None:
    _rule_and_seal(centre, paper)
    keep_year(centre, demo_year(centre, _YEAR_FORMS), lambda _: None)


def _keep_short_year(centre: Centre, paper: Paper) -> None:
    _rule_and_seal(centre, paper)
    keep_year(centre, demo_year(centre, _SHORT_YEAR_FORMS), lambda _: None)


def _register(today: date, forms: int) -> list[Issue]:
    """Invented lines of an issue register."""
    early, late = (f"{today - timedelta(days=back)}" for back in (14, _DAYS + 2))
    back = forms * 198 // 400
    return [
        Issue("C1", "issued", 5200, early, "评议办", "各单位", "各单位联络员"),
        Issue("C2", "issued", 800, early, "评议办", "县级单位", "联络员"),
        Issue("C3", "issued", 800, early, "评议办", "流动评议台"),
        Issue("C4", "issued", 200, early, "评议办", "群众义务监督员"),
        Issue("C1", "returned", back, late, "各单位", "评议办", note="第一批"),
    ]
