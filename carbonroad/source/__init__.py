"""YAML text to located nodes, and every finding on the way."""
