"""Measurements of Pingyi side by side with peers: `python -m benchmarks` prints them."""
