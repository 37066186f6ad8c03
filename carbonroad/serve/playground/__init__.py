"""The playground: a page to try changes of a roadmap on a copy, its drafts, and what it asks the server."""
