"""All pages of a run: which, where, and made when."""
