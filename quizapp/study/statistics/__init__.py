"""What the learner's past and memory add up to: one statistic a module, each a pure function to a frozen value.

`steps` and `items` read the derived tables into narrow arrays once; everything else counts in them.
"""
