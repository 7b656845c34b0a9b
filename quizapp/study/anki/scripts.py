"""Raised and lowered text, for which Markdown has no mark: in characters of their own where there are such."""

from typing import Final

_RAISED: Final = dict(zip("0123456789+-−=()nij", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱʲ", strict=True))
_LOWERED: Final = dict(zip("0123456789+-−=()aeijknmprtuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑᵢⱼₖₙₘₚᵣₜᵤᵥₓ", strict=True))


def raised(text: str) -> str:
    """Return Markdown as an exponent."""
    return _written(text, _RAISED, "^")


def lowered(text: str) -> str:
    """Return Markdown as an index."""
    return _written(text, _LOWERED, "\\_")


def _written(text: str, characters: dict[str, str], sign: str) -> str:
    core = text.strip()
    if not core:
        return text
    if all(character in characters for character in core):
        return "".join(characters[character] for character in core)
    return f"{sign}{core}" if len(core) == 1 or core.isalnum() else f"{sign}({core})"
