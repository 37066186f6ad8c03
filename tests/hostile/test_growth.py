"""Chains, circles and names without end: what a stranger may write ten thousand times."""

from pathlib import Path

import pytest
from running import run

from carbonroad.link import names
from carbonroad.link.suggesting import MOST_FITTING

_HEAD = "industry: steel\ntitle: S\nowner: none\n"
_TOP = "carbonroad: 1\ntitle: x\nbefore_means: inclusive\nas_of: 2026-11-22\n"
_MANY = 2_000
"""More than Python may call within one another."""


def _milestones(*lines: str) -> str:
    return "milestones:\n" + "".join(f"  - {{{line}}}\n" for line in lines)


def _validated(folder: Path, text: str, top: str = _TOP + "owner: none\n") -> tuple[int, str]:
    (folder / "carbonroad.yaml").write_text(top, "utf-8")
    (folder / "steel.yaml").write_text(_HEAD + text, "utf-8")
    done = run("validate", folder, "--format", "json", "--no-cache", "--max-findings", "0")
    assert not done.stderr
    return done.returncode, done.stdout.decode()


@pytest.mark.parametrize("key", ["if: m{}, deadline: by 2030", "deadline: after m{}"])
@pytest.mark.parametrize("last", ["deadline: by 2030", "if: m0, deadline: by 2030"])
def test_conditions_may_wait_for_each_other_as_often_as_they_like(
    tmp_path: Path, key: str, last: str
) -> None:
    lines = [f"id: m{n}, title: t{n}, {key.format(n + 1)}" for n in range(_MANY)]
    code, _ = _validated(tmp_path, _milestones(*lines, f"id: m{_MANY}, title: t, {last}"))
    assert code == (1 if "if" in last else 0)


def test_of_many_bodies_with_one_name_a_few_are_named(tmp_path: Path) -> None:
    bodies = "".join(f"  o{n:04d}: {{title: Ministry}}\n" for n in range(_MANY))
    milestone = "id: m, title: t, deadline: by 2030, owner: Ministry"
    code, said = _validated(
        tmp_path, _milestones(milestone).replace("none", ""), f"{_TOP}organisations:\n{bodies}"
    )
    assert code == 1
    assert f"fits {_MANY} organisations" in said
    assert f"o{MOST_FITTING - 1:04d}" in said
    assert f"o{MOST_FITTING:04d}, " not in said
    assert said.count("this one?") == MOST_FITTING


def test_of_many_sources_with_one_title_a_few_are_named(tmp_path: Path) -> None:
    sources = "".join(f"  s{n:04d}: {{title: The Plan}}\n" for n in range(_MANY))
    milestone = "id: m, title: t, deadline: by 2030, source: The Plan"
    code, said = _validated(tmp_path, _milestones(milestone), f"{_TOP}owner: none\nsources:\n{sources}")
    assert code == 1
    assert f"fits {_MANY} sources" in said
    assert said.count("this one?") == MOST_FITTING


def test_a_part_of_an_id_is_compared_with_those_that_hold_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def is_part(name: str, ident: str) -> bool:
        asked.append(ident)
        return kept(name, ident)

    kept = names.is_part
    monkeypatch.setattr(names, "is_part", is_part)
    others = [f"id: unlike-{n}, title: t{n}, deadline: by 2030" for n in range(600)]
    one = "id: co2-peak, title: p, deadline: by 2030"
    for wrong, expected in (("Peak", ["co2-peak"]), ("unlike", [])):
        asked.clear()
        last = f"id: z, title: z, deadline: by 2030, after: {wrong}"
        code, said = _validated(tmp_path, _milestones(*others, one, last))
        assert code == 1
        assert asked == expected
        assert ('did you mean \\"co2-peak\\"' in said) is bool(expected)
