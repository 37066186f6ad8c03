"""A store in memory, for tests of what is kept under which key."""


class Memory(dict[str, bytes]):
    """Keeps everything."""

    def put(self, key: str, value: bytes) -> None:
        self[key] = value
