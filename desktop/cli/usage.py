"""The house's rules for every command: options once and never empty, the reader's language."""

import inspect
from collections.abc import Sequence
from typing import Any

import click
from click import core, exceptions, formatting, parser, termui, types

from desktop.cli.help_pages import HelpPage, paragraphs
from desktop.cli.screen import words

CLICK_MODULES = (core, exceptions, formatting, parser, termui, types)
"""Modules of click that speak to people."""


def translate_click() -> None:
    """Let click say its own sentences in the reader's language.

    Each of its modules takes them through `_` and `ngettext`, which look for compiled catalogues
    under the system's locale; ours are in `resources/words/` and follow `PINGYI_LANG`.
    """
    for module in CLICK_MODULES:
        vars(module).update(_=words, ngettext=_plural)


def _plural(one: str, many: str, count: int) -> str:
    return words(one if count == 1 else many)


class _Context(click.Context):
    formatter_class = HelpPage


class HouseCommand(click.Command):
    """A command that refuses what click would pass over in silence."""

    context_class = _Context

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        given, _, order = self.make_parser(ctx).parse_args(args=list(args))
        try:
            rest = super().parse_args(ctx, args)
        except click.MissingParameter as missing:
            # click joins this sentence from parts, and ends it in its own full stop
            sentence = missing.format_message().replace("'.", words("'."))
            raise click.UsageError(sentence, ctx) from missing
        if not ctx.resilient_parsing:
            _check_given(ctx, given, order)
        return rest

    def get_short_help_str(self, limit: int = 45) -> str:
        return paragraphs(inspect.cleandoc(self.help or ""))[0]


class HouseGroup(HouseCommand, click.Group):
    """A group whose commands are the house's, however their modules made them."""

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        found = super().get_command(ctx, cmd_name)
        return found and of_house(found)


def of_house(command: click.Command) -> click.Command:
    """The command as if it had been made with `cls=`, so that no module can forget it."""
    command.__class__ = HouseGroup if isinstance(command, click.Group) else HouseCommand
    return command


def _check_given(
    ctx: click.Context, given: dict[str, Any], order: Sequence[click.Parameter]
) -> None:
    for param in dict.fromkeys(order):
        hint = param.get_error_hint(ctx)
        if _is_single(param) and list(order).count(param) > 1:
            message = words("{name} is given more than once: give it once.")
            raise click.UsageError(message.format(name=hint), ctx)
        if _has_empty(given[str(param.name)]):
            message = words("{name} has an empty value: give it one, or leave it out.")
            raise click.UsageError(message.format(name=hint), ctx)


def _is_single(param: click.Parameter) -> bool:
    return isinstance(param, click.Option) and not (param.multiple or param.is_flag)


def _has_empty(value: object) -> bool:
    values = value if isinstance(value, list | tuple) else (value,)
    return any(isinstance(each, str) and not each.strip() for each in values)
