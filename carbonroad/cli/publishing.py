"""From loaded roadmaps to the files of a run."""

from typing import TYPE_CHECKING

from carbonroad.cli.console import Console
from carbonroad.cli.lists import check_word
from carbonroad.cli.ready import Ready

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carbonroad.render.site import Choice


def publish(
    console: Console, ready: list[Ready], choice: "Choice", languages: tuple[str, ...], output: str
) -> None:
    """Render roadmaps, write their files and say which to open. Nothing is written if anything is refused."""
    from carbonroad.output import OutputProblem, write_output

    known = {part.id: None for one in ready for part in one.project.system.industries}
    for name in choice.industries:
        check_word(console, "--industry", name, list(known))
    files = _files(console, ready, choice, languages)
    if not files:
        console.refuse("There is no such document to write.", "leave out --view or --industry")
    whole = not (choice.views or choice.industries or languages or any(one.parts for one in ready))
    console.progress(f"writing {len(files)} files")
    done = write_output(output, files, prune=whole and len(choice.formats) > 1)
    if isinstance(done, OutputProblem):
        console.refuse(done.message, done.help)
    for path in done.kept:
        console.note(f"Kept {output}/{path}: it is no longer made, but someone has changed it.")
    console.detail(
        f"{len(done.written)} files written, {done.unchanged} unchanged, {len(done.removed)} removed"
    )
    if not console.quiet:
        console.result(f"Open {output.rstrip('/') or '/'}/{_first(files)}\n")


def _files(
    console: Console, ready: list[Ready], choice: "Choice", languages: tuple[str, ...]
) -> dict[str, bytes]:
    from dataclasses import replace

    from carbonroad.render.site import languages_of, render_site, render_sites

    if len(ready) == 1 and not ready[0].listed:
        one = ready[0]
        parts = tuple(part for part in one.parts if part != "top")
        console.progress(f"rendering {one.project.system.name}")
        limited = replace(choice, industries=choice.industries or parts)
        return render_site(one.project, languages_of(one.project.system, languages), limited)
    if any(one.parts for one in ready):
        console.refuse("Single files were named of more than one roadmap.", "render one roadmap at a time")
    projects = {one.project.system.name: one.project for one in ready}
    if len(projects) < len(ready):
        console.refuse("Two of the roadmaps have the same name.", "render them apart, each with its own -o")
    console.progress(f"rendering {len(projects)} roadmaps")
    tags = {name: languages_of(project.system, languages) for name, project in projects.items()}
    return render_sites(projects, tags, choice)


def _first(files: "Iterable[str]") -> str:
    """The page to open: the overview or list as HTML, else the first page."""
    paths = list(files)
    for ending in (".html", ".md"):
        pages = [path for path in paths if path.endswith(ending)]
        if pages:
            index = f"index{ending}"
            return index if index in pages else pages[0]
    return paths[0]
