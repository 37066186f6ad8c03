"""Plans for Microsoft Project and ProjectLibre."""
