"""Quiz: set-up, run and results."""
