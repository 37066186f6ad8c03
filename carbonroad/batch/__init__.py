"""Many roadmaps in one run: checked here, in other processes, or remembered; the results are the same."""
