"""What every test runs in: no variable of a CI or a terminal that changes what is written; its own cache."""

import os
import signal
import threading
from collections.abc import Iterator

import pytest
from hypothesis import settings

# How long a step takes is a matter for the benchmarks: a busy machine must not fail a test.
settings.register_profile("house", deadline=None)
settings.load_profile("house")
# A run in the background of a shell ignores Ctrl-C, and so would every program that it starts.
if (
    signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    and threading.current_thread() is threading.main_thread()
):
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Let the program remember in a folder of these tests alone, in every process that they start."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CARBONROAD_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
        patch.setenv("CARBONROAD_CACHE_KEY", "of the tests alone, for all of them")
        patch.delenv("CARBONROAD_NO_CACHE", raising=False)
        yield


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if name in {"NO_COLOR", "FORCE_COLOR", "COLUMNS", "CI", "CARBONROAD_LANG"} or name.startswith(
            "GITHUB_"
        ):
            monkeypatch.delenv(name)
