"""The house keeps its promises: every module stands alone, the pages made from code are current."""

import ast
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import architecture

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "carbonroad"
DEVELOPERS = ("architecture", "decisions", "testing", "performance", "security", "dependencies")
MOST_LINES_OF_A_FILE, MOST_LINES_OF_A_FUNCTION = 300, 40
"""Of a function without its signature and its docstring."""


def _module(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


PATHS = {_module(path): path for path in PACKAGE.rglob("*.py")}
MODULES = sorted(PATHS)


def test_there_is_something_to_look_at() -> None:
    assert len(MODULES) > 60


def test_every_module_can_be_imported() -> None:
    script = "import importlib, sys\nfor name in sys.argv[1:]:\n    importlib.import_module(name)\n"
    modules = [name for name in MODULES if not name.endswith("__main__")]
    done = subprocess.run(
        [sys.executable, "-c", script, *modules], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_no_module_waits_for_itself() -> None:
    """So each can be imported first, whatever was imported before."""
    graph = {
        name: {one for one in _imports(ast.parse(path.read_text("utf-8")).body) if one in PATHS} - {name}
        for name, path in PATHS.items()
    }
    assert len(list(TopologicalSorter(graph).static_order())) == len(MODULES)


def _imports(statements: list[ast.stmt]) -> Iterator[str]:
    """What is imported while a module is made: not in functions, and not for types alone."""
    for one in statements:
        match one:
            case ast.Import():
                yield from (alias.name for alias in one.names)
            case ast.ImportFrom(module=str(module)):
                yield from (module, *(f"{module}.{alias.name}" for alias in one.names))
            case ast.If(test=ast.Name(id="TYPE_CHECKING")):
                yield from _imports(one.orelse)
            case ast.If() | ast.Try():
                yield from _imports([*one.body, *one.orelse])
            case ast.ClassDef() | ast.With():
                yield from _imports(one.body)
            case _:
                pass


def test_pages_made_from_code_are_current() -> None:
    script = (
        "import json, sys; sys.path.insert(0, 'docs'); import make_reference;"
        "print(json.dumps(make_reference.made()), end='')"
    )
    made = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", script],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        encoding="utf-8",
    )
    pages = json.loads(made.stdout)
    assert len(pages) == 6
    stale = [
        path
        for path, text in pages.items()
        if not (ROOT / "docs" / path).is_file() or (ROOT / "docs" / path).read_text("utf-8") != text
    ]
    assert stale == [], "run `make docs`"


def test_the_picture_of_the_floors_is_drawn_from_the_imports() -> None:
    assert architecture.PICTURE.read_text("utf-8") == architecture.draw(), "run `make docs`"


def test_the_picture_shows_every_folder_and_only_lines_that_lead_down() -> None:
    level = {name: number for number, row in enumerate(architecture.floors()) for name in row}
    assert set(level) == {path.stem for path in PACKAGE.iterdir() if path.stem[:2] != "__"} | {"__main__"}
    lines = architecture.reduced(architecture.read_imports())
    assert len(lines) > len(level)
    assert [(upper, lower) for upper, lower in lines if level[upper] >= level[lower]] == []


def test_the_architecture_page_says_of_every_folder_what_lives_there() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    rows = re.findall(r"^\| (`[^|]*) \|", page, re.MULTILINE)
    said = [sorted(re.findall(r"`(\w+)", row)) for row in rows]
    assert said == [sorted(row) for row in architecture.floors()]


def test_what_pages_for_developers_name_exists() -> None:
    places = (ROOT, PACKAGE, ROOT / "docs", ROOT / "tests")
    pages = [ROOT / "CONTRIBUTING.md", *(ROOT / "docs" / f"{name}.md" for name in DEVELOPERS)]
    named = {
        path
        for page in pages
        for path in re.findall(r"`([\w.][\w.*-]*/[\w.*/-]*)`", page.read_text("utf-8"))
        if not path.startswith(("build/", ".venv/", "provinces/"))
    }
    assert len(named) > 50
    assert [path for path in sorted(named) if not any(any(place.glob(path)) for place in places)] == []


def test_no_function_and_no_file_is_long_without_a_reason() -> None:
    """A reason is a comment that begins "One piece:", at the head of the body or below the docstring."""
    long = [
        place for folder in ("carbonroad", "tools", "benchmarks", "docs") for place in _long(ROOT / folder)
    ]
    assert long == []


def _long(folder: Path) -> Iterator[str]:
    paths = sorted(folder.rglob("*.py"))
    assert paths
    for path in paths:
        lines = path.read_text("utf-8").splitlines()
        tree = ast.parse("\n".join(lines))
        if len(lines) > MOST_LINES_OF_A_FILE and not _reason(lines, tree.body):
            yield f"{path.relative_to(ROOT)}: {len(lines)} lines"
        for one in ast.walk(tree):
            if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef):
                body = one.body[1:] if ast.get_docstring(one) is not None and len(one.body) > 1 else one.body
                length = (body[-1].end_lineno or 0) - body[0].lineno + 1
                if length > MOST_LINES_OF_A_FUNCTION and not _reason(lines, one.body):
                    yield f"{path.relative_to(ROOT)}:{one.lineno} {one.name}: {length} lines"


