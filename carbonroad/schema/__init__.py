"""The JSON Schema of the format, for editors; made from the same vocabulary that the reader uses."""
