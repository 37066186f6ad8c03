"""Documents become Markdown, HTML and SVG."""
