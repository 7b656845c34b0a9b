"""Stands in for the process that fits, and finds at once what its environment says: something better, or nothing."""

import os
import sys

import msgspec

from quizapp.fitting.messages import Fitted, Losses, Progress
from tests.fitting.made_up import FORGETFUL

BETTER = os.environ.get("QUIZAPP_TEST_ENDING") != "no better"


def main() -> None:
    # Not all of it: who would write on must not mind.
    sys.stdin.buffer.readline()
    losses = Losses(ratings=200, before=0.4, after=0.3 if BETTER else 0.41)
    for said in (Progress(0.5), Fitted(parameters=FORGETFUL, earlier=losses, later=losses)):
        sys.stdout.buffer.write(msgspec.json.encode(said) + b"\n")
        sys.stdout.flush()
    sys.stdin.buffer.read()


if __name__ == "__main__":
    main()
