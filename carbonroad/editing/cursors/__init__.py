"""Where the cursor stands, from text that need not parse."""
