"""A roadmap of many industries that name each other, the top file and themselves: rightly and wrongly."""

import random
import re
from pathlib import Path

import yaml

from carbonroad.checking.rule_pages import pages

_TOP = """\
carbonroad: 1
title: Crossed
languages: [en, zh]
as_of: 2026-11-22
before_means: inclusive
owner: office
phases:
  - {id: p1, title: First, years: 2024..2030}
  - {id: p2, title: Second, years: 2031..2040}
organisations:
  office: {title: Office of plans, short: OP}
  miit: {title: Ministry of industry}
sources:
  plan: {title: Action plan, number: No. 1}
pathway: {unit: Mt CO2, actual: {2020: 900}, target: {2030: 950, 2050: 100}}
indicators:
  - {id: share, title: Share, unit: "%", better: higher, actual: {2024: 20}, targets: {2025: ≥30, 2030: ≥40}}
milestones:
  - {id: peak, title: Peak, deadline: by 2030, goal: peak, nature: binding, source: plan}
  - {id: next, title: Next, deadline: within 2 years after the peak}
"""
_STATUSES = ("planned", "on-track", "late", "done", "dropped", "at-risk")
_KINDS = (r"[MW][0-9]+", r"I[0-9]+", r"20[0-9]{2}", r"field-[0-9]+", "|".join(_STATUSES))
_WORDS = r"\b(?:" + "|".join(_KINDS) + r")\b"

_LISTS = ("milestones", "works", "indicators", "measures")
_REFERENCES = ("after", "for", "if", "superseded_by", "indicator", "measure", "parent")
_OF_THE_TOP = ("as_of", "before_means", "phases", "organisations", "sources", "languages")


def write_crossed(folder: Path, seed: str, industries: int = 8, items: int = 6) -> None:
    """Write such a roadmap at random.

    Args:
        folder: Takes the files.
        seed: Of chance.
        industries: How many.
        items: Milestones, and works, of each.
    """
    chance = random.Random(seed)
    folder.mkdir(parents=True)
    (folder / "carbonroad.yaml").write_text(_TOP, encoding="utf-8")
    names = [f"field-{number}" for number in range(industries)]
    for number, name in enumerate(names):
        # Of each three one names the next, the next names all of the three, and one the top file alone.
        others = {0: [names[min(number + 1, industries - 1)]], 1: names[number - 1 : number + 2]}
        (folder / f"{name}.yaml").write_text(
            _industry(chance, name, others.get(number % 3, [name]), items), encoding="utf-8"
        )


def write_examples(folder: Path, *, phased: bool = True) -> int:
    """Write the examples of all rules that are one file, each as an industry; return how many."""
    folder.mkdir(parents=True)
    top = _TOP if phased else re.sub(r"(?m)^phases:\n(?:  - .*\n)+", "", _TOP)
    (folder / "carbonroad.yaml").write_text(top, encoding="utf-8")
    count = 0
    for page in pages():
        for kind, text in (("flagged", page.flagged), ("fine", page.fine)):
            if page.escaped or text.startswith("# file") or "\n# file" in text or not text.strip():
                continue
            name = f"{page.rule.name}-{kind}"
            body = re.sub(r"(?m)^industry:.*\n", "", text)
            (folder / f"{name}.yaml").write_text(f"industry: {name}\n{body}", encoding="utf-8")
            count += 1
    return count


def write_scattered(folder: Path, text: str) -> None:
    """Write an example with each item in a file of its own; one of several files as it is."""
    files = re.split(r"(?m)^# file (\S+)\n", text)
    for name, body in zip(files[1::2], files[2::2], strict=True):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(body, encoding="utf-8")
    if len(files) > 1:
        return
    folder.mkdir(parents=True)
    root = yaml.safe_load(text)
    entries = [(key, entry) for key in _LISTS for entry in root.get(key, ())]
    homes = {entry["id"]: f"home-{number}" for number, (_, entry) in enumerate(entries)}
    head = {key: value for key, value in root.items() if key not in (*_LISTS, *_OF_THE_TOP, "pathway")}
    parts = {"carbonroad": {"title": "Scattered", **{key: root[key] for key in _OF_THE_TOP if key in root}}}
    for key, entry in entries:
        moved = {
            field: _moved(value, homes) if field in _REFERENCES else value for field, value in entry.items()
        }
        parts[homes[entry["id"]]] = {**head, key: [moved]}
    if "pathway" in root:
        parts["home"] = {**head, "pathway": root["pathway"]}
    for name, part in parts.items():
        (folder / f"{name}.yaml").write_text(yaml.safe_dump(part, allow_unicode=True), encoding="utf-8")


