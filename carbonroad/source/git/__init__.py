"""Roadmaps as a git repository held them."""
