"""`python -m tests.hostile [FOLDER] [--level NAME] [--as-user] [--only TEXT]`: tries a corpus and prints what was held.

The folder's programs are in the form that `tests.hostile.corpus` describes; without one it is our own corpus.
"""

import argparse
import sys
from pathlib import Path

from tests.hostile.battery import USERS, Battery, Broken, NotHere, User
from tests.hostile.corpus import OWN_CORPUS, HostileProgram, read_corpus
from tests.hostile.levels import Level


def main() -> int:
    """Print a table; return 1 if anything wasn't contained, 2 if the machine lacks the level."""
    arguments = _arguments()
    programs = tuple(program for program in read_corpus(arguments.folder) if arguments.only in program.name)
    user = User.ORDINARY if arguments.as_user else USERS[0]
    battery = Battery(programs, arguments.level, user)
    try:
        return _print_table(battery, programs)
    except (NotHere, Broken) as error:
        print(f"{arguments.level} as {user}: nothing was tried: {error}")  # noqa: T201
        return 2
    finally:
        battery.stop()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.hostile", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path, default=OWN_CORPUS)
    parser.add_argument("--level", type=Level, choices=list(Level), default=Level.USUAL)
    parser.add_argument("--as-user", action="store_true", help="as an ordinary user, where root runs this")
    parser.add_argument("--only", default="", help="programs with this in their name")
    return parser.parse_args()


def _print_table(battery: Battery, programs: tuple[HostileProgram, ...]) -> int:
    contained = informational = 0
    for program in programs:
        result = battery.result_of(program.name)
        if result is None:
            print(f"-     {program.name}: not tried here")  # noqa: T201
            continue
        mark = "ok  " if result.contained else "INFO" if program.informational else "OPEN"
        print(f"{mark}  {program.name}  {result.ending}  {result.seconds:.2f} s", flush=True)  # noqa: T201
        for reason in result.reasons:
            print(f"      {reason}")  # noqa: T201
        contained += result.contained
        informational += program.informational and not result.contained
    tried = len(battery.results())
    left = tried - contained - informational
    print(f"contained {contained} of {tried}, informational {informational}, open {left}")  # noqa: T201
    return int(contained + informational < tried)


if __name__ == "__main__":
    sys.exit(main())
