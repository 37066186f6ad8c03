"""The language server: what editors ask, over standard input and output (extra: lsp)."""
