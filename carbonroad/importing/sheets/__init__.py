"""Spreadsheets to tables: cells as a person sees them, with their places."""
