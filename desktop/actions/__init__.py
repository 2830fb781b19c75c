"""What a person can do: one function an act, checked, recorded, in one transaction."""
