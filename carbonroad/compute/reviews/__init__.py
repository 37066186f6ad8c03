"""What a period brought, and how a roadmap stands: counts and lists.

`moments` (the days of an item), `tallies` (counts) → `review` (on the data date), `period_review` (of a
period).
"""
