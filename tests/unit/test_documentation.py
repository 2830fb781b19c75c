"""Every command and option is documented, and what the documents name exists."""

import re
from pathlib import Path

import click
import pytest

from desktop.cli.root import pingyi

CHECKOUT = Path(__file__).resolve().parents[2]
COMMANDS = (CHECKOUT / "docs" / "COMMANDS.md").read_text(encoding="utf-8")


def commands(group: click.Group, prefix: str = "pingyi") -> dict[str, click.Command]:
    found: dict[str, click.Command] = {}
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if isinstance(command, click.Group):
            found |= commands(command, f"{prefix} {name}")
        elif command is not None:
            found[f"{prefix} {name}"] = command
    return found


ALL = commands(pingyi)


@pytest.mark.parametrize("name", ALL)
def test_a_command_has_its_line_with_every_option(name):
    (line,) = [line for line in COMMANDS.splitlines() if re.match(rf"\| `{name}[` ]", line)]
    for option in (p for p in ALL[name].params if isinstance(p, click.Option)):
        for flag in option.opts:
            assert flag == "--json" or flag in line, flag


@pytest.mark.parametrize("name", ALL)
def test_every_option_says_what_it_does_and_every_command_speaks_json(name):
    options = [param for param in ALL[name].params if isinstance(param, click.Option)]
    assert all(option.help for option in options)
    assert "--json" in [flag for option in options for flag in option.opts]
    assert ALL[name].help


def test_no_line_describes_a_command_that_is_not_there():
    described = re.findall(r"^\| `(pingyi [a-z -]+?)(?: [A-Z].*?)?`", COMMANDS, re.MULTILINE)
    assert set(described) == set(ALL)


@pytest.mark.parametrize(
    "page", ["README.md", "README.zh-CN.md", "ARCHITECTURE.md", "docs/COMMANDS.md"]
)
def test_links_lead_to_files_and_commands_exist(page):
    path = CHECKOUT / page
    text = path.read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#:]+)\)", text):
        assert (path.parent / target).exists(), target
    for command in re.findall(r"^pingyi ([a-z-]+)", text, re.MULTILINE):
        assert any(name.split()[1] == command for name in ALL), command
