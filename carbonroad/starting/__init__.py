"""What a new roadmap begins with: example files, the settings of editors, and files for CI."""
