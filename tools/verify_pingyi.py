"""Checks survey files, packages and whole archives without a line of the program that made them.

    python verify_pingyi.py [--key FILE] PATH… [results.json]

A PATH is a survey file (NAME.pingyi), a package (NAME.pyp) or the folder of an archive. Written
from docs/FORMAT.md alone, whose sections are named here: the standard library, and `cryptography`
for the ciphers. Of a survey it reads the table `record` and nothing else, follows every chain,
decides who had the authority for what, counts every mark anew, and compares each figure of
`results.json` and the hash under every seal. FILE holds the key of an encrypted package's
recipient: 64 hex digits, the printed recovery text, or `recipient.json`.

Exit code 0 where all is right; 1, with a line for every wrong thing, where anything is not.
"""

import argparse
import base64
import calendar
import hashlib
import io
import json
import re
import sqlite3
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from fractions import Fraction
from itertools import pairwise
from math import ceil, floor
from pathlib import Path
from typing import Any, NamedTuple

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

Fields = dict[str, Any]
Place = tuple[str, int]
"""Batch and number of a form."""

MOST = 50
"""Wrong things told of one file; a ruined one would go on for ever."""


class WrongError(Exception):
    """What is wrong, in words."""


def expect(condition: object, message: str) -> None:
    if not condition:
        raise WrongError(message)


