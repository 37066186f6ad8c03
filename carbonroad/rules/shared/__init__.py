"""What rules have in common."""
