"""The sections of a plan as a flat list of rows with levels: numbers, parents, moves.

A row stands under the nearest one above it that has a smaller level; nothing else says so.
"""

from dataclasses import dataclass

from .paper.words import point, roman

ROLES = ("heading", "item", "dash", "paragraph", "lead_in")
DEEPEST = 9
_MARKS = (lambda place: f"{roman(place)}.", "{}.".format, lambda place: f"{point(place)})")


@dataclass(frozen=True)
class Row:
    """`typed`: the number or bullet with which the row was written, None if it had none."""

    level: int
    role: str
    text: str
    typed: str | None = None

    @property
    def is_counted(self):
        """A lead-in ("3. Giao phòng Tổ chức cán bộ:") is counted where it was written so."""
        return self.role in ("heading", "item") or (self.role == "lead_in" and bool(self.typed))


def numbers(rows):
    """What stands before each row: I., 1., a), then - and +; nothing before paragraphs.

    Counting begins anew under each parent, and is not disturbed by what has no number.
    """
    counts = []  # [level, rows counted so far] of each level that is open
    printed = []
    for row, parent in zip(rows, parents(rows), strict=True):
        while counts and counts[-1][0] > row.level:
            counts.pop()
        if not counts or counts[-1][0] < row.level:
            counts.append([row.level, 0])
        if row.is_counted:
            counts[-1][1] += 1
            printed.append(_mark(*counts[-1]))
        elif row.role == "dash":
            is_nested = parent is not None and rows[parent].role == "dash"
            printed.append("+" if is_nested else "-")
        else:
            printed.append("")
    return printed


def _mark(level, place):
    if level <= len(_MARKS):
        return _MARKS[max(level, 1) - 1](place)
    return "-" if level == len(_MARKS) + 1 else "+"


def parents(rows):
    """The index of the row under which each one stands; None at the top."""
    above = []
    found = []
    for index, row in enumerate(rows):
        while above and rows[above[-1]].level >= row.level:
            above.pop()
        found.append(above[-1] if above else None)
        above.append(index)
    return found


def block(rows, index):
    """The row with all that stands under it."""
    if not 0 <= index < len(rows):
        raise ValueError(f"there is no row {index} among {len(rows)}")
    end = index + 1
    while end < len(rows) and rows[end].level > rows[index].level:
        end += 1
    return range(index, end)


def move(rows, index, target):
    """The old indexes in their new order, the whole block before what stands at `target`.

    `len(rows)` is the end. Levels are not touched: `settled` closes the gaps a move may leave.
    """
    moved = block(rows, index)
    if not 0 <= target <= len(rows):
        raise ValueError(f"there is no place {target} among {len(rows)} rows")
    if moved.start < target < moved.stop:
        raise ValueError(
            f"{rows[index].text!r} cannot stand within itself: move it before row {moved.start} "
            f"or behind row {moved.stop - 1}"
        )
    others = range(len(rows))
    before = [other for other in others[:target] if other not in moved]
    behind = [other for other in others[target:] if other not in moved]
    return [*before, *moved, *behind]


def promote(rows, index):
    """The new levels of the block, one higher; at the top they stay."""
    whole = block(rows, index)
    return _shifted(rows, whole, -1 if rows[index].level > 1 else 0)


def demote(rows, index):
    """The new levels of the block, one deeper; they stay where nothing above could carry them."""
    whole = block(rows, index)
    is_carried = index > 0 and rows[index].level <= rows[index - 1].level
    has_room = max(rows[place].level for place in whole) < DEEPEST
    return _shifted(rows, whole, 1 if is_carried and has_room else 0)


def _shifted(rows, whole, step):
    return [rows[place].level + step for place in whole]


def settled(rows):
    """Levels without gaps: each row one below its parent, so that nobody's parent changes."""
    levels = []
    for parent in parents(rows):
        levels.append(1 if parent is None else levels[parent] + 1)
    return levels
