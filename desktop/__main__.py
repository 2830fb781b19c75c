"""`python -m desktop` is `pingyi`."""

from desktop.cli import main

main()
