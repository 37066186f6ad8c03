"""Dependencies on a sheet: their ways, lines and tracks, and the connectors of those that leave it."""
