"""Syntax errors: explained, mended in memory, and read on after."""
