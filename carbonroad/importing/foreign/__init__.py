"""What a file of someone else is, and whether it can be read without danger."""
