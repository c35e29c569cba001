"""Results of an election as they are typed or pasted."""

from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.dan_chu_co_so.lib.vote_lines import read_result

NAMES = st.sampled_from(("Nguyễn Văn An", "Trần Thị Ánh", "Lê Y", "Đỗ Thị Minh Châu", "H'Linh Niê"))


def test_as_people_write_them():
    text = """1. Nguyễn Văn An: 52/58 phiếu (89,66%)
    Trần Thị Bình\t47
    3) Lê Châu – 9 phiếu;

    Đỗ Ân 0"""
    assert read_result(text) == (
        [("Nguyễn Văn An", 52), ("Trần Thị Bình", 47), ("Lê Châu", 9), ("Đỗ Ân", 0)],
        [],
    )


def test_what_names_no_person_with_votes_is_told():
    assert read_result("Nguyễn Văn An\n52\nTrúng cử 3 người trên 5\nLê Châu 4") == (
        [("Lê Châu", 4)],
        ["Nguyễn Văn An", "52", "Trúng cử 3 người trên 5"],
    )


def test_nothing_is_nothing():
    assert read_result(None) == ([], [])


@given(
    st.lists(st.tuples(NAMES, st.integers(0, 99_999)), max_size=6),
    st.sampled_from((": ", "\t", " - ", " … ", "  ")),
    st.booleans(),
)
def test_what_is_written_is_read(people, between, is_numbered):
    between = between.replace("…", "–")
    lines = [
        f"{place}. {name}{between}{votes}" if is_numbered else f"{name}{between}{votes}"
        for place, (name, votes) in enumerate(people, 1)
    ]
    assert read_result("\n".join(lines)) == (people, [])
