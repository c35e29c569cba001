"""Columns that every sheet of progress has: how many tasks, done, late, and the share done."""

from dataclasses import replace

from .sheet import Column, Line, Share

FIGURES = (
    Column("Số nhiệm vụ", 4, "center"),
    Column("Đã hoàn thành", 4, "center"),
    Column("Quá hạn", 3, "center"),
    Column("Tỷ lệ hoàn thành", 4, "center"),
)


def figures(total, done, late, weight, weight_done):
    """The share is by the weights of the tasks, which are 1 each unless somebody said so."""
    return (total, done, late, Share(weight_done, weight))


def lines(named):
    """A line for each (name, numbers), and their sum if there are several."""
    found = [Line((name, *figures(*numbers))) for name, numbers in named]
    if len(found) > 1:
        every = [sum(column) for column in zip(*(numbers for _name, numbers in named), strict=True)]
        found.append(Line(("Cộng", *figures(*every)), "strong"))
    return tuple(found)


def numbered(tables):
    """1., 2., … before the names of the tables there are."""
    return tuple(
        replace(table, name=f"{place}. {table.name}") for place, table in enumerate(tables, start=1)
    )
