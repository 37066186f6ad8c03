"""What several documents say and draw in the same way."""
