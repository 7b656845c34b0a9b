"""Plots of the statistics: each draws a figure of numbers and words that are ready, and reads it out place by place."""
