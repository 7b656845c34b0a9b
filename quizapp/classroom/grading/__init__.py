"""Grades a class: finds what was handed in, judges it here or on a cluster, and writes tables and a report."""
