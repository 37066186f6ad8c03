"""Targets divided among roadmaps: who takes part, what each states, whether it adds up.

Below: `handed` is what a roadmap hands to its parent. Above: `participants` → `shares` (what each states, in
the unit of the whole) → `weighing` (of a mean) → `allocated` (the verdict). `part_of` is the child's view.
"""
