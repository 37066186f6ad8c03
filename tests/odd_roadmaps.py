"""Odd roadmaps as YAML texts: the fewest and the most, every script, the longest words, the widest years.

`ODD` maps a name to a function that returns the roadmap's files (name → text). Each is valid.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

AS_OF = "2026-11-22"
LONG_TITLE = "Regional low-carbon retrofitting of large steam boilers and their supply networks"[:80]
LONG_WORD = "Kohlenstoffdioxidabscheidungsanlagengenehmigungsverfahrensbeschleunigungsverordnung"
ARABIC = "خارطة طريق خفض الانبعاثات 2030"
HEBREW = "תחנת כוח ראשונה נסגרת ב-2030"
EMOJI = "👩‍🔬 test ✅ 👨‍👩‍👧‍👦 🏭➡️🌱 🇨🇳"
COMBINING = "Z̴a̴l̴g̴o̴ café naïve Ṩṩ ệ"
_SCRIPTS = (
    ARABIC,
    HEBREW,
    EMOJI,
    COMBINING,
    "लक्ष्य २०३०",
    "เป้าหมายปี 2030",
    "목표 2030",
    "排出量の目標",
    "Στόχος",
    "Цель",
)

Files = dict[str, str]


def _quoted(words: str) -> str:
    return "'" + words.replace("'", "''") + "'"


def _top(title: str, *more: str, industries: Sequence[str] = ("steel",)) -> str:
    lines = [
        "carbonroad: 1",
        f"title: {_quoted(title)}",
        f"as_of: {AS_OF}",
        "before_means: inclusive",
        f"industries: [{', '.join(industries)}]",
        *more,
    ]
    return "\n".join(lines) + "\n"


def _phases(count: int, first: int = 2021, years: int = 5) -> list[str]:
    return [
        "phases:",
        *(
            f"  - {{id: p{n}, title: Phase {n}, years: {first + n * years}..{first + n * years + years - 1}}}"
            for n in range(count)
        ),
    ]


def _industry(title: str, entries: Iterable[str], owner: str = "Ministry", code: str = "") -> str:
    head = [f"title: {_quoted(title)}", *([f"owner: {_quoted(owner)}"] if owner else [])]
    return "\n".join([*head, *([f"code: {code}"] if code else []), *entries]) + "\n"


def _milestone(number: int, title: str, deadline: str, *more: str) -> Iterator[str]:
    yield f"  - id: M{number}"
    yield f"    title: {_quoted(title)}"
    yield f"    deadline: {deadline}"
    yield from (f"    {line}" for line in more)


def _milestones(entries: Iterable[tuple[str, str, tuple[str, ...]]]) -> list[str]:
    lines = ["milestones:"]
    for number, (title, deadline, more) in enumerate(entries, 1):
        lines += _milestone(number, title, deadline, *more)
    return lines


def _one_milestone() -> Files:
    return {
        "carbonroad.yaml": _top("One milestone", *_phases(2)),
        "steel.yaml": _industry("Steel", _milestones([("Peak", "by 2030", ())])),
    }


def _nothing_but_a_title() -> Files:
    return {
        "carbonroad.yaml": _top("Nothing yet", *_phases(1)),
        "steel.yaml": _industry("Steel", ["note: nothing is planned yet"]),
    }


def _five_hundred() -> Files:
    days = [f"by {2026 + n % 10}-{1 + n % 12:02}" for n in range(500)]
    return {
        "carbonroad.yaml": _top("Five hundred milestones", *_phases(3)),
        "steel.yaml": _industry(
            "Steel", _milestones((f"Step number {n + 1}", day, ()) for n, day in enumerate(days))
        ),
    }


def _long_titles() -> Files:
    works = ["works:"]
    for n in range(12):
        works += [
            f"  - id: W{n}",
            f"    title: {_quoted(f'{n} {LONG_TITLE}')}",
            "    takes: 9 months",
            f"    start: {2026 + n // 4}-0{1 + n % 4 * 2}",
            f"    deliverable: {_quoted(LONG_TITLE)}",
            f"    acceptance: {_quoted(LONG_TITLE)}",
        ]
    entries = [(f"{LONG_TITLE[:77]} {n}", f"by {2026 + n % 5}", ()) for n in range(12)]
    return {
        "carbonroad.yaml": _top(LONG_TITLE, *_phases(2)),
        "steel.yaml": _industry(LONG_TITLE, [*_milestones(entries), *works], owner=LONG_TITLE),
    }


def _long_word() -> Files:
    entries = [
        (LONG_WORD, "by 2030", (f"note: {LONG_WORD * 2}",)),
        (f"{LONG_WORD} {LONG_WORD}", "by 2028", ()),
    ]
    works = ["works:", f"  - {{id: W1, title: {LONG_WORD}, deadline: by 2029, deliverable: {LONG_WORD}}}"]
    return {
        "carbonroad.yaml": _top(LONG_WORD, *_phases(2)),
        "steel.yaml": _industry(LONG_WORD, [*_milestones(entries), *works], owner=LONG_WORD),
    }


def _one_owner() -> Files:
    entries = [(f"Step {n}", f"by {2024 + n}", ("owner: One Body",)) for n in range(20)]
    return {
        "carbonroad.yaml": _top("One owner", *_phases(4)),
        "steel.yaml": _industry("Steel", _milestones(entries), owner="One Body"),
    }


def _forty_owners() -> Files:
    entries = [
        (f"Step {n}", f"by {2026 + n % 6}-{1 + n % 12:02}", (f"owner: Provincial Body Number {n}",))
        for n in range(40)
    ]
    works = ["works:"]
    works += [
        f"  - {{id: W{n}, title: Work {n}, deadline: 2026..2030, owner: Provincial Body Number {n}}}"
        for n in range(40)
    ]
    return {
        "carbonroad.yaml": _top("Forty owners", *_phases(3)),
        "steel.yaml": _industry("Steel", [*_milestones(entries), *works], owner=""),
    }


def _no_owners() -> Files:
    entries = [("Peak", "by 2030", ("owner: none",)), ("Rules", "by 2027", ("owner: none",))]
    works = ["works:", "  - {id: W1, title: Work, deadline: by 2029, owner: none}"]
    return {
        "carbonroad.yaml": _top("No owners", *_phases(2)),
        "steel.yaml": _industry("Steel", [*_milestones(entries), *works], owner=""),
    }


def _wide_years() -> Files:
    entries = [(f"Year {year}", f"by {year}", ()) for year in range(1990, 2101, 5)]
    return {
        "carbonroad.yaml": _top("From 1990 to 2100"),
        "steel.yaml": _industry("Steel", _milestones(entries)),
    }


def _no_phases() -> Files:
    entries = [(f"Step {n}", f"by {2024 + n * 3}", ()) for n in range(8)]
    works = [
        "works:",
        "  - {id: W1, title: Work, deadline: 2026..2030}",
        "  - {id: W2, title: Later, after: W1}",
    ]
    return {
        "carbonroad.yaml": _top("No phases"),
        "steel.yaml": _industry("Steel", [*_milestones(entries), *works]),
    }


def _twelve_phases() -> Files:
    entries = [(f"Step {n}", f"by {2021 + n * 3}", ()) for n in range(13)]
    return {
        "carbonroad.yaml": _top("Twelve phases", *_phases(12, 2021, 3)),
        "steel.yaml": _industry("Steel", _milestones(entries)),
    }


def _scripts() -> Files:
    entries = [(words, f"by {2026 + n}", (f"note: {_quoted(words)}",)) for n, words in enumerate(_SCRIPTS)]
    works = ["works:"]
    for n, words in enumerate(_SCRIPTS):
        works += [f"  - id: W{n}", f"    title: {_quoted(words)}", f"    start: {2026 + n // 3}-0{1 + n % 9}"]
        works += ["    takes: 8 months", f"    deliverable: {_quoted(words)}"]
    indicators = [
        "indicators:",
        "  - id: i1",
        f"    title: {_quoted(EMOJI)}",
        f"    unit: {_quoted('طن')}",
        "    better: lower",
        "    actual: {2024: 10}",
        "    targets:",
        "      2030: 8",
    ]
    return {
        "carbonroad.yaml": _top(f"{HEBREW} {EMOJI}", *_phases(2)),
        "steel.yaml": _industry(ARABIC, [*_milestones(entries), *works, *indicators], owner=HEBREW),
    }


def _many_industries() -> Files:
    names = [f"field{n:02}" for n in range(30)]
    files = {"carbonroad.yaml": _top("Thirty fields", *_phases(2), industries=names)}
    for n, name in enumerate(names):
        after = () if n == 0 else (f"after: {names[n - 1]}.M1",)
        files[f"{name}.yaml"] = _industry(
            f"Field number {n}",
            _milestones([("Peak", "by 2030", after), ("Rules", f"by {2026 + n % 4}", ())]),
        )
    return files


def _chinese_only() -> Files:
    entries = [
        ("全国统一市场建设与行业达峰行动方案发布并全面实施" * 3, "2030年前", ()),
        ("规则", "2027年底", ()),
    ]
    return {
        "carbonroad.yaml": _top("全国重点行业碳达峰行动路线图", *_phases(2), "languages: [zh]"),
        "steel.yaml": _industry("钢铁", _milestones(entries), owner="工业和信息化部"),
    }


ODD: dict[str, Callable[[], Files]] = {
    "one-milestone": _one_milestone,
    "nothing": _nothing_but_a_title,
    "500-milestones": _five_hundred,
    "long-titles": _long_titles,
    "long-word": _long_word,
    "one-owner": _one_owner,
    "40-owners": _forty_owners,
    "no-owners": _no_owners,
    "1990-2100": _wide_years,
    "no-phases": _no_phases,
    "12-phases": _twelve_phases,
    "scripts": _scripts,
    "30-industries": _many_industries,
    "chinese-only": _chinese_only,
}
"""Each roadmap's files, by a name that says what is odd about it."""
