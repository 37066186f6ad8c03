"""The hostile roadmap, rendered once for all tests of this folder."""

from pathlib import Path

import pytest
from hostile_roadmap import AS_OF, Maker, texts_of_findings
from running import run

from carbonroad.render.formats import ALL


@pytest.fixture(name="hostile", scope="session")
def _hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a roadmap whose texts are all hostile."""
    folder = tmp_path_factory.mktemp("hostile") / "roadmap"
    folder.mkdir()
    for name, text in Maker().files().items():
        (folder / name).write_text(text, "utf-8")
    return folder


@pytest.fixture(name="faulty", scope="session")
def _faulty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a roadmap whose findings speak of hostile texts."""
    folder = tmp_path_factory.mktemp("faulty")
    (folder / "x.yaml").write_text("\n".join(texts_of_findings()) + "\n", "utf-8")
    return folder


@pytest.fixture(name="pages", scope="session")
def _pages(hostile: Path) -> Path:
    """Its pages in every format and both languages, and as one file."""
    target = hostile.parent / "pages"
    every = ",".join(form.name for form in ALL if form.module or form.pictures)
    for more in (("--to", every, "--mermaid", "-o", target), ("--single-file", "-o", target / "one")):
        done = run("render", hostile, "--as-of", AS_OF, "-q", *more)
        assert done.returncode == 0, done.stderr.decode()[-2000:]
    return target
