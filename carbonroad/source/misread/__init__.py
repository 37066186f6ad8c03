"""What YAML reads without an error but otherwise than it was meant."""
