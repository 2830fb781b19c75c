"""What a benchmark found: tables, remarks and targets, as text for a terminal or Markdown."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Target:
    """A figure against its limit, which is a least or a most."""

    what: str
    found: float
    limit: float
    unit: str = ""
    least: bool = False

    @property
    def met(self) -> bool:
        return self.found >= self.limit if self.least else self.found <= self.limit

    def __str__(self) -> str:
        word = "least" if self.least else "most"
        limit = f"at {word} {self.limit:g}{self.unit}"
        return (
            f"{'met' if self.met else 'MISSED'}: {self.what} {self.found:.3g}{self.unit}, {limit}"
        )


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of text; every column but the first is of figures."""

    heads: Sequence[str]
    rows: Sequence[Sequence[str]]

    def text(self) -> Iterator[str]:
        lines = [self.heads, *self.rows]
        widths = [max(map(_width, column)) for column in zip(*lines, strict=True)]
        for cells in lines:
            name, *figures = cells
            rest = (" " * (w - _width(f)) + f for f, w in zip(figures, widths[1:], strict=True))
            yield "  ".join([name + " " * (widths[0] - _width(name)), *rest]).rstrip()

    def markdown(self) -> Iterator[str]:
        rule = ["---", *["---:"] * (len(self.heads) - 1)]
        for cells in (self.heads, rule, *self.rows):
            yield f"| {' | '.join(cells)} |"


@dataclass(slots=True)
class Report:
    """One benchmark's findings in the order to be read."""

    name: str
    title: str
    tables: list[Table] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    targets: list[Target] = field(default_factory=list)

    def text(self) -> str:
        tables = ["\n".join(table.text()) for table in self.tables]
        listed = ["\n".join(map(str, lines)) for lines in (self.remarks, self.targets)]
        return _paragraphs(f"{self.name}: {self.title}", *tables, *listed)

    def markdown(self) -> str:
        tables = ["\n".join(table.markdown()) for table in self.tables]
        listed = ["\n".join(f"- {line}" for line in [*self.remarks, *self.targets])]
        return _paragraphs(f"## {self.name}: {self.title}", *tables, *listed)


def _paragraphs(*texts: str) -> str:
    return "\n\n".join(text for text in texts if text) + "\n"


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(mark) in "WF" else 1 for mark in text)
