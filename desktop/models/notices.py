"""What a desk has to say: a numbered message, and its fields."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Notice:
    """A message of `resources/messages/` by its id; the view finds the words for it."""

    id: str
    fields: Mapping[str, object] = field(default_factory=dict)
