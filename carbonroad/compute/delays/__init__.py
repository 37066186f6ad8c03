"""What a delay would do: `moving` moves stated days, `delayed_plan` computes the plan anew.

`deadline_effects` compares the days to be kept with those of the plan.
"""
