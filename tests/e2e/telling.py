"""The start page with one sentence on it: what a picture of the real window is compared with.

Run with an error's name and a path; prints where in the window the sentence stands.
"""

import json
import sys

from PySide6.QtCore import QPoint

from desktop.app import make_application, make_window
from desktop.store import errors
from desktop.store.keys import Home


def main(name: str, path: str) -> int:
    application = make_application(sys.argv[:1])
    window = make_window(application, Home.of_user())
    window.resize(application.primaryScreen().availableSize())
    window.showMaximized()
    window.tell(getattr(errors, name)(path=path))
    application.processEvents()
    line = window.start.message
    corner = line.mapTo(window, QPoint(0, 0))
    print(json.dumps([corner.x(), corner.y(), line.width(), line.height()]), flush=True)
    return application.exec()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
