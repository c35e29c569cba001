"""Awards with the years side by side."""

import re
from collections import defaultdict

# No more columns can be read on a sheet.
YEARS = 10
# A year's work is judged at its end: in its first months a round is about the year before.
HARDLY_BEGUN = 4


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


def doubt(year, begins, running, months_in):
    """What is odd about a round for that work year: `begun`, `ahead`, `past`, or None.

    `begins`: the month in which the house's work year begins; `running`: the year, as it is
    called, that runs on the day of the round, `months_in` of it over. Of what is no single year
    nothing is said.
    """
    last = ends_in(year)
    if last is None or (begins != 1) != ("-" in year):
        return None
    late = ends_in(running) - last
    if late < 0:
        return "ahead"
    if late == 0:
        return "begun" if months_in < HARDLY_BEGUN else None
    return "past" if late > 1 else None


def before(running):
    """The year before one, as it is called.

    >>> before("2026-2027"), before("2026")
    ('2025-2026', '2025')
    """
    return re.sub(r"\d{4}", lambda found: str(int(found[0]) - 1), running)
