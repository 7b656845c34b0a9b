"""The page of a card or a question."""
