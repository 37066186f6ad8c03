"""From the roadmaps of a call to the files of a run."""
