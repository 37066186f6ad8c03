"""The program: `carbonroad`, or `python -m carbonroad`."""

import sys

from carbonroad import __version__


def main() -> None:
    """Run the command line and leave with its exit code."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        print(f"carbonroad {__version__}")  # noqa: T201 - nothing slow is imported for this
        return
    from carbonroad.cli.run import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
