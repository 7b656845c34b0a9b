"""Full text over everything that the learner can study and has written: an SQLite FTS5 index that can be made anew.

The index is a file of its own and holds nothing that is not elsewhere: it is thrown away where it is damaged or of
another version, and brought up to date item by item where packs, notes or code have changed.
"""
