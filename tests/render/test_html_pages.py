"""A page is one file that needs nothing else, runs nothing and shows words as words."""

import re
from html.parser import HTMLParser

import pytest
from site_files import render_html
from small_documents import DOCUMENT, SCENE, TABLE, one_block, place

from carbonroad.scene.shapes import Group, Scene, text
from carbonroad.views.document import Bullets, Cell, Column, Figure, Paragraph, Row, RowGroup, Span, Table

EVIL = '"><script>alert(1)</script><img src=x onerror=alert(1)>'
_VOID = {"meta", "input", "img", "br", "link", "hr"}


class _Reader(HTMLParser):
    """Collects tags with their attributes, and text; fails on tags that do not nest."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in _VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data


def parsed(text: str) -> _Reader:
    reader = _Reader()
    reader.feed(text)
    reader.close()
    assert not reader.open
    return reader


def test_a_page_is_well_formed_and_its_ids_are_its_own() -> None:
    reader = parsed(render_html(DOCUMENT, place()))
    ids = [attrs["id"] for _, attrs in reader.tags if "id" in attrs]
    assert len(ids) == len(set(ids))
    assert all(name == "main" or (name or "").startswith("tt-") for name in ids)


def test_a_page_runs_nothing_and_asks_for_nothing() -> None:
    text = render_html(DOCUMENT, place())
    names = {tag for tag, _ in parsed(text).tags}
    assert not names & {"script", "link", "img", "iframe", "object", "embed", "base", "form"}
    assert "default-src 'none'; style-src 'unsafe-inline'; style-src-elem 'sha256-" in text
    assert "url(" not in text
    assert "@import" not in text


def test_labels_point_at_what_is_there() -> None:
    tags = parsed(render_html(DOCUMENT, place())).tags
    ids = {attrs.get("id") for _, attrs in tags}
    named = [
        name for _, a in tags for key in ("aria-labelledby", "for") for name in (a.get(key) or "").split()
    ]
    assert named
    assert set(named) <= ids


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_language_skip_link_and_heading(lang: str) -> None:
    tags = parsed(render_html(one_block(lang=lang), place())).tags
    assert ("html", {"lang": lang, "class": "timetable"}) in tags
    skip = next(attrs for tag, attrs in tags if tag == "a")
    assert skip["href"] == "#main"
    assert [tag for tag, _ in tags].count("h1") == 1


def test_a_users_words_never_become_markup() -> None:
    scene = Scene(9, 9, "px", EVIL, EVIL, (Group((text(1, 1, EVIL, 12),), "r", "x", EVIL),), "roadmap")
    row = Row((Cell(((Span(EVIL),),)), Cell(((Span(EVIL, "strong"),), (Span(EVIL, "small"),)))))
    blocks = (
        Paragraph((Span(EVIL, "src", "https://example.org/" + EVIL),)),
        Bullets(((Span(EVIL),),)),
        Table((Column(EVIL, "head"), Column(EVIL)), (RowGroup(EVIL, (row,), EVIL),), EVIL, cards=True),
        Figure(scene, EVIL),
    )
    document = one_block(*blocks, title=EVIL, lede=EVIL, meta=((EVIL, EVIL),))
    reader = parsed(render_html(document, place()))
    assert not [tag for tag, attrs in reader.tags if tag in ("script", "img") or "onerror" in attrs]
    assert reader.words.count("alert(1)") >= 12


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "//evil",
        " https://a b",
        "https://a\nb",
        "ftp://x",
        "../x",
    ],
)
def test_only_addresses_of_the_web_and_of_mail_become_links(address: str) -> None:
    text = render_html(one_block(Paragraph((Span("words", "", address),))), place())
    main = text[text.index("<main") :]
    assert "<a" not in main
    assert "words" in main


@pytest.mark.parametrize("address", ["https://example.org/x", "http://例子.cn", "mailto:a@example.org"])
def test_addresses_of_the_web_and_of_mail_are_links(address: str) -> None:
    text = render_html(one_block(Paragraph((Span("words", "", address),))), place())
    assert f'href="{address}"' in text


def test_links_to_documents_are_relative_and_only_to_pages_that_exist() -> None:
    spans = (
        Span("a", "", "doc:power/timetable#P1"),
        Span("b", "", "doc:gone/timetable"),
        Span("c", "", "#more"),
    )
    text = render_html(one_block(Paragraph(spans)), place())
    hrefs = [
        a["href"] for tag, a in parsed(text[text.index("<main") :].split("<footer")[0]).tags if tag == "a"
    ]
    assert hrefs == ["../power/timetable.html#tt-P1", "#tt-more"]


def test_a_page_of_another_language_stays_in_its_language() -> None:
    here = place(known=frozenset(("zh/steel/timetable", "zh/power/timetable", "power/timetable")))
    zh = type(here)(
        **{**{n: getattr(here, n) for n in here.__slots__}, "path": "zh/steel/timetable", "root": "zh"}
    )
    assert zh.resolve("doc:power/timetable") == "../power/timetable.html"
    assert zh.to("power/timetable") == "../../power/timetable.html"


def test_figures_and_wide_tables_scroll_in_a_box_that_has_a_name() -> None:
    wide = Table(TABLE.columns, TABLE.groups, "Wide")
    document = one_block(Figure(SCENE, "The road"), wide)
    tags = parsed(render_html(document, place())).tags
    named = [attrs["aria-label"] for _, attrs in tags if attrs.get("tabindex") == "0"]
    assert named == ["The road", "Wide"]


def test_print_takes_a_page_a_sheet_and_no_margin() -> None:
    sheet = render_html(one_block(print_sheet=True), place())
    assert "@page{size:420mm 297mm;margin:0}" in sheet
    assert "@page{size:A3 landscape;margin:12mm}" in render_html(one_block(), place())


def test_colours_have_a_dark_form_and_print_is_light() -> None:
    text = render_html(DOCUMENT, place())
    tokens = re.findall(r"--paper:(#\w+)", text)
    assert tokens[0] == tokens[2] == "#FFFFFF"
    assert tokens[1] != tokens[0]


def test_the_same_document_gives_the_same_bytes() -> None:
    assert render_html(DOCUMENT, place()) == render_html(DOCUMENT, place())


def test_a_users_template_comes_before_the_shipped_one(tmp_path: object) -> None:
    folder = str(tmp_path)
    with open(f"{folder}/mine.txt", "w", encoding="utf-8") as file:  # noqa: PTH123
        file.write("not a template")
    assert render_html(DOCUMENT, place(), folder) == render_html(DOCUMENT, place())
