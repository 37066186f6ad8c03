"""What changed between two versions of a roadmap, as typed values.

`names` finds what each old thing is called now (`alike`, `pairing`); `system_records` and `item_records` make
each version plain fields (`record_types`); `compare` subtracts them and asks `field_meanings` what each
difference means: for deadlines `deadline_meanings`, for numbers `number_meanings` (`demands`: whether a
target asks for less). The result is a list of `change`. From it: `places` (where it stands), `ratchet` (what
was given up without an entry), `choosing` (whom it concerns). `drift` compares days alone, for pages that
draw both versions.
"""
