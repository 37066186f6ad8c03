"""How far rules look: what each finding of theirs depends on, for who remembers findings.

A rule that stands in neither list looks at the whole roadmap. tests/checking/test_remembered_rules.py holds
every rule to what is said of it here.
"""

BY_PART = frozenset(
    (
        "actual-after-data-date",
        "baseline-after-target",
        "baseline-differs-from-actual",
        "change-without-baseline",
        "confusable-ids",
        "conflicting-wordings",
        "dates-disagree",
        "done-without-finished",
        "finished-before-start",
        "finished-in-the-future",
        "fraction-for-percent",
        "hides-top-id",
        "implausible-year",
        "late-before-due",
        "level-and-change-mixed",
        "no-source",
        "outcome-not-recorded",
        "outcome-of-no-term",
        "outside-every-phase",
        "percent-and-points-mixed",
        "progress-and-status-differ",
        "progress-before-start",
        "report-falls-back",
        "same-title",
        "scale-slip",
        "share-out-of-range",
        "sign-slip",
        "stale-status",
        "start-after-finish",
        "status-and-finished-differ",
        "stretch-weaker-than-target",
        "target-against-better",
        "target-year-without-actual",
        "two-live-targets",
        "weaker-than-earlier-target",
    )
)
"""Rules whose findings all stand in the file of the part that they speak of, and depend on that part, on the
top file, on the parts that those two name, however indirectly, and on what the top file declares."""

BY_CHAIN = frozenset(
    (
        "cannot-be-met",
        "deadline-before-predecessor",
        "dependency-cycle",
        "out-of-sequence-progress",
        "outside-the-calendar",
        "predecessor-after-fixed-start",
        "takes-without-start",
        "work-ends-after-milestone",
    )
)
"""The same of rules that look along links either way: of all the parts that links join."""
