"""Look for inputs that break a promise (promises.py), for a given time: `make fuzz TIME=600`.

With atheris, which is led by what each input reaches in the program; where it cannot be installed, with
changes at random. What is found is made small and written to build/fuzz as a file for tests/fuzz/corpus.
"""

import argparse
import hashlib
import os
import random
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn

from mutating import KEYS, SIGNS, WORDS, mutated

try:
    import atheris
except ImportError:
    atheris = None
BLIND = atheris is None or "--blind" in sys.argv
"""Whether nothing leads the search."""
if BLIND:
    from promises import examine
else:
    with atheris.instrument_imports(include=["carbonroad"]):
        from promises import examine

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
FOUND, GROWN = ROOT / "build" / "fuzz", ROOT / "build" / "fuzz" / "corpus"
LARGEST = 4096
"""Bytes of an input."""
_SLOW = 3.0
"""Seconds of a processor, of an input of this size, from which it counts as found."""
_STOPPED = 20.0
"""Seconds of a processor after which it is given up."""
_PAGES = 256 // 8
"""Of 256 inputs, so many are made into pages: that takes most of the time."""
_HANGS = 60
"""Seconds after which libFuzzer ends the search itself."""
_TRIES, _SHRINKING = 400, 30.0
"""How often something is left out of an input that was found, and seconds for that: well within `_HANGS`."""
_TOO_LONG = "takes too long"


class Search:
    """Inputs tried, and what they broke; each way of breaking counts once."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds
        self._seen: set[str] = set()
        self._tried = 0

    def one(self, data: bytes) -> None:
        """Try an input; ends the process when the time is over."""
        if time.monotonic() > self._end:
            self.end()
        self._tried += 1
        broken = _broken(data)
        if broken is None or broken in self._seen:
            return
        self._seen.add(broken)
        path = FOUND / f"{hashlib.sha256(broken.encode()).hexdigest()[:12]}.yaml"
        path.write_bytes(data)
        small = _smaller(data, broken)
        path.write_bytes(small)
        print(f"\nFOUND {broken}\n  {path}: {small[:300]!r}", flush=True)

    def end(self) -> None:
        """Say what was found, and leave: 1 if anything was."""
        print(f"\n{self._tried:,} inputs tried, {len(self._seen)} faults found.", flush=True)
        if self._seen:
            print(f"Repair them, and move the files from {FOUND} to tests/fuzz/corpus with telling names.")
        sys.stdout.flush()
        os._exit(1 if self._seen else 0)  # libFuzzer never returns


def _broken(data: bytes) -> str | None:
    """Which promise an input breaks, and where; None for none."""
    begin = time.process_time()
    signal.setitimer(signal.ITIMER_PROF, _STOPPED)
    try:
        examine(data, pages=hashlib.sha256(data).digest()[0] < _PAGES)
    except TimeoutError:
        return _TOO_LONG
    except Exception as error:
        last = traceback.extract_tb(error.__traceback__)[-1]
        return f"{type(error).__name__} in {last.name} of {Path(last.filename).name}, line {last.lineno}"
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return _TOO_LONG if time.process_time() - begin > _SLOW else None


def _give_up(*_: object) -> NoReturn:
    raise TimeoutError


def _smaller(data: bytes, broken: str) -> bytes:
    """The same fault by less: lines, then signs, left out as long as it stays."""
    tries, end = _TRIES, time.monotonic() + _SHRINKING
    for cut in (_lines, list):
        pieces: list[bytes] = [bytes([n]) if isinstance(n, int) else n for n in cut(data)]
        size = max(1, len(pieces) // 2)
        while size and tries:
            for at in range(0, len(pieces), size):
                shorter = pieces[:at] + pieces[at + size :]
                tries = max(0, tries - 1) if time.monotonic() < end else 0
                if tries and len(shorter) < len(pieces) and _broken(b"".join(shorter)) == broken:
                    pieces = shorter
                    break
            else:
                size //= 2
        data = b"".join(pieces)
    return data


def _lines(data: bytes) -> list[bytes]:
    return data.splitlines(keepends=True)


def seeds() -> list[bytes]:
    """Our own corpus, and the broken files that others tests state the findings of."""
    files: Iterator[Path] = (
        path
        for folder in (HERE / "corpus", ROOT / "tests" / "corpus")
        for path in sorted(folder.rglob("*.y*ml"))
    )
    return [data for path in files if len(data := path.read_bytes()) <= LARGEST]


def main() -> None:
    """Search until the time is over."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--blind", action="store_true", help="changes at random even where atheris is there")
    asked = parser.parse_args()
    GROWN.mkdir(parents=True, exist_ok=True)
    signal.signal(signal.SIGPROF, _give_up)
    search = Search(asked.seconds)
    (_blindly if BLIND else _led)(search.one, asked.seed)


def _blindly(try_one: Callable[[bytes], None], seed: int) -> None:
    print("random changes, without atheris", flush=True)
    rng, known = random.Random(seed), seeds()
    while True:
        data = rng.choice(known)
        for _ in range(rng.randint(1, 3)):
            data = mutated(data, known, rng)
        try_one(data[:LARGEST])


def _led(try_one: Callable[[bytes], None], seed: int) -> None:
    first = FOUND / "seeds"
    first.mkdir(exist_ok=True)
    known = seeds()
    for data in known:
        (first / hashlib.sha256(data).hexdigest()[:16]).write_bytes(data)
    words = FOUND / "words.txt"
    words.write_text("".join(f'"{_escaped(word)}"\n' for word in (*SIGNS, *WORDS, *KEYS)), encoding="ascii")

    def change(data: bytes, largest: int, chance: int) -> bytes:
        rng = random.Random(chance)
        if rng.randrange(2):
            return bytes(atheris.Mutate(data, largest))
        return mutated(data, known, rng)[:largest]

    call = (
        *(sys.argv[0], str(GROWN), str(first), f"-dict={words}", f"-max_len={LARGEST}", f"-seed={seed}"),
        *(f"-timeout={_HANGS}", f"-artifact_prefix={FOUND}/", "-rss_limit_mb=2048", "-verbosity=0"),
    )
    atheris.Setup(list(call), try_one, custom_mutator=change)
    atheris.Fuzz()


def _escaped(word: str) -> str:
    return "".join(f"\\x{byte:02x}" for byte in word.encode("utf-8", "replace"))


if __name__ == "__main__":
    main()
