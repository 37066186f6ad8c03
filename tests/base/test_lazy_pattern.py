"""A pattern that is compiled when first used does what the compiled one does."""

import re

import pytest

from carbonroad.base.texts.lazy_pattern import lazy_pattern


def test_it_matches_as_the_compiled_pattern_does() -> None:
    """Methods, groups and flags are those of `re`."""
    lazy = lazy_pattern(r"(?P<word>by)\s+(\d{4})", re.IGNORECASE)
    found = lazy.fullmatch("BY 2030")
    assert found is not None
    assert found["word"] == "BY"
    assert lazy.sub("x", "by 2030, by 2031") == "x, x"
    assert lazy.groups == 2


def test_it_is_compiled_only_when_used() -> None:
    """A mistake in a pattern shows at its first use, so nothing was compiled before."""
    broken = lazy_pattern("(")
    with pytest.raises(re.error):
        broken.search("")
