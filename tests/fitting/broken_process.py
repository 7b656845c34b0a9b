"""Stands in for the process that fits: does what its environment says, to see how the host takes it."""

import os
import subprocess
import sys


def main() -> None:
    match os.environ["QUIZAPP_TEST_ENDING"]:
        case "raises":
            raise ModuleNotFoundError("No module named 'pandas'")
        case "silent":
            sys.exit(3)
        case "nonsense":
            sys.stdout.write("not JSON\n")
            sys.stdout.flush()
            sys.stdin.buffer.read()
        case "with a child":
            child = subprocess.Popen([sys.executable, "-c", "import sys; sys.stdin.read()"], stdin=subprocess.PIPE)
            sys.stdout.write('{"kind": "progress", "share": 0.5}\n')
            sys.stdout.flush()
            sys.stdin.buffer.read()
            child.wait()


if __name__ == "__main__":
    main()
