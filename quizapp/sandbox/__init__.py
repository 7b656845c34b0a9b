"""The host's side of a run: start, submit, stop and recover; messages, limits, and what is enforced."""
