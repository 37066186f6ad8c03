"""How many sheets a drawing takes, what stands on which, and those without a network."""
