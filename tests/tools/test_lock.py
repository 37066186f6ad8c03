"""The lock names what pyproject.toml asks for, with hashes, and no registry."""

import ast
import sys
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import lock
import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

OURS = [
    path for folder in ("tests", "tools", "docs", "benchmarks") for path in (lock.ROOT / folder).rglob("*.py")
]


@pytest.mark.parametrize("name", list(lock.FILES))
def test_the_lock_is_up_to_date(name: str) -> None:
    text = (lock.FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    assert list(lock.faults(name, text)) == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("# of: ", "# of: 0", "asks for other packages"),
        ("typer==", "typer==9", "no version of typer"),
        ("pyyaml==", "other==", "no version of pyyaml"),
        ("rich==", "rich==1.0\nother==", "has no hash"),
        ("# of: ", "# https://example.org\n# of: ", "names a package registry"),
    ],
)
def test_what_is_wrong_with_a_lock(old: str, new: str, told: str) -> None:
    text = (lock.FOLDER / "development.txt").read_text(encoding="utf-8").replace(old, new, 1)
    assert any(told in fault for fault in lock.faults("development", text))


def _imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.Import):
            yield from (one.name.partition(".")[0] for one in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.partition(".")[0]


_APART = {"pyam": ["pyam-iamc"], "nomenclature": ["nomenclature-iamc"]}
"""Packages by what is imported of them, which are not installed here (make readers)."""


def test_what_the_tests_and_tools_import_is_asked_for() -> None:
    known = {*sys.stdlib_module_names, "carbonroad", *(path.stem for path in OURS)}
    asked = {canonicalize_name(Requirement(one).name) for name in lock.FILES for one in lock.wanted(name)}
    packages = {**_APART, **packages_distributions()}
    missing = {
        f"{path.relative_to(lock.ROOT)}: {module}"
        for path in OURS
        for module in _imported(path)
        if module not in known
        and not asked & {canonicalize_name(one) for one in packages.get(module, [module])}
    }
    assert missing == set()
