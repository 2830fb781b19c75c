"""日报: every figure of the day on one or two pages, in words that an office reads."""

from dataclasses import fields
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest

from desktop.actions.sealing import OBSTACLE_KINDS
from desktop.report.daily_forecast import finish_text
from desktop.report.daily_report import weekday_text, write_daily_report
from desktop.report.daily_work import KINDS
from desktop.report.fonts import GlyphMissingError
from desktop.tally.day_rows import (
    DailyReport,
    DayBatches,
    DayChannel,
    DayImport,
    DayNetwork,
    DayObstacle,
    DayPerson,
    DayReason,
    DayRulings,
    DaySecond,
    DayStation,
    DayUneven,
)
from desktop.tally.error_rates import Rates, rate_of
from desktop.tally.forecast import Left, Pace, Stint, forecast
from tests.unit.report.samples import HOSTILE, ZH, pages_of, squeezed, text_of
from tests.unit.report.sheets import EN, LONG, RESULTS, inside, largest_text, named

DAY = date(2006, 5, 9)
CHINA = timezone(timedelta(hours=8))
REASONS = tuple(
    DayReason(f"V{at}", name)
    for at, name in enumerate(("答案系复印", "原件系复印", "逾期", "全空"), 1)
)
CHANNELS = (
    DayChannel("单位互评", 5200, 2603, 2600, 1250, 750, 1200, (30, 0, 0, 0), 20, 1350),
    DayChannel("报纸读者评议", None, None, 400, 61, 61, 60, (0, 0, 1, 0), 0, 339),
)


def at(hour: int, minute: int = 0) -> datetime:
    return datetime(2006, 5, 9, hour, minute, tzinfo=CHINA)


def stint(day: int, forms: int = 400, operator: str = "C01") -> Stint:
    return Stint(operator, date(2006, 5, day), forms, 300 * forms, 8 * 3600)


def daily(**changes: Any) -> DailyReport:
    worked = [stint(8), stint(9), stint(9, 411, "C02")]
    given: dict[str, Any] = {
        "day": DAY,
        "last": at(17, 42),
        "zone": "+08:00",
        "channels": CHANNELS,
        "reasons": REASONS,
        "second": DaySecond(120, 30, 7, 95, 4, Rates(rate_of(9, 72000), rate_of(6, 116), 4)),
        "rulings": DayRulings(25, 11, 16),
        "batches": DayBatches(
            (), (("B021", "B036"),), (("B019", "B019"), ("B021", "B034")), (0, 16, 15), 60, 34
        ),
        "uneven": (DayUneven("B007", "单位互评", 50, 48, 2, 0, closed=True),),
        "people": (
            DayPerson("录入站1", "张晓红", 400, 10, 3, Pace.of([worked[1]])),
            DayPerson("录入站1", "李平", 411, 20, 1, Pace.of([worked[2]])),
            DayPerson("录入站2", "", 0, 0, 2, None),
        ),
        "silent": (DayStation("录入站3", datetime(2006, 5, 8, 17, 30, tzinfo=CHINA)),),
        "imports": (
            DayImport(at(11, 30), 2, ("录入站1", "录入站2"), 803, "王主管"),
            DayImport(at(12, 5), 1, ("录入站2",), 12, "王主管", revoked=True, reason="误合并"),
        ),
        "offline": True,
        "networks": (),
        "sealed": False,
        "obstacles": (
            DayObstacle("slips", 26, ("B035", "B036", "B037", "B038")),
            DayObstacle("rulings", 16, ("B001-003", "B002-017")),
        ),
        "today": Pace.of(worked[1:]),
        "clerks": 2,
        "forecast": forecast(worked, Left(1689, 102), date(2006, 5, 10)),
    }
    assert given.keys() == {field.name for field in fields(DailyReport)}
    return DailyReport(**given | changes)


def written(folder, report=None, **changes: Any):
    return write_daily_report(report or daily(), folder, **named(**changes))


def test_the_day_and_the_clock_stand_above_everything(tmp_path):
    text = text_of(written(tmp_path))
    assert "万人评议日报正式·第2版2006年5月9日星期二统计至当日末条记录（17:42）。" in text
    assert "日期、时间按本机时钟（UTC+08:00）。尚未交来数据包的录入不在内。" in text


def test_channels_with_the_reasons_that_occurred_and_their_sums(tmp_path):
    text = text_of(written(tmp_path))
    assert "单位互评5,2002,6032,6001,2507501,20030030201,350" in text
    assert "报纸读者评议——400616160011" + "0339" in text
    assert "合计5,2002,6033,0001,3118111,26030131201,689" in text
    assert "答案系复印逾期合计" in text
    assert "原件系复印" not in text
    # nobody counted, so there is no sum of it
    assert "合计——400" in text_of(written(tmp_path, daily(channels=CHANNELS[1:])))


