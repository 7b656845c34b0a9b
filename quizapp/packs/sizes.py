"""Sizes in words that every language shares."""


def size_in_words(count: int) -> str:
    """Return a number of bytes as people say it: `340 KiB`, `1.5 GiB`."""
    for unit, name in ((1 << 30, "GiB"), (1 << 20, "MiB"), (1 << 10, "KiB")):
        if count >= unit:
            whole = count / unit
            return f"{whole:.1f} {name}" if whole < 10 else f"{whole:.0f} {name}"
    return f"{count} B"
