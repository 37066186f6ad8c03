"""Climate roadmaps: written in YAML, checked, scheduled and drawn."""

__version__ = "0.1.0"
