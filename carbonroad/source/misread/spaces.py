"""Blanks that look like one and are none to YAML."""

ODD_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""As a class of a regular expression has them between its brackets."""
