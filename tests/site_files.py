"""The files of roadmaps, and single pages, made as the program makes them."""

from collections.abc import Mapping, Sequence

from carbonroad.project import Project
from carbonroad.render.formats import BY_NAME
from carbonroad.render.place import Place
from carbonroad.render.site.choice import Choice
from carbonroad.render.site.listing import Entry, list_pages
from carbonroad.render.site.site import Site, list_files
from carbonroad.render.site.starts import starts_of
from carbonroad.views.document import Document

EVERYTHING = Choice()


def render_site(
    project: Project, languages: Sequence[str], choice: Choice = EVERYTHING, below: str = ""
) -> dict[str, bytes]:
    """The files of one roadmap but its PDFs, by path, in the order of the pages."""
    return files_of(Site(project, languages, choice, below))


def files_of(site: Site, lists: Mapping[str, str] | None = None) -> dict[str, bytes]:
    """The files of a site; `lists` says in which languages a page lists it with others."""
    files: dict[str, bytes] = {}
    made = site.make(files.update, lists)
    assert sorted(files) == sorted(path for one in made.values() for path in one.files)
    return {path: files[path] for one in made.values() for path in one.files}


def render_sites(
    projects: Mapping[str, Project], languages: Mapping[str, Sequence[str]], choice: Choice = EVERYTHING
) -> dict[str, bytes]:
    """The files of several roadmaps by name, with the pages that list them."""
    sites = {name: Site(project, languages[name], choice, name) for name, project in projects.items()}
    pages = list_pages((tag for site in sites.values() for tag in site.languages), sites)
    files: dict[str, bytes] = {}
    for site in sites.values():
        files |= files_of(site, pages)
    entries = {
        lang: [
            Entry(site.listed(lang), starts_of(site.languages, name, site.first, choice))
            for name, site in sites.items()
        ]
        for lang in pages
    }
    return files | list_files(pages, entries, choice)


def render_html(document: Document, place: Place, own: str | None = None) -> str:
    """A document's page as HTML."""
    return BY_NAME["html"].page(document, place, own)


def render_markdown(document: Document, place: Place) -> str:
    """A document's page as Markdown."""
    return BY_NAME["md"].page(document, place, None)
