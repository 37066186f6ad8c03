"""The numbers of an indicator against each other, and against the roadmaps above."""
