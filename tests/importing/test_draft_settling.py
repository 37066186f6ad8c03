"""What would be an error in a draft is put aside with its words, until there is none."""

from datetime import date

from carbonroad.importing.draft import Draft, Entries
from carbonroad.starting.checked_draft import settle

DAY = date(2026, 11, 22)


def test_a_draft_never_has_errors_and_loses_no_words() -> None:
    draft = Draft(
        {
            "title": "List",
            "languages": ["en"],
            "milestones": [
                {"id": "t1", "title": "A", "deadline": "once voted", "after": "t9"},
                {"id": "t1", "title": "B", "deadline": "2030-02-30", "status": "humming"},
            ],
            "indicators": [
                {"id": "i1", "title": "C", "unit": "Mt", "targets": {"2030": "12 apples", "2035": "10"},
                 "actual": {"2020": "many"}}
            ],
        },
        {},
    )  # fmt: skip
    made = settle(draft, "en", "list.yaml", None, DAY)
    assert made.sound
    text = made.texts["list.yaml"]
    for words in ("once voted", "t9", "2030-02-30", "humming", "12 apples", "many", "2035: 10"):
        assert words in text
    assert {finding.name for finding in made.findings} == {"kept-aside"}
    assert len(made.findings) >= 6


def test_a_sound_draft_stays_as_it_is() -> None:
    draft = Draft({"title": "List", "milestones": [{"id": "t1", "title": "A", "deadline": "2030"}]}, {})
    made = settle(draft, "en", "list.yaml", None, DAY)
    assert (made.sound, made.findings) == (True, ())


def test_what_no_field_less_can_mend_is_put_aside_as_a_whole() -> None:
    """Without its id a phase has nothing but fields that it must have."""
    draft = Draft(
        {
            "title": "List",
            "phases": [{"title": "Begun and left", "years": "soon"}],
            "milestones": [{"id": "t1", "title": "A", "deadline": "2030"}],
        },
        {},
    )
    made = settle(draft, "en", "list.yaml", None, DAY)
    assert made.sound
    assert "Begun and left" in made.texts["list.yaml"]
    assert "phases:" not in made.texts["list.yaml"]


def test_what_is_put_aside_is_told_with_the_key_it_is_kept_under() -> None:
    item: Entries = {"id": "t1", "title": "A", "deadline": "once voted", "x-deadline": "as the list had it"}
    made = settle(Draft({"title": "List", "milestones": [item]}, {}), "en", "list.yaml", None, DAY)
    (told,) = made.findings
    kept = next(line for line in made.texts["list.yaml"].splitlines() if "once voted" in line)
    assert kept.partition(":")[0].strip() != "x-deadline"
    assert kept.partition(":")[0].strip() in told.help