class Report:
    """Everything wrong and everything worth knowing, in the order it was found."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.wrongs: list[str] = []
        self._told: Counter[str] = Counter()

    def note(self, place: str, message: str) -> None:
        self.lines.append(f"{place}: {message}")

    def wrong(self, place: str, message: str) -> None:
        self._told[place] += 1
        self.wrongs.append(f"{place}: {message}")
        if self._told[place] <= MOST:
            self.lines.append(f"WRONG {place}: {message}")
        elif self._told[place] == MOST + 1:
            self.lines.append(f"WRONG {place}: and more of the kind")

    @contextmanager
    def watching(self, place: str) -> Iterator[None]:
        """Whatever stops the work inside is something wrong at this place."""
        try:
            yield
        except WrongError as wrong:
            self.wrong(place, str(wrong))
        except (OSError, sqlite3.Error, RecursionError, UnicodeError) as error:
            self.wrong(place, f"it cannot be read through ({error})")
        except (ValueError, KeyError, IndexError, TypeError, AttributeError) as error:
            self.wrong(place, f"something in it is misshapen ({error!r})")


# Canonical JSON (section 2)


def canonical(value: Any) -> bytes:
    """RFC 8785 for texts, whole numbers, true, false, null, lists and objects."""
    if isinstance(value, dict):
        names = sorted(value, key=lambda name: name.encode("utf-16-be"))
        return b"{" + b",".join(text(n) + b":" + canonical(value[n]) for n in names) + b"}"
    if isinstance(value, list):
        return b"[" + b",".join(map(canonical, value)) + b"]"
    if isinstance(value, str):
        return text(value)
    expect(not isinstance(value, float), "a number is not whole")
    expect(not isinstance(value, int) or abs(value) < 2**53, "a number is too large")
    return json.dumps(value).encode()


def text(value: str) -> bytes:
    expect(unicodedata.is_normalized("NFC", value), f"{value!r} is not in normal form C")
    return json.dumps(value, ensure_ascii=False).encode()


def parsed(content: bytes) -> Fields:
    """The object in canonical bytes."""
    value = json.loads(content)
    expect(isinstance(value, dict), "it is no object")
    expect(canonical(value) == content, "it is not in canonical bytes")
    return dict(value)


def hex_digits(value: Any, digits: int) -> bool:
    return isinstance(value, str) and bool(re.fullmatch(f"[0-9a-f]{{{digits}}}", value))


# Records (sections 2 to 4)

HEADER: Fields = {
    "format": int, "survey": str, "mode": str, "station": str, "incarnation": int, "seq": int,
    "prev": str, "at": str, "operator": str, "kind": str, "parents": list, "data": dict,
}  # fmt: skip
KINDS: dict[str, Fields] = {
    "survey.founded": {"name": str, "plan": dict},
    "zero.declared": {},
    "station.joined": {"name": str},
    "station.restarted": {"reason": str, "after": dict},
    "station.admitted": {"station": str, "name": str},
    "station.suspended": {"station": str, "reason": str},
    "operator.registered": {"operator": str, "name": str, "roles": list, "salt": str, "pin": str},
    "operator.locked": {"operator": str},
    "operator.worked": {
        "caller": str, "began": str, "ended": str, "after": int, "forms": int, "presses": int,
        "fills": int, "corrections": int, "seconds": int, "idle": int, "pauses": int,
    },
    "batch.registered": {"code": str, "channel": str, "count": int, "origin": (str, type(None))},
    "batch.assigned": {"batch": str, "station": str},
    "batch.closed": {"batch": str, "valid": int, "void": int, "reason": str},
    "batch.reopened": {"batch": str, "reason": str},
    "batch.drawn": {"batch": str, "seed": str, "percent": int},
    "form.keyed": {
        "batch": str, "number": int, "pass": int, "void": str, "marks": str, "filled": str,
        "against": list,
    },
    "form.doubted": {"batch": str, "number": int, "note": str},
    "form.ruled": {"batch": str, "number": int, "outcomes": list, "reason": str, "second": str},
    "file.imported": {"name": str, "sha256": str, "batch": str, "forms": int},
    "totals.entered": {"channel": str, "source": str, "rows": list},
    "package.merged": {"sources": list},
    "import.revoked": {"import": str, "reason": str},
    "recipient.added": {"key": str, "name": str},
    "survey.sealed": {
        "edition": int, "heads": list, "results": str, "waivers": list, "second": str,
    },
    "survey.unsealed": {"edition": int, "reason": str, "second": str},
    "issue.entered": {
        "channel": str, "way": str, "forms": int, "on": str, "giver": str, "taker": str,
        "signed": str, "note": str,
    },
    "plan.approved": {"plan": str, "names": list},
    "history.entered": {"year": int, "source": str, "rows": list},
    "network.seen": {"interfaces": list},
    "opinion.keyed": {"batch": str, "number": int, "agency": str, "text": str},
    "year.sealed": {"edition": int, "day": str, "standing": str, "heads": list, "second": str},
    "year.unsealed": {"edition": int, "reason": str, "second": str},
}  # fmt: skip
DEDUCTIONS = ("deduction.entered", "deduction.verified", "deduction.decided")
LEDGERS = (
    DEDUCTIONS, ("finding.entered",), ("complaint.entered",), ("pledge.entered",),
    ("request.entered",), ("consequence.confirmed",), ("results.annulled",),
)  # fmt: skip
"""The kinds of each ledger: a record is replaced by its own kind and those behind it."""
SETTINGS = ("rules.chosen", "holidays.set", "terms.set", "composite.set", "bands.imported")
LATER = {kind: ledger[at:] for ledger in LEDGERS for at, kind in enumerate(ledger)}
LATER |= {kind: (kind,) for kind in SETTINGS}
KINDS |= {kind: {"line": str, "value": dict} for kind in LATER}
OF_THE_YEAR = {*LATER, "year.sealed", "year.unsealed"}
"""They go on under the survey's seal, until the year's own."""
BESIDE = {
    "station.joined", "station.restarted", "operator.locked", "operator.worked", "network.seen",
}  # fmt: skip
"""They change no figure."""


def check_shape(value: Any, shape: Fields, what: str) -> None:
    """Exactly these fields, each of its type; true and false are no numbers."""
    expect(isinstance(value, dict), f"{what} is no object")
    expect(value.keys() == shape.keys(), f"{what} has missing or unknown fields")
    for name, kind in shape.items():
        good = isinstance(value[name], kind) and not isinstance(value[name], bool)
        expect(good, f"{what}: {name} has a wrong type")


def read_record(body: bytes, signature: bytes) -> Fields:
    """The fields of a body that its station signed, with its `id`."""
    fields = parsed(body)
    check_shape(fields, HEADER, "the header")
    expect(all(hex_digits(parent, 64) for parent in fields["parents"]), "a parent is no id")
    expect(fields["format"] == 1, f"format {fields['format']} is not known here")
    expect(fields["kind"] in KINDS, f"the kind {fields['kind']!r} is not known here")
    check_shape(fields["data"], KINDS[fields["kind"]], fields["kind"])
    digest = hashlib.sha256(b"pingyi/record/1\n" + body).digest()
    expect(hex_digits(fields["station"], 64), "the station is no public key")
    station = bytes.fromhex(fields["station"])
    signed = b"pingyi/signature/1\n" + station + digest
    expect(is_signed(station, signature, signed), "the signature is not its station's")
    return fields | {"id": digest.hex()}


def is_signed(key: bytes, signature: bytes, content: bytes) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, content)
    except (InvalidSignature, ValueError):
        return False
    return True


# What a record says, against the plan (sections 4 and 5)


def check_content(plan: Fields, record: Fields) -> None:
    """Nothing the plan does not know goes on."""
    if record["kind"] in LATER:
        check_line(plan, record)
    elif check := CONTENT.get(record["kind"]):
        check(plan, record["data"])


def codes(plan: Fields, name: str) -> list[str]:
    return [item["code"] for item in plan[name]]


def check_place(batch: Any, number: Any) -> None:
    good = isinstance(batch, str) and re.fullmatch(r"[A-Za-z0-9]{1,16}", batch)
    expect(good, f"{batch!r} is no batch code")
    expect(type(number) is int and 1 <= number <= 99999, f"{number!r} is no form number")


def check_form(plan: Fields, form: Fields) -> None:
    check_place(form["batch"], form["number"])
    void, marks = form["void"], form["marks"]
    expect(void in ("", *codes(plan, "void_reasons")), f"the plan lists no void reason {void!r}")
    if void and not marks:
        return
    cells = len(plan["agencies"]) * len(plan["dimensions"])
    expect(len(marks) == cells, f"a form of this plan has {cells} cells, not {len(marks)}")
    known = {*codes(plan, "grades"), "0", "x", "-"} | ({"?"} if plan["dont_know"] else set())
    expect(set(marks) <= known, f"marks that the plan does not know: {set(marks) - known}")


def check_keyed(plan: Fields, data: Fields) -> None:
    check_form(plan, data)
    expect(data["pass"] in (1, 2), "there is no such pass")
    expect(all(hex_digits(held, 64) for held in data["against"]), "`against` lists no ids")
    expect(re.fullmatch(r"[0-9a-f]*", data["filled"]), "`filled` is not hex")


def check_ruling(plan: Fields, data: Fields) -> None:
    check_place(data["batch"], data["number"])
    shape = {"batch": str, "number": int, "void": str, "marks": str}
    for outcome in data["outcomes"]:
        check_shape(outcome, shape, "an outcome")
        check_form(plan, outcome)
    places = [(outcome["batch"], outcome["number"]) for outcome in data["outcomes"]]
    expect(len(set(places)) == len(places), "two outcomes have one number")
    expect(data["reason"].strip(), "a ruling without a reason")


def check_slip(plan: Fields, data: Fields) -> None:
    check_place(data["code"], data["count"])
    expect(data["channel"] in codes(plan, "channels"), "the plan lists no such channel")
    origin = data["origin"]
    expect(origin is None or origin in codes(plan, "agencies"), "the origin is no agency")


TOTALS_STATES = {"0": "blank", "?": "dont_know", "x": "invalid", "-": "not_applicable"}


def check_totals(plan: Fields, data: Fields) -> None:
    expect(data["channel"] in codes(plan, "channels"), "the plan lists no such channel")
    counts = [*TOTALS_STATES.values(), "forms"]
    shape = {"agency": str, "dimension": str, "counts": dict} | dict.fromkeys(counts, int)
    forms: dict[str, int] = {}
    for row in data["rows"]:
        check_shape(row, shape, "a row of totals")
        check_shape(row["counts"], dict.fromkeys(codes(plan, "grades"), int), "a row's counts")
        numbers = [row[name] for name in counts] + list(row["counts"].values())
        expect(min(numbers) >= 0, "a count below zero")
        expect(row["agency"] in codes(plan, "agencies"), "the plan lists no such agency")
        expect(row["dimension"] in codes(plan, "dimensions"), "the plan lists no such dimension")
        same = forms.setdefault(row["agency"], row["forms"]) == row["forms"]
        expect(same, "an agency's rows state different forms")
    cells = [(row["agency"], row["dimension"]) for row in data["rows"]]
    expect(len(set(cells)) == len(cells), "a cell is counted twice")


RUN = {"station": str, "incarnation": int, "last": int, "head": str}


def check_runs(runs: Iterable[Any]) -> None:
    for run in runs:
        check_shape(run, RUN, "a chain's end")
        expect(hex_digits(run["head"], 64), "a head is no id")


def check_merged(plan: Fields, data: Fields) -> None:
    for source in data["sources"]:
        check_shape(source, {"name": str, "sha256": str, "runs": list}, "a source")
        check_runs(source["runs"])


def check_restarted(plan: Fields, data: Fields) -> None:
    check_shape(data["after"], {"incarnation": int, "seq": int, "head": str}, "`after`")
    expect(hex_digits(data["after"]["head"], 64), "a head is no id")


def check_sealed(plan: Fields, data: Fields) -> None:
    check_runs(data["heads"])
    for waiver in data["waivers"]:
        check_shape(waiver, {"place": str, "reason": str, "second": str}, "a waiver")


def check_drawn(plan: Fields, data: Fields) -> None:
    check_place(data["batch"], 1)
    expect(0 <= data["percent"] <= 100, "a share beyond 0 to 100 percent")


def check_worked(plan: Fields, data: Fields) -> None:
    expect(re.fullmatch(r"[A-Za-z0-9]{0,16}", data["caller"]), "the caller is no operator's code")
    for name in ("began", "ended"):
        form = r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z"
        expect(re.fullmatch(form, data[name]), f"{name}: {data[name]!r} is no time")
    counts = [value for value in data.values() if isinstance(value, int)]
    expect(min(counts) >= 0, "a count below zero")


def check_issue(plan: Fields, data: Fields) -> None:
    expect(data["channel"] in codes(plan, "channels"), "the plan lists no such channel")
    expect(data["way"] in {"issued", "returned"}, "it is neither issued nor returned")
    expect(data["forms"] >= 0, "a count below zero")
    expect(is_day(data["on"]), f"{data['on']!r} is no day of the calendar")
    expect(data["giver"].strip() and data["taker"].strip(), "nobody gave or nobody took")


def is_day(written: str) -> bool:
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", written):
        return False
    year, month, day = map(int, written.split("-"))
    return year > 0 and 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]


def check_names(names: list[Any], what: str) -> None:
    """At least one, none blank, none twice."""
    expect(names and all(isinstance(name, str) and name.strip() for name in names), what)
    expect(len(set(names)) == len(names), f"{what}: one stands twice")


def check_approved(plan: Fields, data: Fields) -> None:
    expect(hex_digits(data["plan"], 64), "the plan is no hash")
    check_names(data["names"], "the names of who approved")


def check_history(plan: Fields, data: Fields) -> None:
    expect(1900 <= data["year"] <= 2999, "there is no such year")
    expect(data["source"].strip() and data["rows"], "a table without source or rows")
    for row in data["rows"]:
        shape = {"agency": str, "rank": (int, type(None)), "score": str}
        check_shape(row, shape, "a row of an earlier year")
        expect(row["agency"] in codes(plan, "agencies"), "the plan lists no such agency")
        expect(row["rank"] is None or row["rank"] > 0, "a rank below 1")
        score = row["score"]
        expect(score == "" or is_number(score), f"{score!r} is no number")
    agencies = [row["agency"] for row in data["rows"]]
    expect(len(set(agencies)) == len(agencies), "an agency stands in two rows")


def check_opinion(plan: Fields, data: Fields) -> None:
    check_place(data["batch"], data["number"])
    expect(data["agency"] in ("", *codes(plan, "agencies")), "the plan lists no such agency")
    written = data["text"]
    expect(written == "" or written.strip(), "an opinion of blanks alone")
    expect(len(written) <= 2000, "an opinion of more than 2,000 characters")
    expect(not re.search(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]", written), "it is no paragraph")


def check_year_sealed(plan: Fields, data: Fields) -> None:
    check_runs(data["heads"])
    expect(data["heads"], "a seal that names no chain")
    expect(data["edition"] > 0, "there is no such edition")
    expect(is_day(data["day"]), f"{data['day']!r} is no day of the calendar")
    expect(hex_digits(data["standing"], 64), "the standing is no hash")


def check_year_unsealed(plan: Fields, data: Fields) -> None:
    expect(data["edition"] > 0, "there is no such edition")
    expect(data["reason"].strip() and data["second"].strip(), "no reason, or no second person")


def is_number(written: str) -> bool:
    """A decimal or a fraction, of up to 12 digits before and behind."""
    parts = re.fullmatch(r"-?[0-9]{1,12}(?:\.[0-9]{1,12}|/([0-9]{1,12}))?", written)
    return parts is not None and (parts[1] is None or int(parts[1]) > 0)


CONTENT: dict[str, Callable[[Fields, Fields], None]] = {
    "form.keyed": check_keyed,
    "form.doubted": lambda plan, data: check_place(data["batch"], data["number"]),
    "form.ruled": check_ruling,
    "batch.registered": check_slip,
    "batch.drawn": check_drawn,
    "totals.entered": check_totals,
    "package.merged": check_merged,
    "station.restarted": check_restarted,
    "operator.worked": check_worked,
    "survey.sealed": check_sealed,
    "issue.entered": check_issue,
    "plan.approved": check_approved,
    "history.entered": check_history,
    "network.seen": lambda plan, data: check_names(data["interfaces"], "the networks seen"),
    "opinion.keyed": check_opinion,
    "year.sealed": check_year_sealed,
    "year.unsealed": check_year_unsealed,
}


# What a line of the year says (section 12)

Test = Callable[[Any], object]


def is_text(value: Any) -> bool:
    odd = r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029]"
    return isinstance(value, str) and len(value) <= 2000 and not re.search(odd, value)


def is_said(value: Any) -> bool:
    return is_text(value) and bool(value.strip())


def is_code(value: Any) -> bool:
    return isinstance(value, str) and bool(re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_-]{0,15}", value))


def is_a_day(value: Any) -> bool:
    return isinstance(value, str) and is_day(value) and "1900" <= value < "2200"


def is_any_day(value: Any) -> bool:
    return isinstance(value, str) and is_day(value)


def is_day_or_empty(value: Any) -> bool:
    return value == "" or is_a_day(value)


def is_flag(value: Any) -> bool:
    return isinstance(value, bool)


def is_whole(value: Any) -> bool:
    return type(value) is int


def is_count(value: Any) -> bool:
    return is_whole(value) and value >= 0


def is_exact(value: Any) -> bool:
    """A number as text in the shortest form."""
    return isinstance(value, str) and is_number(value) and shortest(Fraction(value)) == value


def shortest(value: Fraction) -> str:
    """A whole number, a decimal where it ends within 12 digits, or a fraction in lowest terms."""
    if value.denominator == 1:
        return str(value.numerator)
    for decimals in range(1, 13):
        if 10**decimals % value.denominator == 0:
            return rounded(value, decimals)
    return ratio(value) or ""


def one_of(*words: str) -> Test:
    return lambda value: value in words


def or_null(test: Test) -> Test:
    return lambda value: value is None or test(value)


def list_of(test: Test) -> Test:
    return lambda value: isinstance(value, list) and all(map(test, value))


def objects(key: Test, test: Test) -> Test:
    """An object from such keys to such values."""

    def look(value: Any) -> bool:
        pairs = value.items() if isinstance(value, dict) else [(None, None)]
        return all(key(name) and test(held) for name, held in pairs)

    return look


def fields(**tests: Test) -> Test:
    """An object with exactly these fields; the names of those that are wrong stand in the error."""

    def look(value: Any) -> bool:
        expect(isinstance(value, dict) and value.keys() == tests.keys(), "fields are missing")
        wrong = [name for name, test in tests.items() if not test(value[name])]
        expect(not wrong, f"wrong in this line: {', '.join(wrong)}")
        return True

    return look


MARK = 16
"""Digits of its rule set's hash that an entry names."""
STATES = ("draft", "verified", "circularised", "counted", "withdrawn")
FACTS = fields(count=is_count, due=is_count, rate=or_null(is_exact), amount=or_null(is_exact))
ENTRY = fields(
    unit=is_text, rule=is_said, facts=FACTS, date=is_a_day, office=is_said, document=is_text,
    case=is_text, text=is_text, reason=is_text, approver=is_text, source=is_text, origin=is_text,
    rules=is_text,
    attachments=list_of(
        fields(
            name=lambda value: isinstance(value, str),
            sha256=lambda value: isinstance(value, str) and len(value) == 64,
        )
    ),
    states=objects(one_of(*STATES), is_a_day),
)  # fmt: skip
REACHED = {"deduction.entered": STATES[:1], "deduction.verified": STATES[:2]}
"""States that an entry may have reached by a record that not only a supervisor signs."""
RULE = fields(
    code=is_code, section=is_said, text=is_said, unit=is_said,
    kind=one_of("occurrence", "step", "proportion", "rate", "discretionary", "veto"),
    points=is_exact, least=is_exact, step=is_exact, line=is_exact,
    rounding=one_of("whole", "proportional", "started"), adds=is_flag, supervising=is_flag,
    circular=is_flag, offices=list_of(is_said), band=is_text,
    proposed_for=one_of("", "overdue", "sent-back", "survey", "windows"),
)  # fmt: skip
BAND = {"code": is_code, "name": is_said, "from": or_null(is_exact), "to": or_null(is_exact)}
CONSEQUENCE = fields(
    code=is_code, text=is_said, band=is_code, years=lambda value: is_whole(value) and 0 < value < 3,
    vertical=is_flag, days=lambda value: is_count(value) and value <= 366,
)  # fmt: skip
TERM = fields(days=is_whole, working=is_flag)
TERMS = fields(accept=TERM, finish=TERM)


def is_string(value: Any) -> bool:
    return isinstance(value, str)


