"""What may be typed at the cursor."""
