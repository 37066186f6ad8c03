"""Roadmaps that are watched and made again when they change."""
