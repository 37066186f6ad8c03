"""Every place that declares something or names it.

`file_walk` reads one file's names by the table in `roles`, `roadmap_names` knows what all files declare and
`name_finder` what words mean by it; `index` puts them together, `index_cache` keeps it while somebody types.
"""
