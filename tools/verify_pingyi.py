"""Checks a survey file, and the results counted from it, without a line of the program.

    python verify_pingyi.py NAME.pingyi [results.json]

Written from docs/FORMAT.md alone: the standard library, and `cryptography` for Ed25519. It reads
the table `record` and nothing else, follows every chain, counts every mark one by one, and compares
each figure of `results.json`. Exit code 0 where all is right, 1 where anything is not.
"""

import hashlib
import json
import sqlite3
import sys
import unicodedata
from collections import Counter, defaultdict
from contextlib import closing
from fractions import Fraction
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

HEADER = {
    "format", "survey", "mode", "station", "incarnation", "seq", "prev", "at", "operator",
    "kind", "parents", "data",
}  # fmt: skip

Fields = dict[str, Any]


class WrongError(Exception):
    """What is wrong, in words."""


def expect(condition: bool, message: str) -> None:
    if not condition:
        raise WrongError(message)


# Canonical JSON (section 2)


def canonical(value: Any) -> bytes:
    """RFC 8785 for texts, whole numbers, true, false, null, lists and objects."""
    if isinstance(value, dict):
        names = sorted(value, key=lambda name: name.encode("utf-16-be"))
        return b"{" + b",".join(text(n) + b":" + canonical(value[n]) for n in names) + b"}"
    if isinstance(value, list):
        return b"[" + b",".join(map(canonical, value)) + b"]"
    expect(not isinstance(value, float), "a number is not whole")
    return text(value) if isinstance(value, str) else json.dumps(value).encode()


def text(value: str) -> bytes:
    expect(unicodedata.is_normalized("NFC", value), f"{value!r} is not in normal form C")
    return json.dumps(value, ensure_ascii=False).encode()


# Records (sections 1 to 3, and the rules of section 6)


def read_log(path: Path) -> list[tuple[int, str, bytes, bytes]]:
    """Number, id, body and signature of every record, by number."""
    expect(path.read_bytes()[68:72] == b"PGYI", "bytes 68 to 71 are not PGYI")
    uri = path.resolve().as_uri() + "?mode=ro&immutable=1"
    with closing(sqlite3.connect(uri, uri=True)) as db:
        kind = db.execute("SELECT type FROM sqlite_master WHERE name = 'record'").fetchone()
        expect(kind == ("table",), "there is no table `record`")
        query = "SELECT number, id, CAST(body AS BLOB), signature FROM record ORDER BY number"
        return db.execute(query).fetchall()


def check_record(number: int, identity: str, body: bytes, signature: bytes) -> Fields:
    """The fields of a body whose bytes, id and signature are right."""
    try:
        fields: Fields = json.loads(body)
        expect(set(fields) == HEADER, "the header has other fields")
        expect(canonical(fields) == body, "the body is not canonical")
        digest = hashlib.sha256(b"pingyi/record/1\n" + body).digest()
        expect(digest.hex() == identity, "the id is not the hash of the body")
        station = bytes.fromhex(fields["station"])
        key = Ed25519PublicKey.from_public_bytes(station)
        key.verify(signature, b"pingyi/signature/1\n" + station + digest)
    except InvalidSignature:
        raise WrongError(f"record {number}: the signature is not its station's") from None
    except (ValueError, TypeError, KeyError) as error:
        raise WrongError(f"record {number}: {error!r}") from None
    except WrongError as wrong:
        raise WrongError(f"record {number}: {wrong}") from None
    return fields | {"id": identity}


def check_chains(records: list[Fields]) -> None:
    """One founding record, one survey and mode, one station, no gap in its chain."""
    expect(bool(records), "the log is empty")
    first = records[0]
    expect(first["kind"] == "survey.founded" and first["survey"] == "", "record 1 founds nothing")
    tips: dict[tuple[str, int], tuple[int, str]] = {}
    for number, record in enumerate(records, 1):
        place = f"record {number}"
        if number > 1:
            expect(record["kind"] != "survey.founded", f"{place} founds a second survey")
            expect(record["survey"] == first["id"], f"{place} belongs to another survey")
        expect(record["format"] == 1, f"{place} has format {record['format']}")
        expect(record["mode"] == first["mode"], f"{place} has another mode")
        expect(record["station"] == first["station"], f"{place} is by a station never admitted")
        chain = (record["station"], record["incarnation"])
        seq, head = tips.get(chain, (0, ""))
        expect(record["seq"] == seq + 1, f"{place}: seq {seq + 1} is missing")
        expect(record["prev"] == head, f"{place} does not follow the one before")
        tips[chain] = (record["seq"], record["id"])


