"""Sentences name code between backticks; where no font can tell code from words, the backticks are left out."""


def without_marks(sentence: str) -> str:
    """Return a sentence without the marks of inline code: for screen readers, tool tips and comparing."""
    return sentence.replace("`", "")
