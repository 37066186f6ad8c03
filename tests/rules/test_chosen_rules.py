"""Rules that cannot find anything in a roadmap are not even imported, and none is missed by that."""

import subprocess
import sys
from pathlib import Path

import pytest
from corpus_files import CORPUS, Together, cases, loaded, stated

from carbonroad.rules import all_checks, checks_for

SMALL = "title: Steel\nmilestones:\n  - {id: M1, title: Peak, deadline: by 2030, owner: MIIT}\n"


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.relative_to(CORPUS).as_posix())
def test_no_rule_that_is_left_out_would_find_anything(case: Path) -> None:
    found = loaded(case, stated(case).as_of)
    for project in found.projects if isinstance(found, Together) else (found,):
        chosen = list(checks_for(project.system))
        left_out = [check for check in all_checks() if check not in chosen]
        assert [f.name for check in left_out for f in check.check(project.system, project.facts)] == []


def test_a_small_file_starts_without_most_rules(tmp_path: Path) -> None:
    (tmp_path / "steel.yaml").write_text(SMALL, encoding="utf-8")
    script = (
        "import sys\n"
        "from carbonroad.cli.run import run\n"
        "run(['validate', 'steel.yaml'])\n"
        "print(sum(m.startswith('carbonroad.rules.') for m in sys.modules), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, cwd=tmp_path, check=True
    )
    assert int(done.stderr.split()[-1]) < len(all_checks()) / 2
