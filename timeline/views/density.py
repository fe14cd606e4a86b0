"""How many events lie where, for chronologies with more events than marks fit on a screen."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from timeline.views.axis import Axis
from timeline.views.board import Board

BIN_PX = 14.0


@dataclass(frozen=True, slots=True)
class Bins:
    """Columns of a lane that hold events: left and right edge (units) and how many begin in each."""

    left: tuple[float, ...]
    right: tuple[float, ...]
    count: tuple[int, ...]


def density(board: Board, rows: NDArray[np.int64], axis: Axis, width: float) -> Bins:
    """Return the columns of one lane, BIN_PX wide; each event counts where it begins (or becomes visible)."""
    first, last = axis.span
    columns = max(int(width / BIN_PX), 1)
    placed = axis.units_of(board.first[rows])
    number = np.minimum(((placed - first) / (last - first) * columns).astype(int), columns - 1)
    counts = np.bincount(number, minlength=columns)
    filled = np.flatnonzero(counts)
    edges = np.linspace(first, last, columns + 1)
    return Bins(tuple(edges[filled].tolist()), tuple(edges[filled + 1].tolist()), tuple(counts[filled].tolist()))
