"""From located nodes to the typed model: readers that report and never raise."""
