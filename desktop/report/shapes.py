"""The shapes of grades, in the unit square; the window draws the same."""

from collections.abc import Mapping, Sequence

Points = Sequence[tuple[float, float]]

CIRCLES: Mapping[str, Sequence[float]] = {"circle": (0.5,), "ring": (0.5, 0.2)}
"""Radii about the middle."""
POLYGONS: Mapping[str, Points] = {
    "square": ((0.06, 0.06), (0.94, 0.06), (0.94, 0.94), (0.06, 0.94)),
    "triangle": ((0.5, 0.96), (0.98, 0.08), (0.02, 0.08)),
    "diamond": ((0.5, 0.0), (1.0, 0.5), (0.5, 1.0), (0.0, 0.5)),
}
STROKES: Mapping[str, Sequence[Points]] = {
    "cross": (((0.08, 0.08), (0.92, 0.92)), ((0.08, 0.92), (0.92, 0.08))),
}
