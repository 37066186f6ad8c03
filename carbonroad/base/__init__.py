"""Dates, numbers, graphs and text widths: no word of roadmaps in it."""
