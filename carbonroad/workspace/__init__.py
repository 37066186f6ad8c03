"""Roadmaps whose files are being edited: unsaved texts over the disk, read again only where they changed."""
