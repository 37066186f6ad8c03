"""The live preview and the playground, on this machine alone (extra: serve)."""
