"""The readers that are fuzzed, a module for each sort of file."""
