"""Colours for things that belong together: told apart by the colour-blind too, and on both grounds (3:1 or more)."""

LIGHT_SET = ("#0b6cb5", "#a85a00", "#00795a", "#9a3f86", "#6b5b00")
DARK_SET = ("#56b4e9", "#e69f00", "#2cc397", "#e58cc8", "#d9cf4a")


def tied_colour(number: int, *, dark: bool) -> str:
    """Return the colour (#rrggbb) of a group by its number; after the last one they begin anew."""
    colours = DARK_SET if dark else LIGHT_SET
    return colours[number % len(colours)]
