"""What editors ask of a file: completion, hover, definitions, references, renaming, symbols, repairs.

What one module answers stands here (`navigation`, `symbols`, `hints`, `folding` …); the other questions have
a folder each, and come in by its `at_cursor`. `spots` says what stands at a place of a file that could be
read, `cursors/` of one that could not; `mentioning/` what each name means, over all files.
"""
