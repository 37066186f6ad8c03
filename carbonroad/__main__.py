"""The program: `carbonroad`, or `python -m carbonroad`."""

import gc
import sys

from carbonroad import __version__


def main() -> None:
    """Run the command line and leave with its exit code."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        try:
            print(f"carbonroad {__version__}", flush=True)  # noqa: T201 - nothing slow is imported for this
        except OSError:
            pass  # the command line says why
        else:
            return
    # A run is short and what it builds it keeps; the usual 700 would look for cycles thousands of times.
    gc.set_threshold(100_000)
    try:
        from carbonroad.cli.run import run

        code = run(sys.argv[1:])
    except KeyboardInterrupt:  # while the program was still being loaded
        code = 130
    except (ImportError, MemoryError, OSError) as error:  # likewise: not even the words can be loaded
        print(f"error: The program cannot be loaded: {error or 'the memory is used up'}.", file=sys.stderr)  # noqa: T201
        code = 3
    sys.exit(code)


if __name__ == "__main__":
    main()
