"""The network and its schedule: early and late dates, floats, the chains that decide.

`network` (which items and links take part) → `activities` (the same as integers) → `early_dates`,
`late_dates` (the two passes; `month_steps` counts months for them) → `cpm` (floats, the critical chain) →
`schedule` (by qualified id). Read off the schedule: `driving` (the links that set a date, what is days
short), `controlling` (the order of deadlines, where no durations are stated), `paths` (either, step by step),
`reached_days` (when everything comes, scheduled or not).
"""
