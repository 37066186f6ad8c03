"""Text: its width, its breaks, its script, and how it is shown safely."""
