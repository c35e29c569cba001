import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.dan_chu_co_so.lib.text import fold, mentions

VIETNAMESE = st.text("aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệỳýỷỹỵ ĐƠƯ", max_size=20)


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Hội nghị", "hoi nghi"),
        ("Đoàn Đại biểu", "doan dai bieu"),
        ("  ƯỜNG   ử ", "uong u"),
        ("63/KH-TnS", "63/kh-tns"),
        (None, ""),
    ],
)
def test_a_vietnamese_text_is_found_as_it_is_typed_without_marks(written, typed):
    assert fold(written) == typed


@given(VIETNAMESE)
def test_the_way_letters_are_composed_makes_no_difference(text):
    forms = {fold(unicodedata.normalize(form, text)) for form in ("NFC", "NFD", "NFKD")}
    assert len(forms) == 1


@given(VIETNAMESE)
def test_only_plain_letters_are_left_and_folding_again_changes_nothing(text):
    folded = fold(text)
    assert folded.isascii()
    assert fold(folded) == folded
    assert fold(text.upper()) == folded


@pytest.mark.parametrize(
    "text",
    [
        "Nguyễn Văn An",
        "ông NGUYỄN  VĂN\u00a0AN, giáo viên",
        "Nguyễn\u200b Văn\u00ad An",
        "Nguyễn.Văn-An",
        unicodedata.normalize("NFD", "Tổ của thầy Nguyễn Văn An"),
        "Ｎｇｕｙễｎ Văn An",
    ],
)
def test_a_name_is_found_however_it_is_set(text):
    assert mentions(text, "Nguyễn Văn An")


@pytest.mark.parametrize("text", ["Nguyễn Văn Anh", "Nguyễn An", "", None])
def test_another_name_is_another(text):
    assert not mentions(text, "Nguyễn Văn An")


def test_no_name_is_found_nowhere():
    assert not mentions("Nguyễn Văn An", "")
    assert not mentions("Nguyễn Văn An", "…")
