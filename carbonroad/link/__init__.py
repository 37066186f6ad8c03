"""From parts to one system: ids become objects over all files."""
