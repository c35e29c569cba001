import pytest

from odoo.addons.dan_chu_co_so.lib.roll import BELOW, BESIDE, INSIDE, Roll

ENTRIES = [
    ("unit", 1, INSIDE, ("Văn phòng Sở", "Văn phòng", "VP", "Văn VP")),
    ("unit", 2, INSIDE, ("Phòng Tổ chức cán bộ", "P. TCCB", "TCCB", "Phòng TCCB")),
    ("unit", 3, BELOW, ("Trường THPT Hoa Sen", "THPT Hoa Sen", "HS", "Trường HS")),
    ("unit", 4, BESIDE, ("Công đoàn ngành", None, None, None)),
    ("unit", 5, INSIDE, ("Tổ Toán – Tin", None, None, None)),
    ("employee", 6, INSIDE, ("Lê Thị Hoa",)),
    ("employee", 7, INSIDE, ("Lê Thị Hòa",)),
    ("employee", 8, INSIDE, ("Trần Văn Phú",)),
    ("employee", 9, INSIDE, ("Trần Văn Phú",)),
    ("employee", 10, INSIDE, ("Ngô Cơ",)),
]


@pytest.fixture(scope="module")
def roll():
    return Roll(ENTRIES)


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("Văn phòng Sở", 1),
        ("  văn phòng. ", 1),
        ("VP", 1),
        ("Phòng TCCB", 2),
        ("p. tccb", 2),
        ("Phong to chuc can bo", 2),
        ("THPT Hoa Sen", 3),
        ("Trường THPT Hoa Sen;", 3),
        ("Tổ Toán - Tin", 5),
        ("Lê Thị Hoa", 6),
        ("đ/c Lê Thị Hòa", 7),
        ("Lê Thị Hòa", 7),
        ("le thi hoa", None),
        ("Đồng chí Ngô Cơ", 10),
        ("Ông Ngô Cơ", 10),
    ],
)
def test_units_and_people_are_found_as_people_write_them(roll, words, key):
    assert roll.find(words).key == key


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Kế toán", "position"),
        ("Trưởng các phòng", "position"),
        ("Các trưởng phòng", "position"),
        ("Bộ phận một cửa", "position"),
        ("UBND tỉnh", "outside"),
        ("Sở Nội vụ", "outside"),
        ("Mặt trận Tổ quốc phường", "outside"),
        ("Toàn thể cán bộ, giáo viên, nhân viên", "all_staff"),
        ("Tất cả viên chức", "all_staff"),
        ("Các trường", "units_below"),
        ("Các đơn vị trực thuộc", "units_below"),
        ("các cơ sở giáo dục", "units_below"),
        ("", "nobody"),
        (" - ", "nobody"),
    ],
)
def test_what_is_no_name_is_told_by_its_words(roll, words, kind):
    found = roll.find(words)
    assert (found.kind, found.key) == (kind, None)


def test_words_are_kept_as_typed(roll):
    assert roll.find("  Tổ trưởng  chuyên môn; ").words == "Tổ trưởng chuyên môn"
    assert roll.find("Các trường").words == "Các trường"


def test_of_two_of_one_name_nobody_is_chosen(roll):
    found = roll.find("Trần Văn Phú")
    assert (found.key, found.is_doubtful, found.words) == (None, True, "Trần Văn Phú")


def test_the_nearer_of_two_is_meant():
    roll = Roll([("unit", 1, BELOW, ("Văn phòng",)), ("unit", 2, INSIDE, ("Văn phòng",))])
    assert roll.find("văn phòng").key == 2


def test_an_office_without_units_below_gives_them_nothing():
    roll = Roll([entry for entry in ENTRIES if entry[2] != BELOW])
    assert roll.find("Các trường").kind == "position"
