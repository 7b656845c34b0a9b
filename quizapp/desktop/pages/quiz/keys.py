"""The keys that work in a quiz on every item. Knows no Qt."""

SKIP = ("F8",)
PAUSE = ("F9",)
