"""Awards with the years side by side."""

import re
from collections import defaultdict

# No more columns can be read on a sheet.
YEARS = 10


def side_by_side(rows, last, count, is_school=False):
    """(titles of the columns, [(name, cells)]) out of (key, name, work year, award).

    A school year "2024-2025" stands in the column of the year it ends in; a column is called as
    the years in it are, an empty one as the house counts its years.
    """
    wanted = range(last - count + 1, last + 1)
    cells, names, titles = defaultdict(lambda: defaultdict(list)), {}, defaultdict(set)
    for key, name, year, award in rows:
        number = ends_in(year)
        if number in wanted:
            titles[number].add(year)
            names.setdefault(key, name)
            if award not in cells[key][number]:
                cells[key][number].append(award)
    usual = {number: f"{number - 1}-{number}" if is_school else str(number) for number in wanted}
    columns = [
        next(iter(titles[number])) if len(titles[number]) == 1 else usual[number]
        for number in wanted
    ]
    lines = [
        (names[key], tuple("\n".join(cells[key].get(number, ())) for number in wanted))
        for key in names
    ]
    return columns, lines


def ends_in(year):
    found = re.findall(r"\d{4}", year or "")
    return int(found[-1]) if found else None
