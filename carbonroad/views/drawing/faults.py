"""What the drawing does when it would lose something: it stops."""


class DrawingError(Exception):
    """A fault of this program: the drawing lost an item or a dependency."""
