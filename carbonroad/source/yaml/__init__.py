"""Text to located nodes, and plain data to text: the only importer of yaml."""
