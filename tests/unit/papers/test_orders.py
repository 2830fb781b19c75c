"""Orders of papers: told in plain values, filled from a survey in memory, kept while it stays."""

import json
from contextlib import closing

import pytest
from pypdf import PdfReader

from desktop.actions import sealing
from desktop.actions.batches import register_batch
from desktop.actions.consequences import confirm_consequence, consequence_lines
from desktop.actions.errors import EditionUnknownError
from desktop.actions.rule_sets import RulesMissingError, choose_rules, shipped_rules
from desktop.assess.year import Confirmation
from desktop.papers.orders import Newspaper, Order, Orders, YearWish
from desktop.papers.sets import PaperUnknownError
from desktop.report.feedback import FeedbackAgencyUnknownError
from desktop.store import queries
from desktop.store.survey_file import open_survey
from desktop.tally.letter import Letter
from desktop.tally.print_run import PrintRun, RunReversedError
from desktop.tally.reconciliation import Slip
from tests.stations import Centre

LETTER = Letter(
    "评议办", copies=3, report_to=("市委", "市政府"), deadline="2006-06-30", rank_shown=False
)
RUN = PrintRun("N01", 8, 11, "C1")


def no_report(done, total):
    pass


@pytest.fixture
def centre(tmp_path):
    made = Centre(tmp_path / "centre", 1, batches={"B001": 3})
    (one,) = made.stations
    one.key(1, 2, 3)
    made.merge(one)
    return made


@pytest.fixture
def orders(centre):
    made = Orders(centre.supervisor.home)
    yield made
    made.close()


def order(centre, tmp_path, **wishes):
    folder = tmp_path / "out"
    folder.mkdir(exist_ok=True)
    return Order(centre.supervisor.path, wishes.pop("language", "en"), folder=folder, **wishes)


def text(path):
    return "\n".join(page.extract_text() for page in PdfReader(path).pages)


@pytest.mark.parametrize(
    "wishes",
    [
        {"papers": ("zero", "tables"), "letter": LETTER, "edition": 2},
        {"run": RUN, "printer": "HP 打印机"},
        {"newspaper": Newspaper("市委大院", "2006-06-30")},
        {"agency": "A001"},
        {"papers": ("year-standing",), "letter": LETTER, "year": YearWish("2005-06-30")},
    ],
)
def test_an_order_is_the_same_after_a_line_of_json(centre, tmp_path, wishes):
    made = order(centre, tmp_path, **wishes)
    assert Order.from_plain(json.loads(json.dumps(made.plain()))) == made


def test_papers_are_written_in_the_readers_language(centre, tmp_path, orders):
    (made,) = orders.fill(order(centre, tmp_path, papers=("zero",), language="zh_CN"), no_report)
    assert made == tmp_path / "out" / "零报告.pdf"
    assert "零报告" in text(made)
    (made,) = orders.fill(order(centre, tmp_path, papers=("zero",)), no_report)
    assert made.name == "Zero report.pdf"


def test_where_there_is_nothing_to_print_nothing_is_written(centre, tmp_path, orders):
    assert orders.fill(order(centre, tmp_path, papers=("rulings",)), no_report) == []
    assert list((tmp_path / "out").iterdir()) == []


def test_a_run_has_its_numbers_and_says_how_far_it_is(centre, tmp_path, orders):
    told = []
    (made,) = orders.fill(order(centre, tmp_path, run=RUN), lambda *at: told.append(at))
    assert [number for number in map(RUN.name, range(1, 20)) if number in text(made)] == [
        *RUN.names()
    ]
    assert told == [(1, 4), (2, 4), (3, 4), (4, 4)]


def test_a_run_that_cannot_be_is_refused(centre, tmp_path, orders):
    with pytest.raises(RunReversedError):
        orders.fill(order(centre, tmp_path, run=PrintRun("N01", 9, 8, "C1")), no_report)


def test_a_newspapers_form_says_where_it_goes(centre, tmp_path, orders):
    wish = Newspaper("市委大院三号楼", "2006-06-30")
    (made,) = orders.fill(order(centre, tmp_path, newspaper=wish), no_report)
    assert "市委大院三号楼" in text(made)


