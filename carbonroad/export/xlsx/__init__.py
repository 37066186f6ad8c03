"""Workbooks, by XlsxWriter."""
