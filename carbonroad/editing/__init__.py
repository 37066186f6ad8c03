"""What editors ask of a file: completion, hover, definitions, references, renaming, symbols, repairs."""
