"""Roadmap files in canonical order and spacing: the meaning, the comments and the quotes stay.

`text.formatted` parses a file, lets a `cursor` walk over it and writes `lines`: maps and lists in `blocks` or
in `brackets`, texts over several lines by `texts`, keys by `keys` in the `order` that a map's `forms`
have. `same` compares what was made with what was there.
"""
