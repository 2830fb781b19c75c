"""What the daily report of a survey says: read from its file as it stood that evening."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from desktop.actions.comparing import comparisons
from desktop.actions.paper_errors import DateWrongError
from desktop.actions.sealing import obstacle_groups
from desktop.store import (
    day_queries,
    import_queries,
    overview_queries,
    paper_queries,
    queries,
    station_queries,
)
from desktop.store.import_queries import ImportLine
from desktop.store.overview_queries import BatchProgress, Counts
from desktop.store.survey_file import SurveyFile
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
from desktop.tally.error_rates import overall_rates
from desktop.tally.forecast import Left, Pace, Stint, forecast
from desktop.tally.issuing import is_date
from desktop.tally.reconciliation import reconcile

_FIRST, _SECOND = 1, 2


def daily_rows(survey: SurveyFile, day: str = "") -> DailyReport:
    """The report of a day such as 2006-05-08, or of the last day on which something was recorded.

    DateWrongError. A day before the last one is shown as it stood on its evening.
    """
    if day and not is_date(day):
        raise DateWrongError(text=day)
    wished = date.fromisoformat(day) if day else day_queries.last_day(survey)
    with day_queries.evening(survey, wished) as view:
        return _Day(view, wished).report()


class _Day:
    """One day of a survey that holds nothing of the days after it."""

    def __init__(self, survey: SurveyFile, day: date) -> None:
        self._survey, self._day = survey, day
        self._batches = overview_queries.batch_progress(survey)
        self._whole = overview_queries.total(self._batches)
        self._people = {held.code: held.name for held in queries.operators(survey)}
        self._stations = station_queries.station_names(survey)
        self._channels = {channel.code: channel.name for channel in survey.plan.channels}
        self._keyed = day_queries.keyed_on(survey, day)
        self._stints = day_queries.stints(survey)
        self._imports = import_queries.import_lines(survey)

    def report(self) -> DailyReport:
        survey = self._survey
        sealed = survey.is_sealed
        today = [one for one in self._stints if one.day == self._day]
        return DailyReport(
            day=self._day,
            last=day_queries.last_moment(survey, self._day),
            zone=day_queries.zone(self._day),
            channels=self._by_channel(),
            reasons=tuple(DayReason(held.code, held.name) for held in survey.plan.void_reasons),
            second=self._second(),
            rulings=self._rulings(),
            batches=self._worked_batches(),
            uneven=tuple(self._uneven(held) for held in self._batches if _is_uneven(held)),
            people=tuple(self._by_person()),
            silent=tuple(self._silent()),
            imports=tuple(self._merges()),
            offline=survey.plan.offline,
            networks=tuple(self._networks()),
            sealed=sealed,
            obstacles=() if sealed else tuple(self._obstacles()),
            today=Pace.of(today) if today else None,
            clerks=len({one.operator for one in today}),
            forecast=forecast(
                self._stints,
                Left(self._whole.left, self._whole.second_due + self._whole.second_ahead),
                self._day + timedelta(days=1),
                has_slips=bool(self._batches),
            ),
        )

    def _by_channel(self) -> tuple[DayChannel, ...]:
        survey = self._survey
        new = day_queries.known_on(survey, self._day)
        of_channel: dict[str, int] = defaultdict(int)
        for held in self._batches:
            of_channel[held.channel] += new.get(held.code, 0)
        rows = reconcile(survey.plan, queries.batch_rows(survey))
        counted = {row.channel: row for row in rows if row.batch is None}
        codes = [reason.code for reason in survey.plan.void_reasons]
        return tuple(
            DayChannel(
                name=held.name,
                issued=held.issued,
                returned=held.returned,
                registered=held.counts.registered,
                keyed=held.counts.keyed,
                today=of_channel[held.code],
                valid=counted[held.code].valid,
                void=tuple(counted[held.code].void[code] for code in codes),
                unsettled=counted[held.code].unsettled,
                left=held.counts.left,
            )
            for held in overview_queries.channel_progress(survey, self._batches)
        )

    def _second(self) -> DaySecond:
        counts = self._whole
        made = sum(held.pass_number == _SECOND and not held.again for held in self._keyed)
        return DaySecond(
            done=counts.second_keyed,
            today=made,
            due=counts.second_due,
            ahead=counts.second_ahead,
            differing=counts.differing,
            rates=overall_rates(comparisons(self._survey)),
        )

    def _rulings(self) -> DayRulings:
        days = day_queries.ruling_days(self._survey)
        return DayRulings(len(days), days.count(self._day), self._whole.ruling)

    def _worked_batches(self) -> DayBatches:
        codes = [held.code for held in self._batches]
        known = set(codes)
        done = [
            [code for code in found if code in known]
            for found in (
                day_queries.registered_on(self._survey, self._day),
                day_queries.begun_on(self._survey, self._day),
                day_queries.closed_on(self._survey, self._day),
            )
        ]
        registered, begun, closed = (_runs(found, codes) for found in done)
        counts = (len(done[0]), len(done[1]), len(done[2]))
        return DayBatches(registered, begun, closed, counts, len(codes), self._whole.closed)

    def _uneven(self, held: BatchProgress) -> DayUneven:
        return DayUneven(
            held.code,
            self._channels[held.channel],
            held.counts.registered,
            held.counts.keyed,
            held.counts.missing,
            held.counts.extra,
            held.is_closed,
        )

    def _by_person(self) -> Iterable[DayPerson]:
        """By station as the stations are listed, then by code."""
        paces = self._paces()
        places = {(held.station, held.operator) for held in self._keyed} | paces.keys()
        order = {station: at for at, station in enumerate(self._stations)}
        for station, operator in sorted(
            places, key=lambda place: (order.get(place[0], len(order)), *place)
        ):
            keyed = [
                held for held in self._keyed if (held.station, held.operator) == (station, operator)
            ]
            yield DayPerson(
                self._station(station),
                self._person(operator),
                sum(held.pass_number == _FIRST and not held.again for held in keyed),
                sum(held.pass_number == _SECOND and not held.again for held in keyed),
                sum(held.again for held in keyed),
                paces.get((station, operator)),
            )

    def _paces(self) -> Mapping[tuple[str, str], Pace]:
        held: dict[tuple[str, str], list[Stint]] = defaultdict(list)
        for place, stint in day_queries.stints_by_place(self._survey):
            if stint.day == self._day:
                held[place].append(stint)
        return {place: Pace.of(found) for place, found in held.items()}

    def _silent(self) -> Iterable[DayStation]:
        """Admitted stations of which the newest record here is older than this day."""
        for held in import_queries.station_standings(self._survey, self._imports):
            if held.station.state == "admitted" and (
                not held.at or day_queries.day_of(held.at) < self._day
            ):
                name = self._station(held.station.station)
                yield DayStation(name, day_queries.local(held.at) if held.at else None)

    def _merges(self) -> list[DayImport]:
        made = [self._merge(line) for line in self._imports]
        revoked = [self._revoked(line) for line in self._imports if line.revoked]
        found = [held for held in (*made, *revoked) if held.at.date() == self._day]
        return sorted(found, key=lambda held: held.at)

    def _merge(self, line: ImportLine) -> DayImport:
        return DayImport(
            day_queries.local(line.at),
            len(line.files),
            self._brought(line),
            line.records,
            self._person(line.operator),
        )

    def _revoked(self, line: ImportLine) -> DayImport:
        assert line.revoked
        return DayImport(
            day_queries.local(line.revoked.at),
            len(line.files),
            self._brought(line),
            line.records,
            self._person(line.revoked.operator),
            revoked=True,
            reason=line.revoked.reason,
        )

    def _brought(self, line: ImportLine) -> tuple[str, ...]:
        """Names of the stations in it, in the order of all stations."""
        held = {reach.station for reach in line.stations}
        return tuple(name for station, name in self._stations.items() if station in held)

    def _networks(self) -> Iterable[DayNetwork]:
        for seen in paper_queries.networks_seen(self._survey):
            if day_queries.day_of(seen.at) == self._day:
                yield DayNetwork(
                    day_queries.local(seen.at),
                    self._station(seen.station),
                    self._person(seen.operator),
                    seen.interfaces,
                )

    def _obstacles(self) -> Iterable[DayObstacle]:
        for group in obstacle_groups(self._survey):
            # what stands behind the stroke tells the obstacles of one batch or station apart
            places = dict.fromkeys(held.place.partition("/")[0] for held in group.problems)
            yield DayObstacle(group.kind, len(group.problems), tuple(places))

    def _station(self, station: str) -> str:
        return self._stations.get(station, station[:8])

    def _person(self, operator: str) -> str:
        return self._people.get(operator, operator)


def _is_uneven(held: BatchProgress) -> bool:
    """An open batch that is not keyed to its end is none: it is still being keyed."""
    counts: Counts = held.counts
    return bool(counts.extra or (held.is_closed and counts.missing))


def _runs(found: Sequence[str], codes: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """First and last of codes that follow on in the list of all."""
    place = {code: at for at, code in enumerate(codes)}
    runs: list[tuple[str, str]] = []
    for code in found:
        if runs and place[code] == place[runs[-1][1]] + 1:
            runs[-1] = runs[-1][0], code
        else:
            runs.append((code, code))
    return tuple(runs)
