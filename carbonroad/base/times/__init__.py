"""Dates, periods, durations, and deadlines as policy texts word them."""
