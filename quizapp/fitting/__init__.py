"""Fitting: FSRS's parameters found from a learner's own ratings, in a process of its own that may import torch."""
