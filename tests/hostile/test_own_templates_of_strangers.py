"""A template in the sandbox reads nothing outside its folder and makes nothing enormous."""

import os
from pathlib import Path

import pytest
from jinja2 import StrictUndefined

from carbonroad.render.characters import visible
from carbonroad.render.faults import RenderFault
from carbonroad.render.html.policy import check_policy, page_policy
from carbonroad.render.templates.own_limits import LONGEST
from carbonroad.render.templates.own_templates import OwnEnvironment, OwnLoader, unknown_files

_BIG = LONGEST - 1


class _Page:
    _hidden = "hidden"


def _render(folder: Path, text: str) -> str:
    made = OwnEnvironment(
        loader=OwnLoader(str(folder)), autoescape=True, undefined=StrictUndefined, finalize=visible
    )
    made.begin()
    return made.from_string(text).render(page=_Page())


@pytest.mark.parametrize(
    "name",
    [
        "/etc/passwd",
        "../secret",
        "link.html",
        "linked/secret",
        "..\\secret",
        "html/../../secret",
        "pipe.html",
        "big.html",
    ],
)
@pytest.mark.parametrize(
    "how",
    ["{{% include '{}' %}}", "{{% import '{}' as x %}}", "{{% extends '{}' %}}", "{{% include ['{}'] %}}"],
)
def test_no_file_outside_the_folder_is_read(tmp_path: Path, name: str, how: str) -> None:
    folder = tmp_path / "own"
    folder.mkdir()
    (tmp_path / "secret").write_text("secret", "utf-8")
    (folder / "link.html").symlink_to(tmp_path / "secret")
    (folder / "linked").symlink_to(tmp_path)
    (folder / "big.html").write_text("x" * 1_000_001, "utf-8")
    os.mkfifo(folder / "pipe.html")
    with pytest.raises(Exception) as caught:  # noqa: PT011 - what Jinja2 raises differs, and is blamed elsewhere
        _render(folder, how.format(name))
    assert "secret" not in str(caught.value).replace("../secret", "").replace("linked/secret", "").replace(
        "..\\secret", ""
    )


@pytest.mark.parametrize(
    "text",
    [
        "{{ ''.__class__ }}", "{{ ''|attr('__class__') }}", "{{ page.__init__.__globals__ }}",
        "{{ page._hidden }}",
        "{{ '{0.__class__}'.format(page) }}", "{{ ('{0.__class__}'|safe).format(page) }}",
        "{{ '{a.__class__}'.format_map({'a': page}) }}",
        "{{ self.__init__ }}", "{{ [page]|map(attribute='__class__')|first|length }}", "{{ lipsum() }}",
        "{{ cycler }}",
    ],
)  # fmt: skip
def test_nothing_of_python_is_seen(tmp_path: Path, text: str) -> None:
    with pytest.raises(Exception, match=r"unsafe|undefined|no attribute"):
        _render(tmp_path, text)


@pytest.mark.parametrize(
    "text",
    [
        "{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}",
        "{{ range(100000001)|list }}", "{{ 'a' * 100000000 }}", "{{ 9 ** 99999 }}", "{{ [1] * 100000000 }}",
        f"{{{{ ('a' * {_BIG})|replace('a', 'bb') }}}}", f"{{{{ ('a' * {_BIG}).replace('a', 'bb') }}}}",
        "{{ 'a'.ljust(3000000000) }}", "{{ 'a'.zfill(3000000000) }}", "{{ 'a'|center(3000000000) }}",
        "{{ 'a'|center(width=3000000000) }}",
        "{{ 'a'|indent(2000000000, true) }}", "{{ '%3000000000d'|format(1) }}", "{{ '%3000000000d' % 1 }}",
        "{{ '%*d' % (3000000000, 1) }}",
        "{{ '{:3000000000}'.format(1) }}", "{{ '{:{}}'.format(1, 3000000000) }}",
        "{{ ('{:3000000000}'|safe).format(1) }}",
        f"{{{{ ('x' * {_BIG}).join(['a'] * 9) }}}}", f"{{{{ (['a'] * 9)|join('x' * {_BIG}) }}}}",
        "{% set n = namespace(x='a') %}{% for i in range(40) %}{% set n.x = n.x ~ n.x %}{% endfor %}",
        "{% set n = namespace(x='a') %}{% for i in range(40) %}{% set n.x = n.x + n.x %}{% endfor %}",
        "{% set n = namespace(x=[1]) %}{% for i in range(40) %}{% set n.x = n.x + n.x %}{% endfor %}",
        "{% set n = namespace(x=99999) %}{% for i in range(40) %}{% set n.x = n.x * n.x %}{% endfor %}",
        "{{ [1]|batch(2000000000, 0)|list }}", "{{ [1]|slice(2000000000)|list }}",
        f"{{% set b = 'x' * {_BIG} %}}{{% for i in range(99999) %}}{{{{ b }}}}{{% endfor %}}",
        "{{ ('a\\t' * 4000000).expandtabs(1000) }}", "{{ (1).to_bytes(3000000000, 'big') }}",
        "{{ 'a'.translate({97: 'xx'}) }}",
    ],
)  # fmt: skip
def test_nothing_enormous_is_made(tmp_path: Path, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("carbonroad.render.templates.own_templates._MOST_STEPS", 20_000)
    monkeypatch.setattr(
        "carbonroad.render.templates.own_templates._MOST_OUTPUT", 3 * 10 ** (7 if "{{ b }}" in text else 12)
    )
    with pytest.raises(OverflowError, match=r"too large|more than|too big"):
        _render(tmp_path, text)


def test_what_templates_do_every_day_they_may(tmp_path: Path) -> None:
    text = (
        "{{ 'a' ~ 1 ~ '<b>' }} {{ ['a', 'b']|join(', ') }} {{ 'abc'|replace('b', 'x') }} "
        "{{ '%s-%d'|format('a', 3) }} {{ '{:>3}'.format('x') }} {{ 2 * 3 + 1 }} {{ 'ab' * 2 }} "
        "{{ [1, 2]|batch(1)|list }} {{ 'x'|indent(2) }} {{ '%s' % 'q' }}"
    )
    assert _render(tmp_path, text) == "a1&lt;b&gt; a, b axc a-3   x 7 abab [[1], [2]] x q"


def test_a_frame_without_a_policy_is_refused() -> None:
    fine = f'<meta http-equiv="Content-Security-Policy" content="{page_policy("")}"><style></style>'
    check_policy("own", "html/page.html", fine)
    for text in ("<style></style>", "", f"<style></style>{fine}", fine.replace("'none'", "*")):
        with pytest.raises(RenderFault, match="Content-Security-Policy"):
            check_policy("own", "html/page.html", text)


def test_a_large_file_behind_a_link_is_not_looked_through(tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (tmp_path / "large").write_text("{% include 'named.html' %}" + " " * 1_000_001, "utf-8")
    (own / "named.html").write_text("", "utf-8")
    (own / "link.html").symlink_to(tmp_path / "large")
    assert [name for name, _ in unknown_files(str(own), frozenset())] == ["link.html", "named.html"]
