"""The command line: arguments, exit codes, and nothing else.

`run.py` finds the command. `commands/` holds one a file: it reads its options (`options/`), takes roadmaps
(`roadmaps/`), lets a folder of its own do the work (`validating/`, `rendering/`, `comparing/`, `importing/`)
and hands over what that made (`results/`). What every run has stands here: the two streams, the language, the
exit codes, the clock, and how a run ends that cannot go on.
"""
