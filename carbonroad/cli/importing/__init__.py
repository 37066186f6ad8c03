"""What `import` does: a foreign file becomes a draft, checked, written and told of."""
