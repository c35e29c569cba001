"""A sheet of figures: computed once, and shown on the screen, in PDF and in Excel as it is."""

from dataclasses import dataclass, field
from fractions import Fraction

from .paper.words import cleaned


@dataclass(frozen=True)
class Share:
    """So much of a whole, in per cent with one decimal; of nothing there is no share."""

    part: int
    whole: int

    @property
    def percent(self):
        if not self.whole:
            return None
        tenths = Fraction(1000 * self.part, self.whole)
        return (tenths.numerator * 2 + tenths.denominator) // (2 * tenths.denominator) / 10

    def __str__(self):
        return "–" if self.percent is None else f"{self.percent:.1f}%".replace(".", ",")


@dataclass(frozen=True)
class Column:
    name: str
    width: int
    align: str = "left"


@dataclass(frozen=True)
class Line:
    """`look`: "" or "strong" (a sum); "heading" has one cell, as wide as the table."""

    cells: tuple
    look: str = ""


@dataclass(frozen=True)
class Table:
    name: str
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Sheet:
    title: str
    subjects: tuple[str, ...] = ()
    tables: tuple[Table, ...] = field(default=())


def shown(cell):
    """A cell as people read it: a text, a whole number or a share."""
    return "" if cell is None else str(cell)


def blocks(sheet):
    """The tables in the vocabulary of printed papers."""
    printed = []
    for table in sheet.tables:
        if table.name:
            runs = [{"text": cleaned(table.name)}]
            printed.append({"type": "heading", "level": 4, "number": None, "runs": runs})
        printed.append(
            {
                "type": "table",
                "border": True,
                "widths": [column.width for column in table.columns],
                "head": [[_head_cell(column) for column in table.columns]],
                "rows": [_row(table.columns, line) for line in table.lines],
            }
        )
    return printed


def _head_cell(column):
    return {
        "lines": [[{"text": cleaned(column.name), "bold": True}]],
        "header": True,
        "align": "center",
    }


def _row(columns, line):
    if line.look == "heading":
        return [{**_cell(shown(line.cells[0]), "left", True), "colspan": len(columns)}]
    return [
        _cell(shown(cell), column.align, line.look == "strong")
        for column, cell in zip(columns, line.cells, strict=True)
    ]


def _cell(text, align, is_bold):
    mark = {"bold": True} if is_bold else {}
    lines = [cleaned(part) for part in text.splitlines()]
    return {"lines": [[{"text": part, **mark}] for part in lines if part.strip()], "align": align}
