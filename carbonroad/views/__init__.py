"""Systems become documents, one kind a module."""
