"""The only writer: files are prepared beside their places and moved there; what is not ours stays."""

from carbonroad.output.manifest import MANIFEST
from carbonroad.output.problems import OutputProblem
from carbonroad.output.single import append_file, clear_remains, rewrite_file, scratch, write_file
from carbonroad.output.writing import Writing, Written, begin

__all__ = [
    "MANIFEST",
    "OutputProblem",
    "Writing",
    "Written",
    "append_file",
    "begin",
    "clear_remains",
    "rewrite_file",
    "scratch",
    "write_file",
]
