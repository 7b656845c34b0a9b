"""Appends rows to the journal named on the command line until it is killed; prints each row's id once it is durable."""

import sys
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from quizapp.study.entries import Rated
from quizapp.study.journal import Journal
from quizapp.study.model import Rating

if __name__ == "__main__":
    journal = Journal(Path(sys.argv[1]))
    for number in count():
        row = journal.append(Rated(item=f"p/l/{number}", rating=Rating.GOOD, seconds=1.0), datetime.now(UTC))
        sys.stdout.write(row.id + "\n")
        sys.stdout.flush()
