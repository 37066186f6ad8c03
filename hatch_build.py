"""Compiles the catalogues of interface words into the wheel, and in place for an editable install."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CatalogueHook(BuildHookInterface):  # type: ignore[type-arg]
    """Writes a `.mo` beside every `.po`; the `.mo` ride in the wheel as artifacts."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Compile before the files of the distribution are collected."""
        sys.path.insert(0, str(Path(self.root, "tools")))
        from catalogues import compile_catalogue, files

        for path in files():
            compile_catalogue(path)
