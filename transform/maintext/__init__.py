"""From the text of a page to its article: blocks are read, those of the article chosen, its lines given."""
