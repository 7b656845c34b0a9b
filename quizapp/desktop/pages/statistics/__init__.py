"""Statistics: what the reviews come to."""