# Forms (section 6)


def heads_of(records: list[Fields]) -> list[Fields]:
    """The records that no other record replaces."""
    replaced = {parent for record in records for parent in record["parents"]}
    return [record for record in records if record["id"] not in replaced]


def standing_forms(plan: Fields, records: list[Fields]) -> dict[tuple[str, int], tuple[str, str]]:
    """Batch and number to state (valid, void, unsettled) and, with it, marks or reason."""
    heads = defaultdict(set)
    for record in heads_of(records):
        if record["kind"] == "form.keyed":
            data = record["data"]
            heads[data["batch"], data["number"]].add((data["void"], data["marks"]))
    return {form: standing(plan, found) for form, found in heads.items()}


def standing(plan: Fields, heads: set[tuple[str, str]]) -> tuple[str, str]:
    if len(heads) > 1:
        return "unsettled", ""
    ((void, marks),) = heads
    rules, cells = plan["validity"], len(plan["agencies"]) * len(plan["dimensions"])
    blank = rules["max_blank"]
    if not void and blank and marks.count("0") > Fraction(blank["share"]) * cells:
        void = blank["reason"]
    grades = set(marks) - set("0-")
    if not void and rules["one_grade"] and len(grades) == 1 and grades <= set("123456"):
        void = rules["one_grade"]
    return ("void", void) if void else ("valid", marks)


def batches_of(records: list[Fields]) -> dict[str, Fields]:
    """Code to slip; of two heads the smaller id stands."""
    found: dict[str, Fields] = {}
    for record in sorted(heads_of(records), key=lambda record: record["id"]):
        if record["kind"] == "batch.registered":
            found.setdefault(record["data"]["code"], record["data"])
    return found


# Counts and scores, as docs/PLAN.md has them


