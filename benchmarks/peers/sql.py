"""The query of the SQL peers: counts, scores, sums and ranks, per channel and pooled."""

from benchmarks.peers.marks import Marks


def count_query(marks: Marks, counted: str) -> str:
    """`counted` selects channel, agency, dimension and n0, n1 …: the counts by code."""
    codes, grades = marks.codes, marks.codes[1:]
    added = ", ".join(f"sum(n{code}) AS n{code}" for code in codes)
    worth = zip(marks.values, grades, strict=True)
    earned = " + ".join(f"{value} * n{code}" for value, code in worth)
    votes = " + ".join(f"n{code}" for code in grades)
    return f"""
        WITH counted AS MATERIALIZED (
            {counted}
        ), cells AS (
            SELECT * FROM counted
            UNION ALL SELECT 0, agency, dimension, {added} FROM counted GROUP BY agency, dimension
        ), scored AS MATERIALIZED (
            SELECT *, 1.0 * ({earned}) / ({votes}) AS score FROM cells
        ), sums AS (
            SELECT channel, agency, sum(score) AS total FROM scored GROUP BY channel, agency
        ), ranked AS (
            SELECT *, rank() OVER (PARTITION BY channel ORDER BY total DESC) AS place FROM sums
        )
        SELECT scored.*, total, place FROM scored JOIN ranked USING (channel, agency)
    """


def by_grade(marks: Marks, source: str) -> str:
    """Group by all four columns, then set the counts side by side."""
    case = "sum(CASE grade WHEN {0} THEN n ELSE 0 END) AS n{0}"
    counts = ", ".join(case.format(code) for code in marks.codes)
    return f"""
        SELECT channel, agency, dimension, {counts} FROM (
            SELECT channel, agency, dimension, grade, count(*) AS n FROM {source}
            GROUP BY channel, agency, dimension, grade
        ) AS graded GROUP BY channel, agency, dimension
    """


def by_cell(marks: Marks, source: str) -> str:
    """Group by one number a cell, which SQLite sorts in two thirds of the time of three columns."""
    agencies, dimensions = marks.shape
    cell = f"(channel * {agencies} + agency - 1) * {dimensions} + dimension - 1"
    codes = ", ".join(f"n{code}" for code in marks.codes)
    counts = ", ".join(f"sum(grade = {code}) AS n{code}" for code in marks.codes)
    return f"""
        SELECT cell / {agencies * dimensions} AS channel,
            cell / {dimensions} % {agencies} + 1 AS agency,
            cell % {dimensions} + 1 AS dimension, {codes}
        FROM (SELECT {cell} AS cell, {counts} FROM {source} GROUP BY 1) AS by_cell
    """
