"""What a record says, against the survey's plan: nothing the plan does not know goes on."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from desktop.store import kinds
from desktop.store.errors import BadRecordError
from desktop.store.ledgers import check_line
from desktop.store.records import Record
from desktop.tally.errors import PingyiError
from desktop.tally.form import Form, check_batch_code, check_form
from desktop.tally.history import YEARS
from desktop.tally.issuing import WAYS, is_date
from desktop.tally.numbers import parse_number
from desktop.tally.opinions import is_opinion
from desktop.tally.plan import Plan

_ID = re.compile(r"[0-9a-f]{64}")
_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z")
_CALLER = re.compile(r"[A-Za-z0-9]{0,16}")
_OUTCOME = {"batch", "number", "void", "marks"}
_RUN = {"station", "incarnation", "last", "head"}
_SOURCE = {"name", "sha256", "runs"}
_ROW = {
    "agency",
    "dimension",
    "counts",
    "blank",
    "dont_know",
    "invalid",
    "not_applicable",
    "forms",
}


def check_content(plan: Plan, record: Record) -> None:
    """Raise BadRecordError where a record says what no program with this plan would."""
    check = _CHECKS.get(record.kind)
    try:
        if record.kind in kinds.LEDGER:
            check_line(plan, record)
        elif check is not None:
            check(plan, record.data)
    except BadRecordError:
        raise
    except PingyiError as error:
        raise BadRecordError(error.message, **error.fields) from error
    except (KeyError, TypeError, ValueError, AttributeError):
        raise BadRecordError("its content has a wrong shape") from None


def _expect(true: object) -> None:
    if not true:
        raise BadRecordError("its content has a wrong shape")


def _form(plan: Plan, data: Mapping[str, Any]) -> None:
    check_batch_code(data["batch"])
    check_form(plan, Form(data["batch"], data["number"], data["marks"], data["void"]))
    _expect(data["pass"] in (1, 2))
    _expect(all(_ID.fullmatch(identity) for identity in data["against"]))
    _expect(re.fullmatch(r"[0-9a-f]*", data["filled"]))


def _doubt(plan: Plan, data: Mapping[str, Any]) -> None:
    check_batch_code(data["batch"])
    _expect(1 <= data["number"] <= 99999)


def _ruling(plan: Plan, data: Mapping[str, Any]) -> None:
    _doubt(plan, data)
    for outcome in data["outcomes"]:
        _expect(outcome.keys() == _OUTCOME)
        check_batch_code(outcome["batch"])
        check_form(
            plan, Form(outcome["batch"], outcome["number"], outcome["marks"], outcome["void"])
        )
    places = [(outcome["batch"], outcome["number"]) for outcome in data["outcomes"]]
    _expect(len(set(places)) == len(places))
    _expect(data["reason"].strip())


def _batch(plan: Plan, data: Mapping[str, Any]) -> None:
    check_batch_code(data["code"])
    _expect(data["channel"] in {channel.code for channel in plan.channels})
    _expect(1 <= data["count"] <= 99999)
    _expect(data["origin"] is None or data["origin"] in {a.code for a in plan.agencies})


def _drawn(plan: Plan, data: Mapping[str, Any]) -> None:
    check_batch_code(data["batch"])
    _expect(0 <= data["percent"] <= 100)


def _totals(plan: Plan, data: Mapping[str, Any]) -> None:
    _expect(data["channel"] in {channel.code for channel in plan.channels})
    agencies = {agency.code for agency in plan.agencies}
    dimensions = {dimension.code for dimension in plan.dimensions}
    grades = {grade.code for grade in plan.grades}
    for row in data["rows"]:
        _expect(row.keys() == _ROW and row["counts"].keys() == grades)
        _expect(row["agency"] in agencies and row["dimension"] in dimensions)
        _expect(all(_is_count(row[name]) for name in _ROW - {"agency", "dimension", "counts"}))
        _expect(all(map(_is_count, row["counts"].values())))


def _is_count(value: object) -> bool:
    return type(value) is int and value >= 0


def _merged(plan: Plan, data: Mapping[str, Any]) -> None:
    for source in data["sources"]:
        _expect(source.keys() == _SOURCE)
        _expect(all(run.keys() == _RUN and _ID.fullmatch(run["head"]) for run in source["runs"]))


def _restarted(plan: Plan, data: Mapping[str, Any]) -> None:
    after = data["after"]
    _expect(after.keys() == {"incarnation", "seq", "head"} and _ID.fullmatch(after["head"]))
    _expect(_is_count(after["incarnation"]) and _is_count(after["seq"]))


def _worked(plan: Plan, data: Mapping[str, Any]) -> None:
    moments = {"began", "ended"}
    _expect(_CALLER.fullmatch(data["caller"]))
    _expect(all(_MOMENT.fullmatch(data[name]) for name in moments))
    _expect(all(_is_count(data[name]) for name in data.keys() - moments - {"caller"}))


def _issue(plan: Plan, data: Mapping[str, Any]) -> None:
    _expect(data["channel"] in {channel.code for channel in plan.channels})
    _expect(data["way"] in WAYS and _is_count(data["forms"]) and is_date(data["on"]))
    _expect(data["giver"].strip() and data["taker"].strip())


def _approved(plan: Plan, data: Mapping[str, Any]) -> None:
    _expect(_ID.fullmatch(data["plan"]) and data["names"])
    _expect(_are_names(data["names"]))


def _history(plan: Plan, data: Mapping[str, Any]) -> None:
    _expect(data["year"] in YEARS and data["source"].strip() and data["rows"])
    known = {agency.code for agency in plan.agencies}
    for row in data["rows"]:
        _expect(row.keys() == {"agency", "rank", "score"} and row["agency"] in known)
        _expect(row["rank"] is None or (_is_count(row["rank"]) and row["rank"]))
        _expect(row["score"] == "" or parse_number(row["score"]) is not None)
    _expect(len({row["agency"] for row in data["rows"]}) == len(data["rows"]))


def _network(plan: Plan, data: Mapping[str, Any]) -> None:
    _expect(data["interfaces"] and _are_names(data["interfaces"]))


def _opinion(plan: Plan, data: Mapping[str, Any]) -> None:
    _doubt(plan, data)
    _expect(data["agency"] == "" or data["agency"] in {agency.code for agency in plan.agencies})
    _expect(data["text"] == "" or is_opinion(data["text"]))


def _year_sealed(plan: Plan, data: Mapping[str, Any]) -> None:
    _expect(data["edition"] >= 1 and _ID.fullmatch(data["standing"]) and data["heads"])
    _expect(is_date(data["day"]))
    _expect(all(run.keys() == _RUN and _ID.fullmatch(run["head"]) for run in data["heads"]))


def _year_unsealed(plan: Plan, data: Mapping[str, Any]) -> None:
    _expect(data["edition"] >= 1 and data["reason"].strip() and data["second"].strip())


def _are_names(names: list[Any]) -> bool:
    """Texts that are not blank, none twice."""
    texts = all(isinstance(name, str) and name.strip() for name in names)
    return texts and len(set(names)) == len(names)


_CHECKS: Mapping[str, Callable[[Plan, Mapping[str, Any]], None]] = {
    kinds.FORM: _form,
    kinds.DOUBTED: _doubt,
    kinds.RULED: _ruling,
    kinds.BATCH: _batch,
    kinds.DRAWN: _drawn,
    kinds.TOTALS: _totals,
    kinds.MERGED: _merged,
    kinds.RESTARTED: _restarted,
    kinds.WORKED: _worked,
    kinds.ISSUE: _issue,
    kinds.APPROVED: _approved,
    kinds.HISTORY: _history,
    kinds.NETWORK: _network,
    kinds.OPINION: _opinion,
    kinds.YEAR_SEALED: _year_sealed,
    kinds.YEAR_UNSEALED: _year_unsealed,
}
