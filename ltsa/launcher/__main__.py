"""`python -m ltsa.launcher` runs the demo; `python -m ltsa.launcher reset` wipes it."""

import os
import signal
import sys

from ltsa.launcher.options import read_options
from ltsa.launcher.places import LauncherError
from ltsa.launcher.run import Demo, reset


class Asked(BaseException):
    """Ctrl-C, SIGTERM or the end of the terminal."""


def ask_to_stop(number: int, frame: object) -> None:
    # Once on the way down, more Ctrl-C must not leave a half-stopped database behind.
    for each in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(each, signal.SIG_IGN)
    raise Asked


def run() -> int:
    # A script's background job inherits SIGINT ignored, and yet must stop on it.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, ask_to_stop)
    # Under nohup SIGHUP is ignored on purpose.
    if signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:
        signal.signal(signal.SIGHUP, ask_to_stop)
    demo = Demo(read_options(os.environ))
    try:
        demo.start()
        demo.watch()
    except Asked:
        print("\nStopping ...", flush=True)
    finally:
        demo.stop()
    print("Stopped.", flush=True)
    return 0


def main(arguments: list[str]) -> int:
    try:
        if arguments == ["reset"]:
            reset(read_options(os.environ))
            return 0
        if arguments:
            print(__doc__)
            return 2
        return run()
    # OSError: a full disk, or a STATE_DIR that is not ours to write.
    except (LauncherError, OSError) as error:
        print(f"\n{error}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
