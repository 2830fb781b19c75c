"""An empty main window, shown and painted: `python -m benchmarks.window_empty` prints when."""

import json
import os
import time

from PySide6.QtWidgets import QApplication, QMainWindow


def main() -> None:
    application = QApplication([])
    window = QMainWindow()
    window.resize(application.primaryScreen().availableSize())
    window.showMaximized()
    while not window.windowHandle().isExposed():
        application.processEvents()
    application.sync()
    print(json.dumps({"empty": time.monotonic()}), flush=True)
    os._exit(0)


if __name__ == "__main__":
    main()
