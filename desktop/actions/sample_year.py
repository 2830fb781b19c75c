"""A made-up year around the count: every ledger as plain lines, from a seed and a plan."""

from dataclasses import dataclass
from fractions import Fraction

from desktop.actions.rule_sets import shipped_rules
from desktop.actions.sample_year_cases import sample_complaints, sample_findings
from desktop.actions.sample_year_days import Chance, unit_burdens
from desktop.actions.sample_year_entries import Cases, SampleEntry, sample_entries
from desktop.actions.sample_year_promises import sample_pledges, sample_requests
from desktop.actions.sample_year_settings import sample_components
from desktop.actions.sample_year_texts import public_holidays, sample_terms
from desktop.assess.complaints import Complaint
from desktop.assess.findings import Finding
from desktop.assess.promises import Pledge, Request
from desktop.assess.rule_set import RuleSet
from desktop.assess.working_days import Holidays
from desktop.assess.year import CompositeSetting, TermsTable
from desktop.tally.plan import Plan

ENTRIES = 3000


@dataclass(frozen=True, slots=True)
class Amounts:
    """How many lines of each ledger; two pledges a unit come besides."""

    entries: int = ENTRIES
    complaints: int = 500
    findings: int = 300
    requests: int = 18

    @classmethod
    def of(cls, entries: int) -> "Amounts":
        """A year of so many entries, the other ledgers in proportion; at most a whole one."""
        share = Fraction(min(entries, ENTRIES), ENTRIES)
        whole = cls()
        return cls(
            min(entries, ENTRIES),
            round(whole.complaints * share),
            round(whole.findings * share),
            max(1, round(whole.requests * share)),
        )


@dataclass(frozen=True, slots=True)
class SampleYear:
    """What an office would have put on record by the last day of the plan's year."""

    seed: int
    day: str
    rules: RuleSet
    holidays: Holidays
    terms: TermsTable
    composite: CompositeSetting
    entries: tuple[SampleEntry, ...]
    complaints: tuple[Complaint, ...]
    findings: tuple[Finding, ...]
    pledges: tuple[Pledge, ...]
    requests: tuple[Request, ...]

    @property
    def lines(self) -> int:
        """Of all its ledgers."""
        kept = (self.entries, self.complaints, self.findings, self.pledges, self.requests)
        return sum(map(len, kept))


def sample_year(plan: Plan, *, seed: int, amounts: Amounts | None = None) -> SampleYear:
    """Equal arguments give equal years."""
    wanted, terms = amounts or Amounts(), sample_terms()
    holidays, burdens = public_holidays(plan.year), unit_burdens(plan, seed)
    findings = sample_findings(plan, _chance(plan, seed, "findings"), burdens, wanted.findings)
    chance = _chance(plan, seed, "complaints")
    complaints = sample_complaints(chance, burdens, terms, wanted.complaints)
    rules, chance = shipped_rules("hundred-points"), _chance(plan, seed, "entries")
    cases = Cases(plan, rules, terms, chance, burdens, findings, complaints)
    return SampleYear(
        seed,
        chance.last.isoformat(),
        rules,
        holidays,
        terms,
        sample_components(plan, _chance(plan, seed, "components"), burdens),
        tuple(sample_entries(cases, wanted.entries)),
        tuple(complaints),
        tuple(findings),
        tuple(sample_pledges(_chance(plan, seed, "pledges"), burdens)),
        tuple(sample_requests(_chance(plan, seed, "requests"), burdens, wanted.requests)),
    )


def _chance(plan: Plan, seed: int, name: str) -> Chance:
    """Every ledger has a stream of its own: more of one leaves the others as they are."""
    return Chance.of(name, seed, plan.year, public_holidays(plan.year))
