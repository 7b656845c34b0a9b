"""The names in torch's modules and its commonest classes: a checked-in list, since the app never imports torch."""

import json
from functools import cache
from importlib.resources import files


@cache
def torch_names() -> dict[str, tuple[str, ...]]:
    """Return dotted module or class (`torch.nn`, `torch.Tensor`) to the public names in it that learners may want."""
    text = files(__package__).joinpath("torch_names.json").read_text(encoding="utf-8")
    return {place: tuple(" ".join(lines).split()) for place, lines in json.loads(text).items()}
