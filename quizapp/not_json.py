"""What reading JSON raises over a file that comes from elsewhere, was edited or is damaged."""

from typing import Final

import msgspec

NOT_JSON: Final = (msgspec.MsgspecError, UnicodeDecodeError, RecursionError)
"""It is no JSON or another one than was expected, not UTF-8, or nested too deeply."""
