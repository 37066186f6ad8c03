"""Policy texts: from the paragraphs of a decree to a draft roadmap, by rules and vocabulary."""