class Count:
    """Every mark of a survey, one by one: cells[channel][agency][dimension] counts codes."""

    def __init__(self, plan: Fields, records: list[Fields]) -> None:
        self.plan, self.batches = plan, batches_of(records)
        self.forms = standing_forms(plan, records)
        self.agencies = [agency["code"] for agency in plan["agencies"]]
        self.dimensions = [dimension["code"] for dimension in plan["dimensions"]]
        self.channels = [channel["code"] for channel in plan["channels"]]
        self.cells: dict[tuple[str, str, str], Counter[str]] = defaultdict(Counter)
        self.could: Counter[tuple[str, str]] = Counter()
        for (batch, _), (state, marks) in self.forms.items():
            if state == "valid":
                self.add_form(self.batches[batch], marks)
        for record in heads_of(records):
            if record["kind"] == "totals.entered":
                self.add_totals(record["data"])

    def add_form(self, slip: Fields, marks: str) -> None:
        channel, width = slip["channel"], len(self.dimensions)
        for row, agency in enumerate(self.agencies):
            if self.plan["scoring"]["exclude_self"] and slip["origin"] == agency:
                continue
            self.could[channel, agency] += 1
            for column, dimension in enumerate(self.dimensions):
                self.cells[channel, agency, dimension][marks[row * width + column]] += 1

    def add_totals(self, data: Fields) -> None:
        names = {"0": "blank", "?": "dont_know", "x": "invalid", "-": "not_applicable"}
        stated = {}
        for row in data["rows"]:
            cell = self.cells[data["channel"], row["agency"], row["dimension"]]
            cell.update(row["counts"])
            cell.update({code: row[name] for code, name in names.items()})
            stated[row["agency"]] = row["forms"]
        for agency, forms in stated.items():
            self.could[data["channel"], agency] += forms

    def cell(self, channels: list[str], agency: str, dimension: str) -> Counter[str]:
        return sum((self.cells[c, agency, dimension] for c in channels), Counter())

    def could_grade(self, channels: list[str], agency: str) -> int:
        return sum(self.could[channel, agency] for channel in channels)

    def dimension_score(self, channels: list[str], agency: str, code: str) -> Fraction | None:
        cell, rule = self.cell(channels, agency, code), self.plan["scoring"]
        votes = self.kept_votes(cell)
        if not votes:
            return None
        values = {grade["code"]: Fraction(grade["value"]) for grade in self.plan["grades"]}
        below = self.denominator(channels, agency, cell, len(votes))
        score = sum((values[vote] for vote in votes), Fraction()) / below
        return score if rule["cap"] is None else min(score, Fraction(rule["cap"]))

    def kept_votes(self, cell: Counter[str]) -> list[str]:
        """The votes from best to worst, without those the plan trims at either end."""
        grades = [grade["code"] for grade in self.plan["grades"]]
        votes = [code for code in grades for _ in range(cell[code])]
        drop = int(Fraction(self.plan["scoring"]["trim"]) * len(votes))
        return votes[drop : len(votes) - drop]

    def denominator(self, channels: list[str], agency: str, cell: Counter[str], votes: int) -> int:
        match self.plan["scoring"]["denominator"]:
            case "marks":
                return votes
            case "marks+dont_know":
                return votes + cell["?"]
        return self.could_grade(channels, agency)

    def combined(self, channels: list[str], agency: str) -> Fraction | None:
        scores = [self.dimension_score(channels, agency, code) for code in self.dimensions]
        if None in scores:
            return None
        how = self.plan["scoring"]["dimensions"]
        if how == "pooled":
            return self.pooled(channels, agency)
        weights = [Fraction(dimension["weight"]) for dimension in self.plan["dimensions"]]
        total = sum(
            (w * s for w, s in zip(weights, scores, strict=True) if s is not None), Fraction()
        )
        return total if how == "sum" else total / sum(weights)

    def pooled(self, channels: list[str], agency: str) -> Fraction:
        earned, below = Fraction(), 0
        for code in self.dimensions:
            cell = self.cell(channels, agency, code)
            votes = sum(cell[grade["code"]] for grade in self.plan["grades"])
            earned += sum(Fraction(g["value"]) * cell[g["code"]] for g in self.plan["grades"])
            below += self.denominator(channels, agency, cell, votes)
        return len(self.dimensions) * earned / below

    def score(self, agency: Fields) -> Fraction | None:
        group = next(g for g in self.plan["groups"] if g["code"] == agency["group"])
        if not group["scored"]:
            return None
        if self.plan["scoring"]["channels"] == "pooled":
            score = self.combined(self.channels, agency["code"])
        else:
            score = self.weighted(agency["code"], group)
        lines = [a for a in self.plan["adjustments"] if a["agency"] == agency["code"]]
        return None if score is None else score + sum(Fraction(a["points"]) for a in lines)

    def weighted(self, agency: str, group: Fields) -> Fraction | None:
        total = weights = missing = Fraction()
        for channel in self.plan["channels"]:
            own = group["weights"]
            weight = Fraction(channel["weight"] if own is None else own.get(channel["code"], "0"))
            score = self.combined([channel["code"]], agency) if weight else None
            if score is None:
                missing += weight
            else:
                total, weights = total + weight * score, weights + weight
        rule = self.plan["scoring"]["missing_channel"]
        if not weights or (missing and rule == "stop"):
            return None
        return total / (weights + missing if rule == "zero" else weights)


# Results (section 7)


def check_results(count: Count, survey: str, content: bytes) -> int:
    """Compare every count, score and rank; gives how many figures were compared."""
    results: Fields = json.loads(content)
    expect(canonical(results) == content, "results.json is not canonical")
    claimed = results.pop("hash")
    expect(hashlib.sha256(canonical(results)).hexdigest() == claimed, "its hash is not its own")
    expect(results["survey"] == survey, "results.json is of another survey")
    plan_hash = hashlib.sha256(canonical(count.plan)).hexdigest()
    expect(results["plan_hash"] == plan_hash, "results.json is of another plan")
    states = Counter(state for state, _ in count.forms.values())
    reasons = Counter(reason for state, reason in count.forms.values() if state == "void")
    forms = results["forms"]
    expect(forms["valid"] == states["valid"], "the number of valid forms differs")
    expect(forms["unsettled"] == states["unsettled"], "the number of unsettled forms differs")
    expect(Counter(forms["void"]) == reasons, "the void forms differ")
    compared = sum(check_agency(count, agency) for agency in results["agencies"])
    return compared + check_ranks(count, results)


