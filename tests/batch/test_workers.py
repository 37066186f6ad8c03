"""Processes: one that is killed costs nothing, an interrupt ends all of them, and none of them prints."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from programs import environment, validate

MILESTONE = "- {{id: M{n}, title: Step {n}, deadline: by {year}}}\n"


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Roadmaps that take a while."""
    tree = tmp_path_factory.mktemp("many") / "tree"
    for number in range(16):
        folder = tree / f"plan{number:02d}"
        folder.mkdir(parents=True)
        (folder / "carbonroad.yaml").write_text("title: Plan\nbefore_means: inclusive\n", encoding="utf-8")
        steps = "".join(MILESTONE.format(n=n, year=2027 + n % 30) for n in range(600))
        (folder / "steel.yaml").write_text(f"title: Steel\nmilestones:\n{steps}", encoding="utf-8")
    return tree


def started(home: Path, tree: Path, *arguments: str) -> subprocess.Popen[bytes]:
    call = ["validate", tree.name, "--format", "concise", "--max-findings", "0", *arguments]
    return subprocess.Popen(
        [sys.executable, "-m", "carbonroad", *call],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tree.parent,
        env=environment(home),
        start_new_session=True,
        # A run in the background of a shell hands on that an interrupt is to be ignored.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
    )


def children(process: subprocess.Popen[bytes], count: int) -> list[int]:
    """The processes that a run has started, once they are there."""
    listed = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    while process.poll() is None:
        found = [int(word) for word in listed.read_text("ascii").split()]
        if len(found) >= count:
            return found
        time.sleep(0.005)
    raise AssertionError(process.communicate())


def is_gone(pid: int) -> bool:
    """Whether a process has ended, or has only not been waited for."""
    try:
        return Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()[0] == "Z"
    except FileNotFoundError:
        return True


needs_proc = pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="children are found in /proc")


@needs_proc
@pytest.mark.parametrize("killed", [1, 2])
def test_killed_processes_are_told_of_and_their_work_is_done(tmp_path: Path, tree: Path, killed: int) -> None:
    expected = validate(tmp_path, tree.name, "-j", "1", "--no-cache", "--format", "concise",
                        "--max-findings", "0", cwd=tree.parent)  # fmt: skip
    process = started(tmp_path, tree, "-j", "2", "--no-cache")
    for pid in children(process, 2)[:killed]:
        os.kill(pid, signal.SIGKILL)
    out, err = process.communicate(timeout=300)
    assert (process.returncode, out) == (expected.returncode, expected.stdout)
    assert err.count(b"was ended from outside (signal 9)") == killed
    assert b"Traceback" not in err


@needs_proc
def test_an_interrupt_ends_all_processes_without_a_word(tmp_path: Path, tree: Path) -> None:
    process = started(tmp_path, tree, "-j", "3")
    workers = children(process, 3)
    os.killpg(process.pid, signal.SIGINT)  # as ctrl-C does
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (130, b"", b"")
    assert all(map(is_gone, workers))


@needs_proc
def test_processes_end_when_the_run_is_killed(tmp_path: Path, tree: Path) -> None:
    process = started(tmp_path, tree, "-j", "2", "--no-cache")
    workers = children(process, 2)
    process.kill()
    process.communicate(timeout=60)
    for _ in range(2000):
        if all(map(is_gone, workers)):
            return
        time.sleep(0.01)
    raise AssertionError(workers)


def test_processes_can_be_started_anew_where_they_cannot_be_forked(tmp_path: Path, tree: Path) -> None:
    script = tmp_path / "spawned.py"
    script.write_text(
        "import sys\n"
        "from carbonroad.batch import workers\n"
        "from carbonroad.cli.run import run\n"
        "workers.start_method = lambda: 'spawn'\n"
        "if __name__ == '__main__':\n"
        "    sys.exit(run(sys.argv[1:]))\n",
        encoding="utf-8",
    )
    call = ["validate", tree.name, "--no-cache", "--format", "concise"]
    one, two = (
        subprocess.run([sys.executable, str(script), *call, "-j", jobs], capture_output=True, check=False,
                       cwd=tree.parent, env=environment(tmp_path, PYTHONPATH=os.pathsep.join(sys.path)))
        for jobs in ("1", "2")
    )  # fmt: skip
    assert (two.returncode, two.stdout, two.stderr) == (one.returncode, one.stdout, one.stderr)
    assert b"16 roadmaps" in one.stdout


@pytest.mark.parametrize("jobs", ["0", "-1", "many", "100000"])
def test_a_number_of_processes_that_makes_no_sense_is_refused(tmp_path: Path, tree: Path, jobs: str) -> None:
    done = validate(tmp_path, tree.name, "-j", jobs, cwd=tree.parent)
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"--jobs" in done.stderr
