"""Today: what is due and new, and the start."""
