"""The vocabulary of the format: every map, its keys in both languages, the words of fixed lists."""
