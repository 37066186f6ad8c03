"""The help of a command with many options: in groups, as they belong together."""

from typing import TYPE_CHECKING

from typer.core import TyperCommand

if TYPE_CHECKING:
    import typer


class Grouped(TyperCommand):
    """A command whose help shows its options by their `rich_help_panel`; those without one come last."""

    def format_options(self, ctx: "typer.Context", formatter: "typer.core.click.HelpFormatter") -> None:  # type: ignore[override,name-defined]
        """Write arguments and options, group by group in the order of the first of each."""
        groups: dict[str, list[tuple[str, str]]] = {}
        for param in self.get_params(ctx):
            record = param.get_help_record(ctx)
            if record is not None:
                argument = param.param_type_name == "argument"
                name = getattr(param, "rich_help_panel", None) or ("Arguments" if argument else "Options")
                groups.setdefault(name, []).append(record)
        rest = groups.pop("Options", [])
        for name, records in (*groups.items(), ("Options", rest)):
            if records:
                with formatter.section(name):
                    formatter.write_dl(records)
