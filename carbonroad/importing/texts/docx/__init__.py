"""Documents of Word to paragraphs."""
