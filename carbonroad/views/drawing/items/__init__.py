"""What a drawing shows, before anything has a place: items, dependencies, the controlling order."""
