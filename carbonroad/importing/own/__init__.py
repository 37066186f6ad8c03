"""What this program exported, read back."""
