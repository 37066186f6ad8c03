"""Where an item stands on the data date, and the evidence that decides it.

`target_years` (which years a target is for) → `verdicts` (one measured value held against one target) →
`known_values` (all that was measured by the data date) → `outcomes` (what it says of an item) → `standing`.
"""
