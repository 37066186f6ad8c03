"""Lists in tables to a draft: which column is what, and what its cells say."""
