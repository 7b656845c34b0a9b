"""Attacks on an exercise's checks: wrong programs derived from its solution, run as any attempt is, and counted."""
