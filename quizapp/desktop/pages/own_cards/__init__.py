"""Own cards of the learner: writing, changing, dropping."""
