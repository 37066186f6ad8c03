"""Days that cannot be kept, by which chain, and where they can be found.

`shortfalls` finds them; `remedies` names the places, and tries each on a network with one thing changed
(`trying`).
"""
