"""From parts to one system: ids become objects over all files.

`gathered` (the files of one roadmap, their order and declarations) → `assemble.link`, which makes what names
are looked up in and links part by part (`linking`):

- Names: `names` (items, indicators, measures), `bodies` (organisations), `library` (policy documents),
  `dates` (deadlines, by the roadmap's phases), `conditions` (what a deadline waits for). Where they know
  none, `suggesting` offers another; `splitting` parts several bodies in one string.
- Rows: `builder` makes items, with their `duties` and `target_ids`; `references` are those that are no field
  of an item.
- Roadmaps above and below: `family` is what passes between them, `heritage` what is inherited, `lent` what
  of it is named.
- Over all: `sanity`, `numbering`, `unsure` (what files that were not read whole take away), `fingerprints`.

The result is `system`. `remembered` keeps what linking gave of parts that did not change; `bench` collects
findings, of the rules in `codes`.
"""
