"""Calendars, by icalendar."""
