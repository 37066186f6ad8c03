"""Emissions over the years: trajectories, the sum of the industries, peak and neutrality."""
