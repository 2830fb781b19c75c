"""What an office adds to its outgoing papers: who writes, to whom, how many copies, until when."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Letter:
    """Nothing of it is a result; what is empty is left free on the paper, to be filled in by hand.

    Days are written such as 2005-12-31.
    """

    office: str = ""
    """Who signs 落款, such as the survey office."""
    number: str = ""
    """The document's number 发文字号."""
    date: str = ""
    copies: int | None = None
    """共印__份."""
    report_to: tuple[str, ...] = ()
    """报."""
    issue_to: tuple[str, ...] = ()
    """发."""
    copy_to: tuple[str, ...] = ()
    """送."""
    deadline: str = ""
    """The day by which an agency answers its feedback sheet."""
    rank_shown: bool = True
    """Whether a feedback sheet tells an agency its rank."""
