"""Parts that pages are made of: the editor, the card view, the check list."""