COMPONENT = fields(
    code=is_string, name=is_string,
    kind=one_of("survey", "assessment", "phone", "mystery", "on-site", "online", "other"),
    full=is_exact, weight=is_exact, weights=objects(is_string, is_exact),
    figures=objects(is_string, is_exact), source=is_string, date=is_string,
    sample=or_null(is_whole),
)  # fmt: skip
VALUES: dict[str, Test] = dict.fromkeys(DEDUCTIONS, ENTRY) | {
    "finding.entered": fields(
        found=is_a_day, inspector=is_said,
        inspector_kind=one_of("volunteer", "deputy", "retired", "press"), unit=is_text,
        kind=one_of("order", "pastime", "five-rules", "door", "favours", "service"),
        text=is_said, verified=is_day_or_empty, fed_back=is_day_or_empty, due=is_day_or_empty,
        rectified=is_day_or_empty, proof=is_text, closed=is_day_or_empty,
    ),
    "complaint.entered": fields(
        received=is_a_day, channel=is_said, kind=is_said, unit=is_text,
        handling=one_of("own", "assigned", "forwarded"), text=is_said, complainant=is_text,
        accepted=is_day_or_empty, finished=is_day_or_empty, answered=is_day_or_empty,
        result=is_text, extended=is_day_or_empty, extension=is_text,
        sent_back=list_of(
            fields(on=is_a_day, finished=is_a_day, extended=is_day_or_empty, extension=is_text)
        ),
    ),
    "pledge.entered": fields(
        unit=is_text, text=is_said, indicator=is_said, due=is_a_day,
        kept=one_of("open", "kept", "broken"), on=is_day_or_empty, note=is_text,
    ),
    "request.entered": fields(
        raised=is_a_day, by=is_said, unit=is_text, text=is_said, due=is_day_or_empty,
        answered=is_day_or_empty, answer=is_text,
    ),
    "consequence.confirmed": fields(
        unit=is_text, rule=is_said, on=is_a_day, document=is_text, deadline=is_day_or_empty,
        done=is_day_or_empty, note=is_text, withdrawn=is_day_or_empty,
    ),
    "results.annulled": fields(
        unit=is_text, reason=is_said, on=is_a_day, second=is_said, withdrawn=is_day_or_empty,
        note=is_text,
    ),
    "rules.chosen": fields(
        name=is_said, start=is_exact, least=is_exact, most=or_null(is_exact),
        bands=list_of(fields(**BAND)), rules=list_of(RULE), consequences=list_of(CONSEQUENCE),
    ),
    "holidays.set": fields(free=list_of(is_any_day), worked=list_of(is_any_day)),
    "terms.set": fields(standard=TERMS, kinds=objects(is_string, TERMS)),
    "composite.set": fields(
        components=list_of(COMPONENT), missing=one_of("renormalise", "stop")
    ),
    "bands.imported": fields(
        year=is_whole, source=is_string, bands=objects(is_string, is_string),
        successors=objects(is_string, is_string),
    ),
}  # fmt: skip


def check_line(plan: Fields, record: Fields) -> None:
    """A line is begun without parents, and changed with some; it says what its kind may say."""
    kind, line, value = record["kind"], record["data"]["line"], record["data"]["value"]
    expect(line == "" or hex_digits(line, 64), "its line is no id")
    expect(bool(line) == bool(record["parents"]), "it names a line and no parents, or the reverse")
    VALUES[kind](value)
    if kind == "complaint.entered":
        late = [value[name] for name in ("finished", "answered", "extended", "sent_back")]
        expect(value["accepted"] or not any(late), "a complaint went on and was never accepted")
    expect("unit" not in value or value["unit"] in codes(plan, "agencies"), "its unit is no agency")
    if kind in REACHED:
        expect(value["states"].keys() <= set(REACHED[kind]), "only a supervisor takes it so far")
    if kind == "rules.chosen":
        check_rules(value)


def check_rules(rules: Fields) -> None:
    """A rule set is sound by itself: every code once, bands without gap or overlap."""
    for name in ("rules", "bands", "consequences"):
        named = [held["code"] for held in rules[name]]
        expect(len(set(named)) == len(named), f"a code stands twice among the {name}")
    bands = rules["bands"]
    expect(bands, "there is no band")
    edges = [(None, bands[0]["to"]), (bands[-1]["from"], None)]
    edges += [(lower["to"], upper["from"]) for upper, lower in pairwise(bands)]
    expect(all(one == other for one, other in edges), "the bands leave a gap or overlap")
    inner = [held["from"] for held in bands[:-1]]
    expect(None not in inner, "the bands leave a gap or overlap")
    known = {held["code"] for held in bands}
    expect(all(held["band"] in known for held in rules["consequences"]), "an unknown band")
    named = [rules[name] for name in ("least", "start", "most")]
    limits = [Fraction(held) for held in named if held is not None]
    expect(limits == sorted(limits), "the start lies beyond the least or the most")
    for rule in rules["rules"]:
        check_rule(rule, known)


PROPOSED = {"rate": ("", "survey", "windows"), "occurrence": ("", "overdue", "sent-back")}
"""What the rules of a kind may be proposed for."""


def check_rule(rule: Fields, bands: set[str]) -> None:
    kind, points, least = rule["kind"], Fraction(rule["points"]), Fraction(rule["least"])
    expect(points >= 0 and least >= 0, "points have a sign")
    expect(kind != "step" or Fraction(rule["step"]) > 0, "a step rule without steps")
    expect(kind != "rate" or 0 < Fraction(rule["line"]) <= 100, "a rate rule without a line")
    expect(kind != "discretionary" or 0 < least <= points, "a least beyond the points")
    forces = rule["band"] in bands if kind == "veto" else rule["band"] == ""
    expect(forces, "a veto, and nothing else, names a band of the set")
    expect(rule["proposed_for"] in PROPOSED.get(kind, ("",)), "proposed for what it cannot count")


# The log of a survey file (sections 1 and 6)


class Log:
    """The records of a survey file in order of arrival."""

    def __init__(self, records: list[Fields]) -> None:
        self.records = records
        self.by_id = {record["id"]: record for record in records}
        self.founding = records[0]
        self.founder: str = records[0]["station"]
        self.survey: str = records[0]["id"]
        self.plan: Fields = records[0]["data"]["plan"]

    def behind(self, heads: Iterable[str]) -> set[str]:
        """The heads and every record before them in their chains, as far as they are here."""
        found: set[str] = set()
        for head in heads:
            while head in self.by_id and head not in found:
                found.add(head)
                head = self.by_id[head]["prev"]  # noqa: PLW2901  the walk goes on from here
        return found

    def tips(self) -> list[Fields]:
        """The last record of every chain, and of every branch of a fork."""
        followed = {record["prev"] for record in self.records}
        return [record for record in self.records if record["id"] not in followed]

    def under(self, seal: Fields) -> "Log":
        """The records that a seal covers, itself included."""
        ids = self.behind([seal["id"], *(run["head"] for run in seal["data"]["heads"])])
        return Log([record for record in self.records if record["id"] in ids])


Row = tuple[int, str, bytes, bytes, tuple[Any, ...]]


def read_rows(path: Path) -> list[Row]:
    """Number, id, body, signature and the look-up columns of every row, by number."""
    with path.open("rb") as file:
        head = file.read(100)
    expect(head.startswith(b"SQLite format 3\0"), "it is no SQLite database")
    expect(head[68:72] == b"PGYI", "bytes 68 to 71 are not PGYI")
    journal = path.with_name(path.name + "-journal")
    expect(
        not journal.exists() or not journal.stat().st_size,
        "a journal lies beside it: a crash left it half written",
    )
    uri = path.resolve().as_uri() + "?mode=ro&immutable=1"
    with closing(sqlite3.connect(uri, uri=True)) as db:
        db.execute("PRAGMA trusted_schema = OFF")
        for (line,) in db.execute("PRAGMA integrity_check").fetchall():
            expect(line == "ok", f"SQLite finds it damaged: {line}")
        kind = db.execute("SELECT type FROM sqlite_master WHERE name = 'record'").fetchone()
        expect(kind == ("table",), "there is no table `record`")
        query = (
            "SELECT number, id, CAST(body AS BLOB), signature, station, incarnation, seq, kind"
            " FROM record ORDER BY number"
        )
        return [(*row[:4], row[4:]) for row in db.execute(query)]


def read_log(path: Path, place: str, report: Report) -> Log | None:
    """The log of a survey file, or None where it is not what its stations signed."""
    before, records, broken = len(report.wrongs), [], set()
    for at, row in enumerate(read_rows(path), 1):
        name = f"{place}, record {row[0]}"
        with report.watching(name):
            broken.add(row[1])
            record = checked_row(at, row)
            broken.discard(row[1])
            records.append(record)
    expect(records, "there is no record in it that is sound")
    seen: dict[str, Fields] = {}
    for record in records:
        with report.watching(f"{place}, record {record['id'][:8]}… ({record['kind']})"):
            check_belongs(record, records[0])
            check_follows(record, seen, broken)
            if seen:
                check_content(records[0]["data"]["plan"], record)
        seen[record["id"]] = record
    return Log(records) if len(report.wrongs) == before else None


def checked_row(at: int, row: Row) -> Fields:
    number, identity, body, signature, columns = row
    expect(number == at, f"record {at} is missing")
    record = read_record(body, signature)
    expect(record["id"] == identity, "the id is not the hash of the body")
    repeated = tuple(record[name] for name in ("station", "incarnation", "seq", "kind"))
    expect(columns == repeated, "a column does not repeat what the body says")
    return record


def check_belongs(record: Fields, first: Fields) -> None:
    """The first record founds the survey, all others name it and its mode."""
    if record is first:
        founds = record["kind"] == "survey.founded" and record["survey"] == ""
        expect(founds, "the first record does not found a survey")
        expect(record["mode"] in {"official", "drill"}, "there is no such mode")
        return
    expect(record["kind"] != "survey.founded", "it founds a second survey")
    expect(record["survey"] == first["id"], "it belongs to another survey")
    expect(record["mode"] == first["mode"], "drill and official records do not mix")


def check_follows(record: Fields, seen: dict[str, Fields], broken: set[str]) -> None:
    """It begins its chain, or follows a record of the same chain that stands before it."""
    if record["prev"] == "":
        expect(record["seq"] == 1, "its chain has no beginning")
    elif record["prev"] not in broken:
        before = seen.get(record["prev"])
        expect(before is not None, f"record {record['seq'] - 1} of its chain is missing before it")
        for name, step in (("station", 0), ("incarnation", 0), ("seq", 1)):
            same = before is not None and record[name] == (
                before[name] + step if step else before[name]
            )
            expect(same, f"it does not follow the record that it names: another {name}")


# Authority, imports and revocations (section 6)

SUPERVISOR = frozenset({"supervisor"})
KEYING = frozenset({"clerk", "checker"})
MAY = {
    "operator.worked": KEYING | SUPERVISOR | {"scrutineer"},
    "network.seen": KEYING | SUPERVISOR | {"scrutineer"},
    "issue.entered": frozenset({"checker", "supervisor"}),
    "batch.registered": KEYING | SUPERVISOR,
    "batch.closed": KEYING | SUPERVISOR,
    "batch.drawn": frozenset({"checker", "supervisor"}),
    "form.keyed": KEYING,
    "form.doubted": KEYING,
    "file.imported": KEYING,
    "opinion.keyed": KEYING | SUPERVISOR,
    "deduction.entered": KEYING | SUPERVISOR,
    "deduction.verified": frozenset({"checker", "supervisor"}),
    "finding.entered": KEYING | SUPERVISOR,
    "complaint.entered": KEYING | SUPERVISOR,
    "pledge.entered": KEYING | SUPERVISOR,
    "request.entered": KEYING | SUPERVISOR,
}
"""Roles that an act takes, where an operator does it; whatever is not here takes a supervisor."""