def test_many_reasons_have_a_table_of_their_own(tmp_path):
    held = (DayChannel("单位互评", 9, 9, 9, 9, 9, 2, (1, 2, 4, 0), 0, 0),)
    text = text_of(written(tmp_path, daily(channels=held)))
    assert "无效票（按原因）无效票渠道答案系复印原件系复印逾期合计单位互评1247合计1247" in text
    assert "单位互评9999927" + "00" in text


def test_a_reason_with_a_long_name_stands_as_its_code_and_is_explained(tmp_path):
    reasons = (DayReason("V1", LONG), *REASONS[1:])
    text = text_of(written(tmp_path, daily(reasons=reasons)))
    assert f"V1：{LONG}" in text


def test_second_keying_rulings_and_error_rates(tmp_path):
    text = text_of(written(tmp_path))
    assert (
        "复录裁定已复录其中当日待复录待抽退回重录已裁定其中当日待裁定12030795425" + "1116" in text
    )
    assert "按格72,00090.13‰(0.06–0.24)" in text
    assert "按份116651.72‰(19.22–109.18)" in text
    assert "另有4份两次录入不同、尚未定案，不在内。" in text
    none = Rates(rate_of(0, 0), rate_of(0, 0), 0)
    text = text_of(written(tmp_path, daily(second=DaySecond(0, 0, 0, 0, 0, none))))
    assert "按格00—按份00—" in text
    assert "尚未定案" not in text


def test_batches_of_the_day_and_those_that_differ(tmp_path):
    text = text_of(written(tmp_path))
    assert "共60批，已关闭34批。" in text
    assert "登记0—开录16B021至B036已关闭15B019、B021至B034" in text
    assert "B007单位互评504820已关闭" in text
    assert "没有缺号关闭或录有多号的批次。" in text_of(written(tmp_path, daily(uneven=())))


def test_people_stand_by_station_with_what_is_on_record_of_their_work(tmp_path):
    text = text_of(written(tmp_path))
    assert "录入站1张晓红400103120,0008:0050.0李平411201123,3008:0051.4" in text
    assert "小计811304243,30016:0050.7" in text
    assert "录入站2无人登录002———" in text
    assert "合计811306243,30016:0050.7" in text
    assert "当日没有交来记录的站：录入站3（末条记录：2006-05-0817:30）。" in text
    text = text_of(written(tmp_path, daily(people=(), silent=(DayStation("录入站3", None),))))
    assert "没有当日的录入记录。" in text
    assert "当日没有交来记录的站：录入站3（末条记录：无）。" in text


def test_packages_revocations_and_networks(tmp_path):
    text = text_of(written(tmp_path))
    assert "11:30合并2录入站1、录入站2803王主管" in text
    assert "12:05撤销导入1录入站2（误合并）12王主管" in text
    assert "当日没有发现联网。" in text
    networks = (DayNetwork(at(9, 1), "录入站2", "", ("wlan0", "以太网")),)
    report = daily(imports=(), networks=networks)
    text = text_of(written(tmp_path, report))
    assert "当日没有合并数据包，也没有撤销导入。" in text
    assert "09:01录入站2—wlan0、以太网" in text
    assert "联网" not in text_of(written(tmp_path, daily(offline=False)))


def test_obstacles_name_their_first_places(tmp_path):
    text = text_of(written(tmp_path))
    assert "26批尚未录完，或与封面不符B035、B036、B037等" in text
    assert "16份评议表等待裁定B001-003、B002-017" in text
    assert "没有未了结事项。" in text_of(written(tmp_path, daily(obstacles=())))
    sealed = daily(obstacles=(), sealed=True)
    assert "评议活动已经封存。" in text_of(written(tmp_path, sealed))


def test_every_kind_of_obstacle_has_its_sentence():
    assert set(KINDS) == set(OBSTACLE_KINDS)
    for text in KINDS.values():
        assert ZH(text) != text
        assert ZH(text).format(count=7).startswith("7")


def test_the_forecast_says_what_it_stands_on(tmp_path):
    text = text_of(written(tmp_path))
    assert "尚待录入初录1,689份，复录102份" in text
    assert "当日进度2人录入811份，每人每小时50.7份" in text
    measured = "每天606份，按2个录入日（2006年5月8日至2006年5月9日）实测：每天1.5人，每人8小时"
    assert f"近日进度{measured}" in text
    assert "预计录完2006年5月12日" in text


