"""Documents of Word, by python-docx."""
