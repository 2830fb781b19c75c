"""The commands by name; each loads its world only when it is run."""

from importlib import import_module

import click

from desktop import __version__
from desktop.cli.screen import words
from desktop.cli.usage import HouseGroup, of_house, translate_click

_COMMANDS = {
    "admit": "desktop.cli.stations:admit",
    "approve": "desktop.cli.surveys:approve",
    "archive": "desktop.cli.archiving:archive",
    "assess": "desktop.cli.assess:assess",
    "backup": "desktop.cli.sealing:backup",
    "batch": "desktop.cli.batches:batch",
    "complaints": "desktop.cli.complaints:complaints",
    "composite": "desktop.cli.composite:composite",
    "conflicts": "desktop.cli.rulings:conflicts",
    "demo": "desktop.cli.demo:demo",
    "differences": "desktop.cli.rulings:differences",
    "doubt": "desktop.cli.forms:doubt",
    "encrypt": "desktop.cli.archiving:encrypt",
    "errors": "desktop.cli.archiving:error_rates",
    "findings": "desktop.cli.findings:findings",
    "history": "desktop.cli.surveys:enter_year",
    "identical": "desktop.cli.results:identical",
    "import": "desktop.cli.forms:import_",
    "issue": "desktop.cli.issuing:issue",
    "join": "desktop.cli.stations:join",
    "kit": "desktop.cli.stations:kit",
    "log": "desktop.cli.log:log",
    "merge": "desktop.cli.merging:merge",
    "new": "desktop.cli.surveys:new",
    "operator": "desktop.cli.operators:operator",
    "opinion": "desktop.cli.opinions:opinion",
    "pack": "desktop.cli.stations:pack",
    "plan": "desktop.cli.surveys:plan",
    "pledges": "desktop.cli.pledges:pledges",
    "questionnaire": "desktop.cli.questionnaire:questionnaire",
    "rebuild": "desktop.cli.checks:rebuild",
    "reconcile": "desktop.cli.results:reconcile",
    "report": "desktop.cli.results:report",
    "recover": "desktop.cli.archiving:recover_key",
    "requests": "desktop.cli.requests:requests",
    "restart": "desktop.cli.stations:restart",
    "results": "desktop.cli.results:results",
    "revoke": "desktop.cli.merging:revoke",
    "rule": "desktop.cli.rulings:rule",
    "seal": "desktop.cli.sealing:seal",
    "self-test": "desktop.cli.checks:self_test",
    "stability": "desktop.cli.stability:stability",
    "stations": "desktop.cli.stations:list_stations",
    "suspend": "desktop.cli.stations:suspend",
    "totals": "desktop.cli.forms:totals",
    "unseal": "desktop.cli.sealing:unseal",
    "window": "desktop.cli.window:window",
    "verify": "desktop.cli.checks:verify",
    "zero": "desktop.cli.surveys:zero",
}

_HIDDEN = {"lay-out": "desktop.cli.laying:lay_out"}
"""What the window starts for itself."""


class LazyGroup(HouseGroup):
    """Imports a command's module when the command is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        place = (_COMMANDS | _HIDDEN).get(cmd_name)
        if place is None:
            return None
        module, name = place.split(":")
        found: click.Command = getattr(import_module(module), name)
        return of_house(found)


translate_click()


@click.group(
    cls=LazyGroup,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(
    __version__, prog_name="Pingyi", message=words("%(prog)s, version %(version)s")
)
@click.pass_context
def pingyi(context: click.Context) -> None:
    """Count paper appraisal forms, offline and exactly (评议计票).

    Without a command it opens the window.
    """
    if context.invoked_subcommand is None:
        from desktop.cli.window import open_window

        open_window(context)
