import io
import zipfile
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.dan_chu_co_so.lib.packing import numbered, zipped

NAMES = st.text("abđ-ệ .", min_size=1, max_size=20)


@given(st.lists(st.tuples(NAMES, st.binary(max_size=200)), max_size=5))
def test_what_is_packed_comes_out_in_its_order(files):
    files = [(numbered(place, name), data) for place, (name, data) in enumerate(files, start=1)]
    with zipfile.ZipFile(io.BytesIO(zipped(files))) as archive:
        assert [(name, archive.read(name)) for name in archive.namelist()] == files


def test_the_same_content_is_the_same_bytes_years_later():
    files = [("001-ke-hoach.pdf", b"%PDF" * 500), ("002-bao-cao.pdf", b"%PDF")]
    first = zipped(files)
    with patch("time.time", return_value=2_000_000_000.0):
        assert zipped(files) == first
    assert len(first) < 1000


def test_unpacked_files_may_be_read():
    with zipfile.ZipFile(io.BytesIO(zipped([("001-ke-hoach.pdf", b"%PDF")]))) as archive:
        (entry,) = archive.infolist()
    assert entry.external_attr >> 16 == 0o644


def test_papers_of_one_name_are_told_apart():
    assert numbered(7, "thong-bao.pdf") == "007-thong-bao.pdf"
    assert numbered(1000, "thong-bao.pdf") == "1000-thong-bao.pdf"
