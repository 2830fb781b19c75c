"""`python -m benchmarks`: run the benchmarks named, or all, and print what they find."""

import tempfile
from pathlib import Path

import click

from benchmarks import machine
from benchmarks.registry import FAMILY, Run, benchmarks, named
from benchmarks.report import Report

FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.command()
@click.argument("names", nargs=-1, type=click.Choice([*benchmarks(), FAMILY]))
@click.option("--quick", is_flag=True, help="Few rounds and forms: does everything still run?")
@click.option("--full", is_flag=True, help="Also what needs minutes and gigabytes.")
@click.option("--markdown", type=click.Path(path_type=Path), help="Write the findings here too.")
@click.option("--folder", type=FOLDER, help="Work on this folder's disk.")
def main(
    names: tuple[str, ...], *, quick: bool, full: bool, markdown: Path | None, folder: Path | None
) -> None:
    """Measure Pingyi side by side with peers on made-up paper."""
    lines = machine.description(folder or Path(tempfile.gettempdir()))
    click.echo("\n".join(lines) + "\n")
    reports = []
    for name in named(names):
        reports.append(_measured(name, folder, quick=quick, full=full))
        click.echo(reports[-1].text())
    if markdown:
        listed = "".join(f"- {line}\n" for line in lines)
        texts = [f"# Benchmarks\n\n{listed}", *(report.markdown() for report in reports)]
        markdown.write_text("\n".join(texts), encoding="utf-8")


def _measured(name: str, folder: Path | None, *, quick: bool, full: bool) -> Report:
    with tempfile.TemporaryDirectory(prefix="pingyi-bench-", dir=folder) as made:
        report = _report(name, Run(Path(made), quick=quick, full=full))
    if quick:
        report.targets.clear()
        report.remarks.append("A quick run says nothing about the targets.")
    return report


def _report(name: str, run: Run) -> Report:
    try:
        return benchmarks()[name](run)
    except ModuleNotFoundError as error:
        raise click.ClickException(f"{error.name} is missing: use `make bench`.") from error


if __name__ == "__main__":
    main()
