"""What every page names: survey, document, how it stands, and what it hangs on."""

from dataclasses import dataclass

from desktop.report.material import Material
from desktop.report.rule_text import rule_short
from desktop.tally.plan import Plan
from desktop.words import Words


@dataclass(frozen=True, slots=True)
class Imprint:
    """What the frame of a document prints on each of its pages."""

    title: str
    """The survey's, as its plan has it."""
    document: str
    survey: str
    """The survey's whole id; pages show its beginning."""
    drill: bool
    standing: str
    rule: str = ""
    proof: tuple[str, str] | None = None
    """What the document hangs on, such as the hash of its results: a label and hex digits."""


@dataclass(frozen=True, slots=True)
class Naming:
    """What every sheet of a survey's work names; `results` is empty before there is a result."""

    plan: Plan
    plan_hash: str
    survey: str
    mode: str
    edition: int
    results: str = ""
    """Hash of the results as they stand."""

    def imprint(self, document: str, words: Words) -> Imprint:
        """With the hash of the results or, on sheets made before there are any, of the plan."""
        label = words("Hash of the results (SHA-256)" if self.results else "Hash of the plan")
        return Imprint(
            self.plan.title,
            document,
            self.survey,
            self.mode == "drill",
            edition_text(self.mode, self.edition, words),
            words("Rule: {rule}").format(rule=rule_short(self.plan, words)),
            (label, self.results or self.plan_hash),
        )


def result_imprint(material: Material, document: str, words: Words) -> Imprint:
    """A document of results: with their rule, their hash, and whether they are sealed."""
    results = material.results
    rule = words("Rule: {rule}").format(rule=rule_short(results.plan, words))
    return Imprint(
        results.plan.title,
        document,
        results.survey,
        results.mode == "drill",
        standing(material, words),
        rule,
        (words("Hash of the results (SHA-256)"), results.hash),
    )


def standing(material: Material, words: Words) -> str:
    """Mode, edition and whether it is sealed."""
    sealed = words("sealed") if material.sealed else words("not sealed")
    edition = edition_text(material.results.mode, material.edition, words)
    return words(" | ").join((edition, sealed))


def edition_text(mode: str, edition: int, words: Words) -> str:
    """Mode and edition."""
    shown = words("Drill") if mode == "drill" else words("Official")
    return words(" | ").join((shown, words("Edition {edition}").format(edition=edition)))