FOUNDERS = {
    "station.admitted", "station.suspended", "operator.registered", "batch.assigned", "form.ruled",
    "totals.entered", "package.merged", "import.revoked", "recipient.added", "survey.sealed",
    "survey.unsealed", "issue.entered", "plan.approved", "history.entered", *SETTINGS,
    "consequence.confirmed", "results.annulled", "year.sealed", "year.unsealed",
}  # fmt: skip
"""Kinds that only the supervisor's station may record."""


class Authority:
    """What the supervisor's own records say of operators, stations and imports."""

    def __init__(self, log: Log) -> None:
        self.log = log
        self.roles: dict[str, set[str]] = defaultdict(set)
        self.admitted: set[str] = set()
        self.imports: dict[str, list[Fields]] = {}
        self.revoked: dict[str, str] = {}
        for record in log.records:
            if record["station"] == log.founder:
                self._take(record["id"], record["kind"], record["data"])

    def _take(self, identity: str, kind: str, data: Fields) -> None:
        if kind == "operator.registered":
            self.roles[data["operator"]].update(data["roles"])
        elif kind == "station.admitted":
            self.admitted.add(data["station"])
        elif kind == "package.merged":
            self.imports[identity] = [run for held in data["sources"] for run in held["runs"]]
        elif kind == "import.revoked":
            self.revoked[identity] = data["import"]

    def stands(self, identity: str) -> bool:
        """Whether nothing that stands revokes this import or revocation."""
        return not any(self.stands(by) for by, what in self.revoked.items() if what == identity)

    def heads(self, *, standing: bool) -> set[str]:
        """The ends of the chains that imports brought, of all imports or of those that stand."""
        return {
            run["head"]
            for identity, runs in self.imports.items()
            if not standing or self.stands(identity)
            for run in runs
        }

    def ignored(self) -> dict[str, str]:
        """Ids of the records that are left aside, and why."""
        brought = self.log.behind(self.heads(standing=False))
        sleeping = brought - self.log.behind(self.heads(standing=True))
        found = {}
        for record in self.log.records[1:]:
            asleep = record["id"] in sleeping
            reason = "every import that brought it is revoked" if asleep else self.fault(record)
            if reason:
                found[record["id"]] = reason
        return found

    def fault(self, record: Fields) -> str:
        kind, operator = record["kind"], record["operator"]
        if kind in FOUNDERS and record["station"] != self.log.founder:
            return "only the supervisor's station may record this"
        if kind in DEDUCTIONS[1:] and not operator and record["station"] != self.log.founder:
            return "somebody must be signed in for it on a station"
        if operator and operator not in self.roles:
            return "its operator is not registered"
        if operator and not self.roles[operator] & MAY.get(kind, SUPERVISOR):
            return "its operator lacks the role for it"
        return ""


# Second keying, and how a form stands (section 7)


class Head(NamedTuple):
    """A keying, or an outcome of a ruling (pass 0), that nothing replaces."""

    record: str
    keying: int
    station: str
    operator: str
    void: str
    marks: str
    against: frozenset[str] = frozenset()

    @property
    def content(self) -> tuple[str, str]:
        """The cells of a void form say nothing."""
        return (self.void, "") if self.void else ("", self.marks)


class Standing(NamedTuple):
    """How a form stands: its stage; valid, void or unsettled; reason and marks."""

    stage: str
    state: str
    void: str = ""
    marks: str = ""


def standing(plan: Fields, heads: list[Head], *, doubted: bool) -> Standing:
    by_pass = {key: [head for head in heads if head.keying == key] for key in (0, 1, 2)}
    rulings, first, second = (by_pass[key] for key in (0, 1, 2))
    if not rulings:
        second = [head for head in second if not is_own_second(first, head)]
    stage = stage_of(rulings, first, second, doubted=doubted)
    if stage in {"conflict", "doubtful", "differing", "disputed"}:
        return Standing(stage, "unsettled")
    void, marks = (rulings + first + second)[0].content
    void = void or void_by_rule(plan, marks)
    return Standing(stage, "void", void) if void else Standing(stage, "valid", "", marks)


def is_own_second(first: list[Head], second: Head) -> bool:
    """A second keying by whoever keyed first settles nothing."""
    return bool(first) and all(same_person(head, second) for head in first)


def same_person(one: Head, other: Head) -> bool:
    if one.operator or other.operator:
        return one.operator == other.operator
    return one.station == other.station


def stage_of(rulings: list[Head], first: list[Head], second: list[Head], *, doubted: bool) -> str:
    if rulings:
        return "ruled" if alike(rulings + first + second) else "conflict"
    if doubted:
        return "doubtful"
    if not (alike(first) and alike(second)):
        return "conflict"
    if not (first and second):
        return "single"
    if alike(first + second):
        return "agreed"
    asked = {head.record for head in second}
    return "disputed" if all(asked <= head.against for head in first) else "differing"


def alike(heads: list[Head]) -> bool:
    return len({head.content for head in heads}) <= 1


def void_by_rule(plan: Fields, marks: str) -> str:
    """The reason by which a rule of the plan voids these marks."""
    rule = plan["validity"]["max_blank"]
    if rule and marks.count("0") > Fraction(rule["share"]) * len(marks):
        return str(rule["reason"])
    grades = set(marks) - set("0-")
    if plan["validity"]["one_grade"] and len(grades) == 1 and grades <= set("123456"):
        return str(plan["validity"]["one_grade"])
    return ""


def drawn_numbers(seed: str, batch: str, count: int, percent: int) -> set[int]:
    """The numbers of a batch that are to be keyed twice."""

    def lot(number: int) -> bytes:
        return hashlib.sha256(f"{seed}/{batch}/{number}".encode()).digest()

    return set(sorted(range(1, count + 1), key=lot)[: ceil(Fraction(count * percent, 100))])


# The state of a survey: a function of the set of its records (sections 6 and 7)

HEADLESS = {"survey.founded", "operator.locked", "file.imported"}
"""Kinds that stand for themselves and replace nothing."""


FAMILIES = (
    {"station.joined", "station.admitted", "station.suspended"},
    {"batch.closed", "batch.reopened"},
    {"survey.sealed", "survey.unsealed"},
    {"year.sealed", "year.unsealed"},
)
"""Kinds that replace each other; every other kind replaces its own."""


NO_PAPER = "-"
"""Stands for a void reason where a ruling leaves no form under its number."""


def outcomes_of(data: Fields) -> list[Fields]:
    """The outcomes of a ruling, with one that says "no such paper" at a number it left empty."""
    ruled = (data["batch"], data["number"])
    if any((out["batch"], out["number"]) == ruled for out in data["outcomes"]):
        return list(data["outcomes"])
    empty = {"batch": ruled[0], "number": ruled[1], "void": NO_PAPER, "marks": ""}
    return [*data["outcomes"], empty]


def is_replaced(record: Fields, named: set[tuple[str, str]]) -> bool:
    """Whether a record of a kind that may replace this one names it as parent."""
    kind = record["kind"]
    if kind in LATER:
        line = line_of(record)
        return any((record["id"], f"{later}:{line}") in named for later in LATER[kind])
    by = next((family for family in FAMILIES if kind in family), {kind})
    if kind in {"form.keyed", "form.doubted"}:
        by = (by - {"form.doubted"}) | {"form.ruled"}
    return any((record["id"], each) in named for each in by)


def line_of(record: Fields) -> str:
    """The line of a ledger that a record is of: it begins one where it names none."""
    return str(record["data"]["line"] or record["id"])


def family(record: Fields) -> str:
    """As what a record replaces: its kind and, of a ledger, its line alone."""
    kind = str(record["kind"])
    return f"{kind}:{line_of(record)}" if kind in LATER else kind


class State:
    """Heads, slips and forms."""

    def __init__(self, log: Log) -> None:
        self.log, self.plan = log, log.plan
        self.ignored = Authority(log).ignored()
        stands = [
            record
            for record in log.records
            if record["id"] not in self.ignored and record["kind"] not in HEADLESS
        ]
        named = {(parent, family(record)) for record in stands for parent in record["parents"]}
        self.heads = sorted(
            (record for record in stands if not is_replaced(record, named)),
            key=lambda record: str(record["id"]),
        )
        self.slips = {held["data"]["code"]: held["data"] for held in self.smallest("code")}
        self.form_heads: dict[Place, list[Head]] = defaultdict(list)
        self.doubted: set[Place] = set()
        self._take_forms()
        self.forms = {
            place: standing(self.plan, self.form_heads[place], doubted=place in self.doubted)
            for place in sorted(self.form_heads.keys() | self.doubted)
        }
        self.forms = {place: form for place, form in self.forms.items() if form.void != NO_PAPER}

    def of(self, kind: str) -> list[Fields]:
        """The heads of a kind, by id."""
        return [head for head in self.heads if head["kind"] == kind]

    def lines(self, kinds: Iterable[str]) -> dict[str, list[Fields]]:
        """The values that the heads of each line of a ledger hold, in the order of the lines' ids.

        More than one: the line is disputed.
        """
        found: dict[str, list[Fields]] = {}
        for head in self.heads:
            if head["kind"] in kinds:
                said = found.setdefault(line_of(head), [])
                if head["data"]["value"] not in said:
                    said.append(head["data"]["value"])
        return {line: found[line] for line in sorted(found)}

    def setting(self, kind: str) -> Fields | None:
        """The value of the setting's first line, as its first head says it."""
        return next((said[0] for said in self.lines([kind]).values()), None)

    def smallest(self, name: str, kind: str = "batch.registered") -> list[Fields]:
        """Of several heads for one batch the one with the smallest id."""
        found: dict[str, Fields] = {}
        for head in self.of(kind):
            found.setdefault(head["data"][name], head)
        return list(found.values())

    def _take_forms(self) -> None:
        for head in self.heads:
            kind, data = head["kind"], head["data"]
            who = (head["station"], head["operator"])
            if kind == "form.keyed":
                against = frozenset(data["against"])
                made = Head(head["id"], data["pass"], *who, data["void"], data["marks"], against)
                self.form_heads[data["batch"], data["number"]].append(made)
            elif kind == "form.ruled":
                for out in outcomes_of(data):
                    made = Head(head["id"], 0, *who, out["void"], out["marks"])
                    self.form_heads[out["batch"], out["number"]].append(made)
            elif kind == "form.doubted":
                self.doubted.add((data["batch"], data["number"]))

    def awaiting(self) -> dict[str, int]:
        """By batch, how many numbers were drawn, keyed once, and by nobody else again."""
        found: Counter[str] = Counter()
        for drawing in self.smallest("batch", "batch.drawn"):
            data = drawing["data"]
            if slip := self.slips.get(data["batch"]):
                drawn = drawn_numbers(data["seed"], data["batch"], slip["count"], data["percent"])
                found[data["batch"]] = sum(self._awaits((data["batch"], n)) for n in drawn)
        return +found

    def _awaits(self, place: Place) -> bool:
        heads = self.form_heads.get(place, [])
        first = [head for head in heads if head.keying == 1]
        others = [head for head in heads if head.keying != 1]
        return bool(first) and all(head.keying and is_own_second(first, head) for head in others)

    def gaps(self) -> list[tuple[str, Fields]]:
        """Stations that lost records, and what they say was the last of them."""
        ends = [(head["station"], head["data"]["after"]) for head in self.of("station.restarted")]
        return [(station, end) for station, end in ends if end["head"] not in self.log.by_id]

    def name_of(self, station: str) -> str:
        for kind in ("station.admitted", "station.joined"):
            for head in self.of(kind):
                if station == head["data"].get("station", head["station"]) and head["data"]["name"]:
                    return str(head["data"]["name"])
        if station == self.log.founder:
            return str(self.log.founding["data"]["name"])
        return station[:8]


