"""The lower part of a sheet: bills, notes, legend, revisions, title block, and the strip above them."""
