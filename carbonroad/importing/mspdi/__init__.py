"""Plans of Microsoft Project to a draft."""
