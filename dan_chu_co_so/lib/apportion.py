"""Seats shared out over groups by their size, by the largest remainder."""


def shares(sizes, seats):
    """How many seats each group has; one at least for each that has people, if they suffice.

    Nobody has more seats than people. Exact integers; of equal remainders the first is served.
    """
    if seats >= sum(sizes):
        return list(sizes)
    inhabited = sum(1 for size in sizes if size)
    given = [min(size, 1) if seats >= inhabited else 0 for size in sizes]
    total = sum(sizes)
    exact = [size * seats for size in sizes]
    for place, size in enumerate(sizes):
        given[place] = max(given[place], min(size, exact[place] // total if total else 0))
    while sum(given) > seats:
        # Those who have one only because everybody has one leave less for the largest.
        richest = max(range(len(sizes)), key=lambda place: (given[place], -place))
        given[richest] -= 1
    while sum(given) < seats:
        open_places = [place for place, size in enumerate(sizes) if given[place] < size]
        neediest = max(open_places, key=lambda place: (exact[place] - given[place] * total, -place))
        given[neediest] += 1
    return given
