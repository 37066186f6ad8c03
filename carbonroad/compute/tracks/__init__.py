"""How far a target has come: the straight line to it and what is left."""
