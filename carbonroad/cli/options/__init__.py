"""Options and arguments: what may be given, what it means, what is refused."""
