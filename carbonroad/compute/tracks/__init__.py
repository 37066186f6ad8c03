"""How far a target has come: the straight line to it and what is left.

`measured_points` (what was measured, a level or a change a year) → `one_year` and `several_years` (the track
of a target, by how many years it is for) → `all_tracks` → `next_tracks` (those that count on the data date).
`track` is the value that all of them give.
"""