def check_agency(count: Count, shown: Fields) -> int:
    agency = next(a for a in count.plan["agencies"] if a["code"] == shown["code"])
    expect(shown["score"] == ratio(count.score(agency)), f"{agency['code']}: the score differs")
    compared = check_dimensions(count, count.channels, agency["code"], shown["dimensions"])
    for channel in shown["channels"]:
        only, place = [channel["code"]], f"{agency['code']} in {channel['code']}"
        expect(
            channel["forms"] == count.could_grade(only, agency["code"]), f"{place}: forms differ"
        )
        expect(channel["score"] == ratio(count.combined(only, agency["code"])), f"{place}: score")
        compared += 2 + check_dimensions(count, only, agency["code"], channel["dimensions"])
    return compared + 1


def check_dimensions(count: Count, channels: list[str], agency: str, shown: list[Fields]) -> int:
    for dimension in shown:
        cell = count.cell(channels, agency, dimension["code"])
        found = {code: cell[code] for code in dimension["counts"]}
        found |= {"blank": cell["0"], "dont_know": cell["?"]}
        found |= {"invalid": cell["x"], "not_applicable": cell["-"]}
        said = dimension["counts"] | {name: dimension[name] for name in list(found)[-4:]}
        place = f"{agency}.{dimension['code']} in {'+'.join(channels)}"
        expect(said == found, f"{place}: {said} is shown, {found} is counted")
        score = count.dimension_score(channels, agency, dimension["code"])
        expect(dimension["score"] == ratio(score), f"{place}: the score differs")
    return sum(len(dimension["counts"]) + 5 for dimension in shown)


def check_ranks(count: Count, results: Fields) -> int:
    """Ranks and the cut, by counting who is stronger; tie-breakers are left to the reader."""
    ranked = {g["code"] for g in count.plan["groups"] if g["ranked"]}
    groups = {a["code"]: a["group"] for a in count.plan["agencies"]}
    scores = {
        a["code"]: Fraction(a["score"])
        for a in results["agencies"]
        if a["score"] is not None and groups[a["code"]] in ranked
    }
    if count.plan["scoring"]["tie_break"]:
        return 0
    ranks = {code: 1 + sum(s > own for s in scores.values()) for code, own in scores.items()}
    for agency in results["agencies"]:
        expect(agency["rank"] == ranks.get(agency["code"]), f"{agency['code']}: the rank differs")
    top = {code for code, rank in ranks.items() if rank <= count.plan["cut"]["top"]}
    expect(set(results["cut"]["top"]) == top, "the top of the cut differs")
    worse = {code: sum(s < own for s in scores.values()) for code, own in scores.items()}
    bottom = {code for code, behind in worse.items() if behind < count.plan["cut"]["bottom"]}
    expect(set(results["cut"]["bottom"]) == bottom, "the bottom of the cut differs")
    return len(ranks) + 2


def ratio(value: Fraction | None) -> str | None:
    return None if value is None else f"{value.numerator}/{value.denominator}"


def main(arguments: list[str]) -> int:
    if len(arguments) not in {1, 2}:
        print(__doc__)
        return 2
    try:
        records = [check_record(*row) for row in read_log(Path(arguments[0]))]
        check_chains(records)
        print(f"{len(records)} records: ids, signatures and chains are right.")
        print(f"Survey {records[0]['id']}")
        if len(arguments) == 2:
            count = Count(records[0]["data"]["plan"], records)
            content = Path(arguments[1]).read_bytes()
            print(f"{check_results(count, records[0]['id'], content)} figures counted anew: equal.")
    except (WrongError, OSError, sqlite3.Error, ValueError, KeyError, IndexError) as error:
        print(f"WRONG: {error}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