# Counts and scores (section 8, and docs/PLAN.md)

Cells = Counter[str]
"""Marks of one agency in one dimension, by character."""


class Count:
    """Every mark of a survey, by channel, agency and dimension."""

    def __init__(self, state: State) -> None:
        self.state, self.plan, self.rule = state, state.plan, state.plan["scoring"]
        self.agencies = codes(self.plan, "agencies")
        self.dimensions = codes(self.plan, "dimensions")
        self.channels = codes(self.plan, "channels")
        self.grades = codes(self.plan, "grades")
        self.values = {grade["code"]: Fraction(grade["value"]) for grade in self.plan["grades"]}
        self.group_of = {
            agency["code"]: group
            for agency in self.plan["agencies"]
            for group in self.plan["groups"]
            if group["code"] == agency["group"]
        }
        self.cells: dict[tuple[str, str, str], Cells] = defaultdict(Counter)
        self.could: Counter[tuple[str, str]] = Counter()
        sheets: dict[str, list[str]] = defaultdict(list)
        for (batch, _), form in state.forms.items():
            if form.state == "valid" and batch in state.slips:
                sheets[batch].append(form.marks)
        for batch, marks in sheets.items():
            self._add_forms(state.slips[batch], marks)
        for head in state.of("totals.entered"):
            self._add_totals(head["data"])

    def _add_forms(self, slip: Fields, sheets: list[str]) -> None:
        channel, width = slip["channel"], len(self.dimensions)
        own = slip["origin"] if self.rule["exclude_self"] else None
        for agency in self.agencies:
            self.could[channel, agency] += 0 if agency == own else len(sheets)
        for cell, column in enumerate(zip(*sheets, strict=True)):
            agency, dimension = self.agencies[cell // width], self.dimensions[cell % width]
            if agency != own:
                self.cells[channel, agency, dimension].update(column)

    def _add_totals(self, data: Fields) -> None:
        channel = data["channel"]
        for row in data["rows"]:
            cell = self.cells[channel, row["agency"], row["dimension"]]
            cell.update(row["counts"])
            cell.update({code: row[name] for code, name in TOTALS_STATES.items()})
        forms = {row["agency"]: row["forms"] for row in data["rows"]}
        for agency, count in forms.items():
            self.could[channel, agency] += count

    def tally(self, channels: list[str], agency: str) -> "Tally":
        """What an agency received in some channels together."""
        cells = {
            code: sum((self.cells[c, agency, code] for c in channels), Counter())
            for code in self.dimensions
        }
        return Tally(self, sum(self.could[c, agency] for c in channels), cells)


class Tally:
    """One agency's marks by dimension, and how many forms could grade it."""

    def __init__(self, count: Count, forms: int, cells: dict[str, Cells]) -> None:
        self.count, self.forms, self.cells = count, forms, cells

    def votes(self, code: str) -> int:
        return sum(self.cells[code][grade] for grade in self.count.grades)

    @property
    def all_votes(self) -> int:
        return sum(map(self.votes, self.cells))

    def share(self, grades: Iterable[str]) -> Fraction | None:
        """Votes of these grades among all votes."""
        good = sum(cell[grade] for grade in grades for cell in self.cells.values())
        return Fraction(good, self.all_votes) if self.all_votes else None

    def score(self, code: str) -> Fraction | None:
        """One dimension's score; None without a vote."""
        kept, rule = self._kept(code), self.count.rule
        votes = sum(kept.values())
        if not votes:
            return None
        score = self._earned(kept) / self._denominator(code, votes)
        return score if rule["cap"] is None else min(score, Fraction(rule["cap"]))

    def _earned(self, votes: dict[str, int]) -> Fraction:
        return sum((self.count.values[grade] * n for grade, n in votes.items()), Fraction())

    def _kept(self, code: str) -> dict[str, int]:
        """Votes by grade, less those that the plan trims at either end."""
        kept = {grade: self.cells[code][grade] for grade in self.count.grades}
        drop = floor(Fraction(self.count.rule["trim"]) * sum(kept.values()))
        for order in (self.count.grades, self.count.grades[::-1]):
            left = drop
            for grade in order:
                taken = min(left, kept[grade])
                kept[grade], left = kept[grade] - taken, left - taken
        return kept

    def _denominator(self, code: str, votes: int) -> int:
        match self.count.rule["denominator"]:
            case "marks":
                return votes
            case "marks+dont_know":
                return votes + self.cells[code]["?"]
        return self.forms

    def combined(self) -> Fraction | None:
        """All dimensions together; None unless every one has a score."""
        how, dimensions = self.count.rule["dimensions"], self.count.plan["dimensions"]
        if how == "pooled":
            return self._pooled()
        total = Fraction()
        for dimension in dimensions:
            score = self.score(dimension["code"])
            if score is None:
                return None
            total += Fraction(dimension["weight"]) * score
        weights = sum(Fraction(dimension["weight"]) for dimension in dimensions)
        return total if how == "sum" else total / weights

    def _pooled(self) -> Fraction | None:
        if not all(map(self.votes, self.cells)):
            return None
        earned = sum(
            (self._earned({g: c[g] for g in self.count.grades}) for c in self.cells.values()),
            Fraction(),
        )
        below = sum(self._denominator(code, self.votes(code)) for code in self.cells)
        return len(self.cells) * earned / below


def agency_score(count: Count, agency: str) -> Fraction | None:
    """An agency's score, with its bonus and deduction lines."""
    if not count.group_of[agency]["scored"]:
        return None
    if count.rule["channels"] == "pooled":
        score = count.tally(count.channels, agency).combined()
    else:
        score = weighted_score(count, agency)
    lines = [a["points"] for a in count.plan["adjustments"] if a["agency"] == agency]
    return None if score is None else score + sum(map(Fraction, lines))


def weighted_score(count: Count, agency: str) -> Fraction | None:
    """The mean of the channels' scores by weight."""
    total = weights = missing = Fraction()
    own = count.group_of[agency]["weights"]
    for channel in count.plan["channels"]:
        code = channel["code"]
        weight = Fraction(channel["weight"] if own is None else own.get(code, "0"))
        score = count.tally([code], agency).combined() if weight else None
        if score is None:
            missing += weight
        else:
            total, weights = total + weight * score, weights + weight
    rule = count.rule["missing_channel"]
    if not weights or (missing and rule == "stop"):
        return None
    return total / (weights + missing if rule == "zero" else weights)


# Results (section 8)


def results_of(state: State) -> Fields:
    """`results.json` without its hash, counted anew."""
    count = Count(state)
    scores = {code: agency_score(count, code) for code in count.agencies}
    strengths = {
        code: strength(count, code, score)
        for code, score in scores.items()
        if score is not None and count.group_of[code]["ranked"]
    }
    ranks = {code: 1 + stronger(strengths, code) for code in strengths}
    shown = [agency_result(count, code, scores[code], strengths) for code in count.agencies]
    shown.sort(key=lambda a: (a["score"] is None, a["rank"] is None, a["rank"] or 0, a["code"]))
    rows = reconciliation(state)
    return {
        "survey": state.log.survey,
        "mode": state.log.founding["mode"],
        "plan_hash": hashlib.sha256(canonical(state.plan)).hexdigest(),
        "forms": form_counts(state),
        "agencies": shown,
        "cut": cut(state.plan["cut"], ranks),
        "reconciliation": rows,
    }


def strength(count: Count, agency: str, score: Fraction) -> tuple[Fraction, ...]:
    """The score and, in the plan's order, whatever breaks a tie; greater is better."""
    tally = count.tally(count.channels, agency)
    last = sum(cell[count.grades[-1]] for cell in tally.cells.values())
    breakers = {
        "top_grade": tally.share(count.grades[:1]) or Fraction(),
        "positive": tally.share(positive(count)) or Fraction(),
        "bottom_grade": Fraction(-last),
    }
    return (score, *(breakers[name] for name in count.rule["tie_break"]))


def positive(count: Count) -> list[str]:
    return [grade["code"] for grade in count.plan["grades"] if grade["positive"]]


def stronger(strengths: dict[str, tuple[Fraction, ...]], code: str) -> int:
    return sum(other > strengths[code] for other in strengths.values())


def cut(edges: Fields, ranks: dict[str, int]) -> Fields:
    order = sorted(ranks, key=lambda code: (ranks[code], code))
    behind = {code: sum(rank > ranks[code] for rank in ranks.values()) for code in ranks}
    return {
        "top": [code for code in order if ranks[code] <= edges["top"]],
        "bottom": [code for code in order if behind[code] < edges["bottom"]],
    }


def agency_result(
    count: Count, code: str, score: Fraction | None, strengths: dict[str, tuple[Fraction, ...]]
) -> Fields:
    tally, display = count.tally(count.channels, code), count.rule["display"]
    group = {c: s for c, s in strengths.items() if count.group_of[c] is count.group_of[code]}
    printed = None if score is None else score * Fraction(display["scale"])
    shown = {
        "code": code,
        "rank": 1 + stronger(strengths, code) if code in strengths else None,
        "group_rank": 1 + stronger(group, code) if code in strengths else None,
        "score": ratio(score),
        "display": None if printed is None else rounded(printed, display["decimals"]),
        "rate": ratio(tally.share(positive(count))),
        "votes": tally.all_votes,
        "dimensions": dimension_results(tally),
        "channels": [channel_result(count, code, channel) for channel in count.channels],
    }
    return shown | (band_of(count.plan, code, printed) if count.plan["bands"] else {})


def channel_result(count: Count, agency: str, channel: str) -> Fields:
    tally = count.tally([channel], agency)
    return {
        "code": channel,
        "forms": tally.forms,
        "score": ratio(tally.combined()),
        "dimensions": dimension_results(tally),
    }


def dimension_results(tally: Tally) -> list[Fields]:
    return [
        {"code": code, "counts": {grade: cell[grade] for grade in tally.count.grades}}
        | {name: cell[mark] for mark, name in TOTALS_STATES.items()}
        | {"score": ratio(tally.score(code))}
        for code, cell in tally.cells.items()
    ]


def band_of(plan: Fields, agency: str, printed: Fraction | None) -> Fields:
    vetoes = [veto["band"] for veto in plan["vetoes"] if veto["agency"] == agency]
    held = [] if printed is None else [b["code"] for b in plan["bands"] if in_band(b, printed)]
    return {"band": next(iter(vetoes + held), None), "vetoed": bool(vetoes)}


def in_band(band: Fields, printed: Fraction) -> bool:
    above = band["from"] is None or printed >= Fraction(band["from"])
    return above and (band["to"] is None or printed < Fraction(band["to"]))


def ratio(value: Fraction | None) -> str | None:
    return None if value is None else f"{value.numerator}/{value.denominator}"


def rounded(value: Fraction, decimals: int) -> str:
    """Half up, away from zero, with exactly so many decimals."""
    units = floor(abs(value) * 10**decimals + Fraction(1, 2))
    digits = str(units).rjust(decimals + 1, "0")
    sign = "-" if value < 0 and units else ""
    return sign + (f"{digits[:-decimals]}.{digits[-decimals:]}" if decimals else digits)


def reconciliation(state: State) -> list[Fields]:
    """Every channel, followed by its batches."""
    rows = []
    keyed: dict[str, dict[int, Standing]] = defaultdict(dict)
    for (batch, number), form in state.forms.items():
        keyed[batch][number] = form
    for channel in state.plan["channels"]:
        batches = [
            batch_row(state.plan, slip, keyed.get(code, {}))
            for code, slip in sorted(state.slips.items())
            if slip["channel"] == channel["code"]
        ]
        rows += [channel_row(state.plan, channel, batches), *batches]
    return rows


def batch_row(plan: Fields, slip: Fields, forms: dict[int, Standing]) -> Fields:
    states = Counter(form.state for form in forms.values())
    void = Counter(form.void for form in forms.values() if form.state == "void")
    beyond = sum(number > slip["count"] for number in forms)
    return {
        "channel": slip["channel"],
        "batch": slip["code"],
        "issued": None,
        "slip": slip["count"],
        "keyed": len(forms),
        "valid": states["valid"],
        "void": {code: void[code] for code in codes(plan, "void_reasons")},
        "missing": slip["count"] - (len(forms) - beyond),
        "extra": beyond,
    }


def channel_row(plan: Fields, channel: Fields, batches: list[Fields]) -> Fields:
    sums = {
        name: sum(row[name] for row in batches)
        for name in ("slip", "keyed", "valid", "missing", "extra")
    }
    reasons = codes(plan, "void_reasons")
    void = {code: sum(row["void"][code] for row in batches) for code in reasons}
    own = {"channel": channel["code"], "batch": None, "issued": channel["issued"], "void": void}
    return own | sums


def form_counts(state: State) -> Fields:
    """Forms of the batches that have a slip."""
    forms = [form for (batch, _), form in state.forms.items() if batch in state.slips]
    states = Counter(form.state for form in forms)
    void = Counter(form.void for form in forms if form.state == "void")
    reasons = {code: void[code] for code in codes(state.plan, "void_reasons")}
    return {"valid": states["valid"], "void": reasons, "unsettled": states["unsettled"]}


def results_hash(results: Fields) -> str:
    return hashlib.sha256(canonical(results)).hexdigest()


def differences(said: Any, found: Any, place: str) -> Iterator[tuple[str, str]]:
    """Where two values differ, down to the single figure."""
    if isinstance(said, dict) and isinstance(found, dict):
        for name in sorted(said.keys() | found.keys()):
            inner = f"{place}.{name}".lstrip(".")
            if name not in said or name not in found:
                yield inner, "it should not be there" if name in said else "it is missing"
            else:
                yield from differences(said[name], found[name], inner)
    elif isinstance(said, list) and isinstance(found, list) and len(said) == len(found):
        orders = [[label(item, at) for at, item in enumerate(held)] for held in (said, found)]
        if sorted(orders[0]) == sorted(orders[1]) and orders[0] != orders[1]:
            yield place, f"{short(orders[0])} is the order shown, {short(orders[1])} that counted"
            said = sorted(said, key=lambda item: orders[1].index(label(item, 0)))
        for at, (one, other) in enumerate(zip(said, found, strict=True)):
            yield from differences(one, other, f"{place}[{orders[1][at]}]")
    elif said != found or type(said) is not type(found):
        yield place, f"{short(said)} is shown, {short(found)} is counted"


def label(item: Any, at: int) -> str:
    return str(item.get("code", at)) if isinstance(item, dict) else str(at)


def short(value: Any) -> str:
    said = json.dumps(value, ensure_ascii=False)
    return said if len(said) < 80 else said[:76] + " …"


def figures_in(value: Any) -> int:
    if isinstance(value, dict | list):
        return sum(map(figures_in, value.values() if isinstance(value, dict) else value))
    return 1


# Survey files


class Survey:
    """A survey file whose records are all sound."""

    def __init__(self, log: Log, place: str) -> None:
        self.log, self.place = log, place
        self.state, self.authority = State(log), Authority(log)
        self.is_whole = True
        self.editions: dict[int, tuple[str, Fields]] = {}
        """Results hash under each seal, and the results counted anew."""


def check_survey(path: Path, place: str, report: Report) -> Survey | None:
    """A survey file whose records are all sound; what else it shows by itself is told."""
    survey = None
    with report.watching(place):
        log = read_log(path, place, report)
        survey = Survey(log, place) if log else None
    if survey:
        with report.watching(place):
            log = survey.log
            report.note(place, f"survey {log.survey}, {log.founding['mode']}")
            report.note(place, f"{len(log.records)} records: ids, signatures, chains are right")
            check_stations(survey, report)
            note_remarkable(survey, report)
            check_seals(survey, report)
            check_years(survey, report)
    return survey


def check_stations(survey: Survey, report: Report) -> None:
    """Who stands in the supervisor's file came by an import, and what imports brought is here.

    A station's own file has its own chain beside the supervisor's, and knows of others' imports.
    """
    log, authority = survey.log, survey.authority
    brought = authority.heads(standing=False)
    strangers = [
        tip for tip in log.tips() if tip["station"] != log.founder and tip["id"] not in brought
    ]
    lost = sorted(brought - log.by_id.keys())
    others = {record["station"] for record in log.records} - {log.founder}
    survey.is_whole = not strangers and not lost
    if len(others) == 1 and not survey.is_whole:
        message = "a station's own file: no figure of the survey follows from it alone"
        report.note(survey.place, message)
        return
    for tip in strangers:
        end = f"{tip['station'][:8]}…/{tip['incarnation']}, record {tip['seq']}"
        report.wrong(survey.place, f"no import brought the records of station {end}")
    for head in lost:
        report.wrong(survey.place, f"an import brought record {head[:8]}…, and it is not here")
    runs = [run for runs in authority.imports.values() for run in runs]
    for station in sorted({run["station"] for run in runs} - authority.admitted):
        report.wrong(survey.place, f"station {station[:8]}… was merged and never admitted")


def note_remarkable(survey: Survey, report: Report) -> None:
    """Nothing wrong, and yet nothing to be silent about."""
    log, state, authority = survey.log, survey.state, survey.authority
    places = Counter((held["station"], held["incarnation"], held["seq"]) for held in log.records)
    forked = {place[:2] for place, count in places.items() if count > 1}
    for station, incarnation in sorted(forked):
        report.note(survey.place, f"station {station[:8]}…/{incarnation} forked: both count")
    for station, end in state.gaps():
        message = f"records up to {end['seq']} of {station[:8]}…/{end['incarnation']} never came"
        report.note(survey.place, message)
    for reason, count in sorted(Counter(state.ignored.values()).items()):
        report.note(survey.place, f"{count} records are left aside: {reason}")
    for identity in authority.imports:
        if not authority.stands(identity):
            report.note(survey.place, f"import {identity[:8]}… is revoked")
    for stage, count in sorted(Counter(form.stage for form in state.forms.values()).items()):
        report.note(survey.place, f"{count} forms {stage}")
    for batch, count in sorted(state.awaiting().items()):
        report.note(survey.place, f"{batch}: {count} second keyings are due")
    note_disputed(survey, report)
    for seen in state.of("network.seen"):
        names = ", ".join(seen["data"]["interfaces"])
        report.note(survey.place, f"a network was up on station {seen['station'][:8]}…: {names}")


def note_disputed(survey: Survey, report: Report) -> None:
    for ledger in LEDGERS:
        disputed = sum(len(said) > 1 for said in survey.state.lines(ledger).values())
        if disputed:
            report.note(survey.place, f"{disputed} lines of {ledger[0]} are disputed")


# Seals (section 9)


def check_seals(survey: Survey, report: Report) -> None:
    """The results under every seal are those whose hash it names, and the count ends with it."""
    for seal in seals_of(survey, "survey.sealed"):
        edition = seal["data"]["edition"]
        with report.watching(f"{survey.place}, seal of edition {edition}"):
            expect(edition not in survey.editions, "there is another seal of this edition")
            check_after(survey, seal, "survey.unsealed", OF_THE_YEAR | {"package.merged"})
            if survey.is_whole:
                check_brought(survey, seal, "survey.unsealed", OF_THE_YEAR | BESIDE)
                survey.editions[edition] = check_seal(survey.log, seal)
                report.note(survey.place, f"sealed edition {edition}: {seal['data']['results']}")


def seals_of(survey: Survey, kind: str) -> list[Fields]:
    """The supervisor's seals that are not ignored."""
    return [
        record
        for record in survey.log.records
        if record["kind"] == kind
        and record["id"] not in survey.state.ignored
        and record["station"] == survey.log.founder
    ]


def after(survey: Survey, seal: Fields, opening: str) -> list[Fields]:
    """What follows a seal in its chain, until it is opened again."""
    followers = defaultdict(list)
    for record in survey.log.records:
        followers[record["prev"]].append(record)
    found, waiting = [], [seal]
    while waiting:
        for held in followers[waiting.pop()["id"]]:
            if held["kind"] != opening or held["id"] in survey.state.ignored:
                found.append(held)
                waiting.append(held)
    return found


def check_after(survey: Survey, seal: Fields, opening: str, allowed: set[str]) -> None:
    """Imports and revocations are read whoever signed them; of all else, what is not ignored."""
    odd = {
        held["kind"]
        for held in after(survey, seal, opening)
        if held["kind"] not in allowed
        and (held["id"] not in survey.state.ignored or held["kind"] == "import.revoked")
    }
    expect(not odd, f"it was not opened again before {sorted(odd)}")


def check_brought(survey: Survey, seal: Fields, opening: str, allowed: set[str]) -> None:
    """An import under a seal brings, and wakes, nothing that the seal has closed."""
    log = survey.log
    for held in after(survey, seal, opening):
        if held["kind"] == "package.merged":
            runs = [run for source in held["data"]["sources"] for run in source["runs"]]
            brought = log.behind(run["head"] for run in runs) - standing_before(survey, held)
            odd = {log.by_id[identity]["kind"] for identity in brought} - allowed
            expect(not odd, f"the import {held['id'][:8]}… under it brought {sorted(odd)}")


def standing_before(survey: Survey, imported: Fields) -> set[str]:
    """All that the imports had brought that stood when this one was made."""
    log = survey.log
    chain = log.behind([imported["prev"]])
    earlier = [
        record
        for record in log.records
        if record["station"] == log.founder
        and (record["id"] in chain or record["incarnation"] < imported["incarnation"])
    ]
    return log.behind(Authority(Log(earlier)).heads(standing=True))


def check_seal(log: Log, seal: Fields) -> tuple[str, Fields]:
    """The hash that the seal names, and the results counted from the records under it."""
    check_heads(log, seal)
    state = State(log.under(seal))
    results = results_of(state)
    found = results_hash(results)
    expect(found == seal["data"]["results"], f"its results hash is not the one counted, {found}")
    waived = {waiver["place"] for waiver in seal["data"]["waivers"]}
    left = sorted(obstacles(state) - waived)
    expect(not left, f"sealed although nobody waived {', '.join(left[:10])}")
    return found, results


def check_heads(log: Log, seal: Fields) -> None:
    """The chains' ends that a seal names are here, and where it says."""
    for run in seal["data"]["heads"]:
        held = log.by_id.get(run["head"])
        expect(held, f"record {run['head'][:8]}… that it covers is not here")
        same = held and (held["station"], held["incarnation"], held["seq"]) == (
            run["station"], run["incarnation"], run["last"],
        )  # fmt: skip
        expect(same, f"it names record {run['head'][:8]}… as another than it is")


def obstacles(state: State) -> set[str]:
    """The places that stand against a seal."""
    unsettled = [place for place, form in state.forms.items() if form.state == "unsettled"]
    uneven = [row["batch"] for row in reconciliation(state) if row["missing"] or row["extra"]]
    unregistered = {batch for batch, _ in state.forms} - state.slips.keys()
    return (
        {f"{batch}-{number:03d}" for batch, number in unsettled}
        | {batch for batch in uneven if batch}
        | unregistered
        | {f"{batch}/1" for batch in undrawn(state)}
        | {f"{batch}/2" for batch in state.awaiting()}
        | {f"{state.name_of(station)}/{end['incarnation']}" for station, end in state.gaps()}
    )


def undrawn(state: State) -> set[str]:
    """Batches with forms and a slip whose second keying was never drawn, where one is asked."""
    if not state.plan["second_keying"]["percent"]:
        return set()
    drawn = {held["data"]["batch"] for held in state.of("batch.drawn")}
    return {batch for batch, _ in state.forms if batch in state.slips} - drawn


def check_results(content: bytes, survey: Survey, report: Report, place: str) -> None:
    """Compare every figure with the survey as it stands, or as it was sealed."""
    results = parsed(content)
    claimed = results.pop("hash", None)
    if claimed != results_hash(results):
        report.wrong(place, "its hash is not the hash of what it says")
    expect(survey.is_whole, f"{survey.place} lacks other stations: no figure follows from it")
    sealed = dict(survey.editions.values())
    found = sealed.get(claimed) or results_of(survey.state)
    before = len(report.wrongs)
    for where, message in differences(results, found, ""):
        report.wrong(place, f"{where}: {message}")
    if len(report.wrongs) == before:
        report.note(place, f"{figures_in(found)} figures counted anew: equal; hash {claimed}")


# The year's standing, and its seal (section 12)


def check_years(survey: Survey, report: Report) -> None:
    """The standing under every seal of the year is the one it names, and the year ends with it."""
    editions: set[int] = set()
    for seal in seals_of(survey, "year.sealed"):
        edition = seal["data"]["edition"]
        with report.watching(f"{survey.place}, the year's seal of edition {edition}"):
            expect(edition not in editions, "there is another seal of this edition")
            editions.add(edition)
            closed = KINDS.keys() - OF_THE_YEAR - {"import.revoked"}
            check_after(survey, seal, "year.unsealed", closed)
            if survey.is_whole:
                check_brought(survey, seal, "year.unsealed", KINDS.keys() - OF_THE_YEAR)
                check_year(survey.log, seal)
                standing = seal["data"]["standing"]
                report.note(survey.place, f"the year, sealed edition {edition}: {standing}")


def check_year(log: Log, seal: Fields) -> None:
    """What the seal says follows from the records under it, and nothing was left open."""
    check_heads(log, seal)
    state = State(log.under(seal))
    rules = state.setting("rules.chosen")
    if rules is None:
        raise WrongError("sealed without a rule set")
    found = hashlib.sha256(canonical(year_standing(state, rules, seal["data"]["day"]))).hexdigest()
    expect(found == seal["data"]["standing"], f"its standing is not the one computed, {found}")
    left = [line[:8] for line in left_open(state, rules)]
    expect(not left, f"sealed although these lines were open: {', '.join(left[:10])}")


def left_open(state: State, rules: Fields) -> list[str]:
    """Lines in dispute, and entries that nobody counted or withdrew, or that are not sound."""
    mark = hash_of(rules)[:MARK]
    found = [line for ledger in LEDGERS for line, said in state.lines(ledger).items() if said[1:]]
    for line, said in state.lines(DEDUCTIONS).items():
        ended = said[0]["states"].keys() & {"counted", "withdrawn"}
        if not (ended and said[0]["rules"] == mark and points_of(rules, said[0]) is not None):
            found.append(line)
    return found


def year_standing(state: State, rules: Fields, day: str) -> Fields:
    """The object whose hash the year's seal names."""
    parents = {agency["code"]: agency["parent"] for agency in state.plan["agencies"]}
    charged: dict[str, list[tuple[Fields, Fraction]]] = {unit: [] for unit in parents}
    named = hash_of(rules)
    for said in state.lines(DEDUCTIONS).values():
        points = None if said[1:] or said[0]["rules"] != named[:MARK] else points_of(rules, said[0])
        if points is not None and state_on(said[0], day) == "counted":
            rule, unit = rule_of(rules, said[0]["rule"]), said[0]["unit"]
            above = parents[unit] if rule["supervising"] else None
            charged[above or unit].append((rule, points if rule["adds"] else -points))
    void = annulled(state, day)
    rows = [year_row(rules, unit, counted) for unit, counted in charged.items()]
    for row in rows:
        above = [o for o in rows if o["unit"] not in void and o["exact"] > row["exact"]]
        row["rank"] = None if row["unit"] in void else 1 + len(above)
    rows.sort(key=lambda row: (row["rank"] is None, row["rank"] or 0))
    for row in rows:
        del row["exact"]
    return {"day": day, "rules": named, "units": rows, "void": void}


def hash_of(rules: Fields) -> str:
    return hashlib.sha256(canonical(rules)).hexdigest()


def year_row(rules: Fields, unit: str, counted: list[tuple[Fields, Fraction]]) -> Fields:
    unfloored = Fraction(rules["start"]) + sum((points for _, points in counted), Fraction())
    score = max(unfloored, Fraction(rules["least"]))
    if rules["most"] is not None:
        score = min(score, Fraction(rules["most"]))
    forced = [rule["band"] for rule, _ in counted if rule["kind"] == "veto"]
    held = [band["code"] for band in rules["bands"] if in_band(band, score)]
    worst = [band["code"] for band in rules["bands"] if band["code"] in forced]
    return {
        "unit": unit, "score": ratio(score), "unfloored": ratio(unfloored), "exact": score,
        "band": (worst or held)[-1], "entries": len(counted),
    }  # fmt: skip


def annulled(state: State, day: str) -> list[str]:
    """Units whose results are void on the day."""
    values = [said[0] for said in state.lines(["results.annulled"]).values() if not said[1:]]
    return [
        value["unit"]
        for value in values
        if value["on"] <= day and not "" < value["withdrawn"] <= day
    ]


def state_on(entry: Fields, day: str) -> str:
    """The last state that the entry had reached by that day."""
    reached = [name for name in STATES if name in entry["states"] and entry["states"][name] <= day]
    return (["", *reached])[-1]


def rule_of(rules: Fields, code: str) -> Fields:
    """The rule of this code, or nothing."""
    return next((dict(rule) for rule in rules["rules"] if rule["code"] == code), {})


def points_of(rules: Fields, entry: Fields) -> Fraction | None:
    """What an entry deducts or adds; None where it is not sound."""
    rule = rule_of(rules, entry["rule"])
    if not rule or (rule["offices"] and entry["office"] not in rule["offices"]):
        return None
    count, due = entry["facts"]["count"], entry["facts"]["due"]
    match rule["kind"]:
        case "veto":
            return Fraction()
        case "step" | "rate":
            times = by_rate(rule, entry)
        case "proportion":
            times = Fraction(count, due) if due > 0 and count <= due else None
        case "discretionary":
            return decided(rule, entry)
        case _:
            times = Fraction(count) if count >= 1 else None
    return None if times is None else Fraction(rule["points"]) * times


def by_rate(rule: Fields, entry: Fields) -> Fraction | None:
    """Steps that a target was missed by, or percentage points below the line."""
    stated = entry["facts"]["rate"]
    if stated is None or not 0 <= Fraction(stated) <= 100:
        return None
    if rule["kind"] == "step":
        return Fraction(floor(Fraction(stated) / Fraction(rule["step"])))
    if not entry["source"].strip():
        return None
    below = max(Fraction(rule["line"]) - Fraction(stated), Fraction())
    parts = {"whole": Fraction(floor(below)), "started": Fraction(ceil(below))}
    return parts.get(rule["rounding"], below)


def decided(rule: Fields, entry: Fields) -> Fraction | None:
    """An amount that somebody approved, for a reason."""
    amount, count = entry["facts"]["amount"], entry["facts"]["count"]
    said = entry["reason"].strip() and entry["approver"].strip()
    if amount is None or not said or count < 1:
        return None
    within = Fraction(rule["least"]) <= Fraction(amount) <= Fraction(rule["points"])
    return Fraction(amount) * count if within else None


# Packages (section 10)

MAGIC = b"PINGYI PACKAGE 1\n"
MANIFEST: Fields = {
    "format": int, "survey": str, "mode": str, "station": str, "runs": list, "count": int,
    "root": str, "program": str, "recipients": list,
}  # fmt: skip


class Package(NamedTuple):
    """A sound package; `records` is empty where no key was there to read it."""

    manifest: Fields
    records: list[Fields]
    place: str


def check_package(content: bytes, key: bytes | None, place: str, report: Report) -> Package | None:
    """Everything that a package shows by itself, or None where anything is wrong."""
    before, records = len(report.wrongs), []
    with report.watching(place):
        manifest, head, lines = read_frame(content)
        check_manifest(manifest)
        sealed = manifest["recipients"]
        opening = content_key(sealed, key) if sealed and key else None
        if sealed and not opening:
            for line in lines:
                ciphertext(line)
            report.note(place, "encrypted, and no key for it was given: its records were not read")
            report.note(place, f"{len(lines)} lines: manifest, length, hash and count are right")
            return Package(manifest, [], place)
        for at, line in enumerate(lines):
            with report.watching(f"{place}, record {at + 1}"):
                plain = decrypted(opening, head, at, line) if opening else line
                records.append(read_line(plain))
        if len(report.wrongs) == before:
            check_chain(manifest, records)
            report.note(place, f"{len(records)} records of {manifest['station'][:8]}… are right")
    return Package(manifest, records, place) if len(report.wrongs) == before else None


def read_frame(content: bytes) -> tuple[Fields, bytes, list[bytes]]:
    """The manifest, its bytes, and the record lines of a file that is whole."""
    expect(content, "it is empty")
    expect(content.startswith(MAGIC), "it is no package of format 1")
    end = content.rfind(b"\n", 0, -1) + 1
    closing_line = b"END %d %s\n" % (end, hashlib.sha256(content[:end]).hexdigest().encode())
    expect(content[end:] == closing_line, "its closing line is not that of its bytes")
    lines = content[:end].split(b"\n")[1:-1]
    expect(len(lines) >= 2, "there is no manifest")
    head, signature = lines[0], lines[1].decode("ascii")
    expect(len(head) <= 64 << 10, "its manifest is too long")
    expect(all(len(line) < 4 << 20 for line in lines), "a line is too long")
    manifest = parsed(head)
    check_shape(manifest, MANIFEST, "the manifest")
    expect(hex_digits(manifest["station"], 64), "the station is no public key")
    expect(hex_digits(signature, 128), "its second line is no signature")
    station = bytes.fromhex(manifest["station"])
    signed = b"pingyi/package/1\n" + station + hashlib.sha256(head).digest()
    expect(
        is_signed(station, bytes.fromhex(signature), signed),
        "its manifest is not signed by its station",
    )
    expect(len(lines) - 2 == manifest["count"], "it holds more or fewer records than it lists")
    return manifest, head, lines[2:]


def check_manifest(manifest: Fields) -> None:
    expect(manifest["format"] == 1, f"format {manifest['format']} is not known here")
    expect(manifest["mode"] in {"official", "drill"}, "there is no such mode")
    expect(hex_digits(manifest["survey"], 64), "the survey is no id")
    expect(hex_digits(manifest["root"], 64), "the root is no hash")
    for run in manifest["runs"]:
        shape = {"incarnation": int, "first": int, "last": int, "head": str}
        check_shape(run, shape, "a run")
        expect(run["first"] == 1 <= run["last"], "a run does not begin with record 1")
        expect(hex_digits(run["head"], 64), "a head is no id")
    count = sum(run["last"] for run in manifest["runs"])
    expect(manifest["count"] == count > 0, "the count is not that of its runs")
    for recipient in manifest["recipients"]:
        check_shape(recipient, {"key": str, "ephemeral": str, "sealed": str}, "a recipient")
        digits = {"key": 64, "ephemeral": 64, "sealed": 96}
        good = all(hex_digits(recipient[name], length) for name, length in digits.items())
        expect(good, "a recipient is misshapen")


def read_line(line: bytes) -> Fields:
    parts = re.fullmatch(rb"([0-9a-f]{128}) (.+)", line, re.DOTALL)
    if parts is None:
        raise WrongError("its line holds no signature and body")
    return read_record(parts[2], bytes.fromhex(parts[1].decode()))


def check_chain(manifest: Fields, records: list[Fields]) -> None:
    """The records are one station's whole chain, and the ones that the manifest lists."""
    runs: list[Fields] = []
    for at, record in enumerate(records, 1):
        name = f"record {at}"
        expect(record["station"] == manifest["station"], f"{name} is by another station")
        founds = record["kind"] == "survey.founded"
        survey = record["id"] if founds else record["survey"]
        expect(survey == manifest["survey"], f"{name} belongs to another survey")
        expect(record["mode"] == manifest["mode"], f"{name} has another mode")
        expect(not founds or (at == 1 and not record["survey"]), f"{name} founds a second survey")
        if not runs or record["incarnation"] > runs[-1]["incarnation"]:
            expect(record["incarnation"] > 0, f"{name} has no incarnation")
            runs.append({"incarnation": record["incarnation"], "first": 1, "last": 0, "head": ""})
        run = runs[-1]
        expect(record["incarnation"] == run["incarnation"], f"{name} is of an older incarnation")
        follows = (record["seq"], record["prev"]) == (run["last"] + 1, run["head"])
        expect(follows, f"{name} does not follow the one before")
        run["last"], run["head"] = record["seq"], record["id"]
    root = hashlib.sha256(b"pingyi/root/1\n")
    for record in records:
        root.update(bytes.fromhex(record["id"]))
    same = manifest["runs"] == runs and manifest["root"] == root.hexdigest()
    expect(same, "its records are not the ones that its manifest lists")


def content_key(recipients: list[Fields], key: bytes) -> bytes | None:
    """The key that encrypts the lines, where `key` is one of the recipients'."""
    private = X25519PrivateKey.from_private_bytes(key)
    public = private.public_key().public_bytes_raw()
    for recipient in recipients:
        if recipient["key"] == public.hex():
            ephemeral = bytes.fromhex(recipient["ephemeral"])
            shared = private.exchange(X25519PublicKey.from_public_bytes(ephemeral))
            salt, info = ephemeral + public, b"pingyi/package/1"
            wrapping = HKDF(algorithm=SHA256(), length=32, salt=salt, info=info).derive(shared)
            return unsealed(wrapping, bytes(12), bytes.fromhex(recipient["sealed"]), None)
    return None


def decrypted(key: bytes, head: bytes, at: int, line: bytes) -> bytes:
    bound = hashlib.sha256(head).digest()
    return unsealed(key, at.to_bytes(12, "big"), ciphertext(line), bound)


def ciphertext(line: bytes) -> bytes:
    try:
        sealed = base64.b64decode(line, validate=True)
    except ValueError:
        raise WrongError("a line is not Base64") from None
    expect(base64.b64encode(sealed) == line, "a line is not the only Base64 of its bytes")
    return sealed


def unsealed(key: bytes, nonce: bytes, sealed: bytes, bound: bytes | None) -> bytes:
    try:
        return ChaCha20Poly1305(key).decrypt(nonce, sealed, bound)
    except InvalidTag:
        raise WrongError("it does not decrypt") from None


def read_key(path: Path) -> bytes:
    """A recipient's private key: 64 hex digits, a recovery text, or `recipient.json`."""
    content = path.read_text(encoding="utf-8").strip()
    if content.startswith("{"):
        content = json.loads(content)["private_key"]
    if hex_digits(content.lower(), 64):
        return bytes.fromhex(content)
    plain = unicodedata.normalize("NFKC", content).upper().translate(str.maketrans("018", "OIB"))
    letters = re.sub(r"[\s.-]", "", plain)
    private = base64.b32decode(letters[:52] + "====")
    check = base64.b32encode(hashlib.sha256(b"pingyi/recovery/1\n" + private).digest())[:4]
    whole = base64.b32encode(private).rstrip(b"=") + check
    expect(whole.decode() == letters, f"{path} holds no key: a letter of it is wrong")
    return private


def check_witness(package: Package, survey: Survey, report: Report) -> None:
    """What the supervisor signed on a stick must be in the supervisor's file."""
    manifest, log = package.manifest, survey.log
    if manifest["survey"] != log.survey or not survey.is_whole:
        return
    missing = [run for run in manifest["runs"] if run["head"] not in log.by_id]
    for run in missing:
        end = f"record {run['last']} of {manifest['station'][:8]}…/{run['incarnation']}"
        if manifest["station"] == log.founder:
            message = f"{package.place} holds {end}, and this file does not: it was cut"
            report.wrong(survey.place, message)
        else:
            report.note(package.place, f"{end} was not merged into {survey.place}")


# Archives and the command


class Check:
    """A list of paths, verified together."""

    def __init__(self, key: bytes | None) -> None:
        self.key, self.report = key, Report()
        self.surveys: list[Survey] = []
        self.packages: list[Package] = []

    def run(self, paths: Iterable[Path]) -> Report:
        files, results = [], []
        for path in paths:
            if path.is_dir():
                self.archive(path)
            elif path.suffix == ".json":
                results.append(path)
            else:
                files.append((path, path.name))
        self.files(files)
        for path in results:
            self.results(path, path.name, self.surveys)
        return self.report

    def archive(self, folder: Path) -> None:
        """A folder: its list of hashes, and every survey, package and result in it."""
        here = Check(self.key)
        here.report = self.report
        place = folder.name or str(folder)
        found = sorted(path for path in folder.rglob("*") if path.is_symlink() or path.is_file())
        names = {path.relative_to(folder).as_posix(): path for path in found}
        with self.report.watching(f"{place}/SHA256SUMS"):
            check_sums(folder, names, self.report)
        files = [(path, name) for name, path in names.items() if is_ours(path)]
        here.files(files)
        main = [survey for survey in here.surveys if "/" not in survey.place]
        here.strays(main)
        if not any(path.suffix == ".pingyi" for path, _ in files):
            self.report.wrong(place, "the folder holds no survey file")
        if "results.json" in names:
            here.results(names["results.json"], "results.json", main)
        else:
            self.report.wrong(f"{place}/results.json", "it is missing")

    def strays(self, main: list[Survey]) -> None:
        """What lies in an archive and is of another survey than its survey file."""
        ours = {survey.log.survey for survey in main}
        held = [(survey.place, survey.log.survey) for survey in self.surveys]
        held += [(package.place, package.manifest["survey"]) for package in self.packages]
        for place, survey in held:
            if main and survey not in ours:
                self.report.wrong(place, "it is of another survey than the archive")

    def files(self, files: Iterable[tuple[Path, str]]) -> None:
        surveys, packages = [], []
        for path, place in files:
            if begins(path, b"SQLite format 3") or path.suffix == ".pingyi":
                surveys.append(check_survey(path, place, self.report))
            else:
                with self.report.watching(place):
                    content = path.read_bytes()
                    packages.append(check_package(content, self.key, place, self.report))
        self.surveys += [survey for survey in surveys if survey]
        self.packages += [package for package in packages if package]
        for survey in self.surveys:
            for package in self.packages:
                check_witness(package, survey, self.report)

    def results(self, path: Path, place: str, surveys: list[Survey]) -> None:
        if not surveys:
            self.report.wrong(place, "there is no sound survey file to compare it with")
        for survey in surveys:
            with self.report.watching(place):
                check_results(path.read_bytes(), survey, self.report, place)


def is_ours(path: Path) -> bool:
    named = path.suffix in {".pingyi", ".pyp"}
    return named or begins(path, b"PINGYI PACKAGE ") or begins(path, b"SQLite format 3")


def begins(path: Path, content: bytes) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(len(content)) == content
    except OSError:
        return False


def check_sums(folder: Path, names: dict[str, Path], report: Report) -> None:
    """Every file is listed, and every listed file is here and has its hash."""
    listed: dict[str, str] = {}
    for line in (folder / "SHA256SUMS").read_text(encoding="utf-8").splitlines():
        parts = re.fullmatch(r"([0-9a-f]{64})  (.+)", line)
        if parts is None or parts[2] in listed:
            raise WrongError(f"this line is misshapen or there twice: {line[:100]!r}")
        listed[parts[2]] = parts[1]
    held = {name: path for name, path in names.items() if name != "SHA256SUMS"}
    for name in sorted(listed.keys() | held.keys()):
        with report.watching(name):
            expect(name in held, "it is listed and not here")
            expect(name in listed, "it is here and not listed")
            expect(not held[name].is_symlink(), "it is only a link")
            with held[name].open("rb") as file:
                digest = hashlib.file_digest(file, "sha256").hexdigest()
            expect(digest == listed[name], "it is not the file that was archived: its hash differs")
    report.note("SHA256SUMS", f"{len(listed)} files are listed")


def verify(paths: Iterable[Path], key: bytes | None = None) -> Report:
    return Check(key).run(paths)


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    parser.add_argument("--key", type=Path, metavar="FILE")
    given = parser.parse_args(arguments)
    key = None
    try:
        key = read_key(given.key) if given.key else None
    except (OSError, ValueError, KeyError, WrongError) as error:
        parser.error(f"the key cannot be read: {error}")
    report = verify(given.paths, key)
    if isinstance(sys.stdout, io.TextIOWrapper):
        # a console that lacks a letter shall not stop the verdict
        sys.stdout.reconfigure(errors="backslashreplace")
    print("\n".join(report.lines))
    print(f"{len(report.wrongs)} wrong things." if report.wrongs else "Nothing is wrong.")
    return 1 if report.wrongs else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
