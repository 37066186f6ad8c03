"""What every test runs in: no variable of a CI or a terminal that changes what is written."""

import os

import pytest
from hypothesis import settings

# How long a step takes is a matter for the benchmarks: a busy machine must not fail a test.
settings.register_profile("house", deadline=None)
settings.load_profile("house")


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if name in {"NO_COLOR", "FORCE_COLOR", "COLUMNS", "CI", "CARBONROAD_LANG"} or name.startswith(
            "GITHUB_"
        ):
            monkeypatch.delenv(name)
