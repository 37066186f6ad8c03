"""What keeps a run from making its files, said in one line with the way out."""


class RenderFault(Exception):  # noqa: N818  # a fault of what is asked for or of a user's templates, not of the program
    """Nothing can be written.

    Attributes:
        message: What is wrong and where.
        help: What to do.
    """

    def __init__(self, message: str, help_: str) -> None:
        super().__init__(message)
        self.message = message
        self.help = help_
