"""When things come from the data date on, beside the plan.

`recorded` (what is done of a work, and left) → `forecast` (the network dated anew) → `missed_chains`.
"""
