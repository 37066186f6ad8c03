"""The formats of findings, one a file; a new one is a line in the list of `report/__init__.py`."""
