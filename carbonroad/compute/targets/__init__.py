"""The numbers of an indicator against each other, and against the roadmaps above.

`series` puts them in order of time and finds `slips` of scale or sign; `strength` says which of two values
asks for more. By these `consistency` judges one indicator, and `parents` an indicator against the one above
it (of a roadmap above: `inherited`); `indicator_families` shows the two side by side.
"""
