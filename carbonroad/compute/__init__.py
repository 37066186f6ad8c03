"""What follows from a linked system; rules and views ask, and compute nothing themselves.

`facts.py` is the door: each result is worked out when first asked for, and kept. What stands behind it:

- `item_state.py`, `due.py`: what an item says of itself, and the days on which it is due. `undecided.py`:
  how a result says that the data do not decide it.
- `status/`: where each item stands on the data date. `targets/`: the numbers of an indicator in order of
  time and against each other. `tracks/`: how far a target has come.
- `scheduling/`: the network and its dates. From these `shortfalls/` (what cannot be kept), `delays/` (what
  if) and, with `status/`, `forecasting/` (from the data date on).
- `pathways/`: emissions, the sum of the industries, peak and neutrality.
- `allocation/`: targets divided among roadmaps. `roads.py`: what leads to which goal.
- `reviews/`: counts and lists, from all of these. `changes/`: two versions compared.
"""
