"""Pingyi (评议计票): counts paper appraisal forms, offline and exactly."""

__version__ = "0.1.0"
