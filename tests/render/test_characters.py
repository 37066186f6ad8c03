"""Characters that would act on a page are shown instead."""

from hypothesis import given
from hypothesis import strategies as st

from carbonroad.render.characters import isolated, visible


def test_a_direction_override_is_shown() -> None:
    assert visible("2030\u202e5202") == "2030⟨U+202E⟩5202"


def test_words_of_any_script_stay_as_they_are() -> None:
    for words in ("钢铁 2030年前", "émissions", "a\nb", "👩‍🔬", "שלום", "½ CO₂"):
        assert visible(words) == words


def test_words_from_right_to_left_are_kept_to_themselves() -> None:
    assert isolated("שלום <b>") == "<bdi>שלום &lt;b&gt;</bdi>"
    assert isolated("steel") == "steel"


@given(st.text())
def test_whatever_is_typed_can_be_written_as_xml(words: str) -> None:
    shown = str(visible(words))
    shown.encode()
    assert not any(ord(c) < 32 and c not in "\t\n\r" for c in shown)
    assert "\ufffe" not in shown
