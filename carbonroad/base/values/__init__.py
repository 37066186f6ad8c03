"""Numbers, units, money and values, read from the words of their author; exact inside."""
