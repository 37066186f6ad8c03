"""Roadmap files in canonical order and spacing: the meaning, the comments and the quotes stay."""
