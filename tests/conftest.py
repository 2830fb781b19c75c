"""What every test stands on: no screen, a data folder of its own, real data where there is any."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

# hazard: Qt reads this once, when the first window is made; without a screen it aborts the process
os.environ["QT_QPA_PLATFORM"] = "offscreen"

# what programs say is compared in English, whatever the machine's language
os.environ["PINGYI_LANG"] = "en"

# a busy machine is slow, not wrong
settings.register_profile("pingyi", deadline=None)
settings.load_profile("pingyi")

CHECKOUT = Path(__file__).resolve().parents[1]


@pytest.fixture(autouse=True)
def pingyi_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keys and settings of this test only; also seen by the programs that it starts."""
    home = tmp_path / "pingyi-home"
    home.mkdir()
    monkeypatch.setenv("PINGYI_HOME", str(home))
    return home


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Answers by real people, which are not part of the project."""
    named = os.environ.get("PINGYI_REAL_DATA")
    folder = Path(named) if named else CHECKOUT.parent / "shared" / "data"
    if not folder.is_dir():
        pytest.skip(f"no real data at {folder}; name its folder in PINGYI_REAL_DATA")
    return folder
