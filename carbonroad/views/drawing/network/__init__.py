"""The upper part of a sheet: time axis, lanes, gates, windows and rows of timed works."""
