"""What `explain` says, as text, Markdown and JSON."""
