"""Real git repositories for tests, made in a folder of the test's own."""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

TOP = "title: Clean\nas_of: 2026-01-01\nphases:\n  - {id: p1, title: Now, years: 2026..2030}\n"
STEEL = "title: Steel\nowner: none\nmilestones:\n  - {id: M1, title: Half of it, deadline: 2027-06}\n"

_ALONE = {
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_AUTHOR_DATE": "2026-03-04T05:06:07 +0800",
    "GIT_COMMITTER_DATE": "2026-03-04T05:06:07 +0800",
}
_WHO = ("-c", "user.name=test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false")


class Repository:
    """A repository; every call of git is its own process."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self.git("init", "-q", "-b", "main")

    def git(self, *words: str) -> str:
        done = subprocess.run(
            ["git", "-C", str(self.folder), *_WHO, "-c", "protocol.file.allow=always", *words],
            env={**os.environ, **_ALONE},
            capture_output=True,
            check=True,
        )
        return done.stdout.decode("utf-8", "surrogateescape")

    def write(self, files: Mapping[str, str | bytes]) -> None:
        for name, text in files.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode() if isinstance(text, str) else text)

    def commit(self, files: Mapping[str, str | bytes] | None = None, message: str = "work") -> str:
        self.write(files or {})
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", message)
        return self.git("rev-parse", "HEAD").strip()

    def roadmap(self, folder: str = "roadmaps/clean", steel: str = STEEL) -> dict[str, str | bytes]:
        base = f"{folder}/" if folder else ""
        return {f"{base}carbonroad.yaml": TOP, f"{base}steel.yaml": steel}
