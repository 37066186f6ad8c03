"""Roadmaps that are being edited: unsaved texts over the disk, read again only where they changed.

`workspace.Workspace` is told of every change and gives a `roadmap.Roadmap` for a path: one state of it.

- What is there: `texts` (what files say), `shelves` (which files lie in a folder), `belonging` (which lone
  files are ours), `kin` (which roadmaps are looked at together).
- What is remembered: `reading` (by text), `loading` (what was linked and checked), `heirlooms` (what a top
  file hands down).
"""
