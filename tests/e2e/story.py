"""What happens in a long test, told line by line with a picture of each step."""

import time
from dataclasses import dataclass, field
from pathlib import Path

from tests.e2e.screen import Screen


@dataclass
class Story:
    """Writes `story.log` and the pictures into a folder; `pytest -s` shows the lines too."""

    screen: Screen
    folder: Path
    began: float = field(default_factory=time.monotonic)
    pictures: int = 0

    def tell(self, what: str) -> None:
        self.pictures += 1
        line = f"{time.monotonic() - self.began:5.1f} s  {self.pictures:02d}  {what}"
        self.screen.settled().image().save(str(self.folder / f"{self.pictures:02d}.png"))
        print(line)
        with (self.folder / "story.log").open("a", encoding="utf-8") as log:
            log.write(f"{line}\n")
