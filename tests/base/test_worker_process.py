"""Worker processes do not outlive the process that started them, however it ended."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

SCRIPT = """
import time
from multiprocessing import get_context
from carbonroad.base.worker_process import begin_work

def work():
    begin_work()
    time.sleep(3600)

if __name__ == "__main__":
    context = get_context({method!r})
    started = [context.Process(target=work, daemon=True) for _ in range(2)]
    for one in started:
        one.start()
    print(*(one.pid for one in started), flush=True)
    time.sleep(3600)
"""


def is_gone(pid: int) -> bool:
    """Whether a process has ended, or has only not been waited for."""
    try:
        return Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()[0] == "Z"
    except FileNotFoundError:
        return True


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are looked up in /proc")
@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_workers_end_with_a_process_that_is_killed(tmp_path: Path, method: str) -> None:
    script = tmp_path / "starts_workers.py"
    script.write_text(SCRIPT.format(method=method), encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, str(script)],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )
    assert process.stdout is not None
    workers = [int(word) for word in process.stdout.readline().split()]
    assert len(workers) == 2
    process.kill()
    process.wait()
    process.stdout.close()
    for _ in range(6000):
        if all(map(is_gone, workers)):
            return
        time.sleep(0.01)
    for pid in workers:
        os.kill(pid, 9)
    raise AssertionError(workers)
