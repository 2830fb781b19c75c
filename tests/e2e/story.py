"""What happens in a long test, told line by line with a picture of each step."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.e2e.screen import Screen, virtual_screen


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

    @contextmanager
    def to_the_end(self) -> Iterator[None]:
        """Where what is done inside fails, the last picture shows how the windows stood."""
        try:
            yield
        except Exception:
            self.tell("here it ended")
            raise


@contextmanager
def told(scratch: Path) -> Iterator[Story]:
    """A story on a screen of its own, told into `PINGYI_E2E_OUT` or the test's folder."""
    named = os.environ.get("PINGYI_E2E_OUT")
    folder = Path(named) if named else scratch / "story"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "story.log").unlink(missing_ok=True)
    with virtual_screen(scratch / "screen") as screen:
        yield Story(screen, folder)
