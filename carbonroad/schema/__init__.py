"""The JSON Schema of the format, for editors; made from the same vocabulary that the reader uses.

`json_schema` puts together what `maps` (keys) and `values` (what stands after them) give, `both` in English
and Chinese. `accepted` has the `forms` of each kind of value, which `explain` shows too, `meanings` what
words mean.
"""