def test_the_sheet_of_an_agency_has_the_letter(centre, tmp_path, orders):
    (made,) = orders.fill(order(centre, tmp_path, agency="A2", letter=LETTER), no_report)
    assert "评议办" in text(made)
    with pytest.raises(FeedbackAgencyUnknownError):
        orders.fill(order(centre, tmp_path, agency="X9"), no_report)


def test_a_paper_or_an_edition_that_is_not_there_is_named(centre, tmp_path, orders):
    with pytest.raises(PaperUnknownError):
        orders.fill(order(centre, tmp_path, papers=("poster",)), no_report)
    with pytest.raises(EditionUnknownError):
        orders.fill(order(centre, tmp_path, papers=("tables",), edition=7), no_report)
    assert orders.fill(order(centre, tmp_path, papers=("tables",)), no_report)


def test_what_was_counted_is_kept_until_something_is_recorded(centre, tmp_path, orders):
    wish = order(centre, tmp_path, papers=("covers",))
    assert "B002" not in text(*orders.fill(wish, no_report))
    before = orders._sources
    orders.fill(order(centre, tmp_path, papers=("tables",), language="zh_CN"), no_report)
    assert orders._sources is before
    with open_survey(centre.supervisor.path, home=centre.supervisor.home, write=True) as survey:
        register_batch(survey, Slip("B002", "C1", 5))
    assert "B002" in text(*orders.fill(wish, no_report))


def test_a_sealed_edition_is_printed_as_it_was_sealed(centre, tmp_path, orders):
    with centre.opened() as survey:
        waivers = [sealing.Waiver(p.place, "缺", "J01") for p in sealing.obstacles(survey)]
        sealing.seal(survey, waivers=waivers)
        sealing.unseal(survey, reason="补录", second="J01")
    for edition, said in ((1, "sealed"), (None, "not sealed")):
        (made,) = orders.fill(
            order(centre, tmp_path, papers=("tables",), edition=edition), no_report
        )
        assert said in text(made)


def test_nobody_who_writes_waits_for_what_is_held(centre, tmp_path, orders):
    orders.fill(order(centre, tmp_path, papers=("results",)), no_report)
    with open_survey(centre.supervisor.path, home=centre.supervisor.home, write=True) as survey:
        survey.db.execute("PRAGMA busy_timeout = 0")
        register_batch(survey, Slip("B002", "C1", 5))
        assert queries.slip(survey, "B002")


class TestTheYear:
    @pytest.fixture
    def centre(self, centre):
        with centre.opened() as survey:
            choose_rules(survey, shipped_rules("hundred-points"))
            first = consequence_lines(survey)[0]
            confirm_consequence(
                survey, Confirmation(first.unit, first.rule.code, "2006-01-10", "1号")
            )
        return centre

    def test_its_papers_are_told_as_of_the_day_with_the_letter(self, centre, tmp_path, orders):
        told, names = [], ("year-standing", "commendation")
        wish = order(centre, tmp_path, papers=names, letter=LETTER, year=YearWish("2005-06-30"))
        standing, circular = orders.fill(wish, lambda *at: told.append(at))
        assert told == [(0, 2), (1, 2), (2, 2)]
        assert standing.name == "Assessment ranking.pdf"
        assert "2005-06-30" in text(standing)
        assert LETTER.office in text(circular)

    def test_a_paper_of_the_survey_is_none_of_the_year(self, centre, tmp_path, orders):
        with pytest.raises(PaperUnknownError, match="year-standing"):
            orders.fill(order(centre, tmp_path, papers=("zero",), year=YearWish()), no_report)

    def test_without_a_rule_set_it_is_refused(self, tmp_path):
        bare = Centre(tmp_path / "bare", 0)
        with closing(Orders(bare.supervisor.home)) as made, pytest.raises(RulesMissingError):
            made.fill(order(bare, tmp_path, year=YearWish()), no_report)
