"""Names for the kinds of NumPy arrays that statistics count in."""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Whole: TypeAlias = NDArray[np.int64]
"""Moments (µs since 1970, UTC), days (`date.toordinal`), numbers of items, milliseconds."""

Digits: TypeAlias = NDArray[np.uint8]
"""One small number an entry: a kind, a rating, a state."""

Truths: TypeAlias = NDArray[np.bool_]

Reals: TypeAlias = NDArray[np.float64]
"""NaN where there is no number."""
