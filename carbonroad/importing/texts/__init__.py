"""Texts of every kind to paragraphs, with their places."""
