"""Documents as HTML and scenes as SVG."""
