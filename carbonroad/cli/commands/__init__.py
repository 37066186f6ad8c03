"""The commands, one a file.

A command's function is as long as its options: signature and docstring are its help. What it does is short.
"""
