"""What rules have in common: `check` says what a rule is and must say of itself.

`making` and `figures` help to word findings, `links` and `mentions` to find references, `shares` and `sums`
to show the numbers behind a comparison.
"""
