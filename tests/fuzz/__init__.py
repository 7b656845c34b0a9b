"""Fuzzing of everything that reads what others wrote, guided by the lines that an input reaches.

`python -m tests.fuzz` (or `make fuzz`) goes on from each target's seeds, in a process of its own for each target;
`test_targets.py` holds in the usual run that every target still takes its seeds, and some that were changed.
"""
