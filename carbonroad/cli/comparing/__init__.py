"""What `diff` does: both versions, what changed between them, and how that is written."""
