"""A process that makes pages and is lost: the run makes them itself."""

import os
from datetime import date
from pathlib import Path

import pytest
from site_files import files_of

from carbonroad.project import load
from carbonroad.render.site.choice import Choice
from carbonroad.render.site.press import Group, Press
from carbonroad.render.site.site import Site
from carbonroad.source.folder import find_roadmaps

NETWORK = str(Path(__file__).parents[1] / "data" / "network")


def site() -> Site:
    found = find_roadmaps(NETWORK)
    assert isinstance(found, list)
    return Site(load(found[0], None, date(2026, 11, 22)), ("en", "zh"), Choice())


@pytest.mark.parametrize("doing", ["told", "files"])
def test_what_a_lost_process_should_have_made_is_made(doing: str, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = files_of(site())
    here, usual = os.getpid(), getattr(Press, doing)

    def dies(press: Press, group: Group) -> object:
        if os.getpid() != here and group.name == "zh/":
            os._exit(9)
        return usual(press, group)

    monkeypatch.setattr(Press, doing, dies)
    files: dict[str, bytes] = {}
    site().make(files.update, jobs=2)
    assert files == expected


def test_a_fault_in_a_process_is_met_here(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def fails(press: Press, group: Group) -> dict[str, bytes]:
        raise ZeroDivisionError(group.name)

    monkeypatch.setattr(Press, "files", fails)
    with pytest.raises(ZeroDivisionError):
        site().make(lambda _: None, jobs=2)
    assert capfd.readouterr().err == ""
