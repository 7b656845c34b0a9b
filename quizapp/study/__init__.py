"""What the learner has done and what comes next: journal, scheduler, queue, drafts.

Imports nothing by itself: `study.model` is all that a page needs before FSRS and SQLite are loaded.
"""
