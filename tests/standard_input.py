"""Bytes in place of what is piped into a run."""

import io
import sys
from types import SimpleNamespace

import pytest


def standard_input(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    """Let a run in this process read these bytes from standard input."""
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(data)))