def _reason(lines: list[str], body: list[ast.stmt]) -> bool:
    """Whether the comment before the first statement, or before the second, gives a reason."""
    starts = [one.lineno for one in body[:2]]
    before = [lines[number] for start in starts for number in range(max(0, start - 6), start - 1)]
    return any(line.strip().startswith("# One piece: ") for line in before)


def test_only_one_place_imports_yaml() -> None:
    importing = [
        path.relative_to(PACKAGE).parts[0]
        for path in PACKAGE.rglob("*.py")
        if any(
            line.strip().startswith(("import yaml", "from yaml"))
            for line in path.read_text("utf-8").splitlines()
        )
    ]
    assert importing
    assert set(importing) == {"source"}


def test_only_the_command_line_reads_the_clock() -> None:
    reading = {
        str(path.relative_to(PACKAGE))
        for path in PACKAGE.rglob("*.py")
        if any(call in path.read_text("utf-8") for call in ("date.today(", "datetime.now(", "time.time("))
    }
    assert reading == {"cli/clock.py"}


def test_nothing_is_skipped_but_what_the_machine_or_the_system_lacks() -> None:
    # Named pipes, full devices, forks, processes in /proc, limits, signals, shell scripts, and programs of
    # docs/testing.md: Chromium, Java, Node.js, a package index.
    allowed = {
        "base/test_worker_process.py",
        "batch/test_workers.py",
        "browser/conftest.py",
        "browser/test_links_and_markup.py",
        "ci/package_index.py",
        "cli/test_formats_command.py",
        "cli/test_process.py",
        "export/test_mspdi_plans.py",
        "export/test_iamc_table.py",
        "faults/test_killed.py",
        "faults/test_machine.py",
        "faults/test_two_runs.py",
        "hostile/test_hostile_repository.py",
        "hostile/test_in_a_browser.py",
        "lsp/test_vscode_extension.py",
        "cli/test_render_options.py",
        "render/test_pdf_books.py",
        "schema/editor.py",
        "source/test_revisions.py",
        "source/test_text.py",
        "test_output.py",
        "test_printing.py",
    }
    tests = Path(__file__).parent
    skipping = {
        path.relative_to(tests).as_posix()
        for path in tests.rglob("*.py")
        if re.search(r"pytest\.(skip|importorskip|mark\.(skip|xfail))|\bSkipTest\b", path.read_text("utf-8"))
        and path.name != Path(__file__).name
    }
    assert skipping <= allowed
    assert not [path for path in tests.rglob("*.py") if f"mark.{'xfail'}" in path.read_text("utf-8")]
