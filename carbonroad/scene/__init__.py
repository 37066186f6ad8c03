"""Geometry of figures: shapes, scales, packing, labels, glyphs; without a word of what they show."""
