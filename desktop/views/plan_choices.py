"""What other lists of a plan offer to choose from."""

from desktop.models.plan_draft import PlanDraft
from desktop.models.plan_table_model import Choice, shown


def named(draft: PlanDraft, name: str) -> list[Choice]:
    """The rows of a list by code, called by their names."""
    return [(row["code"], shown(row["name"]) or shown(row["code"])) for row in draft.value[name]]


def agencies_of(draft: PlanDraft) -> list[Choice]:
    """The agencies by code; the code stands first, as in the list."""
    rows = draft.value["agencies"]
    return [(row["code"], f"{row['code']} {row['short'] or row['name']}") for row in rows]
