"""Which findings count: settings, suppression comments, the baseline; and the repairs that are made.

`files` (a file from disk to the model) → `checked.Checked`: the rules' findings, without those that
`unread` or `echoes` make doubtful, and no more than `bounding` lets through; then `judging` applies

- the settings (`settings`, `levels`),
- the comments (`comments`, `comment_faults`, `suppressing`),
- the baseline (`baseline`, `fingerprints`).

`fixing` makes repairs. `rulebook` has all rules and the ways to name them, `rule_pages` their pages.
`remembered` keeps what rules found in the parts (`pieces`) that did not change; `bench` collects findings of
the rules in `codes`.
"""
