"""Which roadmaps a call means: found, read, and refused where they have errors."""