def _moved(value: object, homes: dict[str, str]) -> object:
    """References as they are written from another file."""
    if isinstance(value, list):
        return [_moved(one, homes) for one in value]
    if isinstance(value, dict):
        return {key: _moved(one, homes) if key == "id" else one for key, one in value.items()}
    return f"{homes[value]}.{value}" if isinstance(value, str) and value in homes else value


def retyped(chance: random.Random, text: str) -> str:
    """Return a text in which one name, year or word is another one of its kind."""
    places = list(re.finditer(_WORDS, text))
    if not places:
        return text
    place = chance.choice(places)
    kind = next(kind for kind in _KINDS if re.fullmatch(kind, place[0]))
    alike = sorted({one[0] for one in places if re.fullmatch(kind, one[0])} | {"M9", place[0] + "0"})
    return text[: place.start()] + chance.choice(alike) + text[place.end() :]


def _industry(chance: random.Random, name: str, others: list[str], items: int) -> str:
    def ref(kinds: str) -> str:
        home = chance.choice(["", "", "", "", *(f"{other}." for other in others)])
        return chance.choice((f"{home}{chance.choice(kinds)}{chance.randrange(items)}", "top.peak"))

    lines = [f"industry: {name}", f"title: The {name}", "pathway:", "  unit: Mt CO2"]
    lines += [
        f"  actual: {{2020: {chance.randrange(50, 150)}}}",
        "  target: {2030: 90, 2050: 20}",
        "measures:",
    ]
    lines += [f"  - {{id: lane{number}, title: Lane {number}}}" for number in range(2)]
    lines.append("indicators:")
    for number in range(3):
        values = [chance.choice((5, 10, 12, 40, 400, 4000)) for _ in range(4)]
        lines += [
            f"  - id: I{number}",
            f"    title: Share {chance.randrange(3)} of {name}",
            '    unit: "%"',
            "    better: higher",
            f"    actual: {{2022: {values[0]}, 2024: {values[1]}}}",
            f"    targets: {{2025: ≥{values[2]}, 2030: ≥{values[3]}}}",
            *(("    parent: share",) if chance.random() < 0.3 else ()),
        ]
    lines.append("milestones:")
    for number in range(items):
        lines += [f"  - id: M{number}", f"    title: Step {chance.randrange(items * 2)}"]
        lines.append(
            f"    deadline: {chance.choice(('by 2025', 'by 2028', 'by 2035', 'by 2050', 'after M0'))}"
        )
        lines += _some(
            chance, {"for": ref("M"), "after": ref("MW"), "if": ref("M"), "superseded_by": ref("M")}
        )
        lines += _some(chance, {"indicator": f"I{chance.randrange(3)}", "status": chance.choice(_STATUSES)})
        lines += _some(chance, {"finished": "2025-06-01", "source": "plan", "nature": "binding"})
    lines.append("works:")
    for number in range(items):
        lines += [f"  - id: W{number}", f"    title: Work {chance.randrange(items * 2)}"]
        lines += _some(chance, {"takes": f"{chance.randrange(1, 40)} months", "start": "2026-03-01"}, 0.6)
        lines += _some(chance, {"for": ref("M"), "after": ref("WM")}, 0.6)
        lines += _some(chance, {"finish": "2027-12-31", "measure": "lane0", "started": "2026-02-01"}, 0.2)
        lines += _some(chance, {"finished": "2026-10-01", "progress": "40", "deadline": "by 2027"}, 0.2)
        if chance.random() < 0.1:
            lines.append("    reports: [{date: 2026-06-30, status: late, progress: 30}]")
    return "\n".join(lines) + "\n"


def _some(chance: random.Random, pairs: dict[str, str], share: float = 0.25) -> list[str]:
    return [f"    {key}: {value}" for key, value in pairs.items() if chance.random() < share]
