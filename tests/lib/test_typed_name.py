import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.dan_chu_co_so.lib.text import mentions
from odoo.addons.dan_chu_co_so.lib.typed_name import strange_letters, tidy

_VIETNAMESE = "aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữự"
_WORD = st.text(_VIETNAMESE, min_size=1, max_size=7).map(str.capitalize)
_NAMES = st.lists(_WORD, min_size=1, max_size=5).map(" ".join)
_UNSEEN = st.sampled_from("\u200b\u200c\u200d\u2060\ufeff\u00ad\u034f\ufe0f\u202e")
# Cyrillic, Greek, Cherokee, a figure of Rome, one of mathematics, a dotless letter.
_LOOKALIKES = "асеорхуіАВЕНКМОРТХονΑΒΕᎪⅠ𝐀ı"


@given(_NAMES)
def test_a_vietnamese_name_stands_however_it_is_composed(name):
    for form in ("NFC", "NFD"):
        typed = tidy(unicodedata.normalize(form, name))
        assert typed == unicodedata.normalize("NFC", name)
        assert not strange_letters(typed, is_person=True)
        assert not strange_letters(typed, is_person=False)


@given(_NAMES, st.data())
def test_what_is_not_seen_is_taken_out(name, data):
    place = data.draw(st.integers(0, len(name)))
    typed = tidy(name[:place] + data.draw(_UNSEEN) + name[place:])
    assert typed == tidy(name)
    assert mentions(typed, name)


@given(_NAMES, st.sampled_from(_LOOKALIKES), st.data())
def test_a_letter_that_only_looks_latin_is_told(name, letter, data):
    place = data.draw(st.integers(0, len(name)))
    typed = tidy(name[:place] + letter + name[place:])
    for is_person in (True, False):
        assert strange_letters(typed, is_person=is_person) == [letter]


@given(st.text())
def test_tidied_twice_is_tidied_once(text):
    assert tidy(tidy(text)) == tidy(text)


@given(st.text())
def test_what_passes_as_a_person_is_plain_once_its_marks_are_gone(text):
    typed = tidy(text)
    if not strange_letters(typed, is_person=True):
        bare = unicodedata.normalize("NFD", typed)
        left = {char for char in bare if not unicodedata.combining(char)}
        assert all(char.isascii() or char in "đĐøØłŁßæÆœŒƀɃ’ʼ‐–" for char in left)


def test_figures_and_signs_of_a_collective():
    for name in ("Tổ Toán – Tin", "Lớp 12A1 & 12A2 (cơ sở 2)", "Chi đoàn “Mầm non” số 3/2026"):
        assert not strange_letters(tidy(name), is_person=False)
    assert strange_letters("Tổ Ⅲ", is_person=False) == ["Ⅲ"]
    assert strange_letters("Nguyễn H0àng", is_person=True) == ["0"]


def test_names_of_the_peoples_of_viet_nam():
    for name in ("H'Hen Niê", "Y Bhiăm Ƀuôn Krông", "K’Bróh Č", "Đinh Văn Dôm"):
        assert not strange_letters(tidy(name), is_person=True)


def test_the_capital_of_another_letter_is_made_the_right_one():
    assert tidy("\u00d0ỗ  Thu\u00a0Hà ") == "Đỗ Thu Hà"
    assert mentions("\u00d0ỗ Thu Hà", "Đỗ Thu Hà")
    assert tidy(False) is False
