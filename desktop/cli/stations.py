"""Commands of stations: `kit`, `join`, `admit`, `suspend`, `restart`, `stations`, `pack`."""

from pathlib import Path

import click

from desktop.actions import stations as acts
from desktop.actions.packing import pack as pack_survey
from desktop.cli.operators import as_option, sign_in_as
from desktop.cli.printing import write_sheet
from desktop.cli.screen import existing_file, json_option, say, say_json, say_table, words
from desktop.papers.sheets import station_sheet, station_sheets
from desktop.store import station_queries
from desktop.store.admission import admission_code
from desktop.store.survey_file import open_survey


@click.command()
@click.argument("file", type=existing_file)
@click.option("--out", type=existing_file, required=True, help="The kit to write.")
@json_option
def kit(file: Path, out: Path, *, as_json: bool) -> None:
    """Write what a station needs to start."""
    with open_survey(file, write=True) as survey:
        manifest = acts.make_kit(survey, out)
    if as_json:
        say_json({"kit": str(out), "survey": manifest.survey, "records": manifest.count})
    else:
        say("Kit written: {path}. Next on a station: `pingyi join`, or `pingyi merge`.", path=out)


@click.command()
@click.argument("kit_file", type=existing_file, metavar="KIT")
@click.option("--station", required=True, help="The station's name, as lists print it.")
@click.option("--out", type=existing_file, required=True, help="The station's file to make.")
@click.option("--sheet", type=existing_file, help="Also write the station sheet as PDF.")
@json_option
def join(kit_file: Path, station: str, out: Path, sheet: Path | None, *, as_json: bool) -> None:
    """Start a station from a kit; prints its admission code."""
    with acts.join(kit_file, out, name=station) as survey:
        code = admission_code(survey.key.station)
        identity = survey.key.station
        if sheet:
            write_sheet(lambda: station_sheet(survey, sheet, words))
    if as_json:
        say_json({"station": identity, "code": code})
    else:
        say("{file} is ready, and holds no form.", file=out)
        say("Admission code of {station}: {code}", station=station, code=code)
        say("Read it to the supervisor, who compares it before admitting this station.")


@click.command()
@click.argument("file", type=existing_file)
@click.argument("package", type=existing_file)
@click.option("--code", required=True, help="The code that the station's own screen shows.")
@as_option
@json_option
def admit(file: Path, package: Path, code: str, operator: str, *, as_json: bool) -> None:
    """Admit the station behind a package, once its code was compared."""
    with open_survey(file, write=True) as survey:
        sign_in_as(survey, operator)
        applicant = acts.admit(survey, package, code=code, operator=operator)
    if as_json:
        fields = {"station": applicant.station, "name": applicant.name, "code": applicant.code}
        say_json(fields)
    else:
        say("{name} is admitted. Next: `pingyi merge`.", name=applicant.name)


@click.command()
@click.argument("file", type=existing_file)
@click.argument("station")
@click.option("--reason", required=True, help="Why, in a few words.")
@as_option
@json_option
def suspend(file: Path, station: str, reason: str, operator: str, *, as_json: bool) -> None:
    """Take nothing more from a station; what it handed over stays."""
    with open_survey(file, write=True) as survey:
        sign_in_as(survey, operator)
        identity = acts.suspend(survey, station, reason=reason, operator=operator)
    if as_json:
        say_json({"station": identity, "suspended": True})
    else:
        say("{station} is suspended: its packages are refused from now on.", station=station)


@click.command()
@click.argument("file", type=existing_file)
@click.option("--reason", required=True, help="What happened to the file, in a few words.")
@json_option
def restart(file: Path, reason: str, *, as_json: bool) -> None:
    """Go on with a file that lacks records of its own station, as a new incarnation."""
    with acts.restart(file, reason=reason) as survey:
        incarnation = survey.tip.incarnation
    if as_json:
        say_json({"file": str(file), "incarnation": incarnation})
    else:
        message = "{file} goes on as incarnation {incarnation}; what is lost will be named."
        say(message, file=file, incarnation=incarnation)


@click.command("stations")
@click.argument("file", type=existing_file)
@click.option("--sheet", type=existing_file, help="Also write a station sheet of each as PDF.")
@json_option
def list_stations(file: Path, sheet: Path | None, *, as_json: bool) -> None:
    """List stations with their codes, and the imports that brought their records."""
    with open_survey(file) as survey:
        held = station_queries.stations(survey)
        if sheet:
            write_sheet(lambda: station_sheets(survey, sheet, words))
        imports = station_queries.imports(survey)
    if as_json:
        say_json(
            {
                "stations": [
                    {
                        "station": each.station,
                        "name": each.name,
                        "state": each.state,
                        "code": admission_code(each.station),
                    }
                    for each in held
                ],
                "imports": [
                    {"import": each.record, "standing": each.standing, "files": list(each.files)}
                    for each in imports
                ],
            }
        )
        return
    rows = [(each.name, words(each.state), admission_code(each.station)) for each in held]
    heads = ("Station", "State", "Admission code")
    say_table("Stations", [words(head) for head in heads], rows)
    if imports:
        _say_imports(imports)


def _say_imports(imports: list[station_queries.Import]) -> None:
    heads = ("Import", "State", "Files")
    rows = [
        (each.record[:12], words("stands" if each.standing else "revoked"), " ".join(each.files))
        for each in imports
    ]
    say_table("Imports", [words(head) for head in heads], rows)


@click.command()
@click.argument("file", type=existing_file)
@click.option("--out", type=existing_file, required=True, help="The folder, as on a stick.")
@json_option
def pack(file: Path, out: Path, *, as_json: bool) -> None:
    """Write the handover package and read it back."""
    with open_survey(file, write=True) as survey:
        path, manifest = pack_survey(survey, out)
    if as_json:
        say_json({"package": str(path), "records": manifest.count, "root": manifest.root})
    else:
        say("Package written and read back: {path}", path=path)
        say("Records: {count}", count=manifest.count)
