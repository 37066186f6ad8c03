"""Typed values: what the files say, before references are resolved."""
