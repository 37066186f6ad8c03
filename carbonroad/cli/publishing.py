"""From loaded roadmaps to the files of a run."""

from pathlib import Path
from typing import TYPE_CHECKING

from carbonroad.base.said import say
from carbonroad.cli.console import Console
from carbonroad.cli.drawing_options import Asked, options_for
from carbonroad.cli.language import spoken
from carbonroad.cli.ready import Ready, check_industries

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carbonroad.render.site import Choice, Site


def publish(
    console: Console,
    ready: list[Ready],
    choice: "Choice",
    asked: Asked,
    languages: tuple[str, ...],
    output: str,
) -> None:
    """Render roadmaps, write their files and say which to open. Nothing is written if anything is refused."""
    from carbonroad.output import OutputProblem, write_output
    from carbonroad.render.faults import RenderFault

    check_industries(console, ready, choice.industries)
    if choice.templates is not None:
        _look_at_templates(console, choice.templates)
    try:
        files = _files(console, _sites(console, ready, choice, asked, languages), choice)
    except RenderFault as fault:
        console.refuse(fault.message, fault.help)
    if not files:
        console.refuse(say("There is no such document to write."), say("leave out --view or --industry"))
    limited = choice.views or choice.industries or languages or asked.owner or any(one.parts for one in ready)
    whole = not limited and {"md", "html"} <= set(choice.formats)
    console.progress(say("writing {n} files", n=len(files)))
    # A PDF of an earlier run stays: making it anew takes long, and its own pages say of which day it is.
    done = write_output(output, files, prune=whole, endings=(".html", ".md", ".svg"))
    if isinstance(done, OutputProblem):
        console.refuse(done.message, done.help)
    for path in done.kept:
        console.note(
            say("Kept {path}: it is no longer made, but someone has changed it.", path=f"{output}/{path}")
        )
    console.detail(
        say(
            "{written} files written, {unchanged} unchanged, {removed} removed",
            written=len(done.written),
            unchanged=done.unchanged,
            removed=len(done.removed),
        )
    )
    if not console.quiet:
        page = f"{output.rstrip('/') or '/'}/{_first(files)}"
        console.result(spoken(say("Open {page}", page=page)) + "\n")


def _look_at_templates(console: Console, folder: str) -> None:
    """Refuse a folder that is not there; say which of its files nothing reads."""
    from carbonroad.render.own_templates import unknown_files
    from carbonroad.render.templates import shipped_names

    if not Path(folder).is_dir():
        console.refuse(
            say("--templates: {folder} is no folder.", folder=folder or '""'),
            say("name the folder of your templates"),
        )
    for name, meant in unknown_files(folder, shipped_names()):
        hint = (
            say('did you mean "{close}"?', close=meant)
            if meant
            else say("docs/templates.md lists the names.")
        )
        console.note(
            say(
                "warning: {file} is no template that anything uses; {hint}",
                file=Path(folder) / name,
                hint=hint,
            )
        )


def _sites(
    console: Console, ready: list[Ready], choice: "Choice", asked: Asked, languages: tuple[str, ...]
) -> "dict[str, Site]":
    """What to render, by the folder it stands in: empty for a roadmap alone."""
    from dataclasses import replace

    from carbonroad.render.site import Site, languages_of

    alone = len(ready) == 1 and not ready[0].listed
    if not alone and any(one.parts for one in ready):
        console.refuse(
            say("Single files were named of more than one roadmap."), say("render one roadmap at a time")
        )
    if asked.against is not None:
        from carbonroad.cli.against import drift_since
    sites: dict[str, Site] = {}
    for one in ready:
        system = one.project.system
        parts = tuple(part for part in one.parts if part != "top")
        options = options_for(console, asked, system)
        if asked.against is not None:
            drift = drift_since(console, asked.against, one.project, alone=len(ready) == 1)
            options = replace(options, against=drift)
        own = replace(choice, industries=choice.industries or parts, options=options)
        name = "" if alone else system.name
        if name in sites:
            console.refuse(
                say("Two of the roadmaps have the same name."),
                say("render them apart, each with its own -o"),
            )
        sites[name] = Site(one.project, languages_of(system, languages), own, name)
    return sites


def _files(console: Console, sites: "dict[str, Site]", choice: "Choice") -> dict[str, bytes]:
    """All files of the run, in memory: what cannot be made leaves everything as it was."""
    from carbonroad.render.site import sites_files

    browser = ""
    if "pdf" in choice.formats:
        from carbonroad.printing import find_chromium
        from carbonroad.render.pdf import check_library

        check_library()
        browser = find_chromium()
    console.progress(say("rendering {names}", names=", ".join(filter(None, sites)) or "…"))
    files = sites[""].files() if "" in sites else sites_files(sites, choice)
    for site in sites.values() if browser else ():
        files |= _books(console, site, browser)
    return files


def _books(console: Console, site: "Site", browser: str) -> dict[str, bytes]:
    from carbonroad.printing import print_page
    from carbonroad.render.pdf import finish_pdf

    made = {}
    for path, book in site.books().items():
        console.progress(say("printing {path}", path=path))
        made[path] = finish_pdf(print_page(browser, book.html), book)
    return made


def _first(files: "Iterable[str]") -> str:
    """The page to open: the overview or list as HTML, else the first page."""
    paths = list(files)
    for ending in (".html", ".md", ".pdf"):
        pages = [path for path in paths if path.endswith(ending)]
        if pages:
            index = f"index{ending}"
            return index if index in pages else pages[0]
    return paths[0]
