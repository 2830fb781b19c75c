"""Whether a file holds all that figures are made from."""

from desktop.store import station_queries
from desktop.store.log import holds
from desktop.store.survey_file import SurveyFile


def gives_figures(survey: SurveyFile) -> bool:
    """Whether every chain that was merged is here and no other is; not so in a station's file."""
    merged = station_queries.authority(survey).heads(active=False)
    here = {
        held["head"]
        for held in station_queries.chain_heads(survey)
        if held["station"] != survey.founder
    }
    return here <= merged and all(holds(survey.db, head) for head in merged)
