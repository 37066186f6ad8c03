"""The items of which a key is written."""

from pathlib import Path

from roadmap_files import load_files

from carbonroad.compute.facts import Facts

TEXT = """
    milestones:
      - {id: a, title: A, deadline: 2030, status: planned}
      - {id: b, title: B, deadline: 2030}
      - {id: c, title: C, deadline: 2020, finished: 2020-05-01, status: done}
    works:
      - {id: w, title: W, deadline: 2026..2027, progress: 10}
"""


def test_items_are_found_by_any_of_their_keys_once_and_in_order(tmp_path: Path) -> None:
    facts = Facts(load_files(tmp_path, TEXT).system)
    found = {keys: [item.id for item in facts.having(*keys)] for keys in KEYS}
    assert found == dict(zip(KEYS, (["a", "c"], ["a", "c", "w"], ["c"], [], []), strict=True))


KEYS = (("status",), ("progress", "finished", "status"), ("finished",), ("reports",), ("reports", "started"))
