"""The templates, ours and a user's own, and what a user's may do."""
