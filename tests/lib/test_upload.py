import zipfile
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.dan_chu_co_so.lib.upload import (
    LIMITS,
    MEGABYTE,
    NAME_LENGTH,
    Refused,
    check,
    file_name,
    megabytes,
)

JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF"
PNG = b"\x89PNG\r\n\x1a\n"


def package(*members):
    written = BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for member in members:
            archive.writestr(member, "x")
    return written.getvalue()


def old_office(stream, more=""):
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\x00")
    return head + stream.encode("utf-16-le") + more.encode("utf-16-le")


TAKEN = {
    "jpg": JPEG,
    "png": PNG,
    "webp": b"RIFF\x24\x00\x00\x00WEBPVP8 ",
    "heic": b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00",
    "pdf": b"%PDF-1.7\n",
    "docx": package("[Content_Types].xml", "word/document.xml"),
    "xlsx": package("[Content_Types].xml", "xl/workbook.xml"),
    "pptx": package("[Content_Types].xml", "ppt/presentation.xml"),
    "doc": old_office("WordDocument"),
    "xls": old_office("Workbook"),
    "mp3": b"ID3\x04\x00",
    "wav": b"RIFF\x24\x00\x00\x00WAVEfmt ",
    "m4a": b"\x00\x00\x00\x1cftypM4A \x00\x00\x02\x00",
    "mp4": b"\x00\x00\x00\x18ftypisom\x00\x00\x02\x00",
    "amr": b"#!AMR\n",
    "ogg": b"OggS\x00\x02",
    "webm": b"\x1aE\xdf\xa3\x9fB\x86\x81\x01",
}
REFUSED = {
    "empty": b"",
    "program": b"MZ\x90\x00\x03",
    "damaged": b"PK\x03\x04 cut short",
    "macros": package("word/document.xml", "word/vbaProject.bin"),
    "markup": b"\xef\xbb\xbf\n <svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>",
    "unknown": "Biên bản làm việc".encode(),
}


@pytest.mark.parametrize("ending", TAKEN)
def test_photos_documents_and_recordings_are_taken(ending):
    assert ending in check(TAKEN[ending]).extensions


@pytest.mark.parametrize("reason", REFUSED)
def test_what_is_no_evidence_is_refused_with_its_reason(reason):
    with pytest.raises(Refused) as caught:
        check(REFUSED[reason])
    assert caught.value.reason == reason


@pytest.mark.parametrize(
    ("reason", "content"),
    [
        ("program", b"\x7fELF\x02\x01"),
        ("program", b"#!/bin/sh\nrm"),
        ("program", b"\xca\xfe\xba\xbe\x00"),
        ("markup", b"<!DOCTYPE html><script>"),
        ("markup", "<html>".encode("utf-16")),
        ("unknown", package("META-INF/MANIFEST.MF", "classes.dex")),
        ("unknown", old_office("MsiPackage")),
        ("macros", old_office("WordDocument", "_VBA_PROJECT")),
    ],
)
def test_other_ways_to_bring_a_program(reason, content):
    with pytest.raises(Refused) as caught:
        check(content)
    assert caught.value.reason == reason


@given(st.sampled_from([b"MZ", b"\x7fELF", b"#!/", b"<", b" \n<"]), st.binary(max_size=200))
def test_no_program_or_page_is_taken_whatever_follows(start, rest):
    with pytest.raises(Refused):
        check(start + rest)


def _answer(content):
    try:
        return check(content).family
    except Refused as refused:
        return refused.reason


@given(st.binary(max_size=300))
def test_any_bytes_are_taken_or_refused_with_a_reason(content):
    assert _answer(content) in {*LIMITS, *REFUSED}


@pytest.mark.parametrize(
    ("content", "family"), [(JPEG, "photo"), (b"%PDF-", "document"), (b"OggS", "recording")]
)
def test_a_file_may_be_as_large_as_its_family_allows_and_no_larger(content, family):
    limit = LIMITS[family]
    assert check(content.ljust(limit, b"\x00")).family == family
    with pytest.raises(Refused) as caught:
        check(content.ljust(limit + 1, b"\x00"))
    assert caught.value.reason == "large"
    assert caught.value.values["limit"] == limit
    assert caught.value.values["size"] > limit / MEGABYTE


def test_a_photo_of_200_megabytes_says_how_many_it_has():
    with pytest.raises(Refused) as caught:
        check(JPEG.ljust(200 * MEGABYTE, b"\x00"))
    assert caught.value.values["size"] == 200


@given(st.integers(min_value=1, max_value=10**9))
def test_a_size_is_never_told_smaller_than_it_is(size):
    assert size <= megabytes(size) * MEGABYTE < size + MEGABYTE / 10 + 1


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("anh.jpg", "anh.jpg"),
        ("ANH.JPEG", "ANH.JPEG"),
        ("virus.exe", "virus.exe.jpg"),
        ("Biên bản số 5.2", "Biên bản số 5.2.jpg"),
        ("..\\..\\windows/anh.jpg", "anh.jpg"),
        ("anh\u202egpj.exe", "anh gpj.exe.jpg"),
        ("", "tep.jpg"),
        (None, "tep.jpg"),
        (".jpg", "tep.jpg"),
    ],
)
def test_the_name_ends_as_the_content_says(name, kept):
    assert file_name(name, ("jpg", "jpeg")) == kept


@given(st.text(max_size=400))
def test_any_name_becomes_one_that_can_be_kept(name):
    kept = file_name(name, ("jpg", "jpeg"))
    assert kept.casefold().endswith((".jpg", ".jpeg"))
    assert len(kept) <= NAME_LENGTH
    assert not set(kept) & set("/\\\n\r\x00\u202e")
    assert file_name(kept, ("jpg", "jpeg")) == kept
