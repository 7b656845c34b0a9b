"""Learn: lessons and their items."""
