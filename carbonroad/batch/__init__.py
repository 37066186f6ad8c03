"""Many roadmaps in one run: checked here, in other processes, or remembered; the results are the same.

`run.check_all` gives an `Outcome` for each roadmap, children before their parents (`families`, `kinship`;
`unfound` says why a name finds no parent).

- Checking: `call` (what all are checked with), `checker` (one roadmap), `workers` (other processes).
- Remembering: `inputs` (what an outcome depends on), `program` (that the code itself is part of it), `store`.
- Little room: `outcome`, packed by `compact`.
"""
