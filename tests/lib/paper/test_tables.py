from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.dan_chu_co_so.lib.paper.tables import MAX_COLUMNS, fit, width_of

CELLS = st.builds(
    lambda text, colspan, rowspan: {"lines": [text], "colspan": colspan, "rowspan": rowspan},
    st.text("ab", min_size=1, max_size=2),
    st.integers(1, 5) | st.just(80),
    st.integers(1, 4) | st.just(60000),
)
SECTIONS = st.lists(st.lists(st.lists(CELLS, max_size=6), max_size=6), min_size=2, max_size=2)


def places(rows, columns):
    """Every place of the grid as often as a cell stands on it, the plainest way to lay it."""
    covered = {}
    for index, row in enumerate(rows):
        column = 0
        for cell in row:
            while (index, column) in covered:
                column += 1
            for down in range(cell.get("rowspan", 1)):
                for right in range(cell.get("colspan", 1)):
                    place = (index + down, column + right)
                    covered[place] = covered.get(place, 0) + 1
    return covered == {(row, column): 1 for row in range(len(rows)) for column in range(columns)}


@given(SECTIONS)
def test_every_place_is_taken_once_and_no_text_is_lost(sections):
    fitted, columns = fit(sections)
    assert columns <= MAX_COLUMNS
    assert all(places(rows, columns) for rows in fitted)
    for before, after in zip(sections, fitted, strict=True):
        assert texts(before) == texts(after)


@given(SECTIONS)
def test_what_fits_is_left_as_it_is(sections):
    fitted, columns = fit(sections)
    assert fit(fitted) == (fitted, columns)


def texts(rows):
    return sorted(line for row in rows for cell in row for line in cell["lines"])


def test_what_stands_right_of_the_last_column_joins_the_cell_there():
    row = [{"lines": [str(place)]} for place in range(MAX_COLUMNS + 2)]
    ((fitted,), _rows), columns = fit([[row], []])
    assert columns == MAX_COLUMNS
    assert fitted[-1]["lines"] == ["62", "63", "64"]
    assert width_of([row]) == MAX_COLUMNS + 2
