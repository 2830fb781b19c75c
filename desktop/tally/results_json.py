"""`results.json` (docs/FORMAT.md): what scripts read and what is hashed."""

from fractions import Fraction
from typing import Any

from desktop.tally.numbers import ratio_text
from desktop.tally.plan import Plan
from desktop.tally.reconciliation import ReconciliationRow
from desktop.tally.results import AgencyResult, ChannelResult, DimensionResult, Results


def results_json(results: Results) -> dict[str, Any]:
    """The object whose canonical bytes are hashed: `results.json` without its `hash`."""
    plan = results.plan
    return {
        "survey": results.survey,
        "mode": results.mode,
        "plan_hash": results.plan_hash,
        "forms": {
            "valid": results.forms.valid,
            "void": dict(results.forms.void),
            "unsettled": results.forms.unsettled,
        },
        "agencies": [_agency_json(plan, agency) for agency in results.agencies],
        "cut": {"top": list(results.top), "bottom": list(results.bottom)},
        "reconciliation": [reconciliation_json(row) for row in results.reconciliation],
    }


def reconciliation_json(row: ReconciliationRow) -> dict[str, Any]:
    """A row as `reconcile --json` prints it."""
    return {
        "channel": row.channel,
        "batch": row.batch,
        "issued": row.issued,
        "slip": row.slip,
        "keyed": row.keyed,
        "valid": row.valid,
        "void": dict(row.void),
        "missing": row.missing,
        "extra": row.extra,
    }


def _agency_json(plan: Plan, agency: AgencyResult) -> dict[str, Any]:
    found = {
        "code": agency.code,
        "rank": agency.rank,
        "group_rank": agency.group_rank,
        "score": _ratio(agency.score),
        "display": agency.display,
        "rate": _ratio(agency.rate),
        "votes": agency.votes,
        "dimensions": [_dimension_json(plan, held) for held in agency.dimensions],
        "channels": [_channel_json(plan, held) for held in agency.channels],
    }
    if plan.bands:
        found |= {"band": agency.band, "vetoed": agency.vetoed}
    return found


def _channel_json(plan: Plan, channel: ChannelResult) -> dict[str, Any]:
    return {
        "code": channel.code,
        "forms": channel.forms,
        "score": _ratio(channel.score),
        "dimensions": [_dimension_json(plan, held) for held in channel.dimensions],
    }


def _dimension_json(plan: Plan, dimension: DimensionResult) -> dict[str, Any]:
    counts = dimension.counts
    codes = (grade.code for grade in plan.grades)
    return {
        "code": dimension.code,
        "counts": dict(zip(codes, counts.grades, strict=True)),
        "blank": counts.blank,
        "dont_know": counts.dont_know,
        "invalid": counts.invalid,
        "not_applicable": counts.not_applicable,
        "score": _ratio(dimension.score),
    }


def _ratio(value: Fraction | None) -> str | None:
    return None if value is None else ratio_text(value)
