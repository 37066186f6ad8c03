"""Every place that declares something or names it."""
