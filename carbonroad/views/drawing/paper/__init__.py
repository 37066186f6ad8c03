"""The A3 sheet and what is set on it: frame and zones, text, marks."""
