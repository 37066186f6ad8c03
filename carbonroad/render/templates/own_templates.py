"""A user's own templates: kept inside their folder and within bounds, and blamed by file and line."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any

from jinja2 import Environment, FileSystemLoader, Template, TemplateNotFound, TemplateSyntaxError, nodes
from jinja2.meta import find_referenced_templates
from jinja2.runtime import markup_join
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.visitor import NodeTransformer

from carbonroad.base.texts.nearest import nearest
from carbonroad.base.texts.said import say
from carbonroad.render.faults import RenderFault
from carbonroad.render.templates.own_limits import check_operation, check_size, checked_call, limited_filters

THEME = "css/theme.css"
"""A style sheet of the user's that stands after all others."""

_MOST_STEPS = 1_000_000
_MOST_OUTPUT = 300_000_000
"""Characters that the templates write for one page."""
_LARGEST_FILE = 1_000_000
"""Bytes of one template."""
_DATA_OF_A_STEP = 1_000
"""Characters of a loop's own text that count as one step more."""
_HELP = say("docs/templates.md says what a template may use")


class OwnLoader(FileSystemLoader):
    """Loads templates of one folder; a link that leads out of it is as if it were not there."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """Return a template's text, file and whether it is still current."""
        folder = Path(self.searchpath[0])
        if not (folder / template).resolve().is_relative_to(folder.resolve()):
            raise TemplateNotFound(template)
        file = folder / template
        if file.exists() and (not file.is_file() or file.stat().st_size > _LARGEST_FILE):
            raise OverflowError(f"{file} is no file of at most {_LARGEST_FILE:,} bytes")
        return super().get_source(environment, template)


class OwnEnvironment(ImmutableSandboxedEnvironment):
    """A sandbox in which a template sees what it is given and cannot run for ever.

    Every turn of a loop and every call of a macro is a step; too many for one page end the run.
    """

    intercepted_binops = frozenset(("*", "**", "+", "%"))

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.steps = 0
        self.written = 0
        self._shown = self.finalize
        self.finalize = self._counted
        self.filters.update(limited_filters(self.filters))
        for name in ("lipsum", "cycler", "joiner"):
            self.globals.pop(name, None)

    def begin(self) -> None:
        """Begin a page: what the one before took counts no more."""
        self.steps = self.written = 0

    def _counted(self, value: Any) -> Any:
        shown = value if self._shown is None else self._shown(value)
        self.written += len(shown) if isinstance(shown, str) else 8
        if self.written > _MOST_OUTPUT:
            raise OverflowError(f"a page has more than {_MOST_OUTPUT:,} characters")
        return shown

    def joined(self, *values: Any) -> str:
        """Put values one behind the other, as `~` does."""
        check_size(sum(len(value) if isinstance(value, str) else 8 for value in values), "~")
        return markup_join(values)

    def step(self, weight: int = 1) -> str:
        """Count one step."""
        self.steps += weight
        if self.steps > _MOST_STEPS:
            raise OverflowError(f"a page takes more than {_MOST_STEPS:,} steps")
        return ""

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Add or multiply, unless the result would be enormous."""
        check_operation(operator, left, right)
        return super().call_binop(context, operator, left, right)

    def call(self, context: Any, function: Any, /, *args: Any, **kwargs: Any) -> Any:
        """Call, unless the result would be enormous."""
        return super().call(context, function, *checked_call(function, args, kwargs), **kwargs)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        found: list[nodes.For | nodes.Macro] = [*tree.find_all(nodes.For), *tree.find_all(nodes.Macro)]
        for node in found:
            data = sum(len(one.data) for one in node.find_all(nodes.TemplateData))
            weight = nodes.Const(1 + data // _DATA_OF_A_STEP, lineno=node.lineno)
            call = nodes.Call(
                nodes.EnvironmentAttribute("step"), [weight], [], None, None, lineno=node.lineno
            )
            node.body.insert(0, nodes.Output([call], lineno=node.lineno))
            node.set_environment(self)
        _Joins().visit(tree)
        tree.set_environment(self)
        return tree


class _Joins(NodeTransformer):
    """Turns `a ~ b` into a call that measures both first."""

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802  # as in Jinja2
        self.generic_visit(node)
        join = nodes.EnvironmentAttribute("joined", lineno=node.lineno)
        return nodes.Call(join, node.nodes, [], None, None, lineno=node.lineno)


@contextmanager
def blamed(own: str | None) -> Iterator[None]:
    """Turn what goes wrong in a user's template into a fault that names its file and line.

    Raises:
        RenderFault: For whatever a template of the folder `own` raises; all else passes as it is.
    """
    if own is None:
        yield
        return
    try:
        yield
    except TemplateSyntaxError as error:
        raise _fault(own, error.filename or error.name or "", error.lineno, error.message or "") from error
    except RenderFault:
        raise
    except Exception as error:
        place = _place(own, error.__traceback__)
        if place is None:
            raise
        said = f"{error}" or type(error).__name__
        if isinstance(error, RecursionError):
            said = "a macro or template calls itself without end"
        elif isinstance(error, TemplateNotFound):
            said = f"there is no template {error}"
        raise _fault(own, *place, said) from error


def _fault(own: str, file: str, line: int, said: str) -> RenderFault:
    below = Path(file).resolve()
    folder = Path(own).resolve()
    shown = Path(own) / below.relative_to(folder) if below.is_relative_to(folder) else Path(file)
    return RenderFault(f"{shown}:{line}: {' '.join(said.split())}", _HELP)


def _place(own: str, trace: TracebackType | None) -> tuple[str, int] | None:
    """The innermost template of the user's that was at work, and its line."""
    found = None
    folder = Path(own).resolve()
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if Path(file).resolve().is_relative_to(folder):
            template = trace.tb_frame.f_globals.get("__jinja_template__")
            line = trace.tb_lineno
            if isinstance(template, Template):
                line = template.get_corresponding_lineno(line)
            found = file, line
        trace = trace.tb_next
    return found


def unknown_files(own: str, shipped: frozenset[str]) -> list[tuple[str, str | None]]:
    """Return the files of a user's folder that nothing reads, each with the name that may be meant.

    Args:
        own: The folder.
        shipped: Names of the templates that can be replaced.
    """
    folder = Path(own)
    names = sorted(
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    )
    known = shipped | {THEME}
    used = {name for one in names for name in _referenced(folder / one)}
    return [(name, nearest(name, sorted(known))) for name in names if name not in known | used]


def _referenced(path: Path) -> set[str]:
    """The templates that one includes, imports or extends; a wrong one is reported when it is used."""
    try:
        if path.stat().st_size > _LARGEST_FILE:  # perhaps behind a link
            return set()
        tree = Environment(autoescape=True).parse(path.read_text(encoding="utf-8"))
    except (TemplateSyntaxError, ValueError, OSError):
        return set()
    return {name for name in find_referenced_templates(tree) if name is not None}
