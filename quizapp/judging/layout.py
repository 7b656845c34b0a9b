"""JSON for people who read diffs: what fits on a line stays on it, the rest has one entry a line."""

import json
from typing import Any

WIDTH = 110


def laid_out(value: Any, indent: str = "") -> str:
    """Return plain data as JSON text; the order of keys is kept."""
    line = json.dumps(value, ensure_ascii=False, allow_nan=False)
    if len(line) + len(indent) <= WIDTH or not isinstance(value, dict | list | tuple) or not value:
        return line
    deeper = f"{indent} "
    if isinstance(value, dict):
        parts = (f"{json.dumps(key, ensure_ascii=False)}: {laid_out(item, deeper)}" for key, item in value.items())
        opening, closing = "{", "}"
    else:
        parts = (laid_out(item, deeper) for item in value)
        opening, closing = "[", "]"
    body = f",\n{deeper}".join(parts)
    return f"{opening}\n{deeper}{body}\n{indent}{closing}"
