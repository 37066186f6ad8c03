"""Emissions over the years: trajectories, the sum of the industries, peak and neutrality.

`trajectory` (one line) → `envelope` (the least and the greatest line of stated ranges) → `members` (which
pathways are added, in which unit) → `turning_points`, `coverage` → `balance` (all of it) → `contributions`
(who changes the sum by how much). `goals` holds a pathway, or the sum, against the milestones that are goals.
"""
