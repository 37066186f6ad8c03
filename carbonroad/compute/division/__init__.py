"""Targets divided among roadmaps: who takes part, what each states, whether it adds up."""
