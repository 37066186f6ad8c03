"""Whether a package index answers: what installs the program in an environment of its own needs one."""

import re

import pytest

_SILENT = re.compile(
    r"Could not find a version|No matching distribution|ConnectionError|NewConnectionError|ConnectTimeout"
    r"|Temporary failure in name resolution|Network is unreachable|ProxyError|ReadTimeout"
)


def needs_index(log: str) -> None:
    """Skip the test if an installation failed because no package index could be reached, and only then."""
    if _SILENT.search(log):
        pytest.skip("no package index can be reached, so that nothing can be installed")
