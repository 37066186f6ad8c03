"""Systems become documents: a kind a module or folder, all of them listed in `read/documents.py`."""
