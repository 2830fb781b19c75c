"""The group `assess`: the 100-point assessment, its ledger, standing and consequences."""

import click

from desktop.cli import (
    assess_entries,
    assess_listing,
    assess_settings,
    assess_standing,
    assess_tables,
    consequences,
)


@click.group()
def assess() -> None:
    """The 100-point assessment: ledger, standing, bands, consequences, seal of the year."""


for command in (
    assess_listing.list_entries,
    assess_entries.add,
    assess_entries.correct,
    assess_entries.move,
    assess_tables.import_,
    assess_tables.export,
    assess_tables.bands,
    assess_tables.report,
    assess_standing.standing,
    assess_settings.rules,
    assess_settings.link,
    assess_settings.seal,
    assess_settings.unseal,
    consequences.consequences,
    consequences.confirm,
    consequences.unconfirm,
    consequences.annul,
    consequences.restore,
):
    assess.add_command(command)
