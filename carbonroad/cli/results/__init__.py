"""What commands give back, and how it gets to standard output, files and folders."""
