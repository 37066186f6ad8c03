"""The columns of a roadmap's tables, which exports write and imports know again."""