LACKS = {
    "no slips": (forecast([], Left(0, 0), DAY, has_slips=False), "还没有登记批次"),
    "done": (forecast([stint(8)], Left(0, 0), DAY), "已全部录完"),
    "no work": (
        forecast([], Left(5, 0), DAY),
        "没有进度数据：录入员退出登录并交来数据包后才能预计",
    ),
    "no forms": (
        forecast([stint(8, 0)], Left(5, 0), DAY),
        "有用时记录，但没有录完的评议表，无法预计",
    ),
    "far": (forecast([stint(8, 1)], Left(99999, 0), DAY), "按这个进度要十年以上"),
    "little": (
        forecast([Stint("C01", date(2006, 5, 8), 5, 9, 60)], Left(5, 0), DAY),
        "2006年5月9日（实测不足2小时，仅供参考）",
    ),
}


@pytest.mark.parametrize(("held", "said"), LACKS.values(), ids=LACKS)
def test_where_there_is_no_day_it_says_why(tmp_path, held, said):
    assert finish_text(held, ZH) == said
    assert f"预计录完{said}" in text_of(written(tmp_path, daily(forecast=held, today=None)))


def test_three_people_sign_what_stands_above_them_on_the_same_page(tmp_path):
    """However long the report is, the signatures never stand alone."""
    for count in range(0, 60, 4):
        people = tuple(DayPerson(f"站{at}", "甲", 1, 1, 1, None) for at in range(count))
        path = written(tmp_path, daily(people=people))
        last = squeezed(pages_of(path)[-1])
        assert "预计录完" in last
        for name in ("填表人：年月日", "监票人：年月日", "主管：年月日"):
            assert name in last


def test_it_is_named_after_its_day_and_every_page_tells_what_it_belongs_to(tmp_path):
    path = written(tmp_path, results=RESULTS)
    assert path.name == "日报-2006-05-09.pdf"
    pages = [squeezed(page) for page in pages_of(path)]
    assert len(pages) <= 2
    for number, page in enumerate(pages, 1):
        assert page.startswith("万人评议·日报·2006-05-09正式·第2版")
        assert f"第{number}页共{len(pages)}页" in page
        assert RESULTS[:8] in page


def test_it_reads_as_english(tmp_path):
    path = written(tmp_path, words=EN)
    assert path.name == "Daily report-2006-05-09.pdf"
    text = " ".join("".join(pages_of(path)).split())
    for said in (
        "2006-05-09 Tuesday",
        "Up to the day's last record, 17:42. Times: this computer's (UTC+08:00).",
        "B019, B021 to B034",
        "26 batches are not keyed as their slip says",
        "2 people; each 50.7 forms an hour at work",
        "Filled in by: Date:",
    ):
        assert said in text


@pytest.mark.parametrize(("mode", "across"), [("official", ""), ("drill", "演练")])
def test_a_drill_says_so_across_every_page(tmp_path, mode, across):
    assert largest_text(written(tmp_path, mode=mode)) == {across}


def test_strange_and_long_names_are_printed_whole_inside_the_margins(tmp_path):
    channels = tuple(
        DayChannel(name[:200], 9, 9, 9, 9, 9, 9, (1, 1, 1, 1), 0, 0) for name in HOSTILE
    )
    people = tuple(DayPerson(f"{name}😀", name[:200], 1, 1, 1, None) for name in HOSTILE)
    report = daily(
        channels=channels,
        reasons=tuple(DayReason(f"V{at}", name[:200]) for at, name in enumerate(HOSTILE[3:], 1)),
        people=people,
        imports=(DayImport(at(9), 1, HOSTILE, 1, LONG, revoked=True, reason=f"{LONG}😀"),),
        networks=(DayNetwork(at(9), LONG, LONG, HOSTILE),),
    )
    path = written(tmp_path, report, title=LONG)
    text = text_of(path)
    for name in HOSTILE:
        assert squeezed(name[:200]) in text
    assert "[U+1F600]" in text
    assert inside(path)


def test_a_name_of_the_plan_that_no_font_can_print_is_refused_and_nothing_is_written(tmp_path):
    channel = DayChannel("互评😀", None, None, 0, 0, 0, 0, (0, 0, 0, 0), 0, 0)
    for report, title in ((daily(channels=(channel,)), "万人评议"), (daily(), "评议😀")):
        with pytest.raises(GlyphMissingError):
            written(tmp_path / "none", report, title=title)
    assert not (tmp_path / "none").exists()


def test_a_day_without_a_record_says_so(tmp_path):
    text = text_of(written(tmp_path, daily(last=None)))
    assert "当日没有记录。" in text


def test_weekdays():
    shown = [weekday_text(date(2006, 5, day), ZH)[-1] for day in range(8, 15)]
    assert "".join(shown) == "一二三四五六日"
    assert at(9).astimezone(UTC).hour == 1
