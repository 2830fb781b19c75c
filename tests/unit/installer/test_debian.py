"""The Debian package, as far as it can be tried without building it."""

import configparser
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import click

from desktop.cli.root import pingyi
from desktop.store.schema import APPLICATION_ID
from installer import debian
from tests.surveys import founded

MIME = {"m": "http://www.freedesktop.org/standards/shared-mime-info"}


def test_the_menu_entry_is_in_both_languages_and_opens_surveys():
    entry = configparser.RawConfigParser(delimiters="=")
    entry.read(debian.HERE / "pingyi.desktop", encoding="utf-8")
    words = entry["Desktop Entry"]
    assert (words["name"], words["name[zh_cn]"]) == ("Pingyi", "评议计票")
    assert (words["Exec"], words["Terminal"]) == ("/usr/bin/pingyi window %f", "false")
    assert "window" in pingyi.list_commands(click.Context(pingyi))
    assert words["MimeType"] == f"{mime_type().get('type')};"


def mime_type():
    root = ET.parse(debian.HERE / "pingyi.xml").getroot()
    return root.find("m:mime-type", MIME)


def test_a_survey_is_known_by_its_name_and_by_its_first_bytes():
    assert mime_type().find("m:glob", MIME).get("pattern") == "*.pingyi"
    inner = mime_type().find("m:magic/m:match/m:match", MIME)
    assert int(inner.get("value"), 16) == APPLICATION_ID
    # where SQLite keeps application_id
    assert (inner.get("type"), inner.get("offset")) == ("big32", "68")


TELL = """
import sys
from PySide6.QtCore import QMimeDatabase
for path in sys.argv[1:]:
    print(QMimeDatabase().mimeTypeForFile(path).name())
"""


def test_a_desktop_knows_a_survey_without_its_ending(tmp_path, monkeypatch):
    packages = tmp_path / "share" / "mime" / "packages"
    packages.mkdir(parents=True)
    (packages / "pingyi.xml").write_bytes((debian.HERE / "pingyi.xml").read_bytes())
    with founded(tmp_path / "x.pingyi"):
        pass
    survey, other = tmp_path / "survey", tmp_path / "other"
    content = (tmp_path / "x.pingyi").read_bytes()
    survey.write_bytes(content)
    other.write_bytes(content[:68] + b"\0\0\0\0" + content[72:])
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    monkeypatch.setenv("XDG_DATA_DIRS", str(tmp_path / "none"))
    command = [sys.executable, "-c", TELL, str(survey), str(other)]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    assert told[0] == "application/x-pingyi"
    assert told[1] != "application/x-pingyi"


def test_the_package_s_tree(tmp_path):
    folder, tree = tmp_path / "built", tmp_path / "tree"
    (folder / "_internal").mkdir(parents=True)
    (folder / "pingyi").write_text("program")
    (folder / "pingyi").chmod(0o700)
    (folder / "_internal" / "a.so").write_text("library")
    (folder / "_internal" / "link.so").symlink_to("a.so")
    debian.lay_out(tree, folder)
    assert (tree / "usr/bin/pingyi").readlink() == Path("/opt/pingyi/pingyi")
    assert (tree / "opt/pingyi/_internal/link.so").readlink() == Path("a.so")
    assert (tree / "opt/pingyi/pingyi").stat().st_mode & 0o777 == 0o755
    assert (tree / "opt/pingyi/_internal/a.so").stat().st_mode & 0o777 == 0o644
    share = {str(p.relative_to(tree / "usr/share")) for p in tree.rglob("usr/share/**/*.*")}
    assert {"applications/pingyi.desktop", "mime/packages/pingyi.xml"} <= share
    assert {
        f"icons/hicolor/{size}x{size}/{kind}.png"
        for size in (16, 256)
        for kind in ("apps/pingyi", "mimetypes/application-x-pingyi")
    } <= share


def test_the_control_file_says_what_the_folder_needs(tmp_path):
    fields = {"version": "1.2", "machine": "amd64", "depends": "libc6 (>= 2.36)"}
    (tmp_path / "file").write_bytes(b"x" * 5000)
    debian._write_control(tmp_path, fields)
    control = (tmp_path / "DEBIAN" / "control").read_text(encoding="utf-8")
    lines = dict(line.split(": ", 1) for line in control.splitlines() if line[0] != " ")
    assert (lines["Package"], lines["Version"], lines["Installed-Size"]) == ("pingyi", "1.2", "4")
    assert lines["Depends"] == "libc6 (>= 2.36)"
