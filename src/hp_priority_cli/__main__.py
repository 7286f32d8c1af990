"""The entry of the command `hp-priority` and of `python -m hp_priority_cli`."""

import sys
from typing import NoReturn


def main() -> NoReturn:
    """Run the command line and end with its exit code, never with an interpreter's own 1 or 120."""
    try:
        from hp_priority_cli.cli.main import run

        code = run(sys.argv[1:])
    except KeyboardInterrupt:  # while the modules were loading
        code = 130
    sys.exit(code)


if __name__ == "__main__":
    main()
