"""The learner's data as files: backups, exports, other journals, a shared folder. None of it schedules anything.

Everything here works on the journal's rows as they are stored, so that a row which this version can't read travels
with the others; what else a journal file holds (derived tables) is of no account.
"""
