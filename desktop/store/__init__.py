"""The survey file: records that are the truth, and projections rebuilt from them."""
