"""The Windows set-up: its script, and what it is compiled from."""
