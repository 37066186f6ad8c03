"""Many documents as one book, and that as a PDF."""
